"""A verslag as data, in the version that was asked for: parts with a heading, in a fixed order.

Comes in: kader, dossier, outcome and verantwoording. Goes out: a Verslag. Knows no paper and imports no
reportlab.

Bron: domein/recht.md §3.4 and §3.5 (Wmo 2015 art. 2.3.2; CRvB 2018:819).
"""

from collections.abc import Callable, Iterator

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.gemeente import gemeente_naam
from indicatietool.domain.gemeenteprofiel import Gemeenteprofiel
from indicatietool.domain.indicatie import Indicatie, Verantwoording
from indicatietool.domain.normenkader import KaderStatus, Normenkader
from indicatietool.domain.versie import Versie
from indicatietool.engine.total import indicate
from indicatietool.verslag.blocks import Alinea, AlineaStijl, Kop, NieuwePagina, Verslag, VerslagBlok
from indicatietool.verslag.controlecode import control_code
from indicatietool.verslag.invulling import show_date
from indicatietool.verslag.onderdelen.aanbieder import doelen as aanbieder_doelen
from indicatietool.verslag.onderdelen.aanbieder import over as aanbieder_over
from indicatietool.verslag.onderdelen.aanbieder.evaluatie import evaluatie
from indicatietool.verslag.onderdelen.aanbieder.opdracht import opdracht
from indicatietool.verslag.onderdelen.aanbieder.plan import plan
from indicatietool.verslag.onderdelen.aanbieder.vraag import vraag
from indicatietool.verslag.onderdelen.afwijking import afwijking
from indicatietool.verslag.onderdelen.bijlage import bijlage
from indicatietool.verslag.onderdelen.client.afspraken import afspraken
from indicatietool.verslag.onderdelen.client.einde import einde
from indicatietool.verslag.onderdelen.client.getal import getal
from indicatietool.verslag.onderdelen.client.mening import mening
from indicatietool.verslag.onderdelen.client.over import over
from indicatietool.verslag.onderdelen.client.verhaal import verhaal
from indicatietool.verslag.onderdelen.client.vervolg import niet_eens, vervolg
from indicatietool.verslag.onderdelen.client.waarom import waarom
from indicatietool.verslag.onderdelen.client.zelf import zelf
from indicatietool.verslag.onderdelen.conclusie import conclusie
from indicatietool.verslag.onderdelen.doelen import doelen
from indicatietool.verslag.onderdelen.gegevens import gegevens
from indicatietool.verslag.onderdelen.hulpvraag import hulpvraag, situatie
from indicatietool.verslag.onderdelen.leefgebieden import leefgebieden
from indicatietool.verslag.onderdelen.nummers import Deel
from indicatietool.verslag.onderdelen.oplossingen import mantelzorger, oplossingen
from indicatietool.verslag.onderdelen.procedure import procedure
from indicatietool.verslag.onderdelen.reactie import reactie
from indicatietool.verslag.onderdelen.samenvatting import samenvatting
from indicatietool.verslag.onderdelen.waarschuwingen import warnings
from indicatietool.verslag.onderdelen.weging import weging
from indicatietool.verslag.versies import dossier_for, leaves_out
from indicatietool.verslag.zaak import Zaak

Onderdeel = Callable[[Zaak], tuple[VerslagBlok, ...]]

DOSSIERVERSIE: tuple[tuple[Deel, str, Onderdeel], ...] = (
    (Deel.GEGEVENS, "Gegevens van dit verslag", gegevens),
    (Deel.SAMENVATTING, "Samenvatting en conclusie", samenvatting),
    (Deel.PROCEDURE, "Procedure", procedure),
    (Deel.HULPVRAAG, "Hulpvraag in eigen woorden", hulpvraag),
    (Deel.SITUATIE, "Situatie, behoeften en voorkeuren", situatie),
    (Deel.LEEFGEBIEDEN, "Leefgebieden: problemen, doelen en begeleiding", leefgebieden),
    (Deel.OPLOSSINGEN, "Oplossingen: wat u zelf en anderen kunnen doen", oplossingen),
    (Deel.MANTELZORGER, "Ondersteuning van de mantelzorger", mantelzorger),
    (Deel.WEGING, "Weging en berekening", weging),
    (Deel.AFWIJKING, "Afwijking van de norm", afwijking),
    (Deel.CONCLUSIE, "Conclusie: de maatwerkvoorziening", conclusie),
    (Deel.DOELEN, "Doelen, evaluatie en einde", doelen),
    (Deel.REACTIE, "Uw mening en ondertekening", reactie),
    (Deel.BIJLAGE, "Bijlage: berekening en bronnen", bijlage),
)
CLIENTVERSIE: tuple[tuple[str, Onderdeel], ...] = (
    ("Hoeveel begeleiding heeft u nodig?", getal),
    ("Wat spreken we af?", afspraken),
    ("Hoe komen we aan dit aantal?", waarom),
    ("Wat heeft u verteld?", verhaal),
    ("Wat kunt u zelf en wat doen anderen?", zelf),
    ("Hoe gaat het verder na de start?", einde),
    ("Wat gebeurt er nu?", vervolg),
    ("Bent u het er niet mee eens?", niet_eens),
    ("Uw mening en handtekening", mening),
    ("Over dit verslag", over),
)
AANBIEDERSVERSIE: tuple[tuple[str, Onderdeel], ...] = (
    ("Omvang van de begeleiding", opdracht),
    ("De vraag van de cliënt", vraag),
    ("Doelen en taken per leefgebied", aanbieder_doelen.doelen),
    ("Input voor het ondersteuningsplan", plan),
    ("Evaluatie en einde", evaluatie),
    ("Over dit verslag", aanbieder_over.over),
)

