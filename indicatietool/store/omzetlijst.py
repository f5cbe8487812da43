"""A list of clients whose indicatie is to be converted: CSV without BSN, from any spreadsheet.

Comes in: a file with zaaknummer, gemeente, huidige indicatie and einddatum. Goes out: those four per row; no
other column is kept. Knows no dossiers.
"""

import csv
import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from indicatietool.domain.gemeente import GEMEENTEN
from indicatietool.errors import DossierError, Probleem
from indicatietool.store.reading import read_bytes

MAX_FILE = 5_000_000
MAX_ROWS = 10_000
MAX_CELL = 200
_SHOWN = 20
"""Problems named at most."""

_COLUMNS = {
    "zaak": ("zaak", "zaaknummer", "nummer zaak", "nummer"),
    "gemeente": ("gemeente",),
    "huidig": ("huidige indicatie", "huidig", "indicatie", "product"),
    "einddatum": ("einddatum", "einde", "geldig tot"),
}
_BSN = ("bsn", "burgerservicenummer", "sofinummer")


@dataclass(frozen=True, slots=True)
class OmTeZetten:
    """Eén zaak om om te zetten; zonder naam en zonder BSN.

    `gemeente` is a CBS code; None where the list names none.
    """

    zaak: str
    gemeente: str | None
    huidig: str
    einddatum: date | None


def read_omzetlijst(pad: Path) -> tuple[OmTeZetten, ...]:
    """Return the rows of a list.

    Raises:
        DossierError: a BSN column, a column that is missing, or rows that can't be read; all at once.
        OpslagError: the file can't be read.
    """
    tekst = _text(read_bytes(pad, DossierError, MAX_FILE))
    kop = tekst.partition("\n")[0]
    teken = max(";,\t", key=kop.count)
    rijen = list(csv.reader(io.StringIO(tekst), delimiter=teken))
    if not rijen:
        raise DossierError(pad.name, (Probleem("bestand", "is leeg.", "Kies een lijst met zaken."),))
    places = _places(pad, [cel.strip().lower() for cel in rijen[0]])
    if len(rijen) > MAX_ROWS:
        wat = f"heeft meer dan {MAX_ROWS} regels."
        raise DossierError(pad.name, (Probleem("bestand", wat, "Deel de lijst op."),))
    regels: list[OmTeZetten] = []
    problemen: list[Probleem] = []
    for nummer, rij in enumerate(rijen[1:], 2):
        if any(cel.strip() for cel in rij):
            gelezen = _row(rij, places, f"regel {nummer}")
            if isinstance(gelezen, Probleem):
                problemen.append(gelezen)
            else:
                regels.append(gelezen)
    if problemen:
        raise DossierError(pad.name, tuple(problemen[:_SHOWN]))
    return tuple({regel.zaak: regel for regel in regels}.values())


def _text(inhoud: bytes) -> str:
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        return inhoud.decode("cp1252", "replace")  # what Excel saves where it is not told otherwise


def _places(pad: Path, koppen: list[str]) -> dict[str, int]:
    if any(kop in _BSN for kop in koppen):
        remedie = "Haal die kolom eruit en lees de lijst dan in; het zaaknummer is genoeg."
        raise DossierError(pad.name, (Probleem("kolom BSN", "er staan BSN's in deze lijst.", remedie),))
    places = {
        naam: next((koppen.index(woord) for woord in woorden if woord in koppen), -1)
        for naam, woorden in _COLUMNS.items()
    }
    if places["zaak"] < 0 or places["huidig"] < 0:
        wat = "de kolommen zaaknummer en huidige indicatie ontbreken of heten anders."
        remedie = "Geef de eerste regel de koppen: zaaknummer; gemeente; huidige indicatie; einddatum."
        raise DossierError(pad.name, (Probleem("regel 1", wat, remedie),))
    return places


def _row(rij: list[str], places: dict[str, int], plek: str) -> OmTeZetten | Probleem:
    cellen = {naam: rij[place].strip() if 0 <= place < len(rij) else "" for naam, place in places.items()}
    if not cellen["zaak"]:
        return Probleem(plek, "het zaaknummer ontbreekt.", "Vul het in of haal de regel weg.")
    if any(len(cel) > MAX_CELL or not cel.isprintable() for cel in cellen.values()):
        return Probleem(
            plek, "een cel is te lang of bevat een vreemd teken.", f"Hoogstens {MAX_CELL} tekens."
        )
    gemeente = _gemeente(cellen["gemeente"])
    if cellen["gemeente"] and gemeente is None:
        return Probleem(plek, "deze gemeente is onbekend.", "Gebruik de naam of de CBS-code.")
    einde = _day(cellen["einddatum"])
    if cellen["einddatum"] and einde is None:
        return Probleem(plek, "deze einddatum bestaat niet.", "Schrijf bijvoorbeeld 31-12-2027.")
    return OmTeZetten(cellen["zaak"], gemeente, cellen["huidig"], einde)


def _gemeente(naam: str) -> str | None:
    gezocht = naam.casefold()
    return next(
        (g.code for g in GEMEENTEN if gezocht in (g.naam.casefold(), g.code, g.code.lstrip("0"))), None
    )


def _day(tekst: str) -> date | None:
    delen = tekst.replace("/", "-").split("-")
    if len(delen) != 3 or not all(deel.isascii() and deel.isdecimal() for deel in delen):
        return None
    jaar, maand, dag = map(int, delen if len(delen[0]) == 4 else reversed(delen))
    try:
        return date(jaar, maand, dag)
    except ValueError:
        return None
