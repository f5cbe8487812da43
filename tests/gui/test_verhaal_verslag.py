"""The verslag on the screen: for whom, in which form, guarded where needed, and over to other systems."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel

from indicatietool.domain.versie import Versie
from indicatietool.gui.pages import verslag as verslag_page
from indicatietool.session.uitvoer import Uitvoer
from tests.gui.casussen import open_casus

STAP = "Verslag"
WOORDEN = "Na de scheiding ging het steeds"


@pytest.fixture
def asked(monkeypatch, tmp_path):
    """Answer every question about a file with the name that it proposes; returns the questions."""
    vragen = []

    def answer(_parent, vraag, voorstel, soort):
        vragen.append((vraag, Path(voorstel).name, soort))
        return str(tmp_path / Path(voorstel).name), soort

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return vragen


def presses(robot, naam: str) -> None:
    robot.gaat_naar(naam)
    robot.drukt(Qt.Key.Key_Space)


def reads(robot) -> str:
    """Return what stands in the preview."""
    return robot.wizard.page.preview.toPlainText()


def chooses(robot, versie: Versie) -> None:
    """Choose for whom the verslag is, with the arrow keys."""
    volgorde = list(robot.wizard.page.versies)
    nu = robot.wizard.page.versie
    robot.gaat_naar(f"versie.{nu}")
    stappen = volgorde.index(versie) - volgorde.index(nu)
    robot.drukt(Qt.Key.Key_Down if stappen > 0 else Qt.Key.Key_Up, keer=abs(stappen))
    assert robot.wizard.page.versie is versie


def test_preview_changes_with_the_version(robot):
    open_casus(robot, "o2", STAP)
    assert "9. Weging en berekening" in reads(robot)

    chooses(robot, Versie.CLIENT)
    assert "Hoeveel begeleiding heeft u nodig?" in reads(robot)
    chooses(robot, Versie.AANBIEDER)
    assert "Doelen en taken per leefgebied" in reads(robot)


@pytest.mark.parametrize(("vorm", "begin"), [("pdf", b"%PDF"), ("odt", b"PK"), ("html", b"<!DOC")])
def test_verslag_is_saved_where_it_was_asked_and_says_that_it_is_not_encrypted(
    robot, asked, tmp_path, vorm, begin
):
    open_casus(robot, "o2", STAP)
    chooses(robot, Versie.CLIENT)
    robot.kiest("verslag.vorm", vorm)
    presses(robot, "verslag.maken")

    ((vraag, naam, _soort),) = asked
    nummer = robot.session.dossier.nummer
    assert "niet versleuteld" in vraag
    assert naam == f"onderzoeksverslag-{nummer}-client.{vorm}"
    assert (tmp_path / naam).read_bytes().startswith(begin)
    assert "Dit bestand is niet versleuteld." in robot.ziet()


def test_pdf_opens_in_the_reader_of_the_laptop_and_is_printed_there(robot, asked, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    open_casus(robot, "o2", STAP)
    assert not robot.wizard.page.open.isVisible()

    presses(robot, "verslag.afdrukken")
    presses(robot, "verslag.openen")

    assert len(opened) == 2
    assert all(isinstance(url, QUrl) and url.toLocalFile().endswith("-dossier.pdf") for url in opened)


def test_laptop_without_a_reader_gets_a_sentence(robot, asked, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    open_casus(robot, "o2", STAP)

    presses(robot, "verslag.afdrukken")

    assert "geen pdf-lezer gevonden" in robot.ziet()


def test_calling_off_makes_nothing(robot, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    open_casus(robot, "o2", STAP)

    presses(robot, "verslag.maken")

    assert not list(tmp_path.glob("*.pdf"))
    assert "Bewaard:" not in robot.ziet()


def test_name_without_an_end_gets_one(robot, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "verslag"), ""))
    open_casus(robot, "o2", STAP)

    presses(robot, "verslag.maken")

    assert (tmp_path / "verslag.pdf").exists()


def test_file_that_can_not_be_written_is_a_sentence(robot, monkeypatch, tmp_path):
    weg = tmp_path / "verslag.pdf"
    weg.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(weg), ""))
    open_casus(robot, "o2", STAP)

    presses(robot, "verslag.maken")

    assert "Bewaard:" not in robot.ziet()
    assert robot.wizard.problem.text()


def test_part_is_copied_with_layout_and_as_text(robot):
    open_casus(robot, "o2", STAP)
    robot.kiest("verslag.onderdeel", "4. Hulpvraag")
    presses(robot, "verslag.kopieren")

    data = QGuiApplication.clipboard().mimeData()
    assert WOORDEN in data.html()
    assert WOORDEN in data.text()
    assert "<" not in data.text()
    assert "Gekopieerd." in robot.ziet()


def test_passage_is_kept_from_the_aanbieder_with_a_reason(robot):
    open_casus(robot, "o2", STAP)
    chooses(robot, Versie.AANBIEDER)
    assert WOORDEN in reads(robot)

    presses(robot, "afscherming.toevoegen")
    presses(robot, "afscherming.vastleggen")
    assert "Kies welke passage u wilt afschermen." in robot.ziet()
    robot.kiest("afscherming.plek", "Wat vraagt de cliënt")
    presses(robot, "afscherming.vastleggen")
    assert "Schrijf op waarom" in robot.ziet()
    robot.vult("afscherming.reden", "De cliënt wil dit niet delen.")
    presses(robot, "afscherming.vastleggen")

    (passage,) = robot.session.dossier.afgeschermd
    assert (passage.niet_voor_aanbieder, passage.niet_voor_client) == (True, False)
    robot.wacht(lambda: WOORDEN not in reads(robot))
    assert "niet voor de aanbieder. De cliënt wil dit niet delen." in robot.ziet()
    chooses(robot, Versie.DOSSIER)
    assert WOORDEN in reads(robot)


def test_preview_shows_nobody_while_a_room_looks_along(robot):
    open_casus(robot, "o2", STAP)
    robot.wizard.view.hides_names = True
    robot.wizard.page._show_preview()

    assert not robot.wizard.page.preview.isVisible()
    assert "In de beamermodus is het voorbeeld verborgen." in robot.ziet()
    assert robot.wizard.page.section.choices() == []


def test_preview_reaches_for_nothing_outside_it(robot):
    open_casus(robot, "o2", STAP)
    preview = robot.wizard.page.preview

    assert preview.loadResource(2, QUrl("file:///etc/hostname")) is None
    assert not preview.openLinks()
    assert not preview.openExternalLinks()


@pytest.mark.parametrize("soort", [soort for soort in Uitvoer if soort is not Uitvoer.TOEWIJZING])
def test_exports_for_other_systems_are_saved_under_the_number_only(robot, asked, tmp_path, soort):
    open_casus(robot, "o2", STAP)

    presses(robot, f"uitvoer.{soort}")

    ((vraag, naam, _soort),) = asked
    assert "niet versleuteld" in vraag
    inhoud = (tmp_path / naam).read_bytes()
    assert inhoud
    assert b"Oefencli" not in inhoud


def test_toewijzing_says_what_stands_in_the_way(robot, asked):
    open_casus(robot, "o2", STAP)

    presses(robot, f"uitvoer.{Uitvoer.TOEWIJZING}")

    assert robot.wizard.problem.text(), "de voorbeeldproducten hebben nog geen code"


def test_plan_is_copied_as_text(robot):
    open_casus(robot, "o2", STAP)

    presses(robot, "uitvoer.plan.kopieren")

    assert "Post en administratie" in QGuiApplication.clipboard().text()


def test_preview_follows_what_is_typed_after_a_short_rest(robot):
    open_casus(robot, "o2", STAP)
    assert verslag_page.PREVIEW_AFTER_MS <= 500

    robot.wizard.view.act(robot.session.set_veld, "hulpvraag.eigen_woorden", "Alles is nu anders.")

    robot.wacht(lambda: "Alles is nu anders." in reads(robot))


def test_character_that_the_pdf_can_not_print_is_named_on_the_page(robot):
    open_casus(robot, "o2", STAP)
    label = robot.wizard.page.findChild(QLabel, "verslag.tekens")
    assert not label.isVisible()

    robot.wizard.view.act(robot.session.set_veld, "hulpvraag.eigen_woorden", "Blij 😀 en 漢.")

    robot.wacht(label.isVisible)
    assert "😀 [U+1F600], 漢 [U+6F22]" in label.text()
    assert "Hulpvraag in eigen woorden" in label.text()
    robot.wizard.view.act(robot.session.set_veld, "hulpvraag.eigen_woorden", "Blij.")
    robot.wacht(lambda: not label.isVisible())
