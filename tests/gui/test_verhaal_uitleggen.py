"""A kader on paper, from the menu: for whom, figures where that is allowed, and two kaders compared."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from indicatietool.domain.normenkader import KaderStatus
from indicatietool.gui.trainer.uitleg import NO_KLUIS, SAME, UitlegDialog, VerschilDialog
from indicatietool.paths import normen_folder
from tests.builders import as_loaded, make_kader
from tests.gui.test_toegankelijk_venster import unnamed
from tests.verslag.papier import pages

VOORBEELD = normen_folder() / "voorbeeld-begeleiding" / "2026.1"


@pytest.fixture
def asked(monkeypatch, tmp_path):
    """Answer every question about a file with the name that it proposes; returns the names."""
    namen = []

    def answer(_parent, _vraag, voorstel, soort):
        namen.append(Path(voorstel).name)
        return str(tmp_path / Path(voorstel).name), soort

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return namen


def saves(robot, dialog) -> None:
    """Press the button, by keyboard, and wait until the file is there."""
    robot.gaat_naar("dialoog.ok")
    robot.drukt(Qt.Key.Key_Space)
    robot.wacht(lambda: dialog.message.text().startswith("Bewaard"))


def test_explanation_for_a_client_is_made_and_opened_by_keyboard(robot, asked, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile())) or True
    )
    robot.kiest_menu("uitleggen")
    dialog = robot.dialog

    robot.kiest("uitleg.kader", "Voorbeeldkader Begeleiding 2026.1")
    robot.kiest("uitleg.voor", "Cliënten")
    saves(robot, dialog)

    assert asked == ["uitleg-voorbeeld-begeleiding-2026.1-client.pdf"]
    assert "Voor cliënten, met cijfers" in pages((tmp_path / asked[0]).read_bytes())[0]
    robot.gaat_naar("uitleg.openen")
    robot.drukt(Qt.Key.Key_Space)
    assert opened == [tmp_path / asked[0]]


def test_figures_are_left_out_when_the_user_wants_that(robot, asked, tmp_path):
    robot.kiest_menu("uitleggen")
    dialog = robot.dialog
    robot.gaat_naar("uitleg.cijfers")
    robot.drukt(Qt.Key.Key_Space)
    robot.kiest("uitleg.kader", "Huishoudelijke")
    robot.kiest("uitleg.vorm", "docx")
    saves(robot, dialog)

    assert not dialog.figures.isChecked(), "another kader changes nothing about what the user wants"
    assert asked == ["uitleg-huishoudelijke-ondersteuning-2019-aanbieder.docx"]
    assert (tmp_path / asked[0]).read_bytes().startswith(b"PK")


def test_figures_of_a_licensed_kader_can_not_be_chosen_and_the_dialog_says_why(qtbot, qapp, tmp_path):
    vrij = make_kader(status=KaderStatus.VOORBEELD, naam="vrij")
    dicht = make_kader(status=KaderStatus.VASTGESTELD, naam="dicht")
    dialog = UitlegDialog(None, [as_loaded(vrij), as_loaded(dicht)])
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.figures.isEnabled()
    assert dialog.figures.isChecked()

    dialog.kader.setFocus()
    qtbot.keyClick(dialog.kader, Qt.Key.Key_Down)

    assert not dialog.figures.isEnabled()
    assert not dialog.figures.isChecked()
    assert "cijfers_delen" in dialog.reason.text()
    assert dialog.figures.accessibleDescription() == dialog.reason.text()
    dialog.save_at(tmp_path / "uitleg.txt")
    qtbot.waitUntil(lambda: dialog.message.text().startswith("Bewaard"))
    assert "geen cijfers" in (tmp_path / "uitleg.txt").read_text("utf-8")
    qtbot.keyClick(dialog.kader, Qt.Key.Key_Up)
    assert dialog.figures.isChecked(), "where they may be shown they are again"


def test_difference_counts_the_dossiers_in_the_kluis_along(robot, asked, tmp_path, monkeypatch):
    monkeypatch.setattr("indicatietool.gui.comfort.acts.tell", lambda _parent, _text: None)
    robot.window.comfort_acts.read_in_kader(next_version(tmp_path))
    robot.window.dossiers.new.click()
    robot.kiest_menu("verschil")
    dialog = robot.dialog

    robot.kiest("verschil.was", "Voorbeeldkader Begeleiding 2026.1")
    robot.kiest("verschil.wordt", "Voorbeeldkader Begeleiding 2026.2")
    robot.gaat_naar("verschil.eigen")
    robot.drukt(Qt.Key.Key_Space)
    saves(robot, dialog)

    assert asked == ["verschil-voorbeeld-begeleiding-2026.1-2026.2.pdf"]
    eerste = pages((tmp_path / asked[0]).read_bytes())[0]
    assert "Eigen dossiers" in eerste
    assert "1 maximum gewijzigd" in eerste


def test_two_times_the_same_kader_is_no_difference(qtbot, qapp):
    dialog = VerschilDialog(None, [as_loaded(make_kader())])
    qtbot.addWidget(dialog)
    dialog.show()

    assert not dialog.ok.isEnabled()
    assert dialog.message.text() == SAME
    assert not dialog.own.isEnabled()
    assert dialog.own.accessibleDescription() == NO_KLUIS


def test_another_version_of_the_first_kader_is_proposed(qtbot, qapp):
    kaders = [make_kader(), make_kader(naam="ander"), make_kader(versie="2")]
    dialog = VerschilDialog(None, [as_loaded(kader) for kader in kaders])
    qtbot.addWidget(dialog)

    assert dialog.was.currentText() == "Klein kader 1 (vastgesteld)"
    assert dialog.wordt.currentText() == "Klein kader 2 (vastgesteld)"


@pytest.mark.parametrize("dialoog", [UitlegDialog, VerschilDialog])
def test_everything_that_can_be_worked_has_a_name(qtbot, qapp, dialoog):
    dialog = dialoog(None, [as_loaded(make_kader(status=KaderStatus.VASTGESTELD))])
    qtbot.addWidget(dialog)
    dialog.show()

    assert unnamed(dialog) == []


def next_version(folder: Path) -> Path:
    """Return a copy of the voorbeeldkader as 2026.2, with one other maximum."""
    copy = folder / "van-buiten"
    shutil.copytree(VOORBEELD, copy)
    for file in (copy / "normenkader.toml", *(copy / "casussen").glob("*.json")):
        tekst = file.read_text("utf-8").replace("2026.1", "2026.2")
        file.write_text(tekst.replace("minuten_per_week = 840", "minuten_per_week = 900"), "utf-8")
    return copy
