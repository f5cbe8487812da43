"""Three versions of one outcome: who gets what, what nobody gets, and the code that ties them together."""

import re
from dataclasses import replace

import pytest

from indicatietool.domain.dossier import Dossier, Volumevorm
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.versie import Versie
from indicatietool.domain.voorstel import Voorstel
from indicatietool.engine.total import indicate
from indicatietool.errors import VerslagError
from indicatietool.verslag.blocks import Kop, MargeBalken, Nadrukblok, Verslag, sections_of, texts_in
from indicatietool.verslag.content import CLIENTVERSIE, compose
from indicatietool.verslag.controlecode import control_code
from indicatietool.verslag.onderdelen.aanbieder.over import NIET_ALLES as NIET_ALLES_AANBIEDER
from indicatietool.verslag.onderdelen.client.over import NIET_ALLES
from indicatietool.verslag.tekst import render_text
from indicatietool.verslag.versies import AANBIEDER_MAG, NIET_IN_DEZE_VERSIE
from tests.builders import make_dossier, score, tiny_kader
from tests.verslag.papier import proof, report, words
from tests.verslag.vol_dossier import BSN, full_dossier, guarded, mark, places

ANDEREN = (Versie.CLIENT, Versie.AANBIEDER)
KADER = tiny_kader()
VOL = full_dossier(KADER)
PLEKKEN = places(KADER, VOL)


@pytest.fixture
def kader() -> Normenkader:
    return KADER


@pytest.fixture
def dossier() -> Dossier:
    return VOL


def test_every_version_of_one_outcome_has_the_same_code(kader: Normenkader, dossier: Dossier) -> None:
    codes = {report(kader, dossier, versie=versie).controlecode for versie in Versie}

    assert len(codes) == 1
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}", codes.pop())


@pytest.mark.parametrize("versie", Versie)
def test_code_stands_in_heading_footer_and_beside_the_sentence_that_explains_it(
    kader: Normenkader, dossier: Dossier, versie: Versie
) -> None:
    verslag = report(kader, dossier, versie=versie)

    assert any(verslag.controlecode in regel for regel in verslag.kopregels)
    assert verslag.controlecode in verslag.voettekst
    laatste = "\n".join(texts_in(sections_of(verslag)[-1].blokken))
    assert verslag.controlecode in laatste
    assert "heeft dezelfde controlecode" in laatste


@pytest.mark.parametrize(
    "anders",
    [
        {"kader_sha256": "0" * 64},
        {"kader_versie": "2"},
        {"dossier_sha256": "0" * 64},
        {"programmaversie": "9.8.8"},
        {"dossier": "2027-0002"},
    ],
    ids=lambda anders: next(iter(anders)),
)
def test_code_changes_with_what_the_outcome_rests_on(
    kader: Normenkader, dossier: Dossier, anders: dict[str, str]
) -> None:
    bewijs, indicatie = proof(kader, dossier), indicate(kader, dossier)

    assert control_code(replace(bewijs, **anders), indicatie) != control_code(bewijs, indicatie)


def test_code_changes_with_the_minutes_of_one_taak_and_with_the_total(
    kader: Normenkader, dossier: Dossier
) -> None:
    bewijs, indicatie = proof(kader, dossier), indicate(kader, dossier)
    eerste = replace(indicatie.taken[0], minuten_per_week=indicatie.taken[0].minuten_per_week + 1)
    minuut_erbij = replace(indicatie, taken=(eerste, *indicatie.taken[1:]))
    totaal_erbij = replace(indicatie, minuten_per_maand=indicatie.minuten_per_maand + 1)
    codes = {control_code(bewijs, uitkomst) for uitkomst in (indicatie, minuut_erbij, totaal_erbij)}

    assert len(codes) == 3


def test_code_does_not_change_with_the_head_of_the_log(kader: Normenkader, dossier: Dossier) -> None:
    bewijs, indicatie = proof(kader, dossier), indicate(kader, dossier)
    later = replace(bewijs, logboek_volg=7, logboek_hash="ab" * 32)

    assert control_code(later, indicatie) == control_code(bewijs, indicatie)
    assert "regel 7, " + "ab" * 32 in words(compose(kader, dossier, indicatie, later))


