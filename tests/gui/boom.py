"""The accessible tree of the window: what a screen reader finds, as lines of text, and what is wrong in it.

Comes in: a widget on screen. Goes out: its nodes in the order of reading. Boxes that only hold others are
left out, unless they have a name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from indicatietool.gui.comfort.tab_order import takes_tab
from indicatietool.gui.wizard import Wizard
from indicatietool.session.steps import StapSoort

R = QAccessible.Role
ROLES = {
    R.Button: "knop",
    R.Cell: "cel",
    R.CheckBox: "vakje",
    R.ColumnHeader: "kolomkop",
    R.ComboBox: "keuzelijst",
    R.EditableText: "tekstveld",
    R.Graphic: "beeld",
    R.List: "lijst",
    R.ListItem: "regel",
    R.PageTab: "tabblad",
    R.ProgressBar: "voortgang",
    R.RadioButton: "keuzerondje",
    R.RowHeader: "rijkop",
    R.SpinBox: "getalveld",
    R.StaticText: "tekst",
    R.Table: "tabel",
    R.Tree: "boom",
}
"""Roles that say something of themselves, by their Dutch name; every other role is a box or an ornament."""

WORKED = frozenset(ROLES) - {R.Graphic, R.StaticText, R.ProgressBar, R.Cell, R.ColumnHeader, R.RowHeader}
"""Roles of what can be worked."""

STATES = {
    "checked": "aan",
    "disabled": "nu niet",
    "expanded": "open",
    "readOnly": "alleen lezen",
    "focused": "focus",
}
SELF_EVIDENT = frozenset((R.StaticText, R.Graphic, R.ProgressBar, R.Cell))
"""Roles of which nobody needs to hear that they are read-only."""

_UNSPOKEN = re.compile(r"\(.*?\)|[&…→←?]")
"""What stands on a button and is not spoken: marks, and a key between brackets."""

MOST_WORDS = 90
"""Letters of a description or a text that a snapshot shows."""


@dataclass(frozen=True)
class Knoop:
    """One node of the tree, with what lies in it."""

    rol: QAccessible.Role
    naam: str
    uitleg: str
    waarde: str
    staten: tuple[str, ...]
    vak: QRect
    widget: QWidget | None
    kinderen: tuple["Knoop", ...]

    @property
    def is_shown(self) -> bool:
        """Tell whether the node says something itself."""
        return bool(self.naam) or (self.rol in ROLES and self.rol not in SELF_EVIDENT)

    @property
    def is_worked(self) -> bool:
        """Tell whether the node can be worked."""
        return self.rol in WORKED

    def walk(self) -> Iterator["Knoop"]:
        """Yield this node and all in it, in the order of reading."""
        yield self
        for kind in self.kinderen:
            yield from kind.walk()


def tree_of(widget: QWidget) -> Knoop:
    """Return the tree of a widget as it is now; what is hidden is not in it."""
    return _knoop(QAccessible.queryAccessibleInterface(widget))


def lines_of(knoop: Knoop, depth: int = 0) -> Iterator[str]:
    """Yield a tree as lines: role, name, value, states and description, one node a line."""
    if knoop.is_shown:
        yield "  " * depth + _line(knoop)
    for kind in knoop.kinderen:
        yield from lines_of(kind, depth + knoop.is_shown)


def text_of(widget: QWidget) -> str:
    """Return the tree of a widget as text."""
    return "\n".join(lines_of(tree_of(widget))) + "\n"


def snapshots(wizard: Wizard) -> dict[str, str]:
    """Return the tree of the page on screen by its kind, and on the first step what stands around it."""
    page = wizard.page
    made = {str(page.stap.soort): text_of(page)}
    if page.stap.soort is StapSoort.MELDING:
        around = lines_of(replace_in(tree_of(wizard), page, f"pagina {page.stap.titel}"))
        made["wizard"] = "\n".join(around) + "\n"
    return made


def replace_in(knoop: Knoop, widget: QWidget, naam: str) -> Knoop:
    """Return a tree in which one widget is only a name."""
    if knoop.widget is widget:
        return replace(knoop, naam=naam, kinderen=())
    return replace(knoop, kinderen=tuple(replace_in(kind, widget, naam) for kind in knoop.kinderen))


def unnamed(knoop: Knoop) -> list[str]:
    """Return what can be worked and has no name."""
    return [_where(node) for node in knoop.walk() if node.is_worked and not node.naam.strip()]


def alike(knoop: Knoop) -> list[str]:
    """Return names that two things share that can be worked and stand in the same named box."""
    found = []
    for box in (node for node in knoop.walk() if node.is_shown):
        names = [(node.rol, node.naam) for node in _nearest(box) if node.is_worked]
        found += sorted({naam for rol, naam in names if names.count((rol, naam)) > 1})
    return found


def mislabelled(knoop: Knoop) -> list[str]:
    """Return buttons whose name lacks what stands on them: that is what one says to press them."""
    found = []
    for node in knoop.walk():
        if isinstance(node.widget, QAbstractButton):
            words = _UNSPOKEN.sub("", node.widget.text()).strip().lower()
            if words not in node.naam.lower():
                found.append(f"“{node.widget.text()}” is called {_where(node)}")
    return found


def unlabelled(knoop: Knoop) -> list[str]:
    """Return combo boxes without name or label: on Linux Qt tells the label, elsewhere the name."""
    boxes = [node for node in knoop.walk() if isinstance(node.widget, QComboBox)]
    return [_where(node) for node in boxes if not _labels(node.widget)]


def tab_stops(knoop: Knoop) -> list[QWidget]:
    """Return the widgets that Tab stops at, in the order of reading."""
    return [node.widget for node in knoop.walk() if node.widget is not None and takes_tab(node.widget)]


def _labels(widget: QWidget) -> list[str]:
    relations = QAccessible.queryAccessibleInterface(widget).relations()
    label = QAccessible.RelationFlag.Label
    return [other.text(QAccessible.Text.Name) for other, kind in relations if kind & label]


def disordered(knoop: Knoop) -> list[str]:
    """Return pairs that are read in another order than they are seen.

    Of two things beside or above each other the left one, or the upper one, comes first; columns are read one
    after the other, or row by row: both are fine.
    """
    found = []
    for box in knoop.walk():
        for first, second in combinations([kind for kind in box.kinderen if not kind.vak.isEmpty()], 2):
            if _comes_before(second.vak, first.vak) and R.Grip not in (first.rol, second.rol):
                found.append(f"{_where(second)} is read after {_where(first)}")
    return found


def _comes_before(one: QRect, other: QRect) -> bool:
    """Tell whether a box stands straight above another one, or straight left of it."""
    shares_columns = one.left() < other.right() and other.left() < one.right()
    shares_rows = one.top() < other.bottom() and other.top() < one.bottom()
    if shares_columns:
        return not shares_rows and one.bottom() <= other.top()
    return shares_rows and one.right() <= other.left()


def _nearest(box: Knoop) -> Iterator[Knoop]:
    """Yield what is shown in a box, without what lies in another box that is shown."""
    for kind in box.kinderen:
        if kind.is_shown:
            yield kind
        else:
            yield from _nearest(kind)


def _knoop(node: QAccessibleInterface) -> Knoop:
    widget = node.object()
    children = (node.child(index) for index in range(node.childCount()))
    return Knoop(
        rol=node.role(),
        naam=_name(node),
        uitleg=node.text(QAccessible.Text.Description),
        waarde=node.text(QAccessible.Text.Value),
        staten=_states(node),
        vak=node.rect(),
        widget=widget if isinstance(widget, QWidget) else None,
        kinderen=tuple(
            _knoop(child)
            for child in children
            if child is not None and child.isValid() and not child.state().invisible
        ),
    )


def _name(node: QAccessibleInterface) -> str:
    """Return the name; on Linux Qt calls a combo box after its value, and its label is a relation."""
    widget = node.object()
    if isinstance(widget, QComboBox):
        return widget.accessibleName()
    return node.text(QAccessible.Text.Name)


def _states(node: QAccessibleInterface) -> tuple[str, ...]:
    state, rol = node.state(), node.role()
    on = [word for name, word in STATES.items() if getattr(state, name)]
    if rol in SELF_EVIDENT:
        on = [word for word in on if word != STATES["readOnly"]]
    if rol in (R.RadioButton, R.CheckBox) and state.checkable and not state.checked:
        on.append("niet aan")
    return tuple(on)


def _line(knoop: Knoop) -> str:
    name = _short(knoop.naam)
    parts = [f"{ROLES.get(knoop.rol, 'groep')} “{name}”"]
    if knoop.waarde and knoop.waarde != knoop.naam:
        parts.append(f"= {_short(knoop.waarde)}")
    if knoop.staten:
        parts.append(f"[{', '.join(knoop.staten)}]")
    if knoop.uitleg:
        parts.append(f"({_short(knoop.uitleg)})")
    return " ".join(parts)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= MOST_WORDS else f"{words[: MOST_WORDS - 1]}…"


def _where(knoop: Knoop) -> str:
    widget = knoop.widget
    kind = f" {type(widget).__name__} {widget.objectName()}".rstrip() if widget is not None else ""
    return f"{_line(knoop)}{kind}"
