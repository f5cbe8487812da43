"""Two published kaders come out to the minute: AWBZ 2014 Bijlage 6 and Huishoudelijke Ondersteuning."""

import re
import shutil
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from indicatietool.domain.antwoorden import Antwoorden, Frequentie, Keuzes, TaakAntwoord
from indicatietool.domain.besluit import Afwijken
from indicatietool.domain.dossier import Dossier, KaderVerwijzing, Melding
from indicatietool.domain.indicatie import Indicatie, IndicatieStatus
from indicatietool.domain.normenkader import KaderStatus
from indicatietool.domain.schaal import Cel
from indicatietool.domain.voorstel import BeoordeelZelf, Voorstel
from indicatietool.engine.propose import propose
from indicatietool.engine.rounding import round_minutes
from indicatietool.engine.total import indicate
from indicatietool.errors import NormenkaderError
from indicatietool.paths import normen_folder
from indicatietool.store.dossiers import read_dossier
from indicatietool.store.kader_checks import contradictions
from indicatietool.store.normenkaders import GeladenKader, load_normenkader

AWBZ = normen_folder() / "awbz-2014-bijlage-6" / "2014"
HO = normen_folder() / "huishoudelijke-ondersteuning" / "2019"
BOVENGRENS = {"K1": 114, "K2": 234, "K3": 414, "K4": 594, "K5": 774, "K6": 954, "K7": 1194, "K8": 1494}
GEWOON = {"zeer-ernstige-gedragsproblematiek": "nee", "palliatief-terminaal": "nee"}
GEDRAG = GEWOON | {"zeer-ernstige-gedragsproblematiek": "ja"}
GEEN_INVLOED: Mapping[str, str | int] = {
    "eigen-mogelijkheden": "nee",
    "beperkingen": "geen",
    "samenstelling": "geen",
    "kamers-in-gebruik": 0,
    "kamers-niet-in-gebruik": 0,
}


@pytest.fixture(scope="module")
def awbz() -> GeladenKader:
    return load_normenkader(AWBZ)


@pytest.fixture(scope="module")
def ho() -> GeladenKader:
    return load_normenkader(HO)


def keer(taak: str, tijd: int, aantal: int, *, score: str = "2", oefenbaar: str = "ja") -> TaakAntwoord:
    oefenen: Keuzes = {"oefenbaar": oefenbaar} if taak.startswith("oefenen") else {}
    return TaakAntwoord(
        taak=taak,
        frequentie=Frequentie(keer=aantal, per_weken=1),
        keuzes={"gemiddelde-tijd": tijd, "score": score, **oefenen},
    )


def toezicht(klasse: str, taak: str = "toezicht-ingrijpen") -> TaakAntwoord:
    return TaakAntwoord(taak=taak, blok=klasse, keuzes={"score": "2"})


def outcome(geladen: GeladenKader, *taken: TaakAntwoord, keuzes: Keuzes) -> Indicatie:
    kop = geladen.kader.kader
    return indicate(
        geladen.kader,
        Dossier(
            nummer="proef",
            gemaakt=date(2014, 3, 3),
            kader=KaderVerwijzing(id=kop.id, versie=kop.versie),
            antwoorden=Antwoorden(keuzes=keuzes, taken=taken),
        ),
    )


def household(ho: GeladenKader, **invloeden: str | int) -> Voorstel:
    keuzes = {**GEEN_INVLOED, **{naam.replace("_", "-"): keuze for naam, keuze in invloeden.items()}}
    antwoord = TaakAntwoord(taak="schoon-en-leefbaar-huis", keuzes=keuzes)
    voorstel = propose(ho.kader, Antwoorden(taken=(antwoord,)), antwoord)
    assert isinstance(voorstel, Voorstel)
    return voorstel


# Both kaders


@pytest.mark.parametrize(("pad", "aantal"), [(AWBZ, 13), (HO, 9)], ids=["awbz", "ho"])
def test_published_kader_loads_and_proves_itself_on_its_examples(pad: Path, aantal: int):
    geladen = load_normenkader(pad)

    assert contradictions(geladen.kader) == ()
    assert len(geladen.voorbeelden) == aantal
    assert {v.casus for v in geladen.voorbeelden} == {p.name for p in (pad / "casussen").glob("*.json")}


@pytest.mark.parametrize("pad", [AWBZ, HO], ids=["awbz", "ho"])
def test_folder_names_are_id_and_versie_and_the_origin_is_told_beside_it(pad: Path):
    kop = load_normenkader(pad).kader.kader

    assert (kop.id, kop.versie) == (pad.parent.name, pad.name)
    assert (pad / "bron.md").is_file()


