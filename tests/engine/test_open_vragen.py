"""Which questions are open, where they are asked, and what a kader does not know."""

from collections.abc import Callable

import pytest

from indicatietool.domain.antwoorden import Antwoorden, TaakAntwoord
from indicatietool.domain.dossier import Dossier, Weging
from indicatietool.domain.factoren import Plaats
from indicatietool.domain.normenkader import Normenkader, Per
from indicatietool.domain.voorstel import Onbepaald, OpenVraag
from indicatietool.engine.fit import unknown_to_kader
from indicatietool.engine.propose import propose
from indicatietool.engine.score import open_vragen
from tests.builders import (
    afwijken,
    make_antwoorden,
    make_dossier,
    make_factor,
    make_kader,
    make_leefgebied,
    make_taak,
    score,
)


@pytest.fixture
def kader() -> Normenkader:
    return make_kader(
        make_taak("post", per=Per.KEER, vraagt=("motivatie",)),
        make_taak("bellen"),
        factoren=(
            make_factor("motivatie", "goed", "matig"),
            make_factor("drukte", "rustig", "druk", bij=Plaats.LEEFGEBIED),
            make_factor("planbaar", "ja", "nee", bij=Plaats.DOSSIER),
        ),
    )


def fully_scored() -> Antwoorden:
    return make_antwoorden(
        score("post", "O1", keer=1, motivatie="goed"),
        leefgebieden=(make_leefgebied("geld", drukte="druk"),),
        planbaar="ja",
    )


def test_fully_scored_taak_has_no_open_vragen(kader: Normenkader):
    antwoorden = fully_scored()

    vragen = open_vragen(kader, antwoorden, antwoorden.taken[0])

    assert vragen == ()


def test_untouched_taak_asks_for_everything_in_the_order_of_the_kader(kader: Normenkader):
    antwoord = TaakAntwoord(taak="post")

    outcome = propose(kader, make_antwoorden(antwoord), antwoord)

    assert outcome == Onbepaald(
        (
            OpenVraag("taak.post.blok", "kies het blok"),
            OpenVraag("taak.post.frequentie", "vul in hoe vaak dit nodig is"),
            OpenVraag("taak.post.motivatie", "beantwoord motivatie"),
            OpenVraag("leefgebied.geld.drukte", "beantwoord drukte"),
            OpenVraag("factor.planbaar", "beantwoord planbaar"),
        )
    )


@pytest.mark.parametrize(
    ("forget", "veld"),
    [
        (lambda: score("post", None, keer=1, motivatie="goed"), "taak.post.blok"),
        (lambda: score("post", "O1", motivatie="goed"), "taak.post.frequentie"),
        (lambda: score("post", "O1", keer=1), "taak.post.motivatie"),
    ],
)
def test_one_forgotten_answer_is_the_one_open_vraag(
    kader: Normenkader, forget: Callable[[], TaakAntwoord], veld: str
):
    antwoord = forget()
    rest = fully_scored()
    antwoorden = Antwoorden(taken=(antwoord,), leefgebieden=rest.leefgebieden, keuzes=rest.keuzes)

    vragen = open_vragen(kader, antwoorden, antwoord)

    assert [vraag.veld for vraag in vragen] == [veld]


def test_factor_at_a_taak_is_asked_only_where_the_taak_asks_it(kader: Normenkader):
    gevraagd = [factor.id for factor in kader.factoren_by_taak["bellen"]]

    assert gevraagd == ["drukte", "planbaar"]


def test_answer_at_another_leefgebied_does_not_count(kader: Normenkader):
    antwoord = score("bellen", "O1")
    antwoorden = make_antwoorden(
        antwoord, leefgebieden=(make_leefgebied("wonen", drukte="druk"),), planbaar="ja"
    )

    vragen = open_vragen(kader, antwoorden, antwoord)

    assert [vraag.veld for vraag in vragen] == ["leefgebied.geld.drukte"]


def test_dossier_that_fits_has_no_unknown_parts(kader: Normenkader):
    dossier = make_dossier().with_changes(antwoorden=fully_scored())

    assert unknown_to_kader(kader, dossier) == ()


@pytest.mark.parametrize(
    ("dossier", "plaats"),
    [
        (make_dossier(score("koken")), "taak 'koken'"),
        (make_dossier(score("post", "O9")), "taak 'post', blok 'O9'"),
        (make_dossier(score("post", stemming="goed")), "taak 'post', factor 'stemming'"),
        (make_dossier(score("post", motivatie="top")), "taak 'post', keuze 'top' bij motivatie"),
        (make_dossier(score("post", planbaar="ja")), "taak 'post', factor 'planbaar'"),
        (make_dossier(motivatie="goed"), "antwoorden.keuzes, factor 'motivatie'"),
        (make_dossier(leefgebieden=(make_leefgebied("sport"),)), "leefgebied 'sport'"),
        (
            make_dossier(leefgebieden=(make_leefgebied("geld", drukte="chaos"),)),
            "leefgebied 'geld', keuze 'chaos' bij drukte",
        ),
        (make_dossier(besluiten={"post": afwijken(10)}), "besluit over taak 'post'"),
        (
            make_dossier(score("post"), besluiten={"post": afwijken(10, grond="gevoel")}),
            "besluit over taak 'post', grond 'gevoel'",
        ),
        (make_dossier().with_changes(weging=Weging(profiel="O9")), "weging, profiel 'O9'"),
        (make_dossier().with_changes(weging=Weging(product="goud")), "weging, product 'goud'"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_the_kader_does_not_have_is_named_with_its_place(
    kader: Normenkader, dossier: Dossier, plaats: str
):
    problemen = unknown_to_kader(kader, dossier)

    assert [probleem.plaats for probleem in problemen] == [plaats]
    assert all(probleem.remedie for probleem in problemen)


def test_unknown_grond_under_the_total_is_named(kader: Normenkader):
    dossier = make_dossier(totaal=100)
    zonder = kader.model_copy(update={"gronden": kader.gronden[:1]})

    problemen = unknown_to_kader(zonder, dossier)

    assert [probleem.plaats for probleem in problemen] == ["afwijking_totaal, grond 'afbouw'"]


def test_all_unknown_parts_are_named_at_once(kader: Normenkader):
    dossier = make_dossier(score("koken"), score("dansen"), leefgebieden=(make_leefgebied("sport"),))

    assert len(unknown_to_kader(kader, dossier)) == 3
