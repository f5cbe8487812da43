"""From besluiten to one whole number of minutes per month: standing, lapsing, summing, capping, rounding."""

from fractions import Fraction

import pytest

from indicatietool.domain.besluit import Besluit, BinnenMarge, Overnemen
from indicatietool.domain.indicatie import BesluitStand, Indicatie, IndicatieStatus
from indicatietool.domain.normenkader import Afrondingsregel, Normenkader
from indicatietool.domain.regels import Maximum
from indicatietool.engine.rounding import describe_rounding, round_minutes
from indicatietool.engine.total import indicate
from tests.builders import (
    afwijken,
    make_dossier,
    make_kader,
    make_maximum,
    make_overig,
    make_taak,
    score,
    take_all_over,
)


def decided(besluit: Besluit, *, blok: str | None = "O1", open_norm: str = "") -> Indicatie:
    kader = make_kader(make_taak("post", minuten=60, open_norm=open_norm))
    return indicate(kader, make_dossier(score("post", blok), besluiten={"post": besluit}))


def three_taken(*maxima: Maximum) -> Normenkader:
    taken = (make_taak("post", minuten=60), make_taak("bellen", minuten=40), make_taak("reizen", minuten=20))
    return make_kader(*taken, maxima=maxima)


def all_three(kader: Normenkader, **more: object) -> Indicatie:
    dossier = make_dossier(score("post"), score("bellen"), score("reizen"), **more)
    return indicate(kader, take_all_over(kader, dossier))


# does a besluit stand?


@pytest.mark.parametrize(
    ("besluit", "stand", "telt"),
    [
        (Overnemen(minuten_per_week=Fraction(60)), BesluitStand.GENOMEN, 60),
        (Overnemen(minuten_per_week=Fraction(59)), BesluitStand.VERLOPEN, 60),
        (BinnenMarge(minuten_per_week=48), BesluitStand.GENOMEN, 48),
        (BinnenMarge(minuten_per_week=78), BesluitStand.GENOMEN, 78),
        (BinnenMarge(minuten_per_week=47), BesluitStand.VERLOPEN, 60),
        (BinnenMarge(minuten_per_week=79), BesluitStand.VERLOPEN, 60),
        (afwijken(200), BesluitStand.GENOMEN, 200),
        (afwijken(0), BesluitStand.GENOMEN, 0),
    ],
)
def test_besluit_stands_as_long_as_it_fits_the_voorstel(besluit: Besluit, stand: BesluitStand, telt: int):
    uitkomst = decided(besluit).taken[0]

    assert (uitkomst.stand, uitkomst.minuten_per_week) == (stand, telt)


def test_without_besluit_the_voorstel_counts_for_now():
    kader = make_kader(make_taak("post", minuten=60))

    uitkomst = indicate(kader, make_dossier(score("post"))).taken[0]

    assert (uitkomst.stand, uitkomst.minuten_per_week) == (BesluitStand.OPEN, 60)


@pytest.mark.parametrize(
    "besluit", [Overnemen(minuten_per_week=Fraction(60)), BinnenMarge(minuten_per_week=60)]
)
def test_besluit_on_a_voorstel_that_is_gone_has_lapsed(besluit: Besluit):
    indicatie = decided(besluit, blok=None)

    assert indicatie.taken[0].stand is BesluitStand.VERLOPEN
    assert indicatie.taken[0].minuten_per_week is None


def test_open_norm_counts_nothing_until_the_consulent_decides():
    kader = make_kader(make_taak("post", open_norm="Beoordeel dit zelf."))

    indicatie = indicate(kader, make_dossier(score("post", None)))

    assert indicatie.minuten_per_week == 0
    assert indicatie.status is IndicatieStatus.VOORLOPIG


def test_open_norm_is_decided_with_a_motivering():
    indicatie = decided(afwijken(25), blok=None, open_norm="Beoordeel dit zelf.")

    assert (indicatie.minuten_per_week, indicatie.status) == (25, IndicatieStatus.BEPAALD)


