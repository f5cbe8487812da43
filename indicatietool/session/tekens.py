"""Characters that the letters of the PDF lack: named to the user, with where they stand.

Comes in: a session or a Verslag. Goes out: one message. It holds characters and names of parts, no more of
what was typed, and is never logged.
"""

import unicodedata
from typing import TYPE_CHECKING

from indicatietool.domain.versie import Versie
from indicatietool.session.report import compose_report
from indicatietool.session.session import Session

if TYPE_CHECKING:
    from indicatietool.verslag.blocks import Verslag

ORDINARY = frozenset(c for c in bytes(range(32, 256)).decode("cp1252", "ignore") if c.isprintable()) | {
    *"\n−→"
}
"""What Dutch is written with; the letters of the PDF have all of these."""
MOST = 6
"""Characters that are named; of more only the number."""


def odd_characters(session: Session, versie: Versie = Versie.DOSSIER) -> str:
    """Return which characters of a version the PDF prints as a number; empty when there are none.

    Raises:
        VerslagError: a guarded passage can't be kept out, or a font is missing.
    """
    return tell_odd_characters(compose_report(session, versie))


def tell_odd_characters(verslag: "Verslag") -> str:
    """Return which characters of a verslag the PDF prints as a number, and in which part; empty for none."""
    from indicatietool.verslag.blocks import texts_in

    if all(ORDINARY.issuperset(tekst) for tekst in texts_in(verslag)):
        return ""
    from indicatietool.verslag.pdf import unprintable  # with reportlab, only where something odd stands

    geteld = unprintable(verslag)
    if not geteld:
        return ""
    waar = _parts_with(verslag, frozenset(geteld))
    namen = [_named(teken) for teken in list(geteld)[:MOST]]
    rest = len(geteld) - len(namen)
    deze = "dit teken" if len(geteld) == 1 else f"deze {len(geteld)} tekens"
    meer = f" en nog {rest}" if rest else ""
    plek = f" Het gaat om: {'; '.join(waar)}." if waar else ""
    return (
        f"De pdf kan {deze} niet afdrukken: {', '.join(namen)}{meer}.{plek} "
        "In de pdf staat het nummer. Leest dat niet goed? Typ dan iets anders."
    )


def _parts_with(verslag: "Verslag", tekens: frozenset[str]) -> list[str]:
    from indicatietool.verslag.blocks import sections_of, texts_in

    return [
        sectie.titel
        for sectie in sections_of(verslag)
        if any(tekens & set(unicodedata.normalize("NFC", tekst)) for tekst in texts_in(sectie.blokken))
    ]


def _named(teken: str) -> str:
    """Return a character with its number; one that can't be seen is only its number.

    >>> _named("漢"), _named(chr(0x202E))
    ('漢 [U+6F22]', '[U+202E]')
    """
    nummer = f"[U+{ord(teken):04X}]"
    return nummer if unicodedata.category(teken)[0] in "CMZ" else f"{teken} {nummer}"
