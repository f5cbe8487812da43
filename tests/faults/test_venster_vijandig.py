"""Hostile inputs through the window: kept exactly and shown as plain text, or refused where it was typed.

The same texts go through the command line in tests/cli/test_dossier_vul.py.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from indicatietool.domain.base import MAX_TEKST
from indicatietool.gui.widgets.tekst_editor import without_control_characters
from tests.cli.vijandig import KEPT
from tests.faults.gedood import GRONDIG
from tests.faults.veld import named, paste_over, place
from tests.faults.vijandige_invoer import BSNS, DAGEN, GETALLEN, TEKSTEN
from tests.gui.robot import Robot

OUD = "wat er stond"
REGEL, TEKST = ("melding", "melding.client", 200), ("hulpvraag", "hulpvraag.situatie", MAX_TEKST)


@pytest.mark.parametrize("tekst", TEKSTEN, ids=named)
@pytest.mark.parametrize("waar", [REGEL, TEKST], ids=["regel", "tekst"])
def test_pasted_text_is_kept_exactly_or_what_was_left_out_is_told(robot: Robot, waar, tekst: str):
    stap, pad, hoogste = waar
    plek = place(robot, stap, pad, OUD)

    gegeven = plek.plakt(tekst).replace("\r\n", "\n")

    assert plek.editor.value() == plek.in_dossier, "wat op het scherm staat is wat er is"
    if len(gegeven) > hoogste or without_control_characters(gegeven) != gegeven:
        assert plek.tells()
        assert plek.in_dossier == without_control_characters(gegeven)[:hoogste]
    else:
        assert plek.in_dossier in (gegeven, gegeven.replace("\u2029", "\n")), "het einde van een alinea"


@pytest.mark.parametrize("tekst", [t for t in KEPT if t.isprintable()][:: 1 if GRONDIG else 6], ids=named)
@pytest.mark.parametrize("waar", [REGEL, TEKST], ids=["regel", "tekst"])
def test_typed_text_is_kept_exactly(robot: Robot, waar, tekst: str):
    stap, pad, _hoogste = waar
    plek = place(robot, stap, pad, OUD)

    plek.typt(tekst)

    assert plek.in_dossier == plek.editor.value() == tekst


def test_what_was_pasted_comes_back_from_the_kluis_as_it_was(robot: Robot):
    for tekst in KEPT:
        place(robot, *TEKST[:2], OUD).plakt(tekst)
        assert robot.wizard.view.save()
        assert robot.desk.kluis.load(robot.session.dossier.nummer) == robot.session.dossier


@pytest.mark.parametrize("hoe", ["typt", "plakt"])
@pytest.mark.parametrize(("tekst", "getal"), GETALLEN)
def test_number_is_taken_as_it_stands_or_refused_beside_the_field(robot: Robot, tekst: str, getal, hoe: str):
    plek = place(robot, "melding", "melding.advies_minuten_per_maand")

    getattr(plek, hoe)(tekst)

    assert plek.in_dossier == getal
    assert bool(plek.tells()) is (getal is None)


@pytest.mark.parametrize("hoe", ["typt", "plakt"])
@pytest.mark.parametrize(("tekst", "dag"), DAGEN)
def test_day_is_understood_or_refused_beside_the_field(robot: Robot, tekst: str, dag, hoe: str):
    plek = place(robot, "melding", "melding.meldingsdatum")

    getattr(plek, hoe)(tekst)
    robot.drukt(Qt.Key.Key_Tab)

    assert plek.in_dossier == dag
    assert "bestaat niet" in plek.tells() if dag is None else str(dag.year) in plek.tells()


@pytest.fixture
def bsn_asked(robot: Robot) -> Iterator[None]:
    robot.wizard.go_to("hulpvraag")
    robot.wizard.view.shows_bsn = True
    yield
    robot.wizard.go_to("hulpvraag")
    robot.wizard.view.shows_bsn = False


@pytest.mark.parametrize("hoe", ["typt", "plakt"])
@pytest.mark.parametrize(("tekst", "bsn"), BSNS)
def test_bsn_is_nine_digits_that_pass_or_refused_beside_the_field(
    robot: Robot, bsn_asked, tekst: str, bsn, hoe: str
):
    plek = place(robot, "melding", "melding.bsn")

    getattr(plek, hoe)(tekst)
    robot.drukt(Qt.Key.Key_Tab)

    assert plek.in_dossier == bsn
    if bsn is None:
        assert "geen geldig BSN" in plek.tells()


@pytest.mark.parametrize("tekst", KEPT, ids=named)
def test_words_to_look_for_are_only_words(robot: Robot, tekst: str):
    robot.wizard.view.act(robot.session.set_veld, "melding.client", "Mevrouw Janssen")
    robot.kiest_menu("zoeken")
    dialog = robot.dialog
    paste_over(robot, dialog.words, tekst)
    dialog.look()
    gezegd = dialog.count.text()
    dialog.reject()

    assert isinstance(dialog.words, QLineEdit)
    assert "Niets gevonden" in gezegd or "plek" in gezegd or not tekst.strip()