def test_published_kaders_never_count_as_vastgesteld_and_hold_for_no_day_of_today(
    awbz: GeladenKader, ho: GeladenKader
):
    assert awbz.kader.kader.status is KaderStatus.VERVALLEN
    assert ho.kader.kader.status is KaderStatus.VOORBEELD
    assert not awbz.kader.kader.is_valid_on(date(2015, 1, 1))
    assert not ho.kader.kader.is_valid_on(date(2027, 1, 1))


@pytest.mark.parametrize("pad", [AWBZ, HO], ids=["awbz", "ho"])
def test_every_bron_is_used_and_says_where_it_is_to_be_read(pad: Path):
    kader = load_normenkader(pad).kader
    tekst = (pad / "normenkader.toml").read_text("utf-8")

    assert set(re.findall(r'^bron = "([a-z0-9-]+)"$', tekst, re.MULTILINE)) == set(kader.bron_by_id)
    assert all(bron.vindplaats for bron in kader.bronnen)


@pytest.mark.parametrize("pad", [AWBZ, HO], ids=["awbz", "ho"])
def test_casussen_are_practice_and_say_in_their_text_what_they_show(pad: Path):
    for bestand in (pad / "casussen").glob("*.json"):
        dossier = read_dossier(bestand)
        assert dossier.oefening
        assert dossier.nummer.startswith("casus-")
        assert dossier.kader.sha256 is None
        assert len(dossier.hulpvraag.situatie) > 80


@pytest.mark.parametrize("pad", [AWBZ, HO], ids=["awbz", "ho"])
def test_steps_of_every_casus_are_sentences_with_a_bron_that_join_up(pad: Path):
    kader = load_normenkader(pad).kader
    for bestand in (pad / "casussen").glob("*.json"):
        indicatie = indicate(kader, read_dossier(bestand))
        stand = Fraction(0)
        for totaalstap in indicatie.stappen:
            assert totaalstap.voor == stand
            assert totaalstap.tekst[0].isupper() or totaalstap.tekst[0].isdigit()
            assert totaalstap.bron
            stand = totaalstap.na
        assert stand == indicatie.berekend_per_maand
        for uitkomst in indicatie.taken:
            if isinstance(uitkomst.voorstel, Voorstel):
                assert all(len(stap.tekst) > 6 and stap.bron for stap in uitkomst.voorstel.stappen)


@pytest.mark.parametrize(
    ("pad", "oud", "nieuw"),
    [
        (AWBZ, "minuten_per_week = 954", "minuten_per_week = 960"),
        (AWBZ, "minuten_per_week = 180", "minuten_per_week = 120"),
        (HO, "minuten = 1560", "minuten = 1500"),
        (HO, "vast = 6480", "vast = 6500"),
    ],
)
def test_published_kader_with_another_figure_fails_its_own_examples(
    tmp_path: Path, pad: Path, oud: str, nieuw: str
):
    kopie = tmp_path / pad.parent.name / pad.name
    shutil.copytree(pad, kopie)
    bestand = kopie / "normenkader.toml"
    tekst = bestand.read_text("utf-8")
    assert oud in tekst
    bestand.write_text(tekst.replace(oud, nieuw), "utf-8")

    with pytest.raises(NormenkaderError, match=r"de uitkomst is .* het voorbeeld zegt"):
        load_normenkader(kopie)


# AWBZ 2014, Bijlage 6

STRUCTUUR = keer("structuur-dagplanning", 60, 10)
PRAKTISCH = keer("praktisch-taken-overnemen", 60, 7)
OEFENEN = keer("oefenen-client", 60, 5)
INGRIJPEN = toezicht("K7")
ONDERWIJS = toezicht("K7", "toezicht-onderwijs")


def test_each_klasse_of_toezicht_has_the_published_borders(awbz: GeladenKader):
    taak = awbz.kader.taak_by_id["toezicht-gedrag"]
    uren = {"K1": "0-1.9", "K2": "2-3.9", "K3": "4-6.9", "K4": "7-9.9"}
    uren |= {"K5": "10-12.9", "K6": "13-15.9", "K7": "16-19.9", "K8": "20-24.9"}

    for code, van_tot in uren.items():
        van, tot = (Fraction(grens) * 60 for grens in van_tot.split("-"))
        cel = taak.minuten[code]
        assert isinstance(cel, Cel)
        assert (cel.min, cel.max) == (van, tot)


