"""The page of a session: how a group scored one case, on one side of paper.

Comes in: a Kalibratie with its kader. Goes out: a Verslag of blocks that is one page, however long the case.
Knows no uitslagen and nobody.
"""

from indicatietool.verslag.sessie.pagina import session_page

__all__ = ["session_page"]
