"""From fields of a dossier to blocks for the client: our own plain headings, and nothing where nothing is."""

from indicatietool.domain.veld import text_of
from indicatietool.domain.velden import VELD_BY_PAD
from indicatietool.verslag.blocks import AlineaStijl, Kop, VerslagBlok
from indicatietool.verslag.invulling import paragraphs
from indicatietool.verslag.zaak import Zaak


def told(
    zaak: Zaak, titel: str, pad: str, stijl: AlineaStijl = AlineaStijl.GEWOON
) -> tuple[VerslagBlok, ...]:
    """Return one field under a heading of our own; nothing when it is empty or not for this version."""
    tekst = paragraphs(text_of(zaak.dossier, VELD_BY_PAD[pad]), stijl)
    return (Kop(2, titel), *tekst) if tekst else ()
