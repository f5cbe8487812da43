"""Why this number, why not more or less, what weighs most: every claim is computed again here."""

import pytest
from hypothesis import HealthCheck, given, settings

from indicatietool.domain.antwoorden import AftrekSoort, Beschikbaar, LeefgebiedSituatie
from indicatietool.domain.besluit import BinnenMarge, Overnemen
from indicatietool.domain.dossier import Oplossingen
from indicatietool.domain.factoren import Plaats
from indicatietool.domain.normenkader import Per
from indicatietool.domain.voorstel import Voorstel
from indicatietool.engine.propose import propose
from indicatietool.engine.total import indicate
from indicatietool.errors import InvoerError
from indicatietool.session.advies_antwoorden import about_answers
from indicatietool.session.observatie import why_observed
from indicatietool.session.proef import share_of, with_aftrek
from indicatietool.session.session import Session
from indicatietool.session.uitleg import why, why_not_more_or_less
from indicatietool.session.voorliggend import solved_by
from indicatietool.session.zwaarst import heaviest
from tests.builders import (
    VANDAAG,
    afwijken,
    as_loaded,
    make_aftrek,
    make_dossier,
    make_factor,
    make_kader,
    make_leefgebied,
    make_maximum,
    make_regel,
    make_taak,
    procent,
    rising,
    score,
    tiny_kader,
)
from tests.strategies import gevallen

KADER = make_kader(
    make_taak("post", per=Per.KEER, cellen=rising(20, 10), vraagt=("motivatie", "risico")),
    make_taak("koken", cellen=rising(30, 15), leefgebied="wonen", vraagt=("motivatie",)),
    make_taak("wassen", leefgebied="wonen", open_norm="Kijk zelf hoeveel dit vraagt."),
    factoren=(
        make_factor("motivatie", "goed", "matig", "slecht"),
        make_factor("risico", "laag", "hoog"),
        make_factor("planbaar", "ja", "nee", bij=Plaats.DOSSIER),
    ),
    regels=(
        make_regel("matig", procent(10), factor="motivatie", keuzes=("matig",)),
        make_regel("slecht", procent(30), factor="motivatie", keuzes=("slecht",)),
        make_regel("nee", procent(20), factor="planbaar", keuzes=("nee",)),
    ),
)
POST = score("post", "O2", keer=2, motivatie="matig", risico="laag")
KOKEN = score("koken", "B3", motivatie="goed")


def open_dossier(*taken, kader=KADER, **facts) -> Session:
    dossier = make_dossier(*(taken or (POST, KOKEN)), planbaar="ja", **facts)
    return Session(dossier, as_loaded(kader), None, VANDAAG)


def told(session: Session, taak: str) -> str:
    uitleg = why(session, taak)
    return "\n".join((uitleg.kop, *(zin.tekst for zin in uitleg.zinnen)))


def instead(session: Session, taak: str) -> dict[tuple[str, str], object]:
    return {(g.antwoord.vraag, g.antwoord.anders): g for g in why_not_more_or_less(session, taak).gevolgen}


# Why this number


def test_why_tells_the_number_the_marge_and_every_step_with_its_bron():
    uitleg = why(open_dossier(), "post")

    assert uitleg.kop == "Het voorstel is 66 minuten per week. De marge is 52,8 tot 85,8."
    assert [zin.tekst for zin in uitleg.zinnen] == [
        "Norm voor “Post” bij blok O2: 30 minuten per keer.",
        "2 keer per week: × 2 per week. Dat maakt 60 minuten per week.",
        "Er komt 6 minuten bij: Regel matig. Dan is het 66 minuten per week.",
    ]
    assert [zin.bron for zin in uitleg.zinnen] == ["De norm", "vastgesteld door de consulent", "De regels"]


def test_why_says_what_others_take_over_and_what_changes_nothing():
    weg = make_aftrek(minuten=10)
    wacht = make_aftrek(minuten=5, soort=AftrekSoort.VOORLIGGEND, beschikbaar=Beschikbaar.WACHTLIJST)
    session = open_dossier(score("koken", "B1", motivatie="goed", aftrek=(weg, wacht)))

    tekst = told(session, "koken")

    assert "Er gaat 10 minuten af: Mantelzorg (structureel) neemt 10 minuten per week over" in tekst
    assert (
        "staat op een wachtlijst: geen aftrek. Een zus doet dit elke week. Dit verandert het getal" in tekst
    )


