"""What changes often moves nothing but itself, and yet gets the room that it needs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication, QListWidget, QScrollArea, QVBoxLayout, QWidget

from benchmarks.scherm import METINGEN, SIZE, Meting, busy_session
from indicatietool.gui.pages.besluit_kop import KopTekst, RijKop
from indicatietool.gui.pages.besluit_tekst import right_edge
from indicatietool.gui.theme import ZWART
from indicatietool.gui.view_model import ViewModel
from indicatietool.gui.widgets.bullet import Bullet
from indicatietool.gui.widgets.rij_wijzigen import Rijwijziging
from indicatietool.gui.widgets.rustig import RustigeTekst
from indicatietool.gui.wizard import Wizard

LANG = "een besluit dat in heel veel woorden moet worden uitgelegd " * 6


def settle() -> None:
    for _ in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


@pytest.fixture
def lijst(qtbot) -> QListWidget:
    lijst = QListWidget()
    lijst.setWordWrap(True)
    lijst.resize(220, 300)
    lijst.addItems(["eerste\nklaar", "tweede\nklaar"])
    qtbot.addWidget(lijst)
    lijst.show()
    settle()
    return lijst


def change(lijst: QListWidget, tekst: str) -> list[object]:
    told: list[object] = []
    lijst.model().dataChanged.connect(lambda *_: told.append(tekst))
    with Rijwijziging(lijst) as wijziging:
        wijziging.change(lijst.item(0), tekst, {Qt.ItemDataRole.ToolTipRole: "tip"})
    settle()
    return told


def test_row_that_stays_as_high_changes_in_silence(lijst: QListWidget):
    before = lijst.visualItemRect(lijst.item(1))

    assert change(lijst, "eerste\nbezig") == []
    assert (lijst.item(0).text(), lijst.item(0).toolTip()) == ("eerste\nbezig", "tip")
    assert lijst.visualItemRect(lijst.item(1)) == before


@pytest.mark.parametrize("tekst", [f"eerste\n{LANG}", "eerste\nmet\nvier\nregels"])
def test_row_that_needs_more_lines_gets_them(lijst: QListWidget, tekst: str):
    before = lijst.visualItemRect(lijst.item(0)).height()

    change(lijst, tekst)

    assert lijst.visualItemRect(lijst.item(0)).height() > before


@pytest.mark.parametrize("factor", [1.0, 1.1, 2.0, 3.6])
def test_quiet_text_knows_its_height_at_every_width(qtbot, factor: float):
    tekst = RustigeTekst("proef", factor, bold=True)
    qtbot.addWidget(tekst)
    label = tekst.findChild(QWidget, "proef")
    for woorden in ("980", "Voorstel: 15 minuten per week.", "twee\nregels", "", "1120"):
        tekst.setText(woorden)
        for width in range(20, 500, 13):
            line = label.fontMetrics().height()
            assert tekst.heightForWidth(width) == max(label.heightForWidth(width), line)


def test_right_edge_stands_still_while_a_value_below_it_changes():
    def edge(value: float) -> float:
        return right_edge([Bullet(1, value, value, None), None])

    assert edge(61) == edge(70) == 80
    assert edge(0.5) > 0.5
    assert right_edge([]) == 0


def line(getallen: str) -> KopTekst:
    return KopTekst("Taak", "O2", getallen, None, "nog geen besluit", "circle", ZWART)


def test_line_out_of_sight_says_its_new_words_at_once_and_takes_its_room_when_it_is_seen(qtbot):
    area, inside = QScrollArea(), QWidget()
    area.setWidgetResizable(True)
    layout = QVBoxLayout(inside)
    rows = [RijKop() for _ in range(40)]
    for row in rows:
        row.show_text(line("voorstel 15"))
        layout.addWidget(row)
    area.setWidget(inside)
    area.resize(700, 200)
    qtbot.addWidget(area)
    area.show()
    settle()
    last = rows[-1]
    before = last.height()

    last.show_text(line(LANG))
    settle()
    assert LANG in last.accessibleName()
    assert last.height() == before

    area.ensureWidgetVisible(last)
    settle()
    assert last.height() == last.heightForWidth(last.width()) > before


def pixels(picture: QPixmap) -> bytes:
    return bytes(picture.toImage().convertToFormat(QImage.Format.Format_RGB32).constBits())


@pytest.mark.parametrize("meting", METINGEN, ids=lambda meting: f"{meting.stap}, {meting.wat}")
def test_screen_after_a_change_is_what_painting_it_anew_shows(qtbot, meting: Meting):
    session = busy_session()
    wizard = Wizard(ViewModel(session))
    qtbot.addWidget(wizard)
    wizard.resize(*SIZE)
    wizard.show()
    wizard.go_to(meting.stap)
    settle()

    for act in meting.acts(session):
        assert wizard.view.act(act)
        settle()
        assert pixels(wizard.screen().grabWindow(wizard.winId())) == pixels(wizard.grab())
