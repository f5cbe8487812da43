"""The whole verslag as data: fourteen numbered parts in the order of the research.

Comes in: kader, dossier, outcome and verantwoording. Goes out: a Verslag. Knows no paper and imports no
reportlab.

Bron: domein/recht.md §3.4 (Wmo 2015 art. 2.3.2; CRvB 2018:819).
"""

from collections.abc import Callable, Iterator

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.gemeente import gemeente_naam
from indicatietool.domain.indicatie import BesluitStand, Indicatie, TaakUitkomst, Verantwoording
from indicatietool.domain.normenkader import KaderStatus, Normenkader
from indicatietool.domain.voorstel import Onbepaald
from indicatietool.verslag.blocks import Alinea, AlineaStijl, Kop, LetOp, NieuwePagina, Verslag, VerslagBlok
from indicatietool.verslag.invulling import show_date
from indicatietool.verslag.onderdelen.afwijking import afwijking
from indicatietool.verslag.onderdelen.bijlage import bijlage
from indicatietool.verslag.onderdelen.conclusie import conclusie, doelen
from indicatietool.verslag.onderdelen.gegevens import kop, procedure
from indicatietool.verslag.onderdelen.hulpvraag import hulpvraag, situatie
from indicatietool.verslag.onderdelen.leefgebieden import leefgebieden
from indicatietool.verslag.onderdelen.oplossingen import mantelzorger, oplossingen
from indicatietool.verslag.onderdelen.reactie import reactie
from indicatietool.verslag.onderdelen.samenvatting import samenvatting
from indicatietool.verslag.onderdelen.weging import STATUS_ZINNEN, weging
from indicatietool.verslag.zaak import Zaak

Onderdeel = Callable[[Zaak], tuple[VerslagBlok, ...]]

ONDERDELEN: tuple[tuple[str, Onderdeel], ...] = (
    ("Gegevens van dit verslag", kop),
    ("Samenvatting en conclusie", samenvatting),
    ("Procedure", procedure),
    ("Hulpvraag in eigen woorden", hulpvraag),
    ("Situatie, behoeften en voorkeuren", situatie),
    ("Leefgebieden: problemen, doelen en begeleiding", leefgebieden),
    ("Oplossingen: wat u zelf en anderen kunnen doen", oplossingen),
    ("Ondersteuning van de mantelzorger", mantelzorger),
    ("Weging en berekening", weging),
    ("Afwijking van de norm", afwijking),
    ("Conclusie: de maatwerkvoorziening", conclusie),
    ("Doelen, evaluatie en einde", doelen),
    ("Uw mening en ondertekening", reactie),
    ("Bijlage: berekening en bronnen", bijlage),
)

CONCEPT = "CONCEPT"
WATERMERKEN = {
    KaderStatus.VOORBEELD: "VOORBEELD – geen vastgestelde norm",
    KaderStatus.CONCEPT: "CONCEPT-NORM – geen vastgestelde norm",
    KaderStatus.VERVALLEN: "VERVALLEN NORM",
}


def compose(
    kader: Normenkader,
    dossier: Dossier,
    indicatie: Indicatie,
    verantwoording: Verantwoording,
    ontbreekt: tuple[str, ...] = (),
    bezwaar: str = "",
) -> Verslag:
    """Return the verslag of one dossier.

    Args:
        kader: the normenkader the dossier was scored with.
        dossier: the facts; empty fields are allowed and named.
        indicatie: the outcome of exactly this kader and dossier.
        verantwoording: the proof that is printed at the end.
        ontbreekt: a sentence for each thing that keeps the verslag a concept; when empty, a number that
            is still voorlopig makes it one.
        bezwaar: what is wrong with the kader beside its status, in a few words; it becomes a watermark.

    Returns:
        The blocks of all fourteen parts; the same input gives an equal Verslag.
    """
    zaak = Zaak(kader, dossier, indicatie, verantwoording, ontbreekt, bezwaar)
    return Verslag(
        titel=f"{CONCEPT} onderzoeksverslag" if zaak.is_concept else "Onderzoeksverslag",
        kenmerk=_kenmerk(dossier),
        kopregels=_heading_lines(zaak),
        blokken=(*_warnings(zaak), *_parts(zaak)),
        watermerk=_watermark(zaak),
        voettekst=_footer(zaak),
        datum=verantwoording.datum,
        auteur=_author(dossier),
        is_concept=zaak.is_concept,
    )


def _parts(zaak: Zaak) -> Iterator[VerslagBlok]:
    for nummer, (titel, onderdeel) in enumerate(ONDERDELEN, start=1):
        if onderdeel is bijlage:
            yield NieuwePagina()
        yield Kop(1, f"{nummer}. {titel}")
        yield from onderdeel(zaak) or (Alinea("Niet van toepassing.", AlineaStijl.LEEG),)


def _kenmerk(dossier: Dossier) -> str:
    zaaknummer = dossier.melding.zaaknummer.strip()
    return f"zaak {zaaknummer}" if zaaknummer else f"dossier {dossier.nummer}"


def _author(dossier: Dossier) -> str:
    gemeente = gemeente_naam(dossier.melding.gemeente)
    return f"Gemeente {gemeente}" if gemeente else "Sociale Dienst Drechtsteden"


def _heading_lines(zaak: Zaak) -> tuple[str, ...]:
    melding = zaak.dossier.melding
    oefening = ("OEFENING: verzonnen casus, geen echte cliënt",) if zaak.dossier.oefening else ()
    wie = melding.client.strip() or "Cliënt niet ingevuld"
    over = f"{wie} · {_kenmerk(zaak.dossier)} · {show_date(zaak.verantwoording.datum)}"
    return (*oefening, "Individuele begeleiding, Wmo 2015", over)


def _footer(zaak: Zaak) -> str:
    bewijs = zaak.verantwoording
    oefening = "OEFENING · " if zaak.dossier.oefening else ""
    return f"{oefening}Normenkader {bewijs.kader_id} {bewijs.kader_versie} ({bewijs.kader_status})"


def _watermark(zaak: Zaak) -> str | None:
    status = WATERMERKEN.get(zaak.kader.kader.status)
    delen = (CONCEPT if zaak.is_concept else None, status, zaak.bezwaar.upper())
    return " · ".join(deel for deel in delen if deel) or None


def _warnings(zaak: Zaak) -> Iterator[LetOp]:
    if zaak.is_concept:
        yield LetOp("Dit verslag is nog niet af", _why_concept(zaak), zaak.ontbreekt or _still_open(zaak))
    if not zaak.kader.is_vastgesteld:
        yield LetOp("Geen vastgestelde norm", STATUS_ZINNEN[zaak.kader.kader.status])
    if zaak.bezwaar:
        yield LetOp(
            zaak.bezwaar.capitalize(), "Gebruik dit verslag niet voor een besluit. Vraag uw beheerder."
        )


def _why_concept(zaak: Zaak) -> str:
    if not (zaak.indicatie.taken or zaak.dossier.antwoorden.overige):
        return "Er is nog geen taak gekozen. Het aantal minuten zegt daarom nog niets."
    if zaak.is_voorlopig:
        return "Het aantal minuten kan nog veranderen. Dit staat nog open:"
    return "Het aantal minuten is bepaald, maar in het verslag ontbreekt nog iets:"


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
