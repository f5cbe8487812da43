"""Every kind of rekenstap, by example: what it does to richt, and to min and max beside it."""

from fractions import Fraction

import pytest

from indicatietool.domain.antwoorden import Aftrek, AftrekSoort, Beschikbaar, Duur, TaakAntwoord
from indicatietool.domain.normenkader import Afrondingsregel, Normenkader, Per
from indicatietool.domain.regels import Effect, Regel, Voorwaarde
from indicatietool.domain.schaal import Cel, Richting
from indicatietool.domain.voorstel import (
    BeoordeelZelf,
    Omvang,
    Onbepaald,
    Rekenstap,
    RekenstapSoort,
    Voorstel,
)
from indicatietool.engine.aftrek import ZELF_VASTGESTELD
from indicatietool.engine.propose import propose
from tests.builders import (
    erbij,
    make_aftrek,
    make_antwoorden,
    make_blok,
    make_factor,
    make_kader,
    make_regel,
    make_samenval,
    make_taak,
    procent,
    score,
    ten_hoogste,
    ten_minste,
    vervalt,
    vervangt,
)


def voorstel_for(
    kader: Normenkader, antwoord: TaakAntwoord, *others: TaakAntwoord, **keuzes: str
) -> Voorstel:
    outcome = propose(kader, make_antwoorden(antwoord, *others, **keuzes), antwoord)
    assert isinstance(outcome, Voorstel)
    return outcome


def omvang(onder: int | str, richt: int | str, boven: int | str) -> Omvang:
    return Omvang.of(Fraction(onder), Fraction(richt), Fraction(boven))


def last_step(voorstel: Voorstel, soort: RekenstapSoort) -> Rekenstap:
    return [stap for stap in voorstel.stappen if stap.soort is soort][-1]


def with_effect(effect: Effect, *, richt: int = 60) -> Omvang:
    kader = make_kader(make_taak(minuten=richt), regels=(make_regel("regel", effect),))
    return voorstel_for(kader, score()).omvang


# basis


def test_basis_is_the_cell_of_the_blok_with_the_marge_of_the_blok():
    kader = make_kader(make_taak(cellen={"O2": 50}), blokken=(make_blok("O2", onder=20, boven=30),))

    voorstel = voorstel_for(kader, score(blok="O2"))

    assert voorstel.omvang == omvang(40, 50, 65)


def test_cell_with_its_own_marge_does_not_get_the_marge_of_the_blok():
    kader = make_kader(make_taak(cellen={"B2": Cel(min=10, richt=30, max=90)}))

    voorstel = voorstel_for(kader, score(blok="B2"))

    assert voorstel.omvang == omvang(10, 30, 90)


def test_first_step_starts_at_zero_and_names_taak_blok_and_bron():
    kader = make_kader(make_taak("post", minuten=25))

    stap = voorstel_for(kader, score(blok="O3")).stappen[0]

    assert stap.voor == omvang(0, 0, 0)
    assert stap.tekst == "Norm voor “Post” bij blok O3: 25 minuten per week"
    assert stap.bron == "De norm"


def test_bron_of_an_own_choice_is_labelled_as_sdd_keuze():
    taak = make_taak().model_copy(update={"bron": "eigen"})

    stap = voorstel_for(make_kader(taak), score()).stappen[0]

    assert stap.bron == "Eigen keuze (SDD-keuze)"


def test_cell_of_zero_minutes_is_a_voorstel_of_zero():
    kader = make_kader(make_taak(minuten=0))

    voorstel = voorstel_for(kader, score())

    assert voorstel.omvang == omvang(0, 0, 0)


# from the kader's unit to a week


@pytest.mark.parametrize(
    ("per", "per_week"),
    [
        (Per.WEEK, Fraction(60)),
        (Per.DAG, Fraction(300)),
        (Per.MAAND, Fraction(60 * 12, 52)),
        (Per.JAAR, Fraction(60, 52)),
    ],
)
def test_each_unit_is_brought_to_a_week_exactly(per: Per, per_week: Fraction):
    kader = make_kader(make_taak(per=per, minuten=60), weken_per_maand="52/12", dagen_per_week=5)

    voorstel = voorstel_for(kader, score())

    assert voorstel.omvang.richt == per_week


