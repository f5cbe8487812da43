"""What law and policy ask of the dossierversie: each letter, each term, each reason, in its place."""

from datetime import date

import pytest

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.normenkader import Normenkader
from indicatietool.verslag.blocks import MargeBalken, Tabel, Waterval
from indicatietool.verslag.onderdelen.wet import LID_4
from tests.builders import make_dossier, make_kader, make_overig, make_taak, score, take_all_over, tiny_kader
from tests.verslag.papier import report, section, words
from tests.verslag.vol_dossier import full_dossier, mark

KADER = tiny_kader()


@pytest.fixture
def kader() -> Normenkader:
    return KADER


@pytest.fixture
def dossier() -> Dossier:
    return full_dossier(KADER)


def test_the_seven_letters_of_article_232_stand_in_order() -> None:
    assert [letter for letter, *_ in LID_4] == ["a", "b", "c", "d", "e", "f", "g"]


@pytest.mark.parametrize(("letter", "wat", "delen", "velden"), LID_4, ids=[regel[0] for regel in LID_4])
def test_each_letter_is_answered_in_the_part_that_the_list_points_to(
    kader: Normenkader,
    dossier: Dossier,
    letter: str,
    wat: str,
    delen: tuple[int, ...],
    velden: tuple[str, ...],
) -> None:
    verslag = report(kader, dossier)
    antwoorden = "\n".join(section(verslag, deel) for deel in delen)

    assert f"{letter}\n{wat}\n" in section(verslag, 3)
    assert all(mark(veld) in antwoorden for veld in velden)


def test_list_of_the_law_says_what_is_still_open(kader: Normenkader, dossier: Dossier) -> None:
    leeg = dossier.with_changes(oplossingen=type(dossier.oplossingen)(eigen_kracht="Kookt zelf."))
    procedure = section(report(kader, leeg), 3)

    assert "Eigen kracht en gebruikelijke hulp\nonderdeel 7\nvastgelegd" in procedure
    assert "Eigen bijdrage\nonderdeel 11\nnog niet ingevuld" in procedure


def test_each_term_of_the_law_has_its_day(kader: Normenkader, dossier: Dossier) -> None:
    procedure = section(report(kader, dossier), 3)

    for wat, dag in (
        ("Persoonlijk plan: zeven dagen na de melding", "12-10-2026"),
        ("Onderzoek klaar: zes weken na de melding", "16-11-2026"),
        ("Besluit van de gemeente: twee weken na de aanvraag", "14 dagen na de aanvraag"),
    ):
        assert f"{wat}\n{dag}\n" in procedure
    assert "verzonden op 10-11-2026, op tijd" in procedure


@pytest.mark.parametrize(("dag", "stand"), [(16, "op tijd"), (17, "te laat")])
def test_report_says_whether_it_was_sent_in_time(
    kader: Normenkader, dossier: Dossier, dag: int, stand: str
) -> None:
    afronding = type(dossier.afronding)(verslag_verzonden=date(2026, 11, dag))

    assert f"verzonden op {dag}-11-2026, {stand}" in section(
        report(kader, dossier.with_changes(afronding=afronding)), 3
    )


def test_stappenplan_of_the_crvb_shows_its_five_steps_with_their_outcome(
    kader: Normenkader, dossier: Dossier
) -> None:
    procedure = section(report(kader, dossier), 3)

    assert "CRvB 2018:819" in procedure
    for stap in (
        "1. Wat is de hulpvraag",
        "2. Welke problemen",
        "3. Welke",
        "4. Wat kunnen",
        "5. Wat blijft",
    ):
        assert stap in procedure
    assert "begeleiding nodig bij 2 van 3 leefgebieden" in procedure
    assert "777 minuten per maand" in procedure


@pytest.mark.parametrize(
    ("grondslag", "deel"),
    [
        ("Wmo 2015 art. 2.3.2 lid 1", 3),
        ("Wmo 2015 art. 2.3.2 lid 3", 3),
        ("Wmo 2015 art. 2.3.2 lid 2 en 5", 3),
        ("Wmo 2015 art. 2.3.2 lid 6", 3),
        ("Wmo 2015 art. 2.3.2 lid 7", 3),
        ("Wmo 2015 art. 2.3.2 lid 9", 3),
        ("Wmo 2015 art. 2.3.3", 3),
        ("Wmo 2015 art. 2.3.4", 3),
        ("Wmo 2015 art. 2.3.5 lid 2", 3),
        ("Wmo 2015 art. 2.3.5 lid 5 en 6", 7),
        ("Awb art. 3:46 en 3:47", 9),
        ("Awb art. 4:84", 9),
        ("Awb art. 3:46", 10),
        ("Wmo 2015 art. 2.3.6", 11),
        ("Wmo 2015 art. 2.3.9", 12),
        ("Wmo 2015 art. 2.3.2 lid 8", 13),
        ("ECLI:NL:CRVB:2021:1381", 14),
    ],
)
def test_each_ground_stands_where_it_is_used(
    kader: Normenkader, dossier: Dossier, grondslag: str, deel: int
) -> None:
    assert grondslag in section(report(kader, dossier), deel)


