"""From the fields of a dossier to blocks, with the labels and grounds that the screens use too.

An empty field that a definitive verslag needs says so; any other empty field leaves no trace.
"""

from datetime import date

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.veld import Veld, text_of
from indicatietool.domain.velden import VELD_BY_PAD
from indicatietool.verslag.blocks import Alinea, AlineaStijl, Gegeven, Gegevens, Kop, VerslagBlok

NIET_INGEVULD = "Niet ingevuld."


def show_date(dag: date | None) -> str:
    """Return a day as the verslag writes it; empty for no day.

    >>> show_date(date(2027, 2, 1)), show_date(None)
    ('1-2-2027', '')
    """
    return f"{dag.day}-{dag.month}-{dag.year}" if dag else ""


def paragraphs(tekst: str, stijl: AlineaStijl = AlineaStijl.GEWOON) -> tuple[Alinea, ...]:
    """Return typed text as an Alinea per line that says something."""
    return tuple(Alinea(regel.rstrip(), stijl) for regel in tekst.split("\n") if regel.strip())


def filled(tekst: str, stijl: AlineaStijl = AlineaStijl.GEWOON) -> tuple[Alinea, ...]:
    """Return typed text as paragraphs, or the sentence that nothing was filled in."""
    return paragraphs(tekst, stijl) or (Alinea(NIET_INGEVULD, AlineaStijl.LEEG),)


def words_of(dossier: Dossier, pad: str, stijl: AlineaStijl = AlineaStijl.GEWOON) -> tuple[VerslagBlok, ...]:
    """Return the text of one field without its label."""
    return filled(text_of(dossier, VELD_BY_PAD[pad]), stijl)


def field(dossier: Dossier, pad: str) -> tuple[VerslagBlok, ...]:
    """Return one field as a heading with its text."""
    return _headed(dossier, VELD_BY_PAD[pad])


def fields(dossier: Dossier, velden: tuple[Veld, ...]) -> tuple[VerslagBlok, ...]:
    """Return fields as headings with their texts."""
    return tuple(blok for veld in velden for blok in _headed(dossier, veld))


def _headed(dossier: Dossier, veld: Veld) -> tuple[VerslagBlok, ...]:
    tekst = text_of(dossier, veld)
    if not tekst.strip() and not veld.nodig:
        return ()
    return (Kop(3, veld.label, veld.grondslag), *filled(tekst))


def rows(dossier: Dossier, *paden: str) -> tuple[Gegeven, ...]:
    """Return fields as rows with label, value and ground."""
    velden = (VELD_BY_PAD[pad] for pad in paden)
    gegevens = (row(veld.label, text_of(dossier, veld), veld.grondslag, veld.nodig) for veld in velden)
    return tuple(rij for rij in gegevens if rij is not None)


def row(label: str, waarde: str, grondslag: str = "", nodig: bool = True) -> Gegeven | None:
    """Return one row; None when it is empty and may be."""
    if waarde.strip():
        return Gegeven(label, waarde.strip(), grondslag)
    return Gegeven(label, NIET_INGEVULD, grondslag, is_leeg=True) if nodig else None


def table_of(*rijen: Gegeven | None) -> tuple[Gegevens, ...]:
    """Return the rows that are there as one block, or nothing when there are none."""
    gevuld = tuple(rij for rij in rijen if rij is not None)
    return (Gegevens(gevuld),) if gevuld else ()