@pytest.mark.parametrize(
    ("keer", "per_weken", "per_week", "woorden"),
    [
        (2, 1, 60, "2 keer per week: × 2 per week"),
        (1, 2, 15, "1 keer per 2 weken: × 1/2 per week"),
        (5, 4, "75/2", "5 keer per 4 weken: × 1 1/4 per week"),
        (1, 52, "15/26", "1 keer per jaar: × 1/52 per week"),
    ],
)
def test_frequentie_multiplies_minutes_per_keer(keer: int, per_weken: int, per_week: int | str, woorden: str):
    kader = make_kader(make_taak(per=Per.KEER, minuten=30))

    voorstel = voorstel_for(kader, score(keer=keer, per_weken=per_weken))

    stap = last_step(voorstel, RekenstapSoort.FREQUENTIE)
    assert (stap.na.richt, stap.tekst, stap.bron) == (Fraction(per_week), woorden, ZELF_VASTGESTELD)


def test_marge_travels_through_the_frequentie():
    kader = make_kader(make_taak(per=Per.KEER, minuten=30))

    voorstel = voorstel_for(kader, score(keer=3))

    assert voorstel.omvang == omvang(72, 90, 117)


def test_taak_per_week_has_no_step_for_the_frequentie():
    voorstel = voorstel_for(make_kader(make_taak(per=Per.WEEK)), score())

    assert [stap.soort for stap in voorstel.stappen] == [RekenstapSoort.BASIS]


# rules: each effect


@pytest.mark.parametrize(
    ("effect", "na"),
    [
        (procent(10), omvang("264/5", 66, "429/5")),
        (procent(-25), omvang(36, 45, "117/2")),
        (procent(0), omvang(48, 60, 78)),
        (procent(-100), omvang(0, 0, 0)),
        (procent(50, van="tussenstand"), omvang(72, 90, 117)),
        (erbij(7), omvang(55, 67, 85)),
        (erbij(-50), omvang(0, 10, 28)),
        (vervangt(45), omvang(45, 45, 45)),
        (vervalt(), omvang(0, 0, 0)),
        (ten_hoogste(50), omvang(48, 50, 50)),
        (ten_hoogste(100), omvang(48, 60, 78)),
        (ten_minste(70), omvang(70, 70, 78)),
        (ten_minste(5), omvang(48, 60, 78)),
    ],
    ids=str,
)
def test_each_effect_changes_min_richt_and_max(effect: Effect, na: Omvang):
    outcome = with_effect(effect, richt=60)

    assert outcome == na


def test_procent_of_the_basis_does_not_compound_and_of_the_tussenstand_does():
    van_basis = (make_regel("een", procent(10)), make_regel("twee", procent(10)))
    van_stand = (make_regel("een", procent(10)), make_regel("twee", procent(10, van="tussenstand")))

    opgeteld = voorstel_for(make_kader(make_taak(minuten=100), regels=van_basis), score())
    gestapeld = voorstel_for(make_kader(make_taak(minuten=100), regels=van_stand), score())

    assert (opgeteld.omvang.richt, gestapeld.omvang.richt) == (120, 121)


def test_basis_of_a_procent_includes_the_frequentie():
    kader = make_kader(make_taak(per=Per.KEER, minuten=20), regels=(make_regel("meer", procent(50)),))

    voorstel = voorstel_for(kader, score(keer=2))

    assert voorstel.omvang.richt == 60


def test_rules_work_in_the_order_of_the_kader():
    hoog_dan_meer = (make_regel("grens", ten_hoogste(40)), make_regel("meer", erbij(10)))
    meer_dan_hoog = tuple(reversed(hoog_dan_meer))

    eerst_grens = voorstel_for(make_kader(make_taak(minuten=60), regels=hoog_dan_meer), score())
    eerst_meer = voorstel_for(make_kader(make_taak(minuten=60), regels=meer_dan_hoog), score())

    assert (eerst_grens.omvang.richt, eerst_meer.omvang.richt) == (50, 40)


def test_marge_still_encloses_richt_when_a_procent_of_the_basis_follows_a_fixed_amount():
    regels = (make_regel("vast", vervangt(60)), make_regel("minder", procent(-10)))

    voorstel = voorstel_for(make_kader(make_taak(minuten=60), regels=regels), score())

    assert voorstel.omvang == omvang("261/5", 54, "276/5")


def test_rule_carries_its_own_sentence_and_bron():
    kader = make_kader(regels=(make_regel("meer", erbij(5)),))

    stap = last_step(voorstel_for(kader, score()), RekenstapSoort.REGEL)

    assert (stap.tekst, stap.bron) == ("Regel meer", "De regels")


# rules: when they hold


