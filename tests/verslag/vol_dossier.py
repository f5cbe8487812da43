"""A dossier in which every passage says where it stands, so that a test can see where it comes out."""

from datetime import date

from indicatietool.domain.antwoorden import LeefgebiedAntwoord, LeefgebiedSituatie
from indicatietool.domain.base import Feit
from indicatietool.domain.besluit import AfwijkenTotaal
from indicatietool.domain.dossier import (
    AdviesGevolgd,
    Afscherming,
    Dossier,
    Leeftijdsgroep,
    Leveringsvorm,
    SoortOnderzoek,
)
from indicatietool.domain.eerder import EerdereTaak, EerderOnderzoek
from indicatietool.domain.fasen import Fase, FaseSoort, TijdelijkeLijn
from indicatietool.domain.normenkader import Normenkader
from indicatietool.verslag.passages import passages
from indicatietool.verslag.versies import TEKSTVELDEN
from tests.builders import afwijken, make_aftrek, make_dossier, make_overig, score, take_all_over

BSN = "111222333"


def mark(plek: str) -> str:
    """Return the words that stand at a place: they name it."""
    return f"Hier staat §{plek}§"


def full_dossier(kader: Normenkader) -> Dossier:
    """Return a finished dossier with words at every place, a departure of each kind, fases and a past."""
    dossier = _scored(kader)
    secties = {
        sectie: _filled(getattr(dossier, sectie), sectie)
        for sectie in ("melding", "hulpvraag", "oplossingen", "weging", "afronding")
    }
    vol = dossier.with_changes(**secties)
    return vol.with_changes(
        melding=_with(
            vol.melding,
            bsn=BSN,
            gemeente="0505",
            soort_onderzoek=SoortOnderzoek.HERINDICATIE,
            leeftijdsgroep=Leeftijdsgroep.VANAF_27,
            meldingsdatum=date(2026, 10, 5),
            gespreksdatum=date(2026, 10, 20),
            advies_datum=date(2026, 10, 1),
            advies_minuten_per_maand=900,
            advies_gevolgd=AdviesGevolgd.DEELS,
            ontvangst_bevestigd=True,
            clientondersteuning_genoemd=True,
            persoonlijk_plan=True,
            identiteit_vastgesteld=True,
            pgb_besproken=True,
            spoed=True,
        ),
        weging=_with(
            vol.weging,
            profiel="B3",
            product="licht",
            leveringsvorm=Leveringsvorm.ZIN,
            ingangsdatum=date(2027, 1, 1),
            einddatum=date(2027, 12, 31),
            eerste_evaluatie=date(2027, 4, 1),
            evaluatie_elke_maanden=6,
            aanleveren_weken_ervoor=4,
            onzeker=True,
        ),
        afronding=_with(vol.afronding, verslag_verzonden=date(2026, 11, 10)),
    )


def guarded(dossier: Dossier, plek: str, *, client: bool = False, aanbieder: bool = False) -> Dossier:
    """Return the dossier with one passage guarded."""
    passage = Afscherming(
        plek=plek, niet_voor_client=client, niet_voor_aanbieder=aanbieder, reden="Op verzoek."
    )
    return dossier.with_changes(afgeschermd=(passage,))


def places(kader: Normenkader, dossier: Dossier) -> tuple[str, ...]:
    """Return every place that can be guarded."""
    return tuple(passage.plek for passage in passages(kader, dossier))


def _scored(kader: Normenkader) -> Dossier:
    antwoorden = make_dossier(
        score(
            "post",
            "O2",
            keer=2,
            motivatie="matig",
            aftrek=(make_aftrek(minuten=5, reden=mark("taak.post.aftrek")),),
            observatie=mark("taak.post.observatie"),
        ),
        score(
            "opruimen",
            "B2",
            motivatie="matig",
            veiligheid="veilig",
            observatie=mark("taak.opruimen.observatie"),
        ),
        leefgebieden=tuple(
            LeefgebiedAntwoord(
                leefgebied=naam,
                situatie=situatie,
                keuzes=keuzes,
                **{
                    deel: mark(f"leefgebied.{naam}.{deel}")
                    for deel in ("problemen", "doel", "indicator", "toelichting")
                },
            )
            for naam, situatie, keuzes in (
                ("geld", LeefgebiedSituatie.BEGELEIDING, {"drukte": "druk"}),
                ("wonen", LeefgebiedSituatie.BEGELEIDING, {"drukte": "rustig"}),
                ("vrije-tijd", LeefgebiedSituatie.EIGEN_KRACHT, {}),
            )
        ),
        overige=(make_overig(omschrijving=mark("overig.1.omschrijving")),),
        planbaar="ja",
    )
    overig = antwoorden.antwoorden.overige[0]
    antwoorden = antwoorden.with_changes(
        antwoorden=_with(
            antwoorden.antwoorden, overige=(_with(overig, motivering=mark("overig.1.motivering")),)
        )
    )
    besloten = take_all_over(kader, antwoorden)
    anders = afwijken(90, motivering=mark("besluit.post.motivering"))
    return besloten.with_changes(
        besluiten=tuple(
            b.model_copy(update={"besluit": anders}) if b.taak == "post" else b for b in besloten.besluiten
        ),
        afwijking_totaal=AfwijkenTotaal(
            minuten_per_maand=777, grond="afbouw", motivering=mark("afwijking_totaal.motivering")
        ),
        fasen=(
            Fase(
                soort=FaseSoort.START,
                van=date(2027, 1, 1),
                tot=date(2027, 3, 15),
                minuten_per_maand=900,
                motivering=mark("fase.1.motivering"),
            ),
            Fase(soort=FaseSoort.VERVOLG, van=date(2027, 3, 16), tot=date(2027, 12, 31)),
        ),
        tijdelijke_lijnen=(
            TijdelijkeLijn(
                omschrijving=mark("tijdelijk.1.omschrijving"),
                van=date(2027, 5, 1),
                tot=date(2027, 6, 30),
                minuten_per_maand=120,
                motivering=mark("tijdelijk.1.motivering"),
            ),
        ),
        eerder=EerderOnderzoek(
            nummer="2025-0009",
            datum=date(2025, 11, 1),
            kader="Klein kader 0",
            minuten_per_maand=650,
            einddatum=date(2026, 12, 31),
            profiel="O2",
            taken=(
                EerdereTaak(taak="post", naam="Post", blok="O1", minuten_per_week=60),
                EerdereTaak(taak="vroeger", naam="Vroegere taak", blok="B1", minuten_per_week=20),
            ),
        ),
    )


def _filled(model: Feit, sectie: str) -> Feit:
    namen = [naam for naam in type(model).model_fields if f"{sectie}.{naam}" in TEKSTVELDEN and naam != "bsn"]
    return _with(model, **{naam: mark(f"{sectie}.{naam}") for naam in namen})


def _with(model: Feit, **changes: object) -> Feit:
    return type(model)(**{**dict(model), **changes})
