"""A departure falls away where the other kader proposes what was chosen, and nowhere else."""

import pytest

from indicatietool.domain.besluit import AfwijkenTotaal
from indicatietool.engine.afwijking import TOTAAL, Afwijkingen, departures
from tests.builders import afwijken, make_dossier, make_kader, make_taak, score

OUD = make_kader(make_taak("post", minuten=60), make_taak("opruimen", minuten=60, leefgebied="wonen"))
NIEUW = make_kader(make_taak("post", minuten=90), make_taak("opruimen", minuten=60, leefgebied="wonen"))


@pytest.mark.parametrize(
    ("gekozen", "onnodig"),
    [(90, ("post",)), (72, ()), (117, ("post",)), (118, ()), (79, ("post",)), (78, ())],
)
def test_departure_falls_away_only_inside_the_new_marge_and_outside_the_old(
    gekozen: int, onnodig: tuple[str, ...]
) -> None:
    """The marge is 48 to 78 minutes under the old kader and 72 to 117 under the new one."""
    dossier = make_dossier(score("post"), besluiten={"post": afwijken(gekozen)})

    assert departures(OUD, NIEUW, dossier) == Afwijkingen(1, onnodig)


def test_taak_that_did_not_change_keeps_its_departure() -> None:
    besluiten = {taak: afwijken(100) for taak in ("post", "opruimen")}
    dossier = make_dossier(score("post"), score("opruimen"), besluiten=besluiten)

    assert departures(OUD, NIEUW, dossier) == Afwijkingen(2, ("post",))


def test_departure_from_the_sum_falls_away_where_the_sum_becomes_what_was_chosen() -> None:
    totaal = AfwijkenTotaal(minuten_per_maand=360, grond="bijzonder", motivering="Het was meer.")
    dossier = make_dossier(score("post")).with_changes(afwijking_totaal=totaal)

    assert departures(OUD, NIEUW, dossier) == Afwijkingen(1, (TOTAAL,))
    assert departures(NIEUW, NIEUW, dossier) == Afwijkingen(1, ())


def test_dossier_without_departures_has_none() -> None:
    assert departures(OUD, NIEUW, make_dossier(score("post"))) == Afwijkingen(0, ())
