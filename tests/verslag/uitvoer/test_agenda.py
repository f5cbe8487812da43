"""The agenda: days without names, the same bytes each time, and rows that a robot can build on."""

from datetime import date, timedelta

import pytest
from icalendar import Calendar

from indicatietool.errors import VerslagError
from indicatietool.verslag.uitvoer.agenda import KOLOMMEN, agenda_as_csv, agenda_as_ics
from tests.verslag.uitvoer.zaken import EINDE, NAAM, VANDAAG, cells, make_zaak

DAGEN = {
    "Evaluatieverslag aanbieder binnen": [date(2027, 4, 3), date(2027, 10, 4)],
    "Evaluatie begeleiding": [date(2027, 5, 1), date(2027, 11, 1)],
    "Laatste dag indicatie": [EINDE],
}


def events(inhoud: bytes) -> list[dict[str, object]]:
    agenda = Calendar.from_ical(inhoud)
    return [
        {
            "titel": str(event["summary"]),
            "dag": event["dtstart"].dt,
            "uid": str(event["uid"]),
            "stempel": event["dtstamp"].dt,
            "wekker": event.walk("VALARM")[0]["trigger"].dt,
        }
        for event in agenda.walk("VEVENT")
    ]


def test_agenda_has_evaluations_deadlines_and_the_end() -> None:
    per_titel: dict[str, list[object]] = {}
    for event in events(agenda_as_ics(make_zaak())):
        titel, _, rest = str(event["titel"]).partition(", ")
        assert rest == "dossier 2027-0001"
        per_titel.setdefault(titel, []).append(event["dag"])

    assert per_titel == DAGEN


def test_each_day_warns_weeks_before() -> None:
    wekkers = {str(e["titel"]).partition(",")[0]: e["wekker"] for e in events(agenda_as_ics(make_zaak()))}

    assert wekkers == {
        "Evaluatieverslag aanbieder binnen": timedelta(days=-7),
        "Evaluatie begeleiding": timedelta(days=-14),
        "Laatste dag indicatie": timedelta(days=-56),
    }


def test_agenda_is_stamped_with_the_day_of_the_verantwoording_and_equal_each_time() -> None:
    zaak = make_zaak()

    assert agenda_as_ics(zaak) == agenda_as_ics(zaak)
    assert {e["stempel"].date() for e in events(agenda_as_ics(zaak))} == {VANDAAG}  # type: ignore[attr-defined]


def test_moved_evaluation_keeps_its_uid() -> None:
    eerst = events(agenda_as_ics(make_zaak()))
    later = events(agenda_as_ics(make_zaak(weging={"eerste_evaluatie": date(2027, 6, 1)})))

    assert len({e["uid"] for e in eerst}) == len(eerst)
    assert {e["uid"] for e in later} <= {e["uid"] for e in eerst}


def test_nothing_in_the_agenda_says_who_it_is() -> None:
    inhoud = agenda_as_ics(make_zaak()).decode()

    assert NAAM not in inhoud
    assert "Z-2027-001" not in inhoud


def test_rows_for_a_robot_are_stable() -> None:
    assert cells(agenda_as_csv(make_zaak())) == [
        list(KOLOMMEN),
        ["2027-0001", "Z-2027-001", "0505", "nee", "evaluatie", "1", "2027-05-01", "2027-04-03"],
        ["2027-0001", "Z-2027-001", "0505", "nee", "evaluatie", "2", "2027-11-01", "2027-10-04"],
        ["2027-0001", "Z-2027-001", "0505", "nee", "einde", "1", "2028-01-31", ""],
    ]


@pytest.mark.parametrize("zaaknummer", ["", "Jansen", "zaak van mevrouw Jansen 12", "=1+1", "JANSEN"])
def test_zaaknummer_that_may_be_a_name_stays_home(zaaknummer: str) -> None:
    rijen = cells(agenda_as_csv(make_zaak(melding={"zaaknummer": zaaknummer})))

    assert {rij[1] for rij in rijen[1:]} == {""}


def test_no_day_at_all_is_told() -> None:
    leeg = make_zaak(weging={"eerste_evaluatie": None, "einddatum": None, "ingangsdatum": None})

    with pytest.raises(VerslagError, match="nog geen datum"):
        agenda_as_ics(leeg)
