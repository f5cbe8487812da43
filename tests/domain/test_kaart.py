"""The card of a dossier: what a list shows, when the research must be done, when the next evaluation is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from indicatietool.domain.dossier import SoortOnderzoek, Weging
from indicatietool.domain.kaart import Dossierkaart, DossierStatus, kaart_of
from indicatietool.domain.kalender import add_months
from tests.builders import make_dossier

dagen = st.dates(date(2020, 1, 1), date(2040, 12, 31))


def test_card_holds_what_the_dossier_says():
    dossier = make_dossier()
    dossier = dossier.with_changes(
        melding=type(dossier.melding)(
            client="Łukasz",
            zaaknummer="Z-1",
            gemeente="0505",
            soort_onderzoek=SoortOnderzoek.EERSTE,
            meldingsdatum=date(2027, 1, 4),
        ),
        weging=Weging(
            ingangsdatum=date(2027, 2, 1),
            einddatum=date(2028, 1, 31),
            eerste_evaluatie=date(2027, 5, 1),
            evaluatie_elke_maanden=3,
        ),
    )

    kaart = kaart_of(dossier, DossierStatus.COMPLEET, 240, 2, 3)

    assert kaart == Dossierkaart(
        nummer="2027-0001",
        client="Łukasz",
        zaaknummer="Z-1",
        gemeente="0505",
        soort_onderzoek=SoortOnderzoek.EERSTE,
        status=DossierStatus.COMPLEET,
        meldingsdatum=date(2027, 1, 4),
        ingangsdatum=date(2027, 2, 1),
        einddatum=date(2028, 1, 31),
        eerste_evaluatie=date(2027, 5, 1),
        evaluatie_elke_maanden=3,
        minuten_per_maand=240,
        taken_klaar=2,
        taken_totaal=3,
    )
    assert Dossierkaart.model_validate_json(kaart.model_dump_json()) == kaart


def test_research_takes_six_weeks_from_the_melding():
    assert Dossierkaart(nummer="a", meldingsdatum=date(2027, 1, 4)).uiterlijk == date(2027, 2, 15)
    assert Dossierkaart(nummer="a").uiterlijk is None
    assert Dossierkaart(nummer="a", meldingsdatum=date.max).uiterlijk is None


def kaart(eerste: date | None, elke: int | None = None, einde: date | None = None) -> Dossierkaart:
    return Dossierkaart(nummer="a", eerste_evaluatie=eerste, evaluatie_elke_maanden=elke, einddatum=einde)


@pytest.mark.parametrize(
    ("vandaag", "elke", "einde", "volgende"),
    [
        (date(2027, 1, 1), None, None, date(2027, 1, 31)),
        (date(2027, 1, 31), None, None, date(2027, 1, 31)),
        (date(2027, 2, 1), None, None, None),
        (date(2027, 2, 1), 1, None, date(2027, 2, 28)),
        (date(2027, 3, 1), 1, None, date(2027, 3, 31)),
        (date(2027, 2, 28), 1, None, date(2027, 2, 28)),
        (date(2027, 2, 1), 6, None, date(2027, 7, 31)),
        (date(2030, 8, 1), 6, None, date(2031, 1, 31)),
        (date(2027, 2, 1), 6, date(2027, 7, 31), date(2027, 7, 31)),
        (date(2027, 2, 1), 6, date(2027, 7, 30), None),
        (date(2027, 1, 1), 6, date(2027, 1, 30), None),
        (date(9999, 12, 31), 60, None, None),
    ],
)
def test_next_evaluation_is_the_first_from_today_up_to_the_end(
    vandaag: date, elke: int | None, einde: date | None, volgende: date | None
):
    assert kaart(date(2027, 1, 31), elke, einde).volgende_evaluatie(vandaag) == volgende


def test_without_a_first_evaluation_there_is_none():
    assert kaart(None, 3).volgende_evaluatie(date(2027, 1, 1)) is None


@given(dagen, st.integers(1, 60), dagen)
def test_next_evaluation_is_what_stepping_month_by_month_gives(eerste: date, elke: int, vandaag: date):
    keer, dag = 0, eerste
    while dag < vandaag:
        keer += 1
        dag = add_months(eerste, keer * elke) or date.max

    assert kaart(eerste, elke).volgende_evaluatie(vandaag) == dag
    assert kaart(eerste, elke, dag - timedelta(days=1)).volgende_evaluatie(vandaag) is None


@pytest.mark.parametrize(
    "fout",
    [{"gemeente": "x"}, {"minuten_per_maand": -1}, {"taken_klaar": True}, {"status": "klaar"}, {"x": 1}],
)
def test_card_that_can_not_be_is_refused(fout: dict[str, object]):
    with pytest.raises(ValidationError):
        Dossierkaart(**{"nummer": "2027-0001", **fout})