def test_whole_awbz_case_is_capped_at_klasse_6_to_the_minute(awbz: GeladenKader):
    indicatie = indicate(awbz.kader, read_dossier(AWBZ / "casussen" / "awbz-heel-geval.json"))

    assert indicatie.status is IndicatieStatus.BEPAALD
    assert indicatie.minuten_per_week == 954
    assert indicatie.minuten_per_maand == 954 * 52 // 12 == 4134
    assert indicatie.profiel is not None
    assert indicatie.profiel.blok == "K6"


def test_whole_awbz_case_tells_its_sum_its_two_caps_and_the_month_in_words(awbz: GeladenKader):
    indicatie = indicate(awbz.kader, read_dossier(AWBZ / "casussen" / "awbz-heel-geval.json"))

    assert [(stap.tekst, stap.na) for stap in indicatie.stappen] == [
        ("Randvoorwaarden regelen", 180),
        ("Dag- en weekplanning", 330),
        ("Taken uitvoeren of overnemen", 555),
        ("Geld beheren", 615),
        ("Toezicht: tijdig ingrijpen", 849),
        ("Oefenen door de cliënt", 1089),
        ("Oefenen: ten hoogste 3 uur per week", 1029),
        (
            "Structuur/regie en/of praktische vaardigheden, toezicht en oefenen: "
            "ten hoogste klasse 6 (13 – 15,9 uur, 954 minuten per week)",
            954,
        ),
        ("Van week naar maand: × 4 1/3", 4134),
        ("Afronden naar het dichtstbijzijnde op hele minuten", 4134),
    ]


def test_omvang_of_an_activity_is_average_time_times_frequency(awbz: GeladenKader):
    indicatie = outcome(awbz, keer("praktisch-post", 25, 3), keuzes=GEWOON)
    voorstel = indicatie.taken[0].voorstel

    assert isinstance(voorstel, Voorstel)
    assert [stap.na.richt for stap in voorstel.stappen] == [1, 25, 75]
    assert [stap.tekst for stap in voorstel.stappen[1:]] == [
        "× 25 minuten gemiddelde tijd",
        "3 keer per week: × 3 per week",
    ]
    assert "gemiddelde tijd × frequentie" in voorstel.stappen[0].bron


@pytest.mark.parametrize(
    ("taken", "keuzes", "klasse"),
    [
        ((STRUCTUUR, PRAKTISCH), GEWOON, "K4"),
        ((STRUCTUUR,), GEWOON, "K4"),
        ((STRUCTUUR, PRAKTISCH, OEFENEN), GEWOON, "K5"),
        ((INGRIJPEN,), GEWOON, "K2"),
        ((INGRIJPEN,), GEDRAG, "K2"),
        ((ONDERWIJS,), GEWOON, "K2"),
        ((ONDERWIJS,), GEDRAG, "K3"),
        ((STRUCTUUR, INGRIJPEN), GEWOON, "K5"),
        ((PRAKTISCH, INGRIJPEN), GEWOON, "K5"),
        ((STRUCTUUR, INGRIJPEN, OEFENEN), GEWOON, "K6"),
        ((STRUCTUUR, INGRIJPEN, ONDERWIJS, OEFENEN), GEWOON, "K7"),
        ((STRUCTUUR, INGRIJPEN), GEDRAG, "K7"),
        ((STRUCTUUR, INGRIJPEN, ONDERWIJS), GEDRAG, "K8"),
    ],
)
def test_every_combination_of_the_table_is_capped_at_its_klasse(
    awbz: GeladenKader, taken: tuple[TaakAntwoord, ...], keuzes: Keuzes, klasse: str
):
    indicatie = outcome(awbz, *taken, keuzes=keuzes)

    assert indicatie.minuten_per_week == BOVENGRENS[klasse]
    assert indicatie.profiel is not None
    assert indicatie.profiel.blok == klasse
    assert any(f"ten hoogste klasse {klasse[1]} (" in stap.tekst for stap in indicatie.stappen)


@pytest.mark.parametrize(
    "taken",
    [
        (STRUCTUUR, ONDERWIJS),
        (STRUCTUUR, INGRIJPEN, ONDERWIJS),
        (INGRIJPEN, ONDERWIJS),
        (toezicht("K8"), OEFENEN),
    ],
)
def test_combination_that_bijlage_6_does_not_name_is_said_to_be_so(
    awbz: GeladenKader, taken: tuple[TaakAntwoord, ...]
):
    indicatie = outcome(awbz, *taken, keuzes=GEWOON)
    afgekapt = [stap for stap in indicatie.stappen if "noemt deze combinatie" in stap.tekst]

    assert indicatie.minuten_per_week == 1494
    assert [stap.bron.startswith("keuze van het bouwteam") for stap in afgekapt] == [True]


