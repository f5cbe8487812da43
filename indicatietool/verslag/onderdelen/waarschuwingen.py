"""The boxes before the first part: that it is a concept, that the norm is not vastgesteld, and why."""

from collections.abc import Iterator

from indicatietool.domain.indicatie import BesluitStand, TaakUitkomst
from indicatietool.domain.versie import Versie
from indicatietool.domain.voorstel import Onbepaald
from indicatietool.verslag.blocks import LetOp
from indicatietool.verslag.onderdelen.algoritme import STATUS_ZINNEN
from indicatietool.verslag.zaak import Zaak

NOG_NIETS = "Er is nog geen taak gekozen. Het aantal minuten zegt daarom nog niets."
KAN_VERANDEREN = "Het aantal minuten kan nog veranderen. Dit staat nog open:"
ONTBREEKT = "Het aantal minuten is bepaald, maar in het verslag ontbreekt nog iets:"
NIET_AF = "Het aantal minuten of de tekst kan nog veranderen. Wacht op de versie die af is."


def warnings(zaak: Zaak) -> Iterator[LetOp]:
    """Yield a box for each thing that the reader must know before reading on."""
    if zaak.is_concept:
        yield _unfinished(zaak)
    if not zaak.kader.is_vastgesteld:
        yield LetOp("Geen vastgestelde norm", STATUS_ZINNEN[zaak.kader.kader.status])
    if zaak.bezwaar:
        yield LetOp(
            zaak.bezwaar.capitalize(), "Gebruik dit verslag niet voor een besluit. Vraag uw beheerder."
        )


def _unfinished(zaak: Zaak) -> LetOp:
    """Return the box of a concept; what is still open is for the consulent, in the dossierversie only."""
    titel = "Dit verslag is nog niet af"
    if zaak.versie is Versie.DOSSIER:
        return LetOp(titel, _why_concept(zaak), zaak.ontbreekt or _still_open(zaak))
    return LetOp(titel, NIET_AF)


def _why_concept(zaak: Zaak) -> str:
    if not (zaak.indicatie.taken or zaak.dossier.antwoorden.overige):
        return NOG_NIETS
    return KAN_VERANDEREN if zaak.is_voorlopig else ONTBREEKT


def _still_open(zaak: Zaak) -> tuple[str, ...]:
    return tuple(f"{u.naam}: {wat}" for u in zaak.indicatie.taken for wat in _open(u))


def _open(uitkomst: TaakUitkomst) -> tuple[str, ...]:
    """Return what must still happen with one taak; nothing when it is finished."""
    if isinstance(uitkomst.voorstel, Onbepaald):
        return (f"{', '.join(vraag.tekst for vraag in uitkomst.voorstel.open_vragen)}.",)
    match uitkomst.stand:
        case BesluitStand.OPEN:
            return ("er is nog geen besluit van de consulent.",)
        case BesluitStand.VERLOPEN:
            return ("het voorstel is veranderd na het besluit; bekijk het opnieuw.",)
        case BesluitStand.GENOMEN:
            return ()