def test_every_passage_stands_in_the_dossierversie(kader: Normenkader, dossier: Dossier) -> None:
    tekst = words(report(kader, dossier))

    assert len(PLEKKEN) > 50
    ontbreekt = [plek for plek in PLEKKEN if not all(deel in tekst for deel in _marks_of(plek))]
    assert ontbreekt == []


@pytest.mark.parametrize("plek", PLEKKEN)
def test_guarded_passage_is_absent_for_whom_it_is_guarded_and_stays_in_the_dossier(plek: str) -> None:
    for client, aanbieder, versie in ((True, False, Versie.CLIENT), (False, True, Versie.AANBIEDER)):
        dossier = guarded(VOL, plek, client=client, aanbieder=aanbieder)
        tekst = words(report(KADER, dossier, versie=versie))

        assert not [deel for deel in _marks_of(plek) if deel in tekst]
        assert all(deel in words(report(KADER, dossier)) for deel in _marks_of(plek))


def test_guarding_for_one_reader_takes_nothing_from_the_other() -> None:
    dossier = guarded(VOL, "hulpvraag.eigen_woorden", aanbieder=True)

    assert mark("hulpvraag.eigen_woorden") in words(report(KADER, dossier, versie=Versie.CLIENT))


def test_whole_leefgebied_can_be_guarded_at_once() -> None:
    tekst = words(report(KADER, guarded(VOL, "leefgebied.geld", client=True), versie=Versie.CLIENT))

    assert "§leefgebied.geld." not in tekst
    assert "§leefgebied.wonen.doel§" in tekst


def test_guarding_changes_no_minute_and_no_code() -> None:
    open_ = report(KADER, VOL, versie=Versie.CLIENT)
    dicht = report(KADER, guarded(VOL, "besluit.post.motivering", client=True), versie=Versie.CLIENT)
    getallen = [[b.getal for b in verslag.blokken if isinstance(b, Nadrukblok)] for verslag in (open_, dicht)]

    assert getallen[0] == getallen[1]
    assert open_.controlecode == dicht.controlecode
    assert NIET_IN_DEZE_VERSIE in words(dicht)


def test_reader_is_told_that_something_was_left_out_and_only_then() -> None:
    for versie, zin in ((Versie.CLIENT, NIET_ALLES), (Versie.AANBIEDER, NIET_ALLES_AANBIEDER)):
        dicht = guarded(VOL, "hulpvraag.behoeften", client=True, aanbieder=True)

        assert zin in words(report(KADER, dicht, versie=versie))
        assert zin not in words(report(KADER, VOL, versie=versie))


@pytest.mark.parametrize(
    "plek", ["hulpvraag.situatiee", "melding.gemeente", "taak.post.blok", "iets", "geld"]
)
def test_guarded_place_that_does_not_exist_stops_the_version_that_would_leak(plek: str) -> None:
    dossier = guarded(VOL, plek, client=True)

    with pytest.raises(VerslagError, match="niet te vinden"):
        report(KADER, dossier, versie=Versie.CLIENT)
    assert report(KADER, dossier).controlecode
    assert report(KADER, dossier, versie=Versie.AANBIEDER).controlecode


def test_guarded_place_of_a_taak_that_is_gone_holds_nothing_up() -> None:
    dossier = guarded(VOL, "taak.weggehaald.observatie", client=True)

    assert report(KADER, dossier, versie=Versie.CLIENT).controlecode


def test_dossierversie_lists_what_is_guarded_with_the_reason() -> None:
    tekst = words(report(KADER, guarded(VOL, "hulpvraag.situatie", client=True, aanbieder=True)))

    assert "Afgeschermde passages" in tekst
    assert "Situatie en kenmerken van de persoon\ncliëntversie, aanbiedersversie\nOp verzoek." in tekst


