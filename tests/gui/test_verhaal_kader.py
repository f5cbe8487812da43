"""Looking into a normenkader, reading one in, and choosing one for a new onderzoek."""

import shutil

from PySide6.QtWidgets import QLabel

from indicatietool.gui.kader_browser import KaderBrowser
from indicatietool.paths import normen_folder
from indicatietool.session.kaders import Kaders
from tests.gui.robot import Robot
from tests.minisign import Ondertekenaar

VOORBEELD = normen_folder() / "voorbeeld-begeleiding" / "2026.1"


def test_search_finds_a_taak_by_any_word_and_shows_figures_and_bron(qtbot, qapp):
    browser = KaderBrowser(Kaders(normen_folder()).usable())
    qtbot.addWidget(browser)
    browser.which.setCurrentText("Voorbeeldkader Begeleiding 2026.1 (voorbeeld)")

    browser.search.setText("post administratie")

    shown = "\n".join(label.text() for label in browser.detail.findChildren(QLabel))
    assert "minuten per keer" in shown
    assert "Bron" in shown
    assert "voorbeeld" in browser._status.text()


def test_kader_read_in_can_be_chosen_for_a_new_onderzoek(robot, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr("indicatietool.gui.comfort.acts.tell", lambda _parent, text: told.append(text))
    van_buiten = copy_with_version(tmp_path, "2026.2")

    robot.window.comfort_acts.read_in_kader(van_buiten)

    assert "2026.2" in told[0]
    robot.window.dossiers.kaders.setCurrentText("Voorbeeldkader Begeleiding 2026.2 (voorbeeld)")
    robot.window.dossiers.new.click()
    assert robot.session.dossier.kader.versie == "2026.2"


def copy_with_version(folder, versie):
    copy = folder / "van-buiten"
    shutil.copytree(VOORBEELD, copy)
    for file in (copy / "normenkader.toml", *(copy / "casussen").glob("*.json")):
        file.write_text(file.read_text("utf-8").replace("2026.1", versie), "utf-8")
    return copy


def test_unsigned_kader_says_so_beside_the_number_when_a_key_is_set(qtbot, qapp, tmp_path, monkeypatch):
    monkeypatch.setenv("INDICATIETOOL_PUBLIEKE_SLEUTEL", Ondertekenaar().publiek)
    robot = Robot(qtbot, tmp_path, normen=normen_folder())

    robot.window.dossiers.new.click()

    assert "niet ondertekend" in robot.ziet()
