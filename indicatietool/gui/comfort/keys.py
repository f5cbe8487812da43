"""All keys of the program on one page."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QMenu, QMenuBar, QWidget

from indicatietool.gui.dialog import Dialog
from indicatietool.gui.theme import enlarge, text_label

OTHER = (
    ("Tab en Shift+Tab", "naar het volgende of vorige veld"),
    ("Pijltjes", "kiezen in een lijst of tussen antwoorden"),
    ("Spatie", "een knop of antwoord kiezen"),
    ("Enter", "in een lijst: openen of ernaartoe gaan"),
    ("Escape", "een dialoog sluiten"),
    ("F9", "bij een oefening: het verhaal tonen of sluiten"),
    ("Alt en de onderstreepte letter", "een knop of menu kiezen"),
)


class KeysDialog(Dialog):
    """De lijst van toetsen."""

    def __init__(self, parent: QWidget, menubar: QMenuBar, page_keys: Iterable[tuple[str, str]] = ()) -> None:
        """List the keys of the menus, of the page on screen, and those that work everywhere."""
        super().__init__(parent, "Toetsen", cancel="&Sluiten")
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(24)
        grid.setContentsMargins(10, 4, 4, 4)
        rows = 0
        for titel, keys in (
            ("Op deze pagina", tuple(page_keys)),
            ("In het hele programma", tuple(keys_of(menubar))),
            ("Overal", OTHER),
        ):
            if not keys:
                continue
            kop = text_label(titel)
            enlarge(kop, 1.1, bold=True)
            grid.addWidget(kop, rows, 0, 1, 2)
            for offset, (key, what) in enumerate(keys, 1):
                grid.addWidget(text_label(key), rows + offset, 0)
                grid.addWidget(text_label(what), rows + offset, 1)
            rows += len(keys) + 1
        self.body.addLayout(grid)
        self.body.addStretch(1)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrows scroll: there is nothing else to do
        self.area.setAccessibleName("Lijst van toetsen")
        self.area.setFocus()
        self.grow(760, 640)


def keys_of(menubar: QMenuBar) -> Iterable[tuple[str, str]]:
    """Yield the keys of all menus: the key, and what it does."""
    for action in menubar.actions():
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield from _keys_of_menu(menu)


def _keys_of_menu(menu: QMenu) -> Iterable[tuple[str, str]]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _keys_of_menu(inner)
            continue
        keys = " of ".join(
            key.toString(QKeySequence.SequenceFormat.NativeText)
            for key in action.shortcuts()
            if not key.isEmpty()
        )
        if keys:
            yield keys, action.text().replace("&", "").rstrip("…")