def test_palliatief_terminaal_is_capped_at_56_hours_and_has_no_klasse(awbz: GeladenKader):
    palliatief = GEWOON | {"palliatief-terminaal": "ja"}
    indicatie = outcome(awbz, keer("praktisch-taken-overnemen", 70, 56), keuzes=palliatief)

    assert indicatie.minuten_per_week == 56 * 60
    assert indicatie.minuten_per_maand == 14_560
    assert indicatie.profiel is None


def test_sum_below_the_cap_is_left_as_it_is(awbz: GeladenKader):
    indicatie = outcome(awbz, keer("praktisch-post", 20, 1), toezicht("K1"), keuzes=GEWOON)

    assert indicatie.minuten_per_week == 20 + 114
    assert not [stap for stap in indicatie.stappen if "ten hoogste" in stap.tekst]


@pytest.mark.parametrize(("tijd", "minuten"), [(179, 179), (180, 180), (181, 180)])
def test_oefenen_is_never_more_than_three_hours(awbz: GeladenKader, tijd: int, minuten: int):
    assert outcome(awbz, keer("oefenen-client", tijd, 1), keuzes=GEWOON).minuten_per_week == minuten


def test_four_kinds_of_oefenen_share_the_three_hours(awbz: GeladenKader):
    soorten = [taak.id for taak in awbz.kader.taken_of("oefenen")]
    indicatie = outcome(awbz, *(keer(taak, 60, 1) for taak in soorten), keuzes=GEWOON)

    assert len(soorten) == 4
    assert indicatie.minuten_per_week == 180


def test_oefenen_without_motivation_or_ability_to_learn_gives_no_minutes(awbz: GeladenKader):
    indicatie = outcome(awbz, keer("oefenen-client", 60, 2, oefenbaar="nee"), keuzes=GEWOON)

    assert indicatie.minuten_per_week == 0


def test_score_0_gives_no_minutes_and_the_other_scores_give_the_same(awbz: GeladenKader):
    uitkomsten = [
        outcome(awbz, keer("praktisch-post", 20, 2, score=str(score)), keuzes=GEWOON).minuten_per_week
        for score in range(4)
    ]

    assert uitkomsten == [0, 40, 40, 40]


def test_scores_tell_their_published_frequencies(awbz: GeladenKader):
    ankers = [keuze.anker for keuze in awbz.kader.factor_by_id["score"].keuzes]

    for woorden, anker in zip(
        ("Geen probleem", "1 tot 6 keer per week", "1 tot 2 keer per dag", "3 of meer keren per dag"),
        ankers,
        strict=True,
    ):
        assert woorden in anker


def test_aanleren_adds_at_most_thirty_minutes_once_however_many_activities_are_taught(awbz: GeladenKader):
    taken = (keer("praktisch-geld", 60, 1), keer("praktisch-post", 20, 1))
    extra = TaakAntwoord(taak="aanleren-extra")

    zonder = outcome(awbz, *taken, keuzes=GEWOON).minuten_per_week
    met = outcome(awbz, *taken, extra, keuzes=GEWOON)

    assert met.minuten_per_week == zonder + 30
    assert (met.marge_per_week.min, met.marge_per_week.max) == (zonder, zonder + 30)


def test_aanleren_counts_only_beside_an_activity_that_is_taught(awbz: GeladenKader):
    assert outcome(awbz, TaakAntwoord(taak="aanleren-extra"), keuzes=GEWOON).minuten_per_week == 0


def test_bands_of_the_klassen_join_up_from_zero(awbz: GeladenKader):
    vanaf = [profiel.vanaf_minuten_per_week for profiel in awbz.kader.profielen]
    tot = [profiel.tot_minuten_per_week for profiel in awbz.kader.profielen]

    assert vanaf == [0, 120, 240, 420, 600, 780, 960, 1200]
    assert tot == [*vanaf[1:], 1500]


# Huishoudelijke Ondersteuning