def test_why_of_an_open_taak_tells_what_to_answer_first():
    uitleg = why(open_dossier(score("post", None, motivatie="goed")), "post")

    assert uitleg.kop == "Er is nog geen getal. Beantwoord eerst deze vragen."
    assert [zin.tekst for zin in uitleg.zinnen][:2] == ["Kies het blok.", "Vul in hoe vaak dit nodig is."]


def test_why_of_an_open_norm_says_that_the_consulent_judges():
    assert "Kijk zelf hoeveel dit vraagt." in told(open_dossier(score("wassen", None)), "wassen")


@pytest.mark.parametrize(
    ("besluit", "zin"),
    [
        (Overnemen(minuten_per_week=66), "U nam het voorstel over."),
        (BinnenMarge(minuten_per_week=70), "U koos binnen de marge: 70 minuten per week."),
        (afwijken(90), "U week af: 90 minuten per week telt mee. Uw motivering: “Het kost hier meer tijd”."),
        (Overnemen(minuten_per_week=65), "Het voorstel is veranderd na uw besluit."),
    ],
)
def test_why_ends_with_what_was_decided(besluit, zin):
    assert zin in told(open_dossier(besluiten={"post": besluit}), "post")


def test_why_of_a_taak_that_was_not_chosen_is_refused():
    with pytest.raises(InvoerError, match="niet gekozen"):
        why(open_dossier(), "wassen")


# Why not more or less


def test_neighbouring_blokken_stand_with_their_anchor_and_number():
    gevolgen = instead(open_dossier(), "post")

    hoger = gevolgen["Blok", "O3"]
    assert (hoger.minuten_per_week, hoger.verschil_per_week) == (88, 22)
    assert hoger.tekst == (
        "Blok “O3” in plaats van “O2”: dan is het voorstel 88 minuten per week, 22 meer. "
        "Dan moet dit passen: “Zichtbaar gedrag bij O3”. "
        "De som van alle taken wordt dan 592 minuten per maand, 88 meer."
    )
    assert gevolgen["Blok", "O1"].verschil_per_week == -22
    assert gevolgen["Blok", "B2"].verschil_per_week == 0


def test_each_factor_is_one_step_up_and_one_step_down():
    gevolgen = instead(open_dossier(), "post")

    assert gevolgen["Motivatie", "goed"].verschil_per_week == -6
    assert gevolgen["Motivatie", "slecht"].verschil_per_week == 12
    assert gevolgen["Planbaar", "nee"].verschil_per_week == 12
    assert why_not_more_or_less(open_dossier(), "post").zonder_gevolg == ("Risico",)


def test_the_frequency_is_one_time_less_and_one_more():
    assert instead(open_dossier(), "post")["Hoe vaak", "1 keer per week"].verschil_per_week == -33
    eens = open_dossier(score("post", "O2", keer=1, motivatie="goed", risico="laag"))
    assert instead(eens, "post")["Hoe vaak", "1 keer per 2 weken"].minuten_per_week == 15


def test_a_factor_of_the_dossier_moves_the_other_taken_too():
    gevolg = instead(open_dossier(), "post")["Planbaar", "nee"]

    assert gevolg.verschil_per_maand == 4 * (12 + 12)


def test_a_maximum_that_holds_the_sum_down_is_told():
    kader = make_kader(make_taak("post", cellen=rising(60, 60)), maxima=(make_maximum("alles", 100),))
    session = open_dossier(
        score("post", "O3"), kader=kader.model_copy(update={"factoren": KADER.factoren[2:]})
    )

    niet = why_not_more_or_less(session, "post")

    assert "Er geldt nu een maximum: Ten hoogste 100." in niet.kop
    assert niet.gevolgen[1].verschil_per_maand == 0


def test_a_departure_keeps_the_sum_where_it_is_and_says_so():
    niet = why_not_more_or_less(open_dossier(besluiten={"post": afwijken(90)}), "post")

    assert "U week hier af van het voorstel." in niet.kop
    assert niet.gevolgen[0].verschil_per_maand == 0