def test_open_norm_has_nothing_to_take_over():
    indicatie = decided(Overnemen(minuten_per_week=Fraction(60)), open_norm="Beoordeel dit zelf.")

    assert indicatie.taken[0].stand is BesluitStand.VERLOPEN
    assert indicatie.status is IndicatieStatus.VOORLOPIG


# status


def test_status_is_bepaald_when_every_taak_is_decided():
    indicatie = all_three(three_taken())

    assert indicatie.status is IndicatieStatus.BEPAALD


@pytest.mark.parametrize(
    "besluit", [Overnemen(minuten_per_week=Fraction(1)), BinnenMarge(minuten_per_week=1)], ids=str
)
def test_status_is_voorlopig_when_a_besluit_has_lapsed(besluit: Besluit):
    assert decided(besluit).status is IndicatieStatus.VOORLOPIG


def test_status_is_voorlopig_while_a_besluit_is_open():
    indicatie = indicate(three_taken(), make_dossier(score("post")))

    assert indicatie.status is IndicatieStatus.VOORLOPIG


def test_motivering_does_not_make_up_for_an_unanswered_vraag():
    indicatie = decided(afwijken(30), blok=None)

    assert indicatie.status is IndicatieStatus.VOORLOPIG


def test_empty_dossier_is_voorlopig():
    indicatie = indicate(three_taken(), make_dossier())

    assert (indicatie.minuten_per_maand, indicatie.status) == (0, IndicatieStatus.VOORLOPIG)


def test_dossier_with_only_overige_begeleiding_is_bepaald():
    indicatie = indicate(three_taken(), make_dossier(overige=[make_overig(15)]))

    assert (indicatie.minuten_per_maand, indicatie.status) == (60, IndicatieStatus.BEPAALD)


def test_total_set_otherwise_does_not_make_an_open_dossier_bepaald():
    indicatie = indicate(three_taken(), make_dossier(score("post"), totaal=100))

    assert indicatie.status is IndicatieStatus.VOORLOPIG


# the sum


def test_total_per_week_is_the_sum_of_what_counts():
    indicatie = all_three(three_taken())

    assert indicatie.minuten_per_week == 120
    assert [stap.na for stap in indicatie.stappen] == [60, 100, 120, 480, 480]


def test_taken_stand_in_the_order_of_the_kader():
    kader = three_taken()

    indicatie = indicate(kader, make_dossier(score("reizen"), score("post")))

    assert [uitkomst.taak for uitkomst in indicatie.taken] == ["post", "reizen"]


@pytest.mark.parametrize(
    ("besluit", "bron"),
    [
        (Overnemen(minuten_per_week=Fraction(60)), "voorstel overgenomen"),
        (BinnenMarge(minuten_per_week=60), "gekozen binnen de marge"),
        (afwijken(60), "afgeweken met motivering"),
        (BinnenMarge(minuten_per_week=1), "voorstel, nog geen besluit"),
    ],
    ids=str,
)
def test_each_term_of_the_sum_says_where_it_comes_from(besluit: Besluit, bron: str):
    assert decided(besluit).stappen[0].bron == bron


def test_overige_begeleiding_is_added_outside_the_kader():
    indicatie = all_three(three_taken(), overige=[make_overig(15)])

    assert indicatie.minuten_per_week == 135
    assert indicatie.stappen[3].tekst == "Overige begeleiding buiten het kader: Mee naar de kapper"


def test_marge_of_the_total_is_the_sum_of_the_marges():
    indicatie = all_three(three_taken())

    marge = indicatie.marge_per_week
    assert (marge.min, marge.richt, marge.max) == (96, 120, 156)


def test_bruto_and_netto_of_the_whole_are_sums():
    indicatie = all_three(three_taken())

    assert (indicatie.bruto_per_week, indicatie.netto_per_week) == (120, 120)


# maxima


