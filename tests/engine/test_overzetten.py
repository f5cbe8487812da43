"""Answers under another kader, and what differs from the earlier onderzoek."""

from fractions import Fraction

from hypothesis import given

from indicatietool.domain.eerder import EerdereTaak, EerderOnderzoek, TaakVerschil
from indicatietool.engine.fit import unknown_to_kader
from indicatietool.engine.overzetten import carry_over
from indicatietool.engine.total import indicate
from indicatietool.engine.verschil import differences
from tests.builders import make_dossier, make_kader, make_taak, score
from tests.strategies import Geval, gevallen, kaders


@given(gevallen())
def test_under_the_same_kader_everything_stays(geval: Geval):
    assert carry_over(geval.kader, geval.dossier.antwoorden) == geval.dossier.antwoorden


@given(gevallen())
def test_under_any_kader_what_is_carried_over_fits(geval: Geval):
    for kader in kaders():
        over = geval.dossier.with_changes(
            antwoorden=carry_over(kader, geval.dossier.antwoorden), besluiten=(), afwijking_totaal=None
        )

        assert [p for p in unknown_to_kader(kader, over) if "weging" not in p.plaats] == []


def test_blok_that_the_new_kader_lacks_is_open_again():
    kader = make_kader(make_taak("post"), blokken=None)
    zonder = kader.model_copy(
        update={
            "taken": tuple(
                taak.model_copy(update={"minuten": {"O1": taak.minuten["O1"]}}) for taak in kader.taken
            )
        }
    )

    over = carry_over(zonder, make_dossier(score("post", "O3", keer=2)).antwoorden)

    assert over.taken[0].blok is None
    assert over.taken[0].frequentie is not None


KADER = make_kader(make_taak("post", minuten=60), make_taak("bellen", minuten=30))


def eerder(*taken: EerdereTaak) -> EerderOnderzoek:
    return EerderOnderzoek(minuten_per_maand=400, taken=taken)


def test_differences_tell_what_came_what_stayed_and_what_went():
    dossier = make_dossier(score("post", "O2"), score("bellen")).with_changes(
        eerder=eerder(
            EerdereTaak(taak="post", naam="Post", blok="O3", minuten_per_week=Fraction(90)),
            EerdereTaak(taak="koken", naam="Koken", blok="B1", minuten_per_week=Fraction(45, 2)),
        )
    )

    assert differences(dossier, indicate(KADER, dossier)) == (
        TaakVerschil("Post", "O3", "O2", Fraction(90), Fraction(60)),
        TaakVerschil("Bellen", None, "O1", None, Fraction(30)),
        TaakVerschil("Koken", "B1", None, Fraction(45, 2), None),
    )


def test_first_onderzoek_has_no_differences():
    dossier = make_dossier(score("post"))

    assert differences(dossier, indicate(KADER, dossier)) == ()
    alleen_totaal = dossier.with_changes(eerder=eerder())
    assert differences(alleen_totaal, indicate(KADER, alleen_totaal)) == ()
