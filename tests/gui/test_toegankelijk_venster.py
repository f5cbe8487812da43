"""Around the pages: every part that can be worked has a name, colours can be told apart, Tab as one reads."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QApplication

from indicatietool.gui.kleuren import (
    BLAUW,
    CONTRAST,
    DARK,
    DISABLED,
    EDGES,
    FOCUS,
    GRIJS,
    GROEN,
    KNOP,
    LICHT,
    LIGHT,
    OEFEN,
    ORANJE,
    PALETTES,
    ROOD,
    TINTS,
    WIT,
    ZWART,
)
from tests.gui.robot import Robot

WORKED = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.List,
    QAccessible.Role.ListItem,
    QAccessible.Role.PageTab,
    QAccessible.Role.RadioButton,
    QAccessible.Role.SpinBox,
    QAccessible.Role.Table,
    QAccessible.Role.Tree,
}


def unnamed(widget) -> list[str]:
    """The parts of a window that can be worked, can be seen and have no name."""
    found = []

    def walk(node, way: str) -> None:
        for index in range(node.childCount()):
            child = node.child(index)
            if child is None or not child.isValid() or child.state().invisible:
                continue
            here = f"{way}/{child.role().name}"
            if child.role() in WORKED and not child.text(QAccessible.Text.Name):
                found.append(f"{here} {child.object().objectName() if child.object() else ''}")
            walk(child, here)

    walk(QAccessible.queryAccessibleInterface(widget), "")
    return found


def test_every_part_of_the_door_has_a_name(qapp, qtbot, tmp_path):
    robot = Robot(qtbot, tmp_path, kluis=False)
    assert unnamed(robot.window) == []

    robot.sluit()
    robot = Robot(qtbot, tmp_path)
    robot.kiest_menu("vergrendelen")
    assert unnamed(robot.window) == []


def test_every_part_of_the_start_screen_and_of_practice_has_a_name(robot):
    assert unnamed(robot.window) == []

    robot.window.home.setCurrentIndex(1)
    QApplication.processEvents()

    assert unnamed(robot.window) == []


@pytest.mark.parametrize(
    "naam",
    ["wachtwoord", "herstelcode", "controleren", "opruimen", "logboek", "instellingen", "toetsen", "hulp"],
)
def test_every_part_of_a_dialog_has_a_name(robot, naam):
    robot.kiest_menu(naam)
    robot.wacht(lambda: robot.dialog.buttons.isEnabled())

    assert unnamed(robot.dialog) == []


@pytest.mark.parametrize("naam", ["geschiedenis", "zoeken", "meenemen", "verwijderen"])
def test_every_part_of_a_dialog_about_a_dossier_has_a_name(robot, naam):
    robot.drukt(Qt.Key.Key_Space)
    robot.vult("melding.zaaknummer", "Z-1")

    robot.kiest_menu(naam)
    robot.wacht(lambda: QApplication.activeModalWidget() is not None)

    assert unnamed(robot.dialog) == []


@pytest.mark.parametrize("naam", ["wachtwoord", "instellingen"])
def test_dialog_is_no_higher_than_what_is_in_it(robot, naam):
    robot.kiest_menu(naam)
    robot.wacht(lambda: robot.dialog.buttons.isEnabled())

    content = robot.dialog.area.widget()
    needed = content.heightForWidth(content.width()) if content.hasHeightForWidth() else 0
    blank = content.height() - max(needed, content.minimumSizeHint().height())
    assert blank <= 2 * robot.dialog.fontMetrics().height()


def test_tab_goes_from_the_steps_through_the_page_to_the_buttons_and_round(robot):
    robot.drukt(Qt.Key.Key_Space)
    robot.gaat_naar_stap("Hulpvraag")
    robot.gaat_naar("stappen")
    names = []
    for _ in range(12):
        robot.drukt(Qt.Key.Key_Tab)
        focus = robot.window.focusWidget()
        names.append(focus.objectName() or type(focus).__name__)
    first, last = names.index("hulpvraag.eigen_woorden"), names.index("volgende")
    assert 0 <= first < names.index("vorige") < names.index("later") < last < names.index("OutcomePanel")
    assert names[names.index("OutcomePanel") + 1] == "stappen"

    robot.gaat_naar("stappen")
    robot.drukt(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert type(robot.window.focusWidget()).__name__ == "OutcomePanel"


def luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    q = QColor(colour)
    return 0.2126 * linear(q.redF()) + 0.7152 * linear(q.greenF()) + 0.0722 * linear(q.blueF())


def contrast(one: str, other: str) -> float:
    """WCAG 2.2: relative contrast of two colours."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("kleuren", [LIGHT, DARK, CONTRAST])
def test_text_can_be_read_in_every_scheme(kleuren):
    palette, tint = PALETTES[kleuren], lambda name: TINTS[kleuren].get(name, name)
    least = 7.0 if kleuren == CONTRAST else 4.5
    pairs = [
        (palette["WindowText"], palette["Window"]),
        (palette["Text"], palette["Base"]),
        (palette["Text"], palette["AlternateBase"]),
        (palette["PlaceholderText"], palette["Base"]),
        (palette["ButtonText"], palette["Button"]),
        (palette["HighlightedText"], palette["Highlight"]),
        (palette["ToolTipText"], palette["ToolTipBase"]),
        (palette["Link"], palette["Base"]),
        (tint(ZWART), tint(LICHT)),
        (tint(ZWART), tint(OEFEN)),
        (tint(WIT), tint(KNOP)),
        *(
            (tint(name), palette[ground])
            for name in (BLAUW, ORANJE, GROEN, GRIJS, ROOD)
            for ground in ("Window", "Base")
        ),
    ]

    assert [(text, ground) for text, ground in pairs if contrast(text, ground) < least] == []


@pytest.mark.parametrize("kleuren", [LIGHT, DARK, CONTRAST])
def test_edges_and_focus_can_be_seen_in_every_scheme(kleuren):
    palette = PALETTES[kleuren]
    edge = QColor(EDGES[kleuren]).darker(140).name()  # what the style makes of it

    for ground in ("Window", "Base"):
        assert contrast(edge, palette[ground]) >= 3
        assert contrast(FOCUS[kleuren], palette[ground]) >= 3
        assert contrast(DISABLED[kleuren], palette[ground]) >= 2.9


@pytest.mark.parametrize("kleuren", [LIGHT, DARK, CONTRAST])
def test_marks_and_focus_can_be_seen_on_a_coloured_ground(kleuren):
    palette, tint = PALETTES[kleuren], lambda name: TINTS[kleuren].get(name, name)
    pairs = [
        *((tint(name), tint(LICHT)) for name in (BLAUW, ORANJE, GROEN, GRIJS, ROOD, ZWART)),
        *((FOCUS[kleuren], tint(name)) for name in (LICHT, OEFEN)),
        (FOCUS[kleuren], palette["Base"]),  # beside the ring lies a line of this colour
        (tint(WIT), tint(KNOP)),
        (palette["Highlight"], palette["Base"]),
    ]

    assert [(mark, ground) for mark, ground in pairs if contrast(mark, ground) < 3] == []


@pytest.mark.parametrize("kleuren", [LIGHT, DARK, CONTRAST])
def test_every_tint_and_role_is_named_in_every_scheme(kleuren):
    assert set(PALETTES[kleuren]) == set(PALETTES[LIGHT])
    assert kleuren == LIGHT or set(TINTS[kleuren]) == {
        BLAUW,
        ORANJE,
        GROEN,
        GRIJS,
        LICHT,
        ROOD,
        ZWART,
        WIT,
        KNOP,
        OEFEN,
    }