@pytest.mark.parametrize("taak", [score("post", None, keer=1), score("wassen", None)])
def test_without_a_voorstel_there_is_nothing_to_compare(taak):
    assert why_not_more_or_less(open_dossier(taak), taak.taak).gevolgen == ()


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(gevallen())
def test_claimed_alternative_is_what_the_engine_gives_on_the_changed_answers(geval):
    session = Session(geval.dossier, as_loaded(geval.kader), None, VANDAAG)
    for uitkomst in session.indicatie.taken:
        for gevolg in why_not_more_or_less(session, uitkomst.taak).gevolgen:
            anders = gevolg.antwoord.antwoorden
            voorstel = propose(geval.kader, anders, anders.taak(uitkomst.taak))
            richt = voorstel.omvang.richt if isinstance(voorstel, Voorstel) else None
            assert gevolg.minuten_per_week == richt
            dan = indicate(geval.kader, geval.dossier.with_changes(antwoorden=anders))
            assert gevolg.per_maand == dan.berekend_per_maand
            assert gevolg.verschil_per_maand == dan.berekend_per_maand - session.indicatie.berekend_per_maand


@given(gevallen())
def test_asking_why_stores_nothing(geval):
    session = Session(geval.dossier, as_loaded(geval.kader), None, VANDAAG)
    before = session.indicatie

    for antwoord in geval.antwoorden.taken:
        why(session, antwoord.taak)
        why_not_more_or_less(session, antwoord.taak)
    heaviest(session)

    assert session.dossier is geval.dossier
    assert session.indicatie is before
    assert session.to_undo == ""


# What weighs most


def test_heaviest_ranks_taken_factoren_and_answers_by_what_they_move():
    zwaarst = heaviest(open_dossier())

    assert [(g.naam, g.zwaarte) for g in zwaarst.taken] == [("Post", 264), ("Koken", 240)]
    assert zwaarst.taken[0].tekst == "Zonder “Post”: 264 minuten per maand minder."
    assert [(g.naam, g.zwaarte) for g in zwaarst.factoren] == [("Planbaar", 96), ("Motivatie", 72)]
    assert zwaarst.antwoorden[0].naam == "Post, hoe vaak"
    assert all(
        a.zwaarte >= b.zwaarte for a, b in zip(zwaarst.antwoorden, zwaarst.antwoorden[1:], strict=False)
    )


def test_what_moves_nothing_is_left_out():
    assert "Risico" not in [gewicht.naam for gewicht in heaviest(open_dossier()).factoren]


def test_a_factor_moves_one_step_in_every_place_at_once():
    motivatie = heaviest(open_dossier()).factoren[1]

    assert {v.anders: v.verschil for v in motivatie.verschuivingen} == {
        "goed": -24,
        "overal één stap anders": 4 * (12 + 6),
    }
    assert "Motivatie, bij 2 taken: " in motivatie.tekst


@pytest.mark.parametrize("kader", [KADER, tiny_kader()])
def test_heaviest_of_an_empty_dossier_is_empty(kader):
    session = Session(make_dossier(), as_loaded(kader), None, VANDAAG)

    assert heaviest(session) == type(heaviest(session))((), (), ())


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(gevallen())
def test_every_weight_is_what_the_engine_gives_on_the_changed_answers(geval):
    session = Session(geval.dossier, as_loaded(geval.kader), None, VANDAAG)
    zwaarst = heaviest(session)
    nu = session.indicatie.berekend_per_maand
    for gewicht in (*zwaarst.taken, *zwaarst.factoren, *zwaarst.antwoorden):
        for verschuiving in gewicht.verschuivingen:
            dan = indicate(geval.kader, geval.dossier.with_changes(antwoorden=verschuiving.antwoorden))
            assert verschuiving.per_maand == dan.berekend_per_maand
            assert verschuiving.verschil == dan.berekend_per_maand - nu
    for gewicht in zwaarst.antwoorden:
        assert sum(v.verschil < 0 for v in gewicht.verschuivingen) <= 1


# Trying


def test_share_of_a_taak_is_the_sum_with_it_minus_the_sum_without_it():
    session = open_dossier()

    assert share_of(session, "post") == 264
    assert share_of(session, "wassen") == 0


def test_aftrek_can_be_tried_before_it_is_recorded():
    session = open_dossier()

    uitkomst = with_aftrek(session, "koken", (make_aftrek(minuten=10),))

    assert (uitkomst.bruto, uitkomst.netto) == (60, 50)
    assert session.uitkomst("koken").netto == 60
    assert with_aftrek(session, "wassen", ()) is None


# Advice beside the answers


