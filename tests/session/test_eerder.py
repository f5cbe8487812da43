"""This onderzoek beside the earlier one: a sentence and a row per taak."""

from fractions import Fraction

from indicatietool.domain.eerder import EerdereTaak, EerderOnderzoek
from indicatietool.session.eerder import beside_earlier
from indicatietool.session.oefenen.casussen import demonstrated, model_of
from indicatietool.session.session import Session
from tests.builders import VANDAAG


def session_after(practice_desk, **eerder) -> Session:
    model = model_of(practice_desk, demonstrated(practice_desk)).dossier
    dossier = model.with_changes(eerder=EerderOnderzoek(**eerder)) if eerder else model
    return Session(dossier, practice_desk.new().geladen, None, VANDAAG)


def test_first_onderzoek_has_nothing_to_compare_with(practice_desk):
    assert beside_earlier(session_after(practice_desk)) is None


def test_taak_that_stayed_came_or_went_has_its_row(practice_desk):
    nu = session_after(practice_desk).indicatie
    eerste = nu.taken[0]
    toen = EerdereTaak(taak=eerste.taak, naam=eerste.naam, blok="O4", minuten_per_week=Fraction(100))
    weg = EerdereTaak(taak="oude-taak", naam="Oude taak", minuten_per_week=Fraction(15, 2))

    vergeleken = beside_earlier(session_after(practice_desk, minuten_per_maand=1000, taken=(toen, weg)))

    assert vergeleken.zin == "Vorig onderzoek: 1000 minuten per maand. Nu 810: 190 minder."
    rij = {naam: (was, is_, verschil) for naam, was, is_, verschil in vergeleken.rijen}
    was, is_, verschil = rij[eerste.naam]
    assert was == "O4 · 100"
    assert is_.startswith(f"{eerste.blok} · ")
    assert verschil.startswith("−")
    assert rij["Oude taak"] == ("7,5", "–", "−7,5")
    assert sum(was == "–" for was, _, _ in rij.values()) == len(nu.taken) - 1


def test_only_a_total_is_compared_when_the_taken_of_then_are_not_known(practice_desk):
    vergeleken = beside_earlier(session_after(practice_desk, minuten_per_maand=810, profiel="O2"))

    assert vergeleken.zin == "Vorig onderzoek, profiel O2: 810 minuten per maand. Nu 810: evenveel."
    assert vergeleken.rijen == ()