def test_maximum_of_a_group_caps_visibly():
    indicatie = all_three(three_taken(make_maximum("samen", 80, "post", "bellen")))

    assert indicatie.minuten_per_week == 100
    assert [(stap.tekst, stap.voor, stap.na) for stap in indicatie.stappen][3] == ("Ten hoogste 80", 120, 100)


def test_maximum_of_all_caps_after_the_groups():
    maxima = (make_maximum("alles", 90), make_maximum("samen", 80, "post", "bellen"))

    indicatie = all_three(three_taken(*maxima))

    assert [stap.na for stap in indicatie.stappen][3:5] == [100, 90]


def test_maximum_that_is_just_reached_leaves_no_step():
    indicatie = all_three(three_taken(make_maximum("alles", 120)))

    assert len(indicatie.stappen) == 5


def test_maximum_does_not_cap_what_is_outside_the_kader():
    indicatie = all_three(three_taken(make_maximum("alles", 100)), overige=[make_overig(15)])

    assert indicatie.minuten_per_week == 115


# to the month, and the one rounding


def test_week_to_month_is_exact_and_visible():
    kader = make_kader(make_taak("post", minuten=60), weken_per_maand="52/12")

    indicatie = indicate(kader, make_dossier(score("post")))

    assert indicatie.stappen[-2].tekst == "Van week naar maand: × 4 1/3"
    assert indicatie.stappen[-2].na == 260


@pytest.mark.parametrize(
    ("minuten", "stap", "richting", "afgerond"),
    [
        ("541/6", 5, "omhoog", 95),
        ("90", 5, "omhoog", 90),
        ("541/6", 5, "omlaag", 90),
        ("599/6", 5, "omlaag", 95),
        ("541/6", 5, "dichtstbij", 90),
        ("185/2", 5, "dichtstbij", 95),
        ("924/10", 5, "dichtstbij", 90),
        ("1/2", 1, "dichtstbij", 1),
        ("49/100", 1, "dichtstbij", 0),
        ("1/1000", 1, "omhoog", 1),
        ("0", 15, "omhoog", 0),
        ("61", 60, "omhoog", 120),
    ],
)
def test_rounding_in_each_direction(minuten: str, stap: int, richting: str, afgerond: int):
    afronding = Afrondingsregel(stap=stap, richting=richting)

    assert round_minutes(Fraction(minuten), afronding) == afgerond


@pytest.mark.parametrize(
    ("stap", "richting", "woorden"),
    [
        (1, "dichtstbij", "afronden naar het dichtstbijzijnde op hele minuten"),
        (5, "omhoog", "afronden naar boven op een veelvoud van 5 minuten"),
        (15, "omlaag", "afronden naar beneden op een veelvoud van 15 minuten"),
    ],
)
def test_rounding_is_said_in_words(stap: int, richting: str, woorden: str):
    afronding = Afrondingsregel(stap=stap, richting=richting)

    assert describe_rounding(afronding) == woorden


def test_total_is_rounded_once_and_last():
    kader = make_kader(
        make_taak("post", minuten=61),
        make_taak("bellen", minuten=61),
        afronding=Afrondingsregel(stap=5, richting="omhoog"),
    )

    indicatie = indicate(kader, make_dossier(score("post"), score("bellen")))

    assert indicatie.berekend_per_maand == 490
    assert indicatie.stappen[-1].tekst == "Afronden naar boven op een veelvoud van 5 minuten"


# the total set otherwise


def test_total_set_otherwise_is_the_indicatie_and_the_sum_stays_visible():
    indicatie = all_three(three_taken(), totaal=300)

    assert (indicatie.berekend_per_maand, indicatie.minuten_per_maand) == (480, 300)
    assert indicatie.afwijking is not None
    assert indicatie.afwijking.motivering == "De hulp loopt af."


def test_total_may_be_set_to_zero():
    assert all_three(three_taken(), totaal=0).minuten_per_maand == 0
