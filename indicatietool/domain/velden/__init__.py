"""The typed fields of a dossier: label, kind, legal ground and whether a definitive report needs them.

One table for the wizard's pages, the list of what is missing and the report, so that they can't differ.
"""

from indicatietool.domain.velden.afronding import AFRONDING
from indicatietool.domain.velden.hulpvraag import HULPVRAAG
from indicatietool.domain.velden.melding import ADVIES, MELDING
from indicatietool.domain.velden.oplossingen import OPLOSSINGEN
from indicatietool.domain.velden.weging import LOOPTIJD, WEGING

ALLE_GROEPEN = (*MELDING, *HULPVRAAG, *OPLOSSINGEN, *ADVIES, *WEGING, *LOOPTIJD, *AFRONDING)
ALLE_VELDEN = tuple(veld for groep in ALLE_GROEPEN for veld in groep.velden)
VELD_BY_PAD = {veld.pad: veld for veld in ALLE_VELDEN}

__all__ = (
    "ADVIES",
    "AFRONDING",
    "ALLE_GROEPEN",
    "ALLE_VELDEN",
    "HULPVRAAG",
    "LOOPTIJD",
    "MELDING",
    "OPLOSSINGEN",
    "VELD_BY_PAD",
    "WEGING",
)