def test_reason_of_guarding_stands_in_no_other_version() -> None:
    dossier = guarded(VOL, "hulpvraag.situatie", client=True)

    assert all("Op verzoek." not in words(report(KADER, dossier, versie=versie)) for versie in ANDEREN)


def test_aanbieder_gets_what_is_needed_and_nothing_else() -> None:
    tekst = words(report(KADER, VOL, versie=Versie.AANBIEDER))
    staat_er = set(re.findall(r"§([^§]+)§", tekst))

    assert {_without_id(plek) for plek in staat_er} == AANBIEDER_MAG


def test_client_gets_every_passage_but_papers_of_the_office() -> None:
    tekst = words(report(KADER, VOL, versie=Versie.CLIENT))
    mist = {plek for plek in PLEKKEN if not all(deel in tekst for deel in _marks_of(plek))}

    assert mist == {
        "melding.huidige_indicatie",
        "melding.aanwezigen",
        "melding.stukken",
        "melding.advies_samenvatting",
        "melding.advies_want",
        "weging.looptijd_motivering",
        "taak.post.observatie",
        "taak.opruimen.observatie",
        "leefgebied.geld.toelichting",
        "leefgebied.wonen.toelichting",
        "leefgebied.vrije-tijd.problemen",
        "leefgebied.vrije-tijd.doel",
        "leefgebied.vrije-tijd.indicator",
        "fase.1.motivering",
        "tijdelijk.1",
    }


@pytest.mark.parametrize("versie", Versie)
def test_bsn_stands_in_no_version(versie: Versie) -> None:
    tekst = words(report(KADER, VOL, versie=versie))

    assert BSN not in tekst
    assert "••" not in tekst


@pytest.mark.parametrize("versie", ANDEREN)
def test_no_marge_reaches_client_or_aanbieder(versie: Versie, kader: Normenkader, dossier: Dossier) -> None:
    verslag = report(kader, dossier, versie=versie)
    tekst = words(verslag).lower()
    marges = [
        (show_minutes(u.voorstel.omvang.min), show_minutes(u.voorstel.omvang.max))
        for u in indicate(kader, dossier).taken
        if isinstance(u.voorstel, Voorstel)
    ]

    assert not any(isinstance(blok, MargeBalken) for blok in verslag.blokken)
    for woord in ("marge", "bandbreedte", "ondergrens", "bovengrens", "rekenstap", "tussenstand"):
        assert woord not in tekst
    assert len(marges) == 2
    assert not [paar for paar in marges for streep in ("–", "-", "tot") if _pair(paar, streep) in tekst]


def test_dossierversie_shows_every_marge() -> None:
    tekst = words(report(KADER, VOL))

    for uitkomst in indicate(KADER, VOL).taken:
        assert isinstance(uitkomst.voorstel, Voorstel)
        omvang = uitkomst.voorstel.omvang
        assert f"{show_minutes(omvang.min)} – {show_minutes(omvang.max)}" in tekst


def test_client_reads_the_number_first_and_what_it_is_per_week(kader: Normenkader) -> None:
    dossier = VOL.with_changes(fasen=(), tijdelijke_lijnen=())
    verslag = report(kader, dossier, versie=Versie.CLIENT)
    eerste = sections_of(verslag)[0]
    getal = eerste.blokken[1]

    assert eerste.titel == CLIENTVERSIE[0][0] == "Hoeveel begeleiding heeft u nodig?"
    assert isinstance(getal, Nadrukblok)
    assert getal.getal == "777 minuten per maand"
    assert getal.regels == ("Dat is ongeveer 2 uur en 59 minuten per week.",)


def test_client_and_aanbieder_see_each_fase_with_its_minutes() -> None:
    for versie in ANDEREN:
        tekst = words(report(KADER, VOL, versie=versie))

        assert "Start\n1-1-2027\n15-3-2027\n900" in tekst
        assert "Vervolg\n16-3-2027\n31-12-2027\n777" in tekst


