"""The explanation says everything that is in a kader, whichever kader it is, and the same twice."""

import pytest

from indicatietool.domain.versie import Versie
from indicatietool.domain.voorstel import Voorstel
from indicatietool.engine.total import indicate
from indicatietool.session.kader_uitleg import explanation
from indicatietool.session.vormen import Vorm, render_blocks
from indicatietool.store.dossiers import read_dossier
from indicatietool.verslag.blocks import Kop, Tabel, Verslag
from indicatietool.verslag.pdf import render_pdf, unprintable
from indicatietool.verslag.uitleg.taken import OPEN_NORM
from tests.builders import as_loaded, make_kader, make_taak
from tests.verslag.papier import words
from tests.verslag.uitleg.stoffen import DAG, LEZERS, NAMEN, kaders, told

BEIDE = pytest.mark.parametrize("versie", LEZERS)
ELK = pytest.mark.parametrize("naam", NAMEN)


@ELK
@BEIDE
def test_every_part_of_the_kader_is_named(naam: str, versie: Versie) -> None:
    kader, tekst = kaders()[naam].kader, told(naam, versie, met_cijfers=None)

    for groep in (
        kader.leefgebieden,
        kader.taken,
        kader.blokken,
        kader.factoren,
        kader.producten,
        kader.gronden,
    ):
        assert [deel.naam for deel in groep if deel.naam.lower() not in tekst.lower()] == []
    assert [blok.code for blok in kader.blokken if f"{blok.code} · {blok.naam}" not in tekst] == []
    assert [k.naam for factor in kader.factoren for k in factor.keuzes if k.naam not in tekst] == []


@ELK
def test_every_anchor_and_every_source_is_there_where_figures_may_be(naam: str) -> None:
    kader = kaders()[naam].kader
    kader = kader.model_copy(update={"kader": kader.kader.model_copy(update={"cijfers_delen": True})})
    tekst = _flat(words(explanation(as_loaded(kader), DAG)))
    ankers = [a for taak in kader.taken for a in taak.ankers.values()]
    ankers += [blok.anker for blok in kader.blokken]
    ankers += [keuze.anker for factor in kader.factoren for keuze in factor.keuzes]
    texts = [*ankers, *(bron.titel for bron in kader.bronnen), *(regel.tekst for regel in kader.regels)]
    texts += [deel.tekst for deel in (*kader.samenval, *kader.maxima, *kader.hoogste)]

    assert [wat for wat in texts if _flat(wat) not in tekst] == []


@ELK
def test_client_can_read_what_each_answer_does(naam: str) -> None:
    kader = kaders()[naam].kader
    verslag = explanation(kaders()[naam], DAG, Versie.CLIENT, met_cijfers=None)
    met_factor = [r for r in kader.regels if any(v.factor for v in r.als)]
    gevolgen = [
        rij.cellen[2]
        for blok in verslag.blokken
        if isinstance(blok, Tabel) and blok.kolommen[-1].kop == "Wat het doet"
        for rij in blok.rijen
    ]

    assert sum(len(gevolg.split("\n")) for gevolg in gevolgen) >= len(met_factor)
    assert all(gevolgen), "every answer says what it does"


@ELK
def test_worked_example_shows_every_step_of_its_own_case_with_its_sum(naam: str) -> None:
    geladen = kaders()[naam]
    if not geladen.voorbeelden:
        assert "nog geen uitgewerkt geval" in told(naam, Versie.AANBIEDER)
        return
    tekst = told(naam, Versie.AANBIEDER)
    gekozen = next(
        voorbeeld for voorbeeld in geladen.voorbeelden if f"Het voorbeeld: {voorbeeld.titel}\n" in tekst
    )
    indicatie = indicate(geladen.kader, read_dossier(geladen.folder / "casussen" / gekozen.casus))
    stappen = [
        stap
        for uitkomst in indicatie.taken
        if isinstance(uitkomst.voorstel, Voorstel)
        for stap in uitkomst.voorstel.stappen
    ]

    assert [stap.tekst for stap in stappen if stap.tekst not in tekst] == []
    assert [stap.tekst for stap in indicatie.stappen if stap.tekst not in tekst] == []
    assert tekst.count("Som: ") == len(stappen) + len(indicatie.stappen)
    assert f"{gekozen.minuten_per_maand} minuten per maand" in tekst