TITELS = {
    Versie.DOSSIER: "Onderzoeksverslag",
    Versie.CLIENT: "Uw onderzoeksverslag",
    Versie.AANBIEDER: "Verslag voor de aanbieder",
}
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
    *,
    versie: Versie = Versie.DOSSIER,
    profiel: Gemeenteprofiel | None = None,
    logo: bytes = b"",
) -> Verslag:
    """Return one version of the verslag of one dossier.

    Args:
        kader: the normenkader the dossier was scored with.
        dossier: the facts; empty fields are allowed and named.
        indicatie: the outcome of exactly this kader and dossier.
        verantwoording: the proof under the verslag; the same for every version.
        ontbreekt: a sentence for each thing that keeps the verslag a concept; when empty, a number that
            is still voorlopig makes it one.
        bezwaar: what is wrong with the kader beside its status, in a few words; it becomes a watermark.
        versie: for whom it is; passages that this reader may not have never reach a part.
        profiel: the house style and texts of the gemeente; None where there are none.
        logo: the PNG that belongs to the profiel.

    Returns:
        The blocks of all parts; the same input gives an equal Verslag. Every version of one outcome has
        the same control code.

    Raises:
        VerslagError: a guarded passage can't be found, so that it can't be kept out.
    """
    code = control_code(verantwoording, indicatie)
    eigen = dossier_for(dossier, versie)
    uitkomst = indicatie if eigen is dossier else indicate(kader, eigen)
    laat_weg = leaves_out(dossier, versie)
    zaak = Zaak(kader, eigen, uitkomst, verantwoording, ontbreekt, bezwaar, profiel, versie, code, laat_weg)
    return Verslag(
        titel=f"{CONCEPT} {_lowered(TITELS[versie])}" if zaak.is_concept else TITELS[versie],
        kenmerk=_kenmerk(eigen),
        kopregels=_heading_lines(zaak),
        blokken=(*warnings(zaak), *_parts(zaak)),
        watermerk=_watermark(zaak),
        voettekst=_footer(zaak),
        datum=verantwoording.datum,
        auteur=_author(eigen),
        is_concept=zaak.is_concept,
        versie=versie,
        controlecode=code,
        logo=logo,
        logo_alternatief=f"Logo van de gemeente {profiel.naam}" if profiel and logo else "",
        **({"kleur": profiel.kleur} if profiel else {}),
    )


def _parts(zaak: Zaak) -> Iterator[VerslagBlok]:
    for titel, onderdeel in _headed(zaak.versie):
        if onderdeel is bijlage:
            yield NieuwePagina()
        yield Kop(1, titel)
        yield from onderdeel(zaak) or (Alinea("Niet van toepassing.", AlineaStijl.LEEG),)


def _headed(versie: Versie) -> tuple[tuple[str, Onderdeel], ...]:
    match versie:
        case Versie.DOSSIER:
            return tuple((f"{deel}. {titel}", onderdeel) for deel, titel, onderdeel in DOSSIERVERSIE)
        case Versie.CLIENT:
            return CLIENTVERSIE
        case Versie.AANBIEDER:
            return AANBIEDERSVERSIE


def _lowered(titel: str) -> str:
    return titel[:1].lower() + titel[1:]


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
    code = f"{zaak.versie.naam.capitalize()} · controlecode {zaak.controlecode}"
    return (*oefening, "Individuele begeleiding, Wmo 2015", over, code)


def _footer(zaak: Zaak) -> str:
    """Return the line under each page; the control code stands first, since a long line is cut short."""
    bewijs = zaak.verantwoording
    delen = (
        "OEFENING" if zaak.dossier.oefening else "",
        f"Controlecode {zaak.controlecode}",
        zaak.versie.naam,
        zaak.profiel.voettekst.strip() if zaak.profiel else "",
        f"normenkader {bewijs.kader_id} {bewijs.kader_versie} ({bewijs.kader_status})",
    )
    return " · ".join(deel for deel in delen if deel)


def _watermark(zaak: Zaak) -> str | None:
    van_kader = watermark_of(zaak.kader.kader.status, zaak.bezwaar)
    delen = (CONCEPT if zaak.is_concept else None, van_kader)
    return " · ".join(deel for deel in delen if deel) or None


def watermark_of(status: KaderStatus, bezwaar: str) -> str | None:
    """Return what stands across a page with figures of a kader; None when they are settled."""
    return " · ".join(deel for deel in (WATERMERKEN.get(status), bezwaar.upper()) if deel) or None