def test_advice_of_the_aanbieder_has_its_date_and_why_it_was_followed_or_not(
    kader: Normenkader, dossier: Dossier
) -> None:
    procedure = section(report(kader, dossier), 3)

    for tekst in ("1-10-2026", "900", mark("melding.advies_samenvatting"), mark("melding.advies_want")):
        assert tekst in procedure


def test_principles_of_the_policy_are_headings_also_when_nothing_was_written(kader: Normenkader) -> None:
    weging = section(report(kader, make_dossier(score("waakvlam", "B1"), planbaar="ja")), 9)

    for kop in ("Normaliseren", "Zelfredzaamheid en participatie", "Naar de voorkant"):
        assert f"{kop}\nHierover is niets vastgelegd." in weging
    assert "Er zijn geen bijzondere omstandigheden genoemd." in weging


def test_factors_in_the_client_stand_apart_from_those_around_the_client() -> None:
    kader = tiny_kader()
    factoren = tuple(
        f.model_copy(update={"van": "omgeving"}) if f.id == "drukte" else f for f in kader.factoren
    )
    verslag = report(kader.model_copy(update={"factoren": factoren}), full_dossier(KADER))
    tabellen = [b for b in verslag.blokken if isinstance(b, Tabel) and b.bijschrift.startswith("Factoren")]

    assert {tabel.bijschrift: [rij.cellen for rij in tabel.rijen] for tabel in tabellen} == {
        "Factoren in de cliënt": [
            ("Motivatie", "matig", "alle taken"),
            ("Veiligheid", "veilig", "Opruimen"),
            ("Planbaar", "ja", "alle taken"),
        ],
        "Factoren in de omgeving": [("Drukte", "druk", "Geld"), ("Drukte", "rustig", "Wonen")],
    }


def test_coverage_tells_which_part_of_the_minutes_rests_on_a_norm() -> None:
    kader = make_kader(make_taak(minuten=60))
    dossier = make_dossier(score(), overige=(make_overig(20),))

    weging = section(report(kader, take_all_over(kader, dossier)), 9)

    assert "75 % van de minuten komt uit taken met een norm: 60 van 80 minuten per week." in weging
    assert "Bij 0 van de 3 leefgebieden is begeleiding nodig." in weging


def test_fases_and_temporary_lines_stand_with_their_reasons_and_their_sum(
    kader: Normenkader, dossier: Dossier
) -> None:
    conclusie = section(report(kader, dossier), 11)

    assert "Start\n1-1-2027\n15-3-2027\n2 15/31\n900\n2235 15/31" in conclusie
    assert "Som: 2 15/31 × 900 = 2235 15/31" in conclusie
    for plek in ("fase.1.motivering", "tijdelijk.1.omschrijving", "tijdelijk.1.motivering"):
        assert mark(plek) in conclusie


def test_earlier_onderzoek_stands_beside_this_one_with_the_difference_per_taak(
    kader: Normenkader, dossier: Dossier
) -> None:
    conclusie = section(report(kader, dossier), 11)

    assert "650 minuten per maand" in conclusie
    assert "+127 minuten per maand" in conclusie
    assert "Post\nO1\nO2\n60\n90\n+30" in conclusie
    assert "Vroegere taak\nB1\n–\n20\n–\n−20" in conclusie


def test_first_onderzoek_has_nothing_to_compare_with(kader: Normenkader, dossier: Dossier) -> None:
    assert "vorige onderzoek" not in words(report(kader, dossier.with_changes(eerder=None)))


def test_every_figure_has_its_numbers_in_a_table_right_below(kader: Normenkader, dossier: Dossier) -> None:
    blokken = report(kader, dossier).blokken
    figuren = [plek for plek, blok in enumerate(blokken) if isinstance(blok, Waterval | MargeBalken)]

    assert len(figuren) == 2
    for plek in figuren:
        figuur, tabel = blokken[plek], blokken[plek + 1]
        assert isinstance(tabel, Tabel)
        cellen = "\n".join(cel for rij in tabel.rijen for cel in rij.cellen)
        labels = figuur.staven if isinstance(figuur, Waterval) else figuur.balken
        assert all(deel.label in cellen for deel in labels)
        assert all(deel.label in figuur.alternatief for deel in labels)


def test_weighing_says_per_leefgebied_why_it_is_not_more_or_less(
    kader: Normenkader, dossier: Dossier
) -> None:
    weging = section(report(kader, dossier), 9)
    onder = weging.index("Waarom niet meer of minder")

    assert "Geld: 90 minuten per week, boven de marge; de motivering staat in onderdeel 10." in weging[onder:]
    assert "Wonen: 45 minuten per week, binnen de marge. Voorstel 45, marge 36 – 58,5." in weging[onder:]


def test_tool_is_named_with_what_it_does_and_does_not_do(kader: Normenkader, dossier: Dossier) -> None:
    weging = section(report(kader, dossier), 9)

    for tekst in (
        "indicatietool, versie 9.8.7",
        "geen kunstmatige intelligentie (AI)",
        "een hulpmiddel, geen vervanging van professionele beoordeling",
        "Klein kader, versie 1",
    ):
        assert tekst in weging
