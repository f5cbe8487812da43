"""What was typed is shown as plain text everywhere, and stands whole in every form of the verslag.

One dossier holds every hostile text, each in a field of its own, put there through the window.
"""

import csv
import itertools
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import Qt as QtGui
from PySide6.QtWidgets import QAbstractItemView, QLabel, QMessageBox, QWidget

from indicatietool.gui.messages import _box
from indicatietool.gui.start.omzetting import OmzettingDialog
from indicatietool.gui.widgets.tekst_editor import without_control_characters
from indicatietool.gui.widgets.voorbeeld import Voorbeeld
from indicatietool.session.uitvoer import Uitvoer, write_export
from indicatietool.session.vormen import Vorm
from indicatietool.verslag.archief import xml_safe
from indicatietool.verslag.fonts import printable
from tests.cli.vijandig import KEPT
from tests.faults.veld import named, paste_over
from tests.faults.venster import Gebruiker, begint_dossier
from tests.gui.robot import Robot
from tests.verslag.papier import pages, squeezed

RIJK = "<b>vet</b><img src='file:///etc/passwd'>"
TEKSTEN = tuple(tekst for tekst in KEPT if without_control_characters(tekst) == tekst)
"""Texts that the window takes as they are."""

VISIBLE = tuple(tekst for tekst in TEKSTEN if squeezed(tekst))


class Vijand(Gebruiker):
    """A consulent who pastes another hostile text in every field."""

    def __init__(self, robot: Robot, naar: Path) -> None:
        super().__init__(robot.window, naar)
        self._teksten = iter(sorted(TEKSTEN, key=lambda tekst: bool(tekst.strip())))
        self.geplakt: list[str] = []

    def schrijft(self, veld: QWidget, tekst: str = RIJK) -> None:
        """Paste the next one; what is a name of a text block is not in the dossier."""
        wat = tekst if veld.objectName() == "tekstblok.naam" else next(self._teksten, tekst)
        self.geplakt.append(wat)
        paste_over(self, veld, wat)

    def vult_overige(self) -> None:
        """Add another line outside the kader."""
        self.wizard.go_to("besluit")
        for knop in ("overige.toevoegen", "overige.vastleggen"):
            for veld in ("omschrijving", "minuten", "motivering"):
                if (editor := self.wizard.page.findChild(QWidget, f"overige.{veld}")).isVisible():
                    self._vult(editor)
            self.wizard.page.findChild(QWidget, knop).click()


@dataclass(frozen=True)
class Gevuld:
    """Een venster waarin elk veld iets vijandigs bevat, en wat daarvan naar buiten ging."""

    vijand: Vijand
    map: Path

    def read(self, vorm: Vorm) -> bytes:
        return (self.map / f"verslag.{vorm.value}").read_bytes()


@pytest.fixture(scope="module")
def gevuld(robot: Robot, tmp_path_factory: pytest.TempPathFactory) -> Gevuld:
    """Every field of every page filled through the window, and the verslag written in every form."""
    map_ = tmp_path_factory.mktemp("verslagen")
    vijand = Vijand(robot, map_)
    begint_dossier(vijand)
    for stap in [stap.id for stap in vijand.wizard._steps]:
        vijand.wizard.go_to(stap)
        vijand.vult_bladzijde()
    while set(TEKSTEN) - set(vijand.geplakt):
        vijand.vult_overige()
    vijand.wizard.go_to("verslag")
    assert vijand.wizard.view.save()
    for vorm in Vorm:
        assert vijand.wizard.page.make_at(map_ / f"verslag.{vorm.value}", vorm), vijand.wizard.problem.text()
    return Gevuld(vijand, map_)


def as_offered(tekst: str) -> str:
    """Text as it comes through Qt: no byte order mark in front, and one way to end a paragraph."""
    return tekst.removeprefix("\ufeff").replace("\u2029", "\n")


def strings(deel: object) -> Iterator[str]:
    match deel:
        case str():
            yield deel
        case dict():
            for waarde in deel.values():
                yield from strings(waarde)
        case list():
            for waarde in deel:
                yield from strings(waarde)


def test_every_hostile_text_went_into_the_dossier_through_the_window(gevuld: Gevuld):
    session = gevuld.vijand.session
    bewaard = set(strings(session.dossier.model_dump(mode="json")))

    assert {tekst for tekst in map(as_offered, TEKSTEN) if tekst not in bewaard} == set()
    assert gevuld.vijand.desk.kluis.load(session.dossier.nummer) == session.dossier