@pytest.mark.parametrize(
    ("als", "geldt"),
    [
        ({"factor": "motivatie", "keuzes": ("matig", "slecht")}, True),
        ({"factor": "motivatie", "keuzes": ("goed",)}, False),
        ({"richtingen": (Richting.ONTWIKKEL,)}, True),
        ({"richtingen": (Richting.BEHOUD,)}, False),
        ({"blokken": ("O2", "B2")}, True),
        ({"blokken": ("O1",)}, False),
        ({"taken": ("post",)}, True),
        ({"taken": ("opruimen",)}, False),
        ({"leefgebieden": ("geld",)}, True),
        ({"leefgebieden": ("wonen",)}, False),
        ({"factor": "motivatie", "keuzes": ("matig",), "blokken": ("O1",)}, False),
        ({"factor": "motivatie", "keuzes": ("matig",), "blokken": ("O2",), "taken": ("post",)}, True),
    ],
)
def test_rule_holds_only_when_all_it_names_is_so(als: dict[str, object], geldt: bool):
    kader = make_kader(
        make_taak("post", vraagt=("motivatie",)),
        make_taak("opruimen", leefgebied="wonen"),
        factoren=(make_factor("motivatie", "goed", "matig", "slecht"),),
        regels=(make_regel("regel", erbij(1), **als),),
    )

    voorstel = voorstel_for(kader, score("post", "O2", motivatie="matig"))

    assert (voorstel.omvang.richt == 61) is geldt


def test_rule_with_two_conditions_needs_both():
    als = (Voorwaarde(blokken=("O1",)), Voorwaarde(taken=("post",)))
    regel = Regel(id="beide", tekst="Beide", als=als, effect=erbij(1), bron="regels")
    kader = make_kader(make_taak("post"), regels=(regel,))

    minuten = [voorstel_for(kader, score("post", blok)).omvang.richt for blok in ("O1", "O2")]

    assert minuten == [61, 60]


def test_bruto_is_where_the_rules_end():
    kader = make_kader(make_taak(minuten=60), regels=(make_regel("meer", erbij(5)),))

    voorstel = voorstel_for(kader, score(aftrek=[make_aftrek(minuten=20)]))

    assert (voorstel.bruto.richt, voorstel.netto.richt) == (65, 45)


# aftrek


@pytest.mark.parametrize(
    ("aftrek", "na"),
    [
        (make_aftrek(minuten=20), omvang(28, 40, 58)),
        (make_aftrek(minuten=50), omvang(0, 10, 28)),
        (make_aftrek(minuten=500), omvang(0, 0, 0)),
        (make_aftrek(procent=50), omvang(24, 30, 39)),
        (make_aftrek(procent=0), omvang(48, 60, 78)),
        (make_aftrek(procent=100), omvang(0, 0, 0)),
        (make_aftrek(minuten=20, beschikbaar=Beschikbaar.WACHTLIJST), omvang(48, 60, 78)),
        (make_aftrek(minuten=20, beschikbaar=Beschikbaar.NEE), omvang(48, 60, 78)),
        (make_aftrek(minuten=20, vrijwillig=False), omvang(48, 60, 78)),
        (make_aftrek(procent=50, vrijwillig=False), omvang(48, 60, 78)),
    ],
    ids=str,
)
def test_aftrek_takes_off_only_what_is_really_there(aftrek: Aftrek, na: Omvang):
    voorstel = voorstel_for(make_kader(make_taak(minuten=60)), score(aftrek=[aftrek]))

    assert voorstel.netto == na


@pytest.mark.parametrize(
    ("aftrek", "woorden"),
    [
        (make_aftrek(minuten=20), "Mantelzorg (structureel) neemt 20 minuten per week over. Een zus"),
        (
            make_aftrek(procent=30, soort=AftrekSoort.NETWERK, duur=Duur.TIJDELIJK),
            "Sociaal netwerk (tijdelijk) neemt 30 % van bruto over. Een zus",
        ),
        (
            make_aftrek(procent=30, beschikbaar=Beschikbaar.WACHTLIJST),
            "Mantelzorg staat op een wachtlijst: geen aftrek. Een zus",
        ),
        (make_aftrek(procent=30, beschikbaar=Beschikbaar.NEE), "Mantelzorg is er niet: geen aftrek."),
        (make_aftrek(procent=30, vrijwillig=False), "Mantelzorg is niet vrijwillig of niet vol te houden:"),
    ],
)
def test_aftrek_says_who_and_why_also_when_it_does_not_count(aftrek: Aftrek, woorden: str):
    voorstel = voorstel_for(make_kader(), score(aftrek=[aftrek]))

    stap = last_step(voorstel, RekenstapSoort.AFTREK)
    assert stap.tekst.startswith(woorden)
    assert stap.bron == ZELF_VASTGESTELD


