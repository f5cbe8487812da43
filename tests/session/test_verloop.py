"""Minutes over time: presets as a start, the dates that fit a profiel, and the stretches that follow."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from indicatietool.domain.dossier import Melding, SoortOnderzoek, Weging
from indicatietool.domain.fasen import Fase, FaseSoort, TijdelijkeLijn
from indicatietool.domain.normenkader import Normenkader
from indicatietool.errors import InvoerError
from indicatietool.session.checks import missing
from indicatietool.session.presets import PRESETS, PresetSoort, apply, plan
from indicatietool.session.session import Session
from indicatietool.session.steps import VUL_AAN
from indicatietool.session.termijnen import propose_terms, take_terms
from indicatietool.session.tijd import evaluation_days, pieces, total_in_words
from indicatietool.store.kluis import Kluis
from tests.builders import (
    VANDAAG,
    as_loaded,
    make_dossier,
    make_kader,
    make_profiel,
    make_taak,
    score,
    take_all_over,
)
from tests.kluizen import make_kluis

START, EINDE = date(2027, 2, 1), date(2028, 1, 31)


@pytest.fixture
def kluis(tmp_path: Path) -> Iterator[Kluis]:
    with make_kluis(tmp_path / "kluis") as kluis:
        yield kluis


def begun(kader: Normenkader | None = None, kluis: Kluis | None = None, **weging: object) -> Session:
    kader = kader or make_kader(make_taak(minuten=100))
    dossier = take_all_over(kader, make_dossier(score())).with_changes(weging=Weging(**weging))
    return Session(dossier, as_loaded(kader), kluis, VANDAAG)


# Presets


@pytest.mark.parametrize("soort", list(PresetSoort))
def test_preset_needs_a_start_and_fills_in_nothing_by_itself(soort: PresetSoort):
    zonder, met = begun(), begun(ingangsdatum=START)
    voor = met.dossier

    with pytest.raises(InvoerError, match="Vul eerst de ingangsdatum in"):
        plan(zonder, soort)
    plan(met, soort)

    assert met.dossier == voor


@pytest.mark.parametrize(
    ("soort", "einde", "fasen"),
    [
        (
            PresetSoort.AFBOUW,
            EINDE,
            [("start", START, None), ("vervolg", date(2027, 6, 1), 300), ("afbouw", date(2027, 8, 1), 200)],
        ),
        (
            PresetSoort.INTENSIEF,
            date(2027, 7, 31),
            [("start", START, None), ("afbouw", date(2027, 5, 1), 200)],
        ),
        (PresetSoort.LAAG_FREQUENT, date(2029, 1, 31), []),
        (PresetSoort.WAAKVLAM, EINDE, [("vervolg", START, None), ("waakvlam", date(2027, 11, 1), 60)]),
    ],
)
def test_preset_makes_these_fases(soort: PresetSoort, einde: date, fasen: list):
    gemaakt = plan(begun(ingangsdatum=START), soort)

    assert gemaakt.einddatum == einde
    assert [(f.soort, f.van, f.minuten_per_maand) for f in gemaakt.fasen] == fasen
    assert not gemaakt.fasen or gemaakt.fasen[-1].tot == einde


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.soort)
def test_preset_is_one_step_to_undo_and_covers_the_looptijd(preset, kluis: Kluis):
    session = begun(kluis=kluis, ingangsdatum=START)
    voor = session.dossier

    apply(session, plan(session, preset.soort))

    assert session.dossier.weging.einddatum is not None
    assert not [g for g in missing(session.kader, session.dossier, session.indicatie) if g.veld == "fasen"]
    session.undo()
    assert session.dossier.with_changes(gebleven="") == voor.with_changes(gebleven="")


def test_own_minutes_of_a_preset_still_need_a_motivering():
    session = begun(ingangsdatum=START)

    apply(session, plan(session, PresetSoort.AFBOUW))

    velden = {g.veld for g in missing(session.kader, session.dossier, session.indicatie)}
    assert {"fase.2.motivering", "fase.3.motivering"} <= velden
    assert "fase.1.motivering" not in velden
    assert VUL_AAN in session.dossier.fasen[1].motivering


@pytest.mark.parametrize("soort", [PresetSoort.AFBOUW, PresetSoort.WAAKVLAM])
def test_end_that_was_chosen_stays_and_fases_end_there(soort: PresetSoort):
    session = begun(ingangsdatum=START, einddatum=date(2027, 6, 30))

    gemaakt = plan(session, soort)

    assert gemaakt.einddatum == date(2027, 6, 30)
    assert [fase.tot for fase in gemaakt.fasen][-1:] == [date(2027, 6, 30)]


def test_plan_says_in_words_what_it_would_fill_in():
    regels = plan(begun(ingangsdatum=START), PresetSoort.INTENSIEF).regels

    assert regels == (
        "Start: 1-2-2027 tot en met 30-4-2027, het aantal van de indicatie.",
        "Afbouw: 1-5-2027 tot en met 31-7-2027, 200 minuten per maand.",
        "Einddatum 31-7-2027. Eerste evaluatie 1-5-2027, daarna elke 3 maanden.",
    )


def test_waakvlam_is_never_more_than_the_indicatie():
    licht = make_kader(make_taak(minuten=10))

    fasen = plan(begun(licht, ingangsdatum=START), PresetSoort.WAAKVLAM).fasen

    assert fasen[-1].minuten_per_maand == 40


def test_day_at_the_end_of_the_calendar_is_a_sentence():
    with pytest.raises(InvoerError, match="niet te rekenen"):
        plan(begun(ingangsdatum=date(9999, 12, 1)), PresetSoort.AFBOUW)


# Terms


def test_terms_wait_for_profiel_and_start():
    assert propose_terms(begun(ingangsdatum=START)) is None
    assert propose_terms(begun(profiel="O2")) is None


def test_terms_follow_the_profiel_and_are_taken_over_as_one_step(kluis: Kluis):
    session = begun(kluis=kluis, ingangsdatum=START, profiel="O2")
    voorstel = propose_terms(session)
    assert voorstel is not None
    assert voorstel.langer_tot is None
    assert "looptijd van 12 maanden" in voorstel.redenen[0]

    take_terms(session, voorstel.termijnen)

    weging = session.dossier.weging
    assert (weging.einddatum, weging.eerste_evaluatie) == (EINDE, date(2027, 5, 1))
    assert (weging.evaluatie_elke_maanden, weging.aanleveren_weken_ervoor) == (6, 4)
    session.undo()
    assert session.dossier.weging.einddatum is None


def test_heavy_profiel_offers_a_year_with_a_reason():
    zwaar = make_kader(profielen=(make_profiel("O1", 0, 10_080, looptijd=6),))

    voorstel = propose_terms(begun(zwaar, ingangsdatum=START, profiel="O1"))

    assert voorstel is not None
    assert voorstel.termijnen.einddatum == date(2027, 7, 31)
    assert voorstel.langer_tot == EINDE
    assert "mag het tot 12 maanden" in voorstel.redenen[1]


@pytest.mark.parametrize(
    ("onzeker", "soort", "woord"),
    [
        (True, SoortOnderzoek.EERSTE, "nog onzeker"),
        (None, SoortOnderzoek.HERZIENING, "inzet paste niet"),
        (None, SoortOnderzoek.EERSTE, ""),
    ],
)
def test_uncertain_or_changed_begeleiding_is_evaluated_earlier(
    onzeker: bool | None, soort: SoortOnderzoek, woord: str
):
    profiel = make_profiel("O1", 0, 10_080).model_copy(update={"eerste_evaluatie_maanden": 6})
    session = begun(make_kader(profielen=(profiel,)), ingangsdatum=START, profiel="O1", onzeker=onzeker)
    session._change(lambda: {"melding": Melding(soort_onderzoek=soort)})

    voorstel = propose_terms(session)

    assert voorstel is not None
    assert voorstel.termijnen.eerste_evaluatie == (date(2027, 5, 1) if woord else date(2027, 8, 1))
    assert woord in " ".join(voorstel.redenen)


# Stretches of time


def fase(soort: FaseSoort, van: date, tot: date, minuten: int | None = None) -> Fase:
    return Fase(soort=soort, van=van, tot=tot, minuten_per_maand=minuten, motivering="Zo past het.")


def test_without_fases_there_is_one_stretch_and_its_total():
    session = begun(ingangsdatum=START, einddatum=EINDE)

    (stuk,) = pieces(session)

    assert (stuk.minuten_per_maand, stuk.samen) == (400, 4800)
    assert stuk.zin == "Hele looptijd: 1-2-2027 tot en met 31-1-2028, 400 minuten per maand"
    assert total_in_words(session) == "4800 minuten (80 uur)"


def test_gap_between_fases_is_a_stretch_of_its_own_and_temporary_ones_come_last():
    session = begun(ingangsdatum=START, einddatum=EINDE)
    session.set_fasen(
        (
            fase(FaseSoort.START, START, date(2027, 3, 31)),
            fase(FaseSoort.AFBOUW, date(2027, 6, 1), EINDE, 100),
        )
    )
    session.set_tijdelijke_lijnen(
        (
            TijdelijkeLijn(
                omschrijving="Verhuizing",
                van=START,
                tot=date(2027, 2, 28),
                minuten_per_maand=60,
                motivering="Nieuw huis.",
            ),
        )
    )

    stukken = pieces(session)

    assert [(s.minuten_per_maand, s.is_tijdelijk) for s in stukken] == [
        (400, False),
        (None, False),
        (100, False),
        (60, True),
    ]
    assert stukken[1].zin == "Zonder fase: 1-4-2027 tot en met 31-5-2027, geen fase"


def test_without_dates_there_is_nothing_to_draw():
    session = begun(ingangsdatum=START)

    assert pieces(session) == ()
    assert total_in_words(session) == ""
    assert evaluation_days(session) == ()


def test_each_evaluation_has_the_day_on_which_the_papers_are_due():
    session = begun(
        ingangsdatum=START,
        einddatum=EINDE,
        eerste_evaluatie=date(2027, 5, 1),
        evaluatie_elke_maanden=6,
        aanleveren_weken_ervoor=4,
    )

    assert [(m.dag, m.aanleveren) for m in evaluation_days(session)] == [
        (date(2027, 5, 1), date(2027, 4, 3)),
        (date(2027, 11, 1), date(2027, 10, 4)),
    ]
