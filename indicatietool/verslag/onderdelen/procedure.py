"""Part 3: how the research went: what the law asks, the days it gives, papers and an advice."""

from datetime import date

from indicatietool.domain.kalender import research_deadline, shifted
from indicatietool.domain.veld import text_of
from indicatietool.domain.velden import ALLE_VELDEN
from indicatietool.verslag.blocks import Alinea, AlineaStijl, Kolom, Kop, Lijst, Rij, Tabel, VerslagBlok
from indicatietool.verslag.invulling import NIET_INGEVULD, rows, show_date, table_of
from indicatietool.verslag.onderdelen.wet import law_checklist, stappenplan
from indicatietool.verslag.zaak import Zaak

PLAN_DAGEN = 7
"""Days for a persoonlijk plan. Bron: Wmo 2015 art. 2.3.2 lid 2."""

ZEVEN_DAGEN = "Wmo 2015 art. 2.3.2 lid 2"
ZES_WEKEN = "Wmo 2015 art. 2.3.2 lid 1"
AANVRAAG = "Wmo 2015 art. 2.3.2 lid 9"
TWEE_WEKEN = "Wmo 2015 art. 2.3.5 lid 2"


def procedure(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return the steps that the law asks for, the papers that were read and an advice of an aanbieder."""
    return (
        *table_of(
            *rows(
                zaak.dossier,
                "melding.ontvangst_bevestigd",
                "melding.spoed",
                "melding.clientondersteuning_genoemd",
                "melding.persoonlijk_plan",
                "melding.persoonlijk_plan_gebruikt",
                "melding.identiteit_vastgesteld",
                "melding.pgb_besproken",
            ),
        ),
        Kop(2, "Termijnen"),
        _deadlines(zaak),
        Kop(2, "Het stappenplan van de Centrale Raad van Beroep", "CRvB 2018:819"),
        stappenplan(zaak),
        Kop(2, "Wat de wet vraagt te onderzoeken", "Wmo 2015 art. 2.3.2 lid 4"),
        law_checklist(zaak),
        *_stukken(zaak),
        *_advies(zaak),
    )


def _deadlines(zaak: Zaak) -> Tabel:
    """Return each term of the law with its last day and how it stands."""
    melding = zaak.dossier.melding.meldingsdatum
    plan = shifted(melding, PLAN_DAGEN) if melding else None
    klaar = research_deadline(melding) if melding else None
    verzonden = zaak.dossier.afronding.verslag_verzonden
    plan_er = {True: "er is een plan gegeven", False: "er is geen plan gegeven", None: NIET_INGEVULD}
    kolommen = (Kolom("Termijn", 62), Kolom("Uiterlijk", 30), Kolom("Stand", 44), Kolom("Grondslag", 34))
    rijen = (
        _row(
            "Persoonlijk plan: zeven dagen na de melding",
            plan,
            plan_er[zaak.dossier.melding.persoonlijk_plan],
            ZEVEN_DAGEN,
        ),
        _row("Onderzoek klaar: zes weken na de melding", klaar, _sent(verzonden, klaar), ZES_WEKEN),
        _row("Zonder verslag mag de cliënt een aanvraag doen: na zes weken", klaar, "", AANVRAAG),
        Rij(
            (
                "Besluit van de gemeente: twee weken na de aanvraag",
                "14 dagen na de aanvraag",
                "volgt na de aanvraag",
                TWEE_WEKEN,
            )
        ),
    )
    return Tabel(kolommen, rijen)


def _row(wat: str, uiterlijk: date | None, stand: str, grondslag: str) -> Rij:
    return Rij((wat, show_date(uiterlijk) or "melding niet ingevuld", stand, grondslag))


def _sent(verzonden: date | None, klaar: date | None) -> str:
    if verzonden is None:
        return "verslag nog niet verzonden"
    op = f"verzonden op {show_date(verzonden)}"
    if klaar is None:
        return op
    return f"{op}, op tijd" if verzonden <= klaar else f"{op}, te laat"


def _stukken(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    regels = tuple(regel.strip() for regel in zaak.dossier.melding.stukken.splitlines() if regel.strip())
    kop = Kop(3, "Gebruikte stukken", "Wmo 2015 art. 2.3.2 lid 7")
    return (kop, Lijst(regels) if regels else Alinea("Er zijn geen stukken genoemd.", AlineaStijl.LEEG))


def _advies(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    velden = tuple(veld for veld in ALLE_VELDEN if veld.pad.startswith("melding.advies_"))
    kop = Kop(3, "Advies van een aanbieder", "Awb art. 3:46")
    if not any(text_of(zaak.dossier, veld) for veld in velden):
        return (kop, Alinea("Er is geen advies van een aanbieder.", AlineaStijl.LEEG))
    return (kop, *table_of(*rows(zaak.dossier, *(veld.pad for veld in velden))))
