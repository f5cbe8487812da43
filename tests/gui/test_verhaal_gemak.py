"""Appearance that is remembered, a beamer without names, finding anything, help and keys."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from indicatietool.gui import theme
from indicatietool.gui.comfort.help import MISSING, HelpDialog, LocalBrowser
from indicatietool.gui.kleuren import DARK, LIGHT
from indicatietool.session.voorkeuren import DAMAGED
from tests.gui.robot import CTRL, Robot
from tests.gui.stories import LEEFGEBIED, TAAK, open_scored_case


@pytest.fixture(autouse=True)
def plain_dress(qapp):
    """What one story puts on, the next does not wear."""
    yield
    theme.dress(qapp, LIGHT, 100)


def preferences(robot) -> dict[str, object]:
    return json.loads((robot.folder / "voorkeuren.json").read_text("utf-8"))


def test_colours_and_letters_are_remembered(robot):
    robot.window.appearance.choose(kleuren="donker", letters=150)
    robot.wacht(lambda: theme.kleuren_in_use() == DARK)

    robot.start_opnieuw()

    assert robot.window.appearance.voorkeuren.kleuren == "donker"
    assert theme.kleuren_in_use() == DARK
    assert round(QApplication.font().pointSizeF(), 2) == 15.75


def test_other_colours_leave_everyone_where_they_were(robot):
    robot.drukt(Qt.Key.Key_Space)
    robot.vult("melding.zaaknummer", "Z-1")
    robot.gaat_naar("melding.consulent")
    old = robot.wizard

    with robot.qtbot.waitSignal(robot.window.session_opened):
        robot.window.appearance.choose(kleuren="contrast")

    assert robot.wizard is not old
    assert robot.session.dossier.melding.zaaknummer == "Z-1"
    assert robot.window.focusWidget().objectName() == "melding.consulent"
    with robot.qtbot.waitSignal(robot.wizard.view.saved):
        robot.typt("J")


def test_size_and_place_of_the_window_are_remembered(robot):
    robot.window.setGeometry(40, 50, 1100, 700)
    robot.start_opnieuw()

    box = robot.window.geometry()
    assert (box.x(), box.y(), box.width(), box.height())[2:] == (1100, 700)


@pytest.mark.parametrize(
    "inhoud",
    [
        "{",
        "[]",
        '{"kleuren": "roze"}',
        '{"letters": true}',
        '{"letters": 1000}',
        '{"beamer": "ja"}',
        '{"venster": [1, 2, 3]}',
        '{"venster": [1, 2, 3, NaN]}',
        '{"client": "Janssen"}',
        "\x00" * 50,
        "[" * 5_000,
    ],
    ids=lambda inhoud: inhoud[:24],
)
def test_damaged_preferences_fall_back_with_one_message(qapp, qtbot, tmp_path, inhoud):
    (tmp_path / "voorkeuren.json").write_text(inhoud, "utf-8")

    robot = Robot(qtbot, tmp_path, kluis=False)

    assert DAMAGED in robot.ziet()
    assert robot.window.appearance.voorkeuren.letters == 100


def test_preferences_hold_nothing_about_anyone(robot):
    robot.drukt(Qt.Key.Key_Space)
    robot.vult("melding.client", "Mevrouw Janssen")
    robot.sluit()

    assert set(preferences(robot)) == {"kleuren", "letters", "beamer", "venster", "gemaximaliseerd"}


def test_beamer_hides_names_everywhere_and_enlarges(robot):
    robot.drukt(Qt.Key.Key_Space)
    robot.vult("melding.client", "Mevrouw Janssen")
    with robot.qtbot.waitSignal(robot.window.session_opened):
        robot.window.acts["beamer"].trigger()

    assert "Janssen" not in robot.ziet()
    assert "cliënt (verborgen" in robot.ziet()
    assert round(theme.scale(), 2) == 1.5
    robot.window.show_start()
    assert "Janssen" not in robot.ziet()
    assert "cliënt" in robot.ziet()

    robot.window.acts["beamer"].trigger()
    robot.wacht(lambda: "Janssen" in robot.ziet())


def test_title_names_the_dossier_and_the_progress_but_no_one(robot):
    open_scored_case(robot)
    robot.wizard.view.act(robot.session.set_veld, "melding.client", "Mevrouw Janssen")

    assert robot.window.windowTitle() == "Indicatietool – dossier 2026-0001 – 1 van 1 taken"


@pytest.mark.parametrize(
    ("woorden", "stap", "veld"),
    [
        ("zaaknummer", "melding", "melding.zaaknummer"),
        ("hulpvraag", "hulpvraag", ""),
        ("post administratie", f"scoren.{LEEFGEBIED}", ""),
        ("bruine enveloppen", "hulpvraag", "hulpvraag.situatie"),
    ],
)
def test_find_jumps_to_step_and_field(robot, woorden, stap, veld):
    open_scored_case(robot)
    tekst = "Er liggen bruine enveloppen op de mat."
    robot.wizard.view.act(robot.session.set_veld, "hulpvraag.situatie", tekst)

    QTest.keyClick(robot._focus(), Qt.Key.Key_F, CTRL)
    robot.typt(woorden)
    robot.drukt(Qt.Key.Key_Return)

    assert robot.wizard.current_step == stap
    if veld:
        assert robot.window.focusWidget().objectName() == veld
    elif stap.startswith("scoren"):
        assert robot.wizard.page.detail.taak.id == TAAK


def test_find_that_finds_nothing_says_so(robot):
    robot.drukt(Qt.Key.Key_Space)
    robot.kiest_menu("zoeken")
    robot.typt("xyzzy")

    robot.wacht(lambda: "Niets gevonden" in robot.ziet())


def test_help_without_handleiding_is_one_clear_sentence(qtbot, qapp, tmp_path):
    dialog = HelpDialog(None, "scoren", tmp_path)
    qtbot.addWidget(dialog)

    assert dialog.text.toPlainText() == MISSING


def test_help_shows_the_chapter_of_the_page(qtbot, qapp, tmp_path):
    (tmp_path / "01-start.md").write_text("# Beginnen\n\nZo begint u.", "utf-8")
    (tmp_path / "04-scoren.md").write_text("# Scoren\n\nZo scoort u. [Begin](01-start.md)", "utf-8")

    dialog = HelpDialog(None, "scoren", tmp_path)
    qtbot.addWidget(dialog)

    assert "Zo scoort u." in dialog.text.toPlainText()
    assert [dialog.list.item(row).text() for row in range(2)] == ["Beginnen", "Scoren"]


def test_help_loads_nothing_from_outside_its_folder(qtbot, qapp, tmp_path):
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QTextDocument

    (tmp_path / "geheim.png").write_bytes(b"x")
    folder = tmp_path / "handleiding"
    folder.mkdir()
    browser = LocalBrowser(folder)
    qtbot.addWidget(browser)
    image = QTextDocument.ResourceType.ImageResource.value

    for name in ("https://voorbeeld.nl/x.png", "../geheim.png", "file:///etc/hostname"):
        assert browser.loadResource(image, QUrl(name)) is None


def test_list_of_keys_names_every_shortcut_of_the_menus(robot):
    robot.kiest_menu("toetsen")

    text = robot.ziet()
    for words in ("Ctrl+L", "Nu vergrendelen", "Ctrl+F", "Zoeken", "F1", "Ctrl+N", "Nieuw onderzoek"):
        assert words in text
