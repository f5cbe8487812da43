"""Figures stand in the explanation only where the kader allows it, and else nowhere at all."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings

from indicatietool.domain.normenkader import KaderStatus, Normenkader
from indicatietool.domain.versie import Versie
from indicatietool.domain.voorstel import Voorstel
from indicatietool.engine.total import indicate
from indicatietool.errors import InvoerError
from indicatietool.session.kader_uitleg import explanation, refusal
from indicatietool.verslag.uitleg.cijfers import hide_amounts, hide_numbers
from indicatietool.verslag.uitleg.document import explain
from indicatietool.verslag.uitleg.stof import Stof, Werkvoorbeeld
from indicatietool.verslag.zaak import Zaak
from tests.builders import as_loaded, make_kader, tiny_kader
from tests.strategies import Geval, gevallen
from tests.verslag.papier import proof, words
from tests.verslag.uitleg.stoffen import DAG, LEZERS, NAMEN, bare, kaders, told, with_other_figures

WOORDEN = (
    "naam",
    "anker",
    "tekst",
    "titel",
    "uitleg",
    "vraag",
    "omschrijving",
    "toelichting",
    "eenheid",
    "vindplaats",
    "uitgever",
    "eigenaar",
    "open",
)
AMOUNT = re.compile(
    r"\d[\d.,/ –-]*\s*(?:%|procent|minuten|minuut|uren|uur|kwartier)"
    r"|(?:tien|twaalf|vijftien|\w+tig|honderd)\s+(?:procent|minuten)",
    re.IGNORECASE,
)


@pytest.mark.parametrize("naam", NAMEN)
@pytest.mark.parametrize("versie", LEZERS)
def test_without_figures_no_amount_stands_anywhere(naam: str, versie: Versie) -> None:
    zonder, met = told(naam, versie, met_cijfers=False), explained_with_figures(naam, versie)

    assert AMOUNT.findall(zonder) == []
    assert AMOUNT.search(met), "the same search finds them where they are"


@pytest.mark.parametrize("naam", NAMEN)
@pytest.mark.parametrize("versie", LEZERS)
def test_kader_with_other_figures_is_explained_in_the_same_words(naam: str, versie: Versie) -> None:
    """Whatever the figures are, nothing of the explanation without them follows from them."""
    kader = kaders()[naam].kader
    ander = with_other_figures(kader)

    assert ander != kader
    assert bare(ander, met_cijfers=False, versie=versie) == bare(kader, met_cijfers=False, versie=versie)
    assert bare(ander, met_cijfers=True, versie=versie) != bare(kader, met_cijfers=True, versie=versie)


@pytest.mark.parametrize("versie", LEZERS)
def test_amount_in_any_text_of_a_kader_is_left_out(versie: Versie) -> None:
    """Names, anchors, questions and sources too: nothing is told because it was thought to hold no figure."""
    data = tiny_kader().model_dump(mode="json")
    put_amount_in(data)
    kader = Normenkader.model_validate_json(json.dumps(data))

    assert len(re.findall("77 minuten", words(bare(kader, met_cijfers=True, versie=versie)))) > 60
    assert "77" not in words(bare(kader, met_cijfers=False, versie=versie))


@given(gevallen())
@settings(max_examples=25, deadline=None)
def test_worked_example_of_whatever_case_shows_every_sum_or_none_at_all(geval: Geval) -> None:
    indicatie = indicate(geval.kader, geval.dossier)
    zaak = Zaak(geval.kader, geval.dossier, indicatie, proof(geval.kader, geval.dossier))
    stof = Stof(geval.kader, "0" * 64, Versie.AANBIEDER, True, DAG, Werkvoorbeeld("Verzonnen", zaak))
    stappen = [
        stap for u in indicatie.taken if isinstance(u.voorstel, Voorstel) for stap in u.voorstel.stappen
    ]

    met, zonder = words(explain(stof)), words(explain(replace(stof, met_cijfers=False)))

    assert met.count("Som: ") == len(stappen) + len(indicatie.stappen)
    assert "Som: " not in zonder
    assert AMOUNT.findall(zonder) == []


@pytest.mark.parametrize("naam", NAMEN)
def test_without_figures_it_still_tells_what_is_more_and_what_is_less(naam: str) -> None:
    tekst = told(naam, Versie.AANBIEDER, met_cijfers=False)

    assert "geen cijfers" in tekst
    if any(
        getattr(r.effect, "procent", getattr(r.effect, "minuten", 0)) > 0 for r in kaders()[naam].kader.regels
    ):
        assert "eer minuten" in tekst


@pytest.mark.parametrize(
    ("status", "zegt", "mag"),
    [
        (KaderStatus.VOORBEELD, None, True),
        (KaderStatus.VERVALLEN, None, True),
        (KaderStatus.CONCEPT, None, False),
        (KaderStatus.VASTGESTELD, None, False),
        (KaderStatus.VASTGESTELD, True, True),
        (KaderStatus.CONCEPT, True, True),
        (KaderStatus.VOORBEELD, False, False),
        (KaderStatus.VERVALLEN, False, False),
    ],
)
def test_kader_says_whether_figures_may_be_shown(status: KaderStatus, zegt: bool | None, mag: bool) -> None:
    geladen = as_loaded(licensed(status, zegt))

    assert (refusal(geladen) == "") is mag
    assert bool(AMOUNT.search(words(explanation(geladen, DAG)))) is mag


def test_asking_for_figures_that_may_not_be_shown_is_refused_with_the_reason() -> None:
    with pytest.raises(InvoerError, match="cijfers_delen") as onbekend:
        explanation(as_loaded(licensed(KaderStatus.VASTGESTELD, None)), DAG, met_cijfers=True)
    with pytest.raises(InvoerError, match=r"De maker van .* wil niet") as verboden:
        explanation(as_loaded(licensed(KaderStatus.VASTGESTELD, False)), DAG, met_cijfers=True)

    assert all("zonder cijfers" in str(fout.value) for fout in (onbekend, verboden))


def test_shipped_kaders_may_be_shown_and_say_that_they_are_no_norm() -> None:
    for geladen in kaders().values():
        if geladen.kader.is_vastgesteld:
            continue
        verslag = explanation(geladen, DAG)
        assert refusal(geladen) == ""
        assert re.match("VOORBEELD|VERVALLEN", verslag.watermerk or "")


@pytest.mark.parametrize(
    ("tekst", "over"),
    [
        ("Per keer 45 minuten, op 5 dagen", "Per keer … minuten, op 5 dagen"),
        ("tussen 1,5 en 2 uur; 65 1/3 minuut", "tussen … uur; … minuut"),
        ("20%, of 20 procent meer, bij O2", "…%, of … procent meer, bij O2"),
        ("twintig minuten of vijfentwintig procent", "… minuten of … procent"),
        ("in 2026, artikel 2.3.2, klasse 4", "in 2026, artikel 2.3.2, klasse 4"),
        ("een 30-minutengesprek van 90min", "een 30-minutengesprek van …min"),
    ],
)
def test_amounts_are_left_out_and_nothing_else(tekst: str, over: str) -> None:
    assert hide_amounts(tekst) == over


def test_rule_loses_every_number_and_keeps_its_codes() -> None:
    assert hide_numbers("Klasse 4 bij O2 en B3: 15 % eraf, ten hoogste 1.200") == (
        "Klasse … bij O2 en B3: … % eraf, ten hoogste …"
    )


def put_amount_in(deel: object) -> None:
    """Add an amount to every text that a person reads."""
    if isinstance(deel, dict):
        for naam, waarde in deel.items():
            if isinstance(waarde, str) and naam in WOORDEN:
                deel[naam] = f"{waarde} (77 minuten)"
            elif naam == "ankers":
                deel[naam] = {code: f"{anker} (77 minuten)" for code, anker in waarde.items()}
            else:
                put_amount_in(waarde)
    elif isinstance(deel, list):
        for waarde in deel:
            put_amount_in(waarde)


def licensed(status: KaderStatus, zegt: bool | None) -> Normenkader:
    """Return a kader with this status that says this about sharing."""
    kader = make_kader(*tiny_kader().taken[2:], status=status)
    return kader.model_copy(update={"kader": kader.kader.model_copy(update={"cijfers_delen": zegt})})


def explained_with_figures(naam: str, versie: Versie) -> str:
    """Return the explanation with figures, also of a kader that does not share them."""
    return words(bare(kaders()[naam].kader, met_cijfers=True, versie=versie))