def test_behoud_is_told_with_respect(kader: Normenkader, dossier: Dossier) -> None:
    tekst = words(report(kader, dossier, versie=Versie.CLIENT))

    assert "De begeleiding houdt uw situatie stabiel." in tekst
    assert "ontwikkeling" not in tekst


def test_total_for_the_whole_duration_comes_first_when_that_is_what_is_indicated() -> None:
    weging = type(VOL.weging)(**{**dict(VOL.weging), "volumevorm": Volumevorm.TOTAAL})
    zonder_fasen = VOL.with_changes(weging=weging, fasen=(), tijdelijke_lijnen=())
    (getal,) = (
        b for b in report(KADER, zonder_fasen, versie=Versie.CLIENT).blokken if isinstance(b, Nadrukblok)
    )

    assert getal.getal == f"{12 * 777} minuten in totaal"
    assert "Dat is gemiddeld 777 minuten per maand." in getal.regels
    assert "de hele looptijd van 12 maanden" in getal.regels[0]


def test_concept_says_so_in_every_version_without_the_list_of_the_office(kader: Normenkader) -> None:
    dossier = make_dossier(score("post", None), planbaar="ja")
    for versie in Versie:
        verslag = report(kader, dossier, "Het product is nog niet gekozen.", versie=versie)

        assert verslag.is_concept
        assert verslag.titel.startswith("CONCEPT ")
        assert "Dit verslag is nog niet af" in words(verslag)
        assert ("Het product is nog niet gekozen." in words(verslag)) is (versie is Versie.DOSSIER)


@pytest.mark.parametrize("versie", Versie)
def test_every_part_of_an_empty_dossier_says_something(kader: Normenkader, versie: Versie) -> None:
    for sectie in sections_of(report(kader, make_dossier(), versie=versie)):
        assert len(list(texts_in(sectie.blokken))) > 1, sectie.titel


@pytest.mark.parametrize("versie", Versie)
def test_same_input_gives_an_equal_verslag(kader: Normenkader, dossier: Dossier, versie: Versie) -> None:
    assert report(kader, dossier, versie=versie) == report(kader, dossier, versie=versie)


@pytest.mark.parametrize("versie", Versie)
def test_parts_stand_under_headings_of_level_one(
    kader: Normenkader, dossier: Dossier, versie: Versie
) -> None:
    verslag = report(kader, dossier, versie=versie)
    koppen = [blok.tekst for blok in verslag.blokken if isinstance(blok, Kop) and blok.niveau == 1]

    assert [sectie.titel for sectie in sections_of(verslag)] == koppen


def test_aanbieder_hears_that_the_address_is_secret() -> None:
    melding = type(VOL.melding)(**{**dict(VOL.melding), "geheim_adres": True})
    geheim = VOL.with_changes(melding=melding)

    assert "adres van de cliënt is geheim" in render_text(report(KADER, geheim, versie=Versie.AANBIEDER))
    assert "geheim" not in render_text(report(KADER, VOL, versie=Versie.AANBIEDER))


def _pair(marge: tuple[str, str], streep: str) -> str:
    return f"{marge[0]} {streep} {marge[1]}"


def _marks_of(plek: str) -> tuple[str, ...]:
    """What must be absent when a place is guarded: a place may cover more than one passage."""
    if plek.startswith(("overig.", "tijdelijk.")) and plek.count(".") == 1:
        return tuple(f"§{plek}.{deel}§" for deel in ("omschrijving", "motivering"))
    return (f"§{plek}§",)


def _without_id(plek: str) -> str:
    eerste, *_, laatste = plek.split(".")
    return f"{eerste}.{laatste}"


def test_versions_hold_what_they_are_named_for(kader: Normenkader, dossier: Dossier) -> None:
    titels = {versie: report(kader, dossier, versie=versie).titel for versie in Versie}

    assert titels == {
        Versie.DOSSIER: "Onderzoeksverslag",
        Versie.CLIENT: "Uw onderzoeksverslag",
        Versie.AANBIEDER: "Verslag voor de aanbieder",
    }
    assert isinstance(report(kader, dossier), Verslag)