# On the screen


def rich_labels(top: QWidget) -> list[str]:
    """The labels that would read a text as markup."""
    return [
        f"{label.objectName()}: {label.text()[:40]}"
        for label in top.findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText and QtGui.mightBeRichText(label.text())
    ]


def rich_tips(top: QWidget) -> list[str]:
    """The tooltips with markup that is not our own: Qt guesses, there is no setting to stop it."""
    tips = [widget.toolTip() for widget in (top, *top.findChildren(QWidget))]
    for view in top.findChildren(QAbstractItemView):
        tips += tips_of(view.model())
    return [tip[:40] for tip in tips if QtGui.mightBeRichText(tip) and re.search("<(?!/?p>)", tip)]


def tips_of(model: QAbstractItemModel | None) -> list[str]:
    if model is None:
        return []
    rows, columns = range(min(model.rowCount(QModelIndex()), 200)), range(8)
    cells = (model.index(row, column) for row in rows for column in columns if model.hasIndex(row, column))
    return [str(model.data(cell, Qt.ItemDataRole.ToolTipRole) or "") for cell in cells]


def labels_with_markup(top: QWidget) -> int:
    return sum(QtGui.mightBeRichText(label.text()) for label in top.findChildren(QLabel))


def test_no_page_reads_what_was_typed_as_markup(gevuld: Gevuld):
    wizard, seen = gevuld.vijand.wizard, 0
    for stap in [stap.id for stap in wizard._steps]:
        wizard.go_to(stap)
        seen += labels_with_markup(gevuld.vijand.window)

        assert rich_labels(gevuld.vijand.window) == [], stap
        assert rich_tips(gevuld.vijand.window) == [], stap
    assert seen > 3, "er staat wel degelijk iets vijandigs op de labels"


def test_preview_shows_markup_as_text_and_loads_nothing(gevuld: Gevuld, monkeypatch):
    gevraagd: list[object] = []
    monkeypatch.setattr(Voorbeeld, "loadResource", lambda _self, _kind, name: gevraagd.append(name))
    gevuld.vijand.wizard.go_to("verslag")
    preview = gevuld.vijand.wizard.page.preview

    assert gevraagd == []
    getoond = squeezed(preview.toPlainText())
    assert all(squeezed(tekst) in getoond for tekst in TEKSTEN if "<" in tekst)


@pytest.mark.parametrize("menu", ["geschiedenis", "logboek", "opruimen"])
def test_no_dialog_reads_what_was_typed_as_markup(gevuld: Gevuld, menu: str):
    vijand = gevuld.vijand
    vijand.kiest_menu(menu)
    dialog = vijand.dialog
    labels, tips = rich_labels(dialog), rich_tips(dialog)
    dialog.reject()

    assert labels == []
    assert tips == []


def test_what_was_found_is_shown_as_text(gevuld: Gevuld):
    vijand = gevuld.vijand
    vijand.kiest_menu("zoeken")
    dialog = vijand.dialog
    paste_over(vijand, dialog.words, "Ritalin")
    dialog.look()
    gevonden = [dialog.list.item(rij).text() for rij in range(dialog.list.count())]
    labels, tips = rich_labels(dialog), rich_tips(dialog)
    dialog.reject()

    assert any("<Ritalin>" in tekst for tekst in gevonden)
    assert labels == tips == []


def test_list_of_dossiers_shows_names_as_text(gevuld: Gevuld):
    vijand = gevuld.vijand
    vijand.window.show_start()
    vijand.wacht(lambda: vijand.window.wizard is None)
    labels, tips = rich_labels(vijand.window), rich_tips(vijand.window)
    vijand.window.dossiers.table.activated.emit(vijand.window.dossiers.model.index(0, 0))
    vijand.wacht(lambda: vijand.window.wizard is not None)

    assert labels == tips == []


def test_list_of_cases_to_convert_shows_its_words_as_text(gevuld: Gevuld):
    lijst = gevuld.map / "lijst.csv"
    lijst.write_text(
        f"zaaknummer;gemeente;huidige indicatie;einddatum\nZ-1;Dordrecht;{RIJK};31-12-2027\n", "utf-8"
    )
    dialog = OmzettingDialog(gevuld.vijand.window, gevuld.vijand.desk)
    dialog.read_list(lijst)
    cellen, labels, tips = dialog.table.rows._rows, rich_labels(dialog), rich_tips(dialog)
    dialog.reject()

    assert RIJK in cellen[0]
    assert labels == tips == []