@pytest.mark.parametrize(
    ("blok", "gevraagd"), [(None, False), ("O2", False), ("O3", True), ("B4", True), ("B1", False)]
)
def test_one_observation_is_asked_where_the_score_is_heavy(blok, gevraagd):
    taak = score("koken", blok)

    assert bool(why_observed(KADER, taak)) is gevraagd
    advies = [toets.veld for toets in about_answers(KADER, make_dossier(taak))]
    assert advies == (["taak.koken.observatie"] if gevraagd else [])


def test_an_observation_that_was_written_is_asked_no_more():
    dossier = make_dossier(score("koken", "O4", observatie="De pan stond dinsdag op een koud vuur."))

    assert about_answers(KADER, dossier) == ()


@pytest.mark.parametrize(
    ("soort", "beschikbaar", "overbelast", "advies"),
    [
        (AftrekSoort.MANTELZORG, Beschikbaar.JA, True, True),
        (AftrekSoort.MANTELZORG, Beschikbaar.OVERBELAST, True, False),
        (AftrekSoort.NETWERK, Beschikbaar.JA, True, False),
        (AftrekSoort.MANTELZORG, Beschikbaar.JA, None, False),
    ],
)
def test_mantelzorg_that_counts_on_someone_overburdened_gets_advice(soort, beschikbaar, overbelast, advies):
    aftrek = make_aftrek(minuten=10, soort=soort, beschikbaar=beschikbaar)
    dossier = make_dossier(score("koken", "B1", aftrek=(aftrek,))).with_changes(
        oplossingen=Oplossingen(mantelzorger_overbelast=overbelast)
    )

    toetsen = about_answers(KADER, dossier)

    assert [toets.veld for toets in toetsen] == (["aftrek.koken"] if advies else [])
    assert all("overbelast" in toets.tekst for toets in toetsen)


def test_declined_help_asks_for_the_reason_and_then_is_silent():
    wil_niet = make_leefgebied("geld", LeefgebiedSituatie.WIL_NIET)
    zonder = make_dossier(leefgebieden=(wil_niet,))
    met = make_dossier(leefgebieden=(wil_niet.model_copy(update={"toelichting": "“Ik doe dit zelf.”"}),))

    assert [toets.veld for toets in about_answers(KADER, zonder)] == ["leefgebied.geld.toelichting"]
    assert about_answers(KADER, met) == ()


def test_declined_help_takes_the_taken_and_their_minutes_along():
    session = open_dossier(KOKEN, leefgebieden=(make_leefgebied("wonen"),))
    assert session.indicatie.minuten_per_maand == 240

    session.set_situatie("wonen", LeefgebiedSituatie.WIL_NIET)

    assert session.indicatie.minuten_per_maand == 0
    assert session.dossier.antwoorden.taken == ()


# Per leefgebied


def test_each_leefgebied_tells_who_or_what_solves_it():
    weg = make_aftrek(minuten=15, soort=AftrekSoort.VOORLIGGEND)
    deel = make_aftrek(procent=20, soort=AftrekSoort.VOORLIGGEND)
    zelf = make_leefgebied("geld", LeefgebiedSituatie.EIGEN_KRACHT)
    session = open_dossier(
        score("koken", "B1", motivatie="goed", aftrek=(weg, deel)),
        leefgebieden=(make_leefgebied("wonen"), zelf),
    )

    uitkomsten = solved_by(session.kader, session.dossier, session.indicatie)

    assert [(u.leefgebied, u.tekst) for u in uitkomsten] == [
        ("geld", "lost dit zelf op."),
        (
            "wonen",
            "begeleiding nodig. Een voorliggende voorziening neemt 15 minuten per week en 20 % over.",
        ),
    ]


@pytest.mark.parametrize(
    ("aftrek", "tekst"),
    [
        ((), "begeleiding nodig. Geen voorliggende voorziening genoteerd."),
        (
            (make_aftrek(minuten=15, soort=AftrekSoort.VOORLIGGEND, beschikbaar=Beschikbaar.WACHTLIJST),),
            "begeleiding nodig. Er is een voorziening, maar die is nu niet beschikbaar: er gaat niets af.",
        ),
    ],
)
def test_a_voorziening_that_is_not_there_takes_nothing_over(aftrek, tekst):
    koken = score("koken", "B1", motivatie="goed", aftrek=aftrek)
    session = open_dossier(koken, leefgebieden=(make_leefgebied("wonen"),))

    assert solved_by(session.kader, session.dossier, session.indicatie)[0].tekst == tekst
