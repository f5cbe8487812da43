"""Months and days of a looptijd add up, for any two days of the calendar."""

from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from indicatietool.domain.dossier import Weging
from indicatietool.domain.kalender import add_months, research_deadline, shifted
from indicatietool.engine.looptijd import MAX_EVALUATIES, duration, evaluations, suggest_termijnen
from tests.builders import make_profiel

dagen = st.dates(date(2000, 1, 1), date(2099, 12, 31))
LAATSTE_DAG = date.max


@given(dagen, dagen)
def test_looptijd_leads_from_the_start_to_the_day_after_the_end(start: date, einde: date):
    assume(start <= einde)

    looptijd = duration(start, einde)

    na = add_months(start, looptijd.maanden)
    assert na is not None
    assert na + timedelta(days=looptijd.dagen) == einde + timedelta(days=1)
    assert looptijd.maanden >= 0
    assert 0 <= looptijd.dagen <= 30


@given(dagen, st.integers(0, 120))
def test_months_later_is_in_the_month_that_many_later(dag: date, maanden: int):
    later = add_months(dag, maanden)

    assert later is not None
    assert (later.year - dag.year) * 12 + later.month - dag.month == maanden
    assert later.day <= dag.day


def test_one_day_is_no_month_and_one_day():
    looptijd = duration(date(2027, 2, 1), date(2027, 2, 1))

    assert (looptijd.maanden, looptijd.dagen) == (0, 1)


def test_end_of_the_calendar_is_no_mistake():
    assert add_months(LAATSTE_DAG, 1) is None
    assert shifted(LAATSTE_DAG, 1) is None
    assert research_deadline(LAATSTE_DAG) is None
    assert suggest_termijnen(make_profiel("O1", 0, 60), LAATSTE_DAG) is None
    assert duration(date(9999, 12, 1), LAATSTE_DAG).maanden == 0


def test_evaluations_run_to_the_end_and_name_the_day_for_papers():
    weging = Weging(
        einddatum=date(2028, 1, 31),
        eerste_evaluatie=date(2027, 5, 31),
        evaluatie_elke_maanden=3,
        aanleveren_weken_ervoor=4,
    )

    momenten = evaluations(weging)

    assert [moment.dag for moment in momenten] == [
        date(2027, 5, 31),
        date(2027, 8, 31),
        date(2027, 11, 30),
    ]
    assert momenten[0].aanleveren == date(2027, 5, 3)


def test_evaluation_on_the_last_day_still_counts():
    weging = Weging(einddatum=date(2027, 8, 31), eerste_evaluatie=date(2027, 5, 31), evaluatie_elke_maanden=3)

    assert [moment.dag for moment in evaluations(weging)] == [date(2027, 5, 31), date(2027, 8, 31)]
    assert evaluations(weging)[0].aanleveren is None


def test_evaluations_without_cadence_are_only_the_first():
    assert evaluations(Weging()) == ()
    assert len(evaluations(Weging(eerste_evaluatie=date(2027, 5, 31)))) == 1


def test_evaluations_are_never_endless():
    weging = Weging(einddatum=LAATSTE_DAG, eerste_evaluatie=date(2027, 1, 1), evaluatie_elke_maanden=1)

    assert len(evaluations(weging)) == MAX_EVALUATIES
