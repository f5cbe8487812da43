"""The numbers of the parts of a dossierversie, for headings and for references between parts."""

from enum import IntEnum


class Deel(IntEnum):
    """Een onderdeel van de dossierversie, in de volgorde van het onderzoek.

    Bron: domein/recht.md §3.4 (Wmo 2015 art. 2.3.2; CRvB 2018:819).
    """

    GEGEVENS = 1
    SAMENVATTING = 2
    PROCEDURE = 3
    HULPVRAAG = 4
    SITUATIE = 5
    LEEFGEBIEDEN = 6
    OPLOSSINGEN = 7
    MANTELZORGER = 8
    WEGING = 9
    AFWIJKING = 10
    CONCLUSIE = 11
    DOELEN = 12
    REACTIE = 13
    BIJLAGE = 14
