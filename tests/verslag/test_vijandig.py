"""Odd and hostile texts come out as typed or by number; odd dossiers never fail."""

import pytest
from hypothesis import given, settings

from indicatietool.domain.antwoorden import OverigeBegeleiding
from indicatietool.domain.base import MAX_TEKST
from indicatietool.domain.besluit import TaakBesluit
from indicatietool.domain.dossier import Hulpvraag, Melding
from indicatietool.verslag.fonts import missing_glyphs, printable
from indicatietool.verslag.pdf import render_pdf
from tests.builders import afwijken, make_dossier, make_kader, make_taak, score
from tests.strategies import Geval, gevallen
from tests.verslag.papier import printed, report, squeezed

HOSTILE = [
    "<b>vet",
    "<Ritalin> 10 mg",
    '<img src="/etc/passwd">',
    "<para><font size=99>groot</font>",
    "&amp; &lt; &#65; & dat was het",
    "Łódź, Škoda, façade, ’s-Hertogenbosch, €",
    "%s {0} \\n \\ (haakjes) [1]",
    "W" * 300,
]


@pytest.mark.parametrize("tekst", HOSTILE)
def test_typed_text_comes_out_literally(tekst: str) -> None:
    dossier = make_dossier().with_changes(
        melding=Melding(client=tekst[:200], zaaknummer=tekst[:200], stukken=tekst),
        hulpvraag=Hulpvraag(eigen_woorden=tekst, situatie=tekst),
    )

    assert printed(report(make_kader(), dossier)).count(squeezed(tekst)) >= 3


def test_character_that_the_font_lacks_is_named_and_explained() -> None:
    dossier = make_dossier().with_changes(hulpvraag=Hulpvraag(eigen_woorden="Goed 😀, beter 漢字."))
    papier = printed(report(make_kader(), dossier))

    assert "Goed[U+1F600],beter[U+6F22][U+5B57]." in papier
    assert squeezed("Dat is het nummer van het teken in Unicode.") in papier


def test_note_about_characters_is_absent_when_all_can_be_printed() -> None:
    assert "Unicode" not in printed(report(make_kader(), make_dossier()))


def test_accent_typed_apart_is_joined_and_known() -> None:
    assert printable("e\u0308\tx") == "ë    x"
    assert missing_glyphs("cliënt\nŁódź") == ()
    assert missing_glyphs("a😀b😀") == ("😀",)


def test_longest_texts_everywhere_are_laid_out_in_full() -> None:
    lang = ("Een lange zin die steeds terugkomt, met woorden van gewone lengte. " * 400)[:MAX_TEKST].strip()
    taken = [make_taak(f"taak-{nummer}") for nummer in range(60)]
    dossier = make_dossier(
        *(score(taak.id, observatie=lang if taak is taken[0] else "") for taak in taken),
        overige=[OverigeBegeleiding(omschrijving="x" * MAX_TEKST, minuten_per_week=1, motivering=lang)],
    ).with_changes(
        hulpvraag=Hulpvraag(eigen_woorden=lang),
        melding=Melding(aanwezigen=lang),
        besluiten=tuple(
            TaakBesluit(taak=t.id, besluit=afwijken(30, motivering=lang if n < 10 else f"Reden {n}."))
            for n, t in enumerate(taken)
        ),
    )
    papier = printed(report(make_kader(*taken), dossier))

    in_running_text = 12  # the other two are cells, with labels and headers between their pieces
    assert papier.count(squeezed(lang)) == in_running_text
    assert "x" * MAX_TEKST in papier


def test_longest_names_in_a_kader_are_laid_out() -> None:
    kader, lang = make_kader(), "Naam " * (MAX_TEKST // 5)
    taak = kader.taken[0].model_copy(update={"naam": lang})
    leefgebied = kader.leefgebieden[0].model_copy(update={"naam": "N" * MAX_TEKST})
    uitgerekt = kader.model_copy(update={"taken": (taak,), "leefgebieden": (leefgebied,)})
    papier = printed(report(uitgerekt, make_dossier(score(), besluiten={"post": afwijken(10)})))

    assert papier.count("Naam") > MAX_TEKST // 5
    assert papier.count("N") > MAX_TEKST
    assert "NaamNaam…" in papier


@given(gevallen())
@settings(max_examples=25)
def test_any_dossier_that_fits_its_kader_makes_a_verslag(geval: Geval) -> None:
    assert render_pdf(report(geval.kader, geval.dossier)).startswith(b"%PDF")
