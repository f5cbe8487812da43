"""Letters of 200 % in a window of 1024 × 768: every word can be read, and nothing lies out of reach."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from indicatietool.session.steps import StapSoort
from tests.gui.robot import _KADERS
from tests.gui.rondgang import Rondgang

PAGES = [str(soort) for soort in StapSoort]
SIZE = (1024, 768)
SLACK = 2
"""Pixels that a style may differ in what it asks for and what it needs."""


@dataclass
class Groot:
    """What was found on one page with large letters."""

    venster: tuple[int, int]
    zijwaarts: list[str]
    afgekapt: list[str]
    buiten: list[str]


@pytest.fixture(scope="module")
def groot(qapp, tmp_path_factory) -> dict[str, Groot]:
    """What was found on every page."""
    rondgang = Rondgang(tmp_path_factory.mktemp("groot"), _KADERS, SIZE, letters=200)
    found = {naam: look(rondgang) for naam, _ in rondgang.pages()}
    rondgang.close()
    return found


def look(rondgang: Rondgang) -> Groot:
    """Look at the page on screen, and at all that stands around it."""
    wizard = rondgang.wizard
    shown = [widget for widget in wizard.findChildren(QWidget) if widget.isVisible()]
    areas = [widget for widget in shown if isinstance(widget, QScrollArea)]
    return Groot(
        venster=rondgang.window.size().toTuple(),
        zijwaarts=[told(area) for area in areas if area.horizontalScrollBar().maximum() > 0],
        afgekapt=[told(widget) for widget in shown if is_cut(widget)],
        buiten=[told(widget) for widget in shown if lies_outside(widget, wizard)],
    )


def is_cut(widget: QWidget) -> bool:
    """Tell whether some of the words on a widget can't be read."""
    match widget:
        case QLabel() if widget.text() and widget.wordWrap():
            inside = widget.contentsRect().width()
            longest = max((text_width(widget, word) for word in widget.text().split()), default=0)
            return longest > inside + SLACK or widget.heightForWidth(widget.width()) > widget.height() + SLACK
        case QLabel() if widget.text():
            return widget.sizeHint().width() > widget.width() + SLACK
        case QAbstractButton() if widget.text():
            needs, has = widget.sizeHint(), widget.size()
            return needs.width() > has.width() + SLACK or needs.height() > has.height() + SLACK
        case QComboBox():
            return text_width(widget, widget.currentText()) > room_for_text(widget)
        case QLineEdit():
            return widget.height() < widget.fontMetrics().height()
        case QProgressBar() if widget.isTextVisible():
            return text_width(widget, widget.text()) > widget.width()
        case QListWidget():
            return any(row_is_cut(widget, row) for row in range(widget.count()))
    return False


def room_for_text(box: QComboBox) -> int:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    return box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, box).width()


def row_is_cut(rows: QListWidget, row: int) -> bool:
    """Tell whether some of the words of a row fall off."""
    item = rows.item(row)
    room = rows.visualItemRect(item)
    marks = rows.iconSize().width() * (not item.icon().isNull()) + 30 * (item.checkState().value > 0)
    wide = rows.viewport().width() - marks
    wrapped = rows.fontMetrics().boundingRect(QRect(0, 0, wide, 9_999), Qt.TextFlag.TextWordWrap, item.text())
    return wrapped.width() > wide + SLACK or wrapped.height() > room.height() + SLACK


def lies_outside(widget: QWidget, wizard: QWidget) -> bool:
    """Tell whether a widget sticks out of where one can scroll to, or out of the window."""
    if is_content(widget):
        return False
    room = wizard
    parent = widget.parentWidget()
    while parent is not None and parent is not wizard:
        if is_content(parent):
            room = parent
            break
        parent = parent.parentWidget()
    box = QRect(widget.mapTo(room, QPoint(0, 0)), widget.size())
    return not room.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(box)


def text_width(widget: QWidget, text: str) -> int:
    return widget.fontMetrics().horizontalAdvance(text)


def is_content(widget: QWidget) -> bool:
    """Tell whether a widget is what an area scrolls: all of it can be reached."""
    viewport = widget.parentWidget()
    return viewport is not None and isinstance(viewport.parentWidget(), QScrollArea)


def told(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
    return f"{type(widget).__name__} {widget.objectName()} “{text[:60]}” {widget.size().toTuple()}"


@pytest.mark.parametrize("pagina", PAGES)
def test_window_grows_no_larger_than_the_screen(groot, pagina):
    assert groot[pagina].venster == SIZE


@pytest.mark.parametrize("pagina", PAGES)
def test_nothing_has_to_be_scrolled_sideways(groot, pagina):
    assert groot[pagina].zijwaarts == []


@pytest.mark.parametrize("pagina", PAGES)
def test_every_word_can_be_read(groot, pagina):
    assert groot[pagina].afgekapt == []


@pytest.mark.parametrize("pagina", PAGES)
def test_nothing_lies_out_of_reach(groot, pagina):
    assert groot[pagina].buiten == []