def test_status_bar_shows_markup_as_text(gevuld: Gevuld):
    gevuld.vijand.window.say(RIJK)
    labels = rich_labels(gevuld.vijand.window)
    gevuld.vijand.window.say("")

    assert labels == []


def test_message_shows_markup_as_text(qapp):
    assert _box(None, QMessageBox.Icon.Warning, RIJK).textFormat() == Qt.TextFormat.PlainText


# In the verslag


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def in_html(inhoud: bytes) -> str:
    lezer = _Words()
    lezer.feed(inhoud.decode())
    return "".join(lezer.words)


def in_archive(inhoud: bytes) -> str:
    with zipfile.ZipFile(BytesIO(inhoud)) as archief:
        delen = [naam for naam in archief.namelist() if naam.endswith(("content.xml", "document.xml"))]
        return "".join(
            tekst for naam in delen for tekst in ElementTree.fromstring(archief.read(naam)).itertext()
        )


def in_pdf(inhoud: bytes) -> str:
    bladen = (re.sub(r"^.*?pagina \d+ van \d+", "", blad, flags=re.S) for blad in pages(inhoud))
    return accents_once("".join(bladen))


def accents_once(tekst: str) -> str:
    """Text with each accent once per letter: what is printed twice in one place, a PDF reader copies once."""
    delen = itertools.groupby(tekst, lambda teken: unicodedata.combining(teken) > 0)
    return "".join("".join(sorted(set(deel)) if is_accent else deel) for is_accent, deel in delen)


def as_printed(tekst: str) -> str:
    return accents_once(printable(tekst))


READ: dict[Vorm, tuple[Callable[[bytes], str], Callable[[str], str]]] = {
    Vorm.PDF: (in_pdf, as_printed),
    Vorm.ODT: (in_archive, xml_safe),
    Vorm.DOCX: (in_archive, xml_safe),
    Vorm.HTML: (in_html, str),
    Vorm.TEKST: (bytes.decode, str),
}
"""Of each form: how its words are read, and how it writes a character that it can't hold."""


@pytest.fixture(scope="module")
def gelezen(gevuld: Gevuld) -> dict[Vorm, str]:
    return {vorm: squeezed(read(gevuld.read(vorm))) for vorm, (read, _) in READ.items()}


@pytest.mark.parametrize("tekst", VISIBLE, ids=named)
@pytest.mark.parametrize("vorm", Vorm)
def test_verslag_holds_the_text_whole(gelezen: dict[Vorm, str], vorm: Vorm, tekst: str):
    _, writes = READ[vorm]

    assert squeezed(writes(as_offered(tekst))) in gelezen[vorm]


def test_markup_stays_text_in_html(gevuld: Gevuld):
    rauw = gevuld.read(Vorm.HTML).decode()
    eigen = set(re.findall(r"<([a-zA-Z!/][^\s>]*)", rauw))

    assert not {"script", "img", "svg", "a", "font", "b"} & {naam.lower() for naam in eigen}
    assert "javascript:" not in re.sub(r">[^<]*<", "><", rauw)


def test_pdf_has_no_link_no_script_and_no_picture_from_a_text(gevuld: Gevuld):
    lezer = PdfReader(BytesIO(gevuld.read(Vorm.PDF)))
    acties = [str(annot.get_object()) for blad in lezer.pages for annot in blad.get("/Annots", ())]

    assert not [actie for actie in acties if re.search(r"/URI|/JavaScript|/Launch", actie)]
    assert "/JavaScript" not in str(lezer.trailer["/Root"])


def test_formula_is_no_formula_in_rows_for_a_spreadsheet(gevuld: Gevuld, tmp_path: Path):
    pad = tmp_path / "plan.csv"
    write_export(gevuld.vijand.session, Uitvoer.PLAN, pad)

    cellen = [
        cel for rij in csv.reader(pad.read_text("utf-8-sig").splitlines(), delimiter=";") for cel in rij
    ]
    assert len(cellen) > 20
    assert not [cel for cel in cellen if cel.startswith(("=", "+", "-", "@", "\t", "\r"))]
