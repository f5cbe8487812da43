"""The stories of the practice cases: long enough to score from, plain, and without the answers in them.

Bron: eisen 2, 12, 22 and 148.
"""

import re
from collections import Counter
from itertools import pairwise

import pytest

from indicatietool.domain.dossier import Dossier, SoortOnderzoek
from indicatietool.domain.gemeente import GEMEENTEN
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.oefening import CasusNiveau, Oefencasus
from indicatietool.engine.tijdlijn import lines_of
from indicatietool.engine.total import indicate
from indicatietool.paths import normen_folder
from indicatietool.session.advies_antwoorden import about_answers
from indicatietool.session.checks import missing
from indicatietool.store.dossiers import read_dossier
from indicatietool.store.normenkaders import GeladenKader

BESTANDEN = sorted((normen_folder() / "voorbeeld-begeleiding" / "2026.1" / "casussen").glob("*.json"))
LASTIG = ("lastig-haven", "lastig-koelkast", "lastig-raam", "lastig-wasdag")
LITERAL = 8
"""So many words in a row of an anchor would give its blok or answer away."""
SPELLED = 4
"""Shorter sentences, such as a single yes, may return in another story."""

elke_casus = pytest.mark.parametrize("casus", BESTANDEN, ids=lambda pad: pad.stem, indirect=True)


@pytest.fixture
def casus(request: pytest.FixtureRequest) -> Dossier:
    return read_dossier(request.param)


def story(casus: Dossier) -> Oefencasus:
    assert casus.oefencasus is not None
    return casus.oefencasus