def test_each_procent_of_aftrek_is_of_bruto_and_not_of_what_is_left():
    aftrek = [make_aftrek(procent=50), make_aftrek(procent=50, soort=AftrekSoort.VOORLIGGEND)]

    voorstel = voorstel_for(make_kader(make_taak(minuten=60)), score(aftrek=aftrek))

    assert voorstel.netto.richt == 0


def test_aftrek_stands_in_the_order_of_the_stappenplan():
    aftrek = [make_aftrek(minuten=1, soort=soort) for soort in reversed(AftrekSoort)]

    voorstel = voorstel_for(make_kader(), score(aftrek=aftrek))

    namen = [
        stap.tekst.split(" (")[0].lower() for stap in voorstel.stappen if stap.soort is RekenstapSoort.AFTREK
    ]
    assert namen == [soort.naam for soort in AftrekSoort]


def test_without_aftrek_netto_is_bruto():
    voorstel = voorstel_for(make_kader(), score())

    assert voorstel.netto == voorstel.bruto


# samenval


def samenval_kader() -> Normenkader:
    return make_kader(
        make_taak("post", minuten=60),
        make_taak("bellen", minuten=60),
        samenval=(make_samenval("post", "bellen", 10),),
    )


def test_samenval_is_taken_off_one_of_the_two():
    kader, post, bellen = samenval_kader(), score("post"), score("bellen")

    minuten = [voorstel_for(kader, *paar).omvang.richt for paar in ((post, bellen), (bellen, post))]

    assert minuten == [50, 60]


def test_samenval_is_not_taken_off_when_the_other_taak_is_not_chosen():
    voorstel = voorstel_for(samenval_kader(), score("post"))

    assert voorstel.omvang.richt == 60


def test_samenval_is_visible_and_after_the_aftrek():
    post = score("post", aftrek=[make_aftrek(minuten=5)])

    voorstel = voorstel_for(samenval_kader(), post, score("bellen"))

    soorten = [stap.soort for stap in voorstel.stappen]
    assert soorten == [RekenstapSoort.BASIS, RekenstapSoort.AFTREK, RekenstapSoort.SAMENVAL]
    assert voorstel.stappen[-1].tekst == "post valt deels samen met bellen"
    assert voorstel.bruto.richt == 60


def test_samenval_never_goes_below_zero():
    kader = make_kader(
        make_taak("post", minuten=5), make_taak("bellen"), samenval=(make_samenval("post", "bellen", 10),)
    )

    voorstel = voorstel_for(kader, score("post"), score("bellen"))

    assert voorstel.omvang == omvang(0, 0, 0)


# rounding per taak


@pytest.mark.parametrize(
    ("richting", "na"),
    [("omhoog", omvang(50, 65, 80)), ("omlaag", omvang(45, 60, 75)), ("dichtstbij", omvang(50, 60, 80))],
)
def test_rounding_per_taak_is_a_step_of_its_own(richting: str, na: Omvang):
    afronding = Afrondingsregel(stap=5, richting=richting)  # type: ignore[arg-type]
    kader = make_kader(make_taak(minuten=61), afronding_taak=afronding)

    voorstel = voorstel_for(kader, score())

    assert voorstel.omvang == na
    assert voorstel.stappen[-1].soort is RekenstapSoort.AFRONDING
    assert voorstel.netto.richt == 61


def test_without_rounding_per_taak_the_fraction_stays():
    kader = make_kader(make_taak(per=Per.KEER, minuten=20))

    voorstel = voorstel_for(kader, score(keer=1, per_weken=3))

    assert voorstel.omvang.richt == Fraction(20, 3)


# no voorstel


def test_open_norm_leaves_the_minutes_to_the_consulent():
    kader = make_kader(make_taak(open_norm="Het kader noemt hier geen minuten."))
    antwoord = score(blok=None)

    outcome = propose(kader, make_antwoorden(antwoord), antwoord)

    assert outcome == BeoordeelZelf("Het kader noemt hier geen minuten.")


def test_unanswered_vraag_leaves_taak_onbepaald():
    kader = make_kader(make_taak(per=Per.KEER))
    antwoord = score(blok="O1")

    outcome = propose(kader, make_antwoorden(antwoord), antwoord)

    assert isinstance(outcome, Onbepaald)
