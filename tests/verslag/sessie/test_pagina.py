"""The page of a session: one page, whatever the case; figures of the group, and nobody."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from indicatietool.verslag.blocks import Stippen, Tabel, texts_in
from indicatietool.verslag.docx import render_docx
from indicatietool.verslag.pdf import render_pdf
from indicatietool.verslag.tekst import render_text
from tests.kalibreren import twintig
from tests.verslag.sessie.pagina import group_of, long_case


@pytest.mark.parametrize("aantal", [3, 20])
@pytest.mark.parametrize("taken", [1, 3, 9, 14, 60])
def test_page_is_one_page_however_long_the_case(aantal: int, taken: int):
    pagina = long_case(taken, aantal)

    assert len(PdfReader(BytesIO(render_pdf(pagina))).pages) == 1
    tabel = next(blok for blok in pagina.blokken if isinstance(blok, Tabel))
    assert len(tabel.rijen) >= min(taken, 3)
    rest = taken - len(tabel.rijen)
    gezegd = " ".join(texts_in(pagina.blokken))
    assert (f"Nog {rest} taken passen niet" in gezegd) == (rest > 1)


def test_page_names_the_divisive_taak_first_with_both_anchors():
    pagina = group_of(20)

    tabel, ankers = (blok for blok in pagina.blokken if isinstance(blok, Tabel))
    assert tabel.rijen[0].cellen == ("Opruimen", "20 van 20", "O3 10, B2 10", "O3", "0,31", "255–329")
    assert ankers.rijen[0].cellen[1].startswith("10 kozen O3 Blok O3. Zichtbaar gedrag bij O3.")
    assert ankers.rijen[0].cellen[2].startswith("10 kozen B2 Blok B2.")


def test_dots_are_sorted_and_said_in_words():
    (figuur,) = (blok for blok in group_of(20).blokken if isinstance(blok, Stippen))

    for rij in figuur.rijen:
        assert list(rij.punten) == sorted(rij.punten)
        assert len(rij.punten) == 20
        assert rij.label in figuur.alternatief
    assert "Modelantwoord" in figuur.alternatief


def test_page_holds_nothing_of_a_participant_and_wears_the_watermark():
    pagina = group_of(20)
    blad = PdfReader(BytesIO(render_pdf(pagina))).pages[0].extract_text()

    assert not any(uitslag.deelnemer[:8] in blad for uitslag in twintig())
    assert "geen vastgestelde norm" in blad
    assert "OEFENING" in blad
    assert render_pdf(pagina) == render_pdf(group_of(20))


def test_page_can_be_told_without_a_drawing():
    pagina = group_of(20)

    assert "Opruimen" in render_text(pagina)
    assert render_docx(pagina)