def words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+(?:[-'’][^\W_]+)*", text.lower()))


def sentences(text: str) -> list[tuple[str, ...]]:
    delen = re.split(r"(?<=[.!?…])[”’\"]?\s+|\n+", text)
    return [found for deel in delen if (found := words(deel))]


def runs(text: tuple[str, ...], length: int) -> set[tuple[str, ...]]:
    return {text[begin : begin + length] for begin in range(len(text) - length + 1)}


def anchors(kader: Normenkader) -> list[str]:
    per_blok = [blok.anker for blok in kader.blokken]
    per_taak = [anker for taak in kader.taken for anker in taak.ankers.values()]
    return per_blok + per_taak + [keuze.anker for factor in kader.factoren for keuze in factor.keuzes]


def test_eight_ordinary_and_four_hard_cases_in_all_seven_gemeenten():
    dossiers = [read_dossier(pad) for pad in BESTANDEN]

    niveaus = Counter(story(dossier).niveau for dossier in dossiers)
    assert niveaus == {CasusNiveau.BASIS: 8, CasusNiveau.LASTIG: 4}
    assert {dossier.melding.gemeente for dossier in dossiers} == {gemeente.code for gemeente in GEMEENTEN}
    assert len({dossier.melding.client for dossier in dossiers}) == 12
    assert len({dossier.nummer for dossier in dossiers}) == 12


def test_id_titel_and_story_are_of_one_case_only():
    verhalen = [story(read_dossier(pad)) for pad in BESTANDEN]

    assert len({verhaal.id for verhaal in verhalen}) == 12
    assert len({verhaal.titel for verhaal in verhalen}) == 12
    assert len({verhaal.kenmerk for verhaal in verhalen}) == 12
    assert not [v.id for v in verhalen if re.match(r"[bo]\d", v.id)], "een blind bestand noemt het id"


def test_titel_in_the_list_is_that_of_the_story_and_tells_no_outcome(voorbeeldkader: GeladenKader):
    titels = {voorbeeld.casus: voorbeeld.titel for voorbeeld in voorbeeldkader.voorbeelden}

    assert titels == {pad.name: story(read_dossier(pad)).titel for pad in BESTANDEN}
    namen = {word for taak in voorbeeldkader.kader.taken for word in words(taak.naam) if len(word) > 5}
    assert not {word for titel in titels.values() for word in words(titel)} & namen
    assert not any(re.search(r"\b[OB][1-4]\b", titel) for titel in titels.values())


@elke_casus
def test_every_taak_of_the_model_says_why_and_why_not(casus: Dossier):
    redenen = {reden.taak: reden for reden in story(casus).redenen}

    assert list(redenen) == [antwoord.taak for antwoord in casus.antwoorden.taken]
    for antwoord in casus.antwoorden.taken:
        reden = redenen[antwoord.taak]
        assert antwoord.blok is not None
        assert re.search(rf"\b{antwoord.blok}\b", reden.waarom)
        assert len(words(reden.waarom)) >= 10
        assert "past niet" in reden.waarom_niet
        assert len(words(reden.waarom_niet)) >= 10


@elke_casus
def test_reasons_name_the_answers_that_are_not_the_ordinary_ones(casus: Dossier):
    gewoon = {"samen-doen", "voldoende", "laag", "aanwezig", "afwezig", "veilig"}
    stammen = {"stimuleren-toezicht": "stimuleren", "afspraken-nodig": "afspraken nodig"}
    for antwoord in casus.antwoorden.taken:
        reden = story(casus).reden(antwoord.taak)
        assert reden is not None
        for keuze in set(map(str, antwoord.keuzes.values())) - gewoon:
            assert stammen.get(keuze, keuze) in reden.waarom.lower(), f"{antwoord.taak}: {keuze}"


@elke_casus
def test_story_is_complete_and_in_plain_short_sentences(casus: Dossier):
    verhaal = story(casus)
    lengtes = [len(sentence) for sentence in sentences(verhaal.vignet)]

    assert 250 <= len(words(verhaal.vignet)) <= 800
    assert max(lengtes) <= 25
    assert sum(lengtes) / len(lengtes) <= 15
    assert len(verhaal.vignet.split("\n\n")) >= 4
    assert len(sentences(verhaal.leerdoel)) == 1
    assert 2 <= len(re.findall(r"(?m)^[1-9]\. ", verhaal.bespreekpunten)) <= 6


@elke_casus
def test_story_names_no_blok_no_minutes_and_no_anchor(casus: Dossier, voorbeeldkader: GeladenKader):
    kader, vignet = voorbeeldkader.kader, story(casus).vignet

    assert not re.search(r"\b[OB][1-4]\b|minuten|minuut", vignet)
    assert not any(blok.naam.lower() in vignet.lower() for blok in kader.blokken)
    verhaal = runs(words(vignet), LITERAL)
    assert [anker for anker in anchors(kader) if runs(words(anker), LITERAL) & verhaal] == []


def test_no_two_stories_share_a_sentence():
    zinnen = Counter(
        sentence
        for pad in BESTANDEN
        for sentence in set(sentences(story(read_dossier(pad)).vignet))
        if len(sentence) >= SPELLED
    )

    assert [sentence for sentence, times in zinnen.items() if times > 1] == []


@elke_casus
def test_case_could_be_made_definitief_and_raises_no_question_about_its_answers(
    casus: Dossier, voorbeeldkader: GeladenKader
):
    kader = voorbeeldkader.kader

    assert missing(kader, casus, indicate(kader, casus)) == ()
    assert about_answers(kader, casus) == ()


@elke_casus
def test_blind_case_keeps_the_story_and_nothing_of_the_model(casus: Dossier):
    blind = story(casus).blind()

    assert (blind.vignet, blind.kenmerk) == (story(casus).vignet, story(casus).kenmerk)
    assert (blind.redenen, blind.bespreekpunten) == ((), "")


# What each of the hard cases is for


def hard(naam: str) -> Dossier:
    return read_dossier(next(pad for pad in BESTANDEN if pad.stem == naam))


@pytest.mark.parametrize("naam", LASTIG)
def test_hard_cases_are_marked_as_hard(naam: str):
    assert story(hard(naam)).niveau is CasusNiveau.LASTIG


def test_one_case_has_aanleren_and_overnemen_beside_each_other():
    vormen = {str(taak.keuzes["vorm"]) for taak in hard("lastig-wasdag").antwoorden.taken}

    assert vormen == {"aanleren", "overnemen"}


def test_one_case_has_little_motivatie_where_it_counts_and_where_it_does_not(voorbeeldkader: GeladenKader):
    dossier = hard("lastig-haven")
    indicatie = indicate(voorbeeldkader.kader, dossier)
    meer = {
        uitkomst.blok: stap.na.richt - stap.voor.richt
        for uitkomst in indicatie.taken
        for stap in getattr(uitkomst.voorstel, "stappen", ())
        if "otivatie" in stap.tekst
    }

    assert meer["O3"] > 0
    assert meer["B3"] == 0
    assert any(leefgebied.situatie == "wil_niet" for leefgebied in dossier.antwoorden.leefgebieden)


def test_one_case_has_help_that_may_not_be_counted_for_each_reason():
    aftrek = [a for taak in hard("lastig-koelkast").antwoorden.taken for a in taak.aftrek]

    assert {str(a.beschikbaar) for a in aftrek if not a.telt_mee} == {"ja", "overbelast", "wachtlijst"}
    assert any(a.beschikbaar == "ja" and not a.vrijwillig for a in aftrek)
    assert len([a for a in aftrek if a.telt_mee]) == 1


def test_one_case_revises_only_what_a_life_event_touched(voorbeeldkader: GeladenKader):
    dossier = hard("lastig-raam")
    indicatie = indicate(voorbeeldkader.kader, dossier)
    assert dossier.eerder is not None
    toen = {taak.taak: (taak.blok, taak.minuten_per_week) for taak in dossier.eerder.taken}
    nu = {uitkomst.taak: (uitkomst.blok, uitkomst.minuten_per_week) for uitkomst in indicatie.taken}

    assert dossier.melding.soort_onderzoek is SoortOnderzoek.HERZIENING
    assert {taak for taak in toen if toen[taak] == nu[taak]} == {"huishouden-regie", "werk-volhouden"}
    assert toen.keys() == nu.keys()
    assert nu["post-administratie"][0] == toen["post-administratie"][0]
    fasen = [lijn for lijn in lines_of(dossier, indicatie) if lijn.soort != "tijdelijk"]
    assert [lijn.minuten_per_maand for lijn in fasen] == [indicatie.minuten_per_maand, 295]
    assert all((na.van - voor.tot).days == 1 for voor, na in pairwise(fasen))
    assert len(dossier.tijdelijke_lijnen) == 1
