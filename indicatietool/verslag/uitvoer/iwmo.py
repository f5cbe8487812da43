"""One line of a toewijzing in the codes of iWmo 3.2, and the rules that it must keep.

Comes in: codes, days and a volume. Goes out: what is wrong, each with the rule that says so. Knows no
dossier and makes no message: number, client and aanbieder are for the backoffice.

Bron: domein/iwmo.md §4.1 and §4.2.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

BEGELEIDING = "02"
MINUUT = "01"
PER_WEEK, PER_MAAND, TOTAAL = "2", "4", "6"

CATEGORIEEN = frozenset(f"{nummer:02d}" for nummer in range(1, 19))
"""WMO020."""
EENHEDEN = {
    "01": "minuut",
    "04": "uur",
    "14": "etmaal",
    "16": "dagdeel",
    "82": "stuks (output)",
    "83": "euro",
    "84": "stuks (inspanning)",
}
"""WJ756."""
FREQUENTIES = {
    "1": "per dag",
    "2": "per week",
    "4": "per maand",
    "6": "totaal binnen de geldigheidsduur",
}
"""WMO757."""
REDENEN = {
    "02": "cliënt overleden",
    "03": "contractwijziging",
    "04": "herbeoordeling: verlenging",
    "05": "herbeoordeling: verkorting of andere omvang",
    "06": "uitstroom naar ander domein",
    "07": "verhuizing naar een andere gemeente",
    "08": "wijziging leveringsvorm",
    "09": "overstap naar andere aanbieder",
    "10": "overgang naar nieuwe bekostigingssystematiek",
    "11": "gemeentelijke herindeling",
    "12": "geïnitieerd door de aanbieder",
    "13": "verwijderd",
    "14": "administratieve correctie",
}
"""WMO002; 01 is no longer in use."""
MAX_VOLUME = 99_999_999
"""LDT_Volume: a whole number of eight digits."""

_PRODUCTCODE = re.compile(r"[0-9A-Z]{1,5}")


@dataclass(frozen=True, slots=True)
class ToegewezenOmvang:
    """De omvang van een toegewezen product: volume, eenheid en frequentie."""

    volume: int
    eenheid: str
    frequentie: str


@dataclass(frozen=True, slots=True)
class Toewijzingsregel:
    """Eén regel van een toewijzing: product, dagen en omvang in de codes van iWmo.

    Bron: iWmo 3.2, ToegewezenProduct.
    """

    soort: str
    """Where the line comes from: indicatie, start, vervolg, afbouw, waakvlam or tijdelijk."""
    productcode: str
    toewijzingsdatum: date
    ingangsdatum: date
    einddatum: date | None
    omvang: ToegewezenOmvang | None
    reden_wijziging: str = ""
    categorie: str = BEGELEIDING


@dataclass(frozen=True, slots=True)
class Bezwaar:
    """Een regel van iWmo waar een toewijzingsregel niet aan voldoet."""

    regel: str
    tekst: str


def objections(regel: Toewijzingsregel) -> Iterator[Bezwaar]:
    """Yield every rule of iWmo that a line breaks; nothing when it may be sent."""
    if regel.categorie not in CATEGORIEEN:
        yield Bezwaar("WMO020", "de productcategorie bestaat niet")
    if regel.productcode and not _PRODUCTCODE.fullmatch(regel.productcode):
        yield Bezwaar("LDT_ProductCode", "de productcode heeft niet 1 tot en met 5 hoofdletters of cijfers")
    if regel.productcode and regel.omvang is None:
        yield Bezwaar("CD041", "bij een productcode horen volume, eenheid en frequentie")
    if regel.einddatum is not None and regel.einddatum < regel.ingangsdatum:
        yield Bezwaar("CS003", "de einddatum ligt vóór de ingangsdatum")
    if regel.reden_wijziging and regel.reden_wijziging not in REDENEN:
        yield Bezwaar("WMO002", "de reden van wijziging bestaat niet")
    if regel.omvang is not None:
        yield from _size_objections(regel.omvang, regel.einddatum)


def _size_objections(omvang: ToegewezenOmvang, einddatum: date | None) -> Iterator[Bezwaar]:
    if type(omvang.volume) is not int or not 0 <= omvang.volume <= MAX_VOLUME:
        yield Bezwaar("IV042", "het volume is geen geheel getal van 0 tot en met 99999999")
    if omvang.eenheid not in EENHEDEN:
        yield Bezwaar("WJ756", "de eenheid bestaat niet")
    if omvang.frequentie not in FREQUENTIES:
        yield Bezwaar("WMO757", "de frequentie bestaat niet")
    if omvang.frequentie == PER_WEEK and einddatum is None:
        yield Bezwaar("CD076", "bij een aantal per week hoort een einddatum")
