"""Cliëntversie: how the number came about, from all that is needed to the minutes per month; no marge."""

from collections.abc import Iterator

from indicatietool.domain.besluit import Afwijken
from indicatietool.domain.normenkader import Afrondingsregel
from indicatietool.domain.tekst import show_exact, show_minutes
from indicatietool.verslag.blocks import Alinea, Kop, Tabel, VerslagBlok, Waterval
from indicatietool.verslag.invulling import paragraphs, row, table_of
from indicatietool.verslag.onderdelen.client.woorden import told
from indicatietool.verslag.onderdelen.figuren import Woorden, waterfall
from indicatietool.verslag.zaak import Zaak

WOORDEN = Woorden(
    bijschrift="Van wat nodig is naar begeleiding, in minuten per week",
    bruto="Alles wat nodig is",
    netto="Wat overblijft",
    totaal="Begeleiding per week",
    eigen_kracht="Doet u zelf",
    gebruikelijke_hulp="Doen uw huisgenoten",
    mantelzorg="Doet uw mantelzorger",
    netwerk="Doen mensen om u heen",
    voorliggend="Doet andere hulp",
    norm="Doen anderen, volgens de norm",
    samenval="Taken die tegelijk kunnen",
    afronding="Afronden",
    keuzes="Keuze van de consulent",
    maximum="Hoogste aantal van de norm",
    overige="Andere begeleiding",
)
UITLEG = (
    "De consulent schreef per taak op wat u nodig heeft en hoe vaak.",
    "Een rekenprogramma deed daarmee een voorstel. Het rekent met vaste regels en is geen AI.",
    "De consulent heeft het voorstel bekeken en zelf het aantal minuten gekozen.",
)
NAAR = {"omhoog": "naar boven", "omlaag": "naar beneden", "dichtstbij": "naar het dichtstbijzijnde aantal"}
ANDER_AANTAL = "Bij deze taken koos de consulent een ander aantal dan het voorstel."
ANDER_TOTAAL = "De consulent koos voor de hele maand een ander aantal."
BUITEN_DE_NORM = "Deze begeleiding staat niet in de norm:"
AFWEGING = (
    ("De afweging van de consulent", "weging.plussen_en_minnen"),
    ("Wat hoort bij het gewone leven", "weging.normaliseren"),
    ("Hoe u meer zelf kunt doen", "weging.zelfredzaamheid"),
    ("Wat er in uw buurt kan", "weging.naar_de_voorkant"),
    ("Wat bij u bijzonder is", "weging.bijzondere_omstandigheden"),
    ("Wanneer het drukker kan zijn", "weging.verwachte_pieken"),
)
ONZEKER = "We weten nog niet zeker of dit aantal past. Daarom kijken we hier vroeg naar."


def waarom(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return the way from what is needed to the number, and the reasons of the consulent."""
    return (
        *(Alinea(zin) for zin in UITLEG),
        *_figure(zaak),
        *(Alinea(zin) for zin in _to_month(zaak)),
        *_before(zaak),
        *(blok for titel, pad in AFWEGING for blok in told(zaak, titel, pad)),
        *((Alinea(ONZEKER),) if zaak.dossier.weging.onzeker else ()),
        *_departures(zaak),
    )


def _figure(zaak: Zaak) -> tuple[Waterval | Tabel, ...]:
    return waterfall(zaak, WOORDEN) if zaak.indicatie.taken or zaak.dossier.antwoorden.overige else ()


def _to_month(zaak: Zaak) -> Iterator[str]:
    wijze = zaak.kader.rekenwijze
    yield f"We rekenen met {show_exact(wijze.weken_per_maand)} weken in een maand."
    afgerond = _rounding(wijze.afronding_totaal)
    yield f"Per maand is dat {afgerond}: {zaak.indicatie.berekend_per_maand} minuten."


def _rounding(regel: Afrondingsregel) -> str:
    op = "hele minuten" if regel.stap == 1 else f"{regel.stap} minuten"
    return f"afgerond {NAAR[regel.richting]} op {op}"


def _before(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    eerder = zaak.dossier.eerder
    if eerder is None:
        return ()
    zin = f"De vorige keer was het {eerder.minuten_per_maand} minuten per maand."
    return (Alinea(zin), *told(zaak, "Wat er is veranderd", "melding.verandering"))


def _departures(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return what was chosen other than proposed, with the ground and the reason; the marge stays out."""
    blokken = (*_of_taken(zaak), *_of_total(zaak), *_outside_norm(zaak))
    return (Kop(2, "Waarom soms een ander aantal"), *blokken) if blokken else ()


def _of_taken(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    rijen = tuple(
        row(
            uitkomst.naam,
            f"{show_minutes(besluit.minuten)} minuten per week. {zaak.grond_naam(besluit.grond)}\n"
            f"{besluit.motivering.strip()}",
        )
        for uitkomst in zaak.indicatie.taken
        if isinstance(besluit := uitkomst.besluit, Afwijken)
    )
    return (Alinea(ANDER_AANTAL), *table_of(*rijen)) if rijen else ()


def _of_total(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    totaal = zaak.indicatie.afwijking
    if totaal is None:
        return ()
    return (
        Alinea(f"{ANDER_TOTAAL} Dat is {totaal.minuten_per_maand} minuten."),
        *paragraphs(f"{zaak.grond_naam(totaal.grond)}\n{totaal.motivering}"),
    )


def _outside_norm(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    overige = tuple(row(o.omschrijving.strip(), o.motivering) for o in zaak.dossier.antwoorden.overige)
    return (Alinea(BUITEN_DE_NORM), *table_of(*overige)) if overige else ()