@pytest.mark.parametrize(
    ("invloed", "uren", "per_week"),
    [
        ({}, 108, "1620/13"),
        ({"eigen_mogelijkheden": "ja"}, 85, "1275/13"),
        ({"beperkingen": "enig"}, 134, "2010/13"),
        ({"beperkingen": "veel"}, 160, "2400/13"),
        ({"samenstelling": "extra"}, 134, "2010/13"),
        ({"kamers_in_gebruik": 1}, 124, "1860/13"),
        ({"kamers_in_gebruik": 3}, 156, "180"),
        ({"kamers_niet_in_gebruik": 1}, 112, "1680/13"),
        ({"kamers_niet_in_gebruik": 2}, 116, "1740/13"),
    ],
)
def test_each_influence_gives_the_published_hours_per_year_and_exact_minutes_per_week(
    ho: GeladenKader, invloed: dict[str, str | int], uren: int, per_week: str
):
    voorstel = household(ho, **invloed)

    assert voorstel.omvang.richt == Fraction(per_week)
    assert voorstel.omvang.richt * 52 / 60 == uren


@pytest.mark.parametrize(
    ("casus", "uren", "per_maand"),
    [
        ("ho-basis", 108, 540),
        ("ho-eigen-mogelijkheden", 85, 425),
        ("ho-beperkingen-enig", 134, 670),
        ("ho-beperkingen-veel", 160, 800),
    ],
)
def test_casus_of_a_single_influence_is_a_twelfth_of_its_year(
    ho: GeladenKader, casus: str, uren: int, per_maand: int
):
    indicatie = indicate(ho.kader, read_dossier(HO / "casussen" / f"{casus}.json"))

    assert indicatie.minuten_per_maand * 12 == uren * 60
    assert indicatie.minuten_per_maand == per_maand


def test_trace_of_a_household_reads_from_hours_per_year_to_netto_per_week(ho: GeladenKader):
    voorstel = household(ho, eigen_mogelijkheden="ja", beperkingen="veel", kamers_in_gebruik=2)

    assert [stap.tekst for stap in voorstel.stappen] == [
        "Norm voor “Schoon en leefbaar huis”: 6480 minuten per jaar",
        "Van jaar naar week: gedeeld door 52",
        "Beperkingen, veel extra inzet: 52 uur per jaar erbij",
        "Extra kamer in gebruik: 16 uur per jaar erbij per kamer (2 × extra kamer in gebruik)",
        "Eigen mogelijkheden van cliënt of netwerk: 23 uur per jaar eraf",
    ]
    assert voorstel.bruto.richt * 52 == (108 + 52 + 32) * 60
    assert voorstel.netto.richt * 52 == (108 + 52 + 32 - 23) * 60
    assert all("maatschappelijkezaken" in stap.bron for stap in voorstel.stappen[2:])


def test_base_is_the_125_minutes_per_week_that_the_court_names(ho: GeladenKader):
    assert round(household(ho).omvang.richt) == 125
    assert round_minutes(household(ho).omvang.richt, ho.kader.rekenwijze.afronding_totaal) == 125


def test_wasverzorging_is_an_open_norm(ho: GeladenKader):
    antwoord = TaakAntwoord(taak="wasverzorging")

    assert isinstance(propose(ho.kader, Antwoorden(taken=(antwoord,)), antwoord), BeoordeelZelf)


def test_crvb_2025_601_adds_up_to_174_minutes_and_says_what_stays_open(ho: GeladenKader):
    dossier = read_dossier(HO / "casussen" / "ho-crvb-2025-601.json")
    indicatie = indicate(ho.kader, dossier)

    assert indicatie.minuten_per_week == 153 + 21 == 174
    assert indicatie.minuten_per_maand == 754
    assert all(isinstance(besluit.besluit, Afwijken) for besluit in dossier.besluiten)
    assert "Open blijft" in dossier.hulpvraag.situatie
    assert "125 naar 153" in dossier.hulpvraag.situatie


def test_published_influences_fit_153_minutes_in_more_than_one_way_so_none_is_filled_in(ho: GeladenKader):
    eigen = {"eigen_mogelijkheden": "ja"}
    drie_kamers = household(ho, **eigen, kamers_in_gebruik=3)
    zes_kamers = household(ho, **eigen, kamers_in_gebruik=2, kamers_niet_in_gebruik=4)

    assert round(drie_kamers.omvang.richt) == round(zes_kamers.omvang.richt) == 153


def test_casus_of_the_ruling_holds_nothing_about_the_person(ho: GeladenKader):
    dossier = read_dossier(HO / "casussen" / "ho-crvb-2025-601.json")

    assert dossier.melding == Melding()
    assert dossier.hulpvraag.eigen_woorden == ""
    assert not any(leefgebied.problemen for leefgebied in dossier.antwoorden.leefgebieden)