def test_kader_of_another_make_is_explained_in_the_words_of_its_own_scale() -> None:
    met, zonder = (told("ruim", Versie.AANBIEDER, met_cijfers=cijfers) for cijfers in (True, False))

    for zin in (
        "Een rang zegt hoeveel hulp er bij een taak nodig is. Er zijn er 3.",
        "12 % erbij (niet als ook Post en Bellen nodig zijn)",
        "4 minuten per maand erbij voor elke kamer (vanaf 1 en tot en met 5)",
        "Verandert het aantal niet, omdat anderen dit doen",
        "Er blijven geen minuten over",
        "Alleen in sommige gemeenten, bij Wonen",
        "Het wordt 30 minuten per week",
        "Ten minste 10 minuten per week",
        "Alleen de zwaarste telt: Post of Bellen.",
        "Een getal van 0 tot en met 9",
        "Punten: 6",
        "Het gaat om geheugen.",
        "Dit aantal telt voor elke kamer.",
        OPEN_NORM,
        "Alle taken samen, als ook Post of Koken nodig is, als kamers “meer dan 2” is",
    ):
        assert zin in met, zin
    for zin in (
        "Meer minuten (niet als ook Post en Bellen nodig zijn)",
        "Meer minuten voor elke kamer (vanaf … en tot en met …)",
        "Minder minuten",
        "Er geldt een vast aantal",
        "Niet minder dan een grens",
    ):
        assert zin in zonder, zin
    assert "Punten: 6" not in zonder


def test_kader_without_example_without_rules_and_without_profielen_is_explained_too() -> None:
    kaal = make_kader(make_taak(), profielen=()).model_copy(update={"producten": ()})

    tekst = words(explanation(as_loaded(kaal), DAG))

    for zin in ("geen extra vragen", "nog geen uitgewerkt geval", "geen grenzen", "geen profielen"):
        assert zin in tekst


def test_aanbieder_gets_every_taak_with_its_anchors_and_a_client_the_short_version() -> None:
    lang, kort = (explanation(kaders()["voorbeeld-begeleiding"], DAG, versie) for versie in LEZERS)

    assert len(render_pdf(kort)) < len(render_pdf(lang))
    assert {"Bijlage 1: alle taken", "Bijlage 2: alle regels"} == _heads(lang) - _heads(kort)
    assert _heads(kort) < _heads(lang)


def test_status_stands_on_every_page_and_the_fingerprint_in_the_footer() -> None:
    geladen = kaders()["voorbeeld-begeleiding"]
    verslag = explanation(geladen, DAG)

    assert verslag.watermerk == "VOORBEELD – geen vastgestelde norm"
    assert geladen.sha256[:16] in verslag.voettekst
    assert geladen.sha256 in told("voorbeeld-begeleiding", Versie.CLIENT)


@ELK
@BEIDE
def test_same_kader_gives_the_same_bytes_and_every_letter_can_be_printed(naam: str, versie: Versie) -> None:
    een, twee = (explanation(kaders()[naam], DAG, versie) for _ in range(2))

    assert render_pdf(een) == render_pdf(twee)
    assert unprintable(een) == {}


@pytest.mark.parametrize("vorm", [Vorm.ODT, Vorm.DOCX, Vorm.HTML, Vorm.TEKST])
def test_every_other_form_comes_from_the_same_blocks(vorm: Vorm) -> None:
    verslag = explanation(kaders()["klein"], DAG)

    assert render_blocks(verslag, vorm) == render_blocks(verslag, vorm)


def _heads(verslag: Verslag) -> set[str]:
    return {blok.tekst for blok in verslag.blokken if isinstance(blok, Kop) and blok.niveau == 1}


def _flat(tekst: str) -> str:
    return " ".join(tekst.split())
