"""Every page of the wizard as a screen reader meets it: names, roles, order, Tab, and the tree as text.

The pages are walked once; every test looks at what was found there. `make bomen` makes the texts anew.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from indicatietool.session.steps import StapSoort
from tests.gui import boom
from tests.gui.robot import _KADERS
from tests.gui.rondgang import Rondgang

SNAPSHOTS = Path(__file__).parent / "snapshots"
PAGES = [str(soort) for soort in StapSoort]
HOME = ["kluis", "oefenen"]
NAMING = (boom.unnamed, boom.unlabelled, boom.alike, boom.mislabelled)
AGAIN = "kijk of dit zo hoort en draai dan `make bomen`"
MOST_STOPS = 400


@dataclass
class Gezien:
    """What was found on one page."""

    bomen: dict[str, str]
    fouten: dict[str, list[str]]
    volgorde: list[str]
    tab: list[str]
    terug: list[str]
    kwijt: list[str]


@pytest.fixture(scope="module")
def gezien(qapp, tmp_path_factory) -> dict[str, Gezien]:
    """What was found on every page."""
    rondgang = Rondgang(tmp_path_factory.mktemp("rondgang"), _KADERS)
    rondgang.window.activateWindow()
    found = {naam: look_at_home(naam, home) for naam, home in rondgang.home()}
    found |= {naam: look(rondgang) for naam, _ in rondgang.pages()}
    rondgang.close()
    return found


def look(rondgang: Rondgang) -> Gezien:
    """Look at the page on screen; the keys come last, for they move the focus."""
    wizard = rondgang.wizard
    tree = boom.tree_of(wizard)
    stops = boom.tab_stops(tree)
    start = stops.index(wizard.step_list)
    return Gezien(
        bomen=boom.snapshots(wizard),
        fouten={check.__name__: check(tree) for check in (*NAMING, boom.disordered)},
        volgorde=[told(widget) for widget in (*stops[start:], *stops[:start])],
        tab=[told(widget) for widget in walk_by(rondgang, Qt.Key.Key_Tab)],
        terug=[told(widget) for widget in walk_by(rondgang, Qt.Key.Key_Backtab)],
        kwijt=[told(widget) for widget in stops if loses_focus(rondgang, widget)],
    )


def look_at_home(naam: str, home: QWidget) -> Gezien:
    """Look at a screen around the wizard; Qt reads the tabs of a QTabWidget after what they show."""
    tree = boom.tree_of(home)
    fouten = {check.__name__: check(tree) for check in NAMING}
    return Gezien({naam: boom.text_of(home)}, fouten, [], [], [], [])


def walk_by(rondgang: Rondgang, key: Qt.Key) -> list[QWidget]:
    """Press a key until the focus is back at the list of steps; return where it was."""
    first = rondgang.wizard.step_list
    first.setFocus()
    passed = [first]
    for _ in range(MOST_STOPS):
        QTest.keyClick(passed[-1], key)
        focus = rondgang.window.focusWidget()
        if focus is first:
            return passed
        passed.append(focus)
    raise AssertionError(f"the focus never comes back; it goes round in {[told(w) for w in passed[-5:]]}")


def loses_focus(rondgang: Rondgang, widget: QWidget) -> bool:
    """Tell whether a refresh takes the focus away from a widget."""
    widget.setFocus()
    rondgang.wizard.view.changed.emit()
    return rondgang.window.focusWidget() is not widget


def told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName() or widget.accessibleName()}"


@pytest.mark.parametrize("pagina", PAGES)
@pytest.mark.parametrize("fout", ["unnamed", "unlabelled", "alike", "mislabelled", "disordered"])
def test_nothing_is_wrong_in_the_tree_of_a_page(gezien, pagina, fout):
    assert gezien[pagina].fouten[fout] == []


@pytest.mark.parametrize("scherm", HOME)
@pytest.mark.parametrize("fout", [check.__name__ for check in NAMING])
def test_no_name_is_wrong_around_the_wizard(gezien, scherm, fout):
    assert gezien[scherm].fouten[fout] == []


@pytest.mark.parametrize("pagina", PAGES)
def test_tab_goes_as_one_reads_and_back_again(gezien, pagina):
    page = gezien[pagina]

    assert page.tab == page.volgorde
    assert [page.terug[0], *reversed(page.terug[1:])] == page.volgorde


@pytest.mark.parametrize("pagina", PAGES)
def test_focus_stays_where_it_is_when_the_page_is_refreshed(gezien, pagina):
    assert gezien[pagina].kwijt == []


@pytest.mark.parametrize("naam", ["wizard", *HOME, *PAGES])
def test_tree_is_as_its_snapshot_says(gezien, naam):
    trees = {name: text for page in gezien.values() for name, text in page.bomen.items()}
    pad = SNAPSHOTS / f"{naam}.txt"

    assert pad.is_file(), AGAIN
    assert trees[naam] == pad.read_text("utf-8"), AGAIN


def test_no_snapshot_is_left_of_a_page_that_is_gone():
    assert {pad.stem for pad in SNAPSHOTS.glob("*.txt")} == {"wizard", *HOME, *PAGES}


@pytest.fixture
def box(qtbot):
    """A box with widgets in it, to make mistakes with: the checks must find them."""
    box = QWidget()
    qtbot.addWidget(box)
    box.setAccessibleName("doos")
    QVBoxLayout(box)

    def fill(*widgets: QWidget) -> boom.Knoop:
        for widget in widgets:
            box.layout().addWidget(widget)
            widget.show()
        box.show()
        return boom.tree_of(box)

    return fill


def test_check_finds_what_has_no_name(box):
    assert not boom.unnamed(box(QPushButton("Verder")))
    assert boom.unnamed(box(QPushButton()))
    assert boom.unlabelled(box(QComboBox()))


def test_check_finds_two_buttons_with_one_name(box):
    assert boom.alike(box(QPushButton("Weg"), QPushButton("Weg"), QPushButton("Hier"))) == ["Weg"]


def test_check_finds_a_button_that_is_called_something_else(box):
    button = QPushButton("&Annuleren…")
    button.setAccessibleName("Annuleren: niets bewaren")
    assert not boom.mislabelled(box(button))

    button.setAccessibleName("Niet doen")

    assert boom.mislabelled(box(button))


def test_check_finds_an_upper_one_that_is_read_last(box):
    upper, lower = QPushButton("Boven"), QPushButton("Onder")
    assert not boom.disordered(box(upper, lower))

    upper.raise_()

    assert boom.disordered(box())
