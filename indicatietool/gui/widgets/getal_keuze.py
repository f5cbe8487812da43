"""A factor that is answered with a number, with what is counted behind it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from indicatietool.gui.theme import text_label
from indicatietool.gui.widgets.editors import GetalEditor


class GetalKeuze(QWidget):
    """A number; empty until something is typed. Same face as Keuzegroep."""

    chosen = Signal(object)

    def __init__(self, naam: str, hoogste: int, eenheid: str) -> None:
        """Take numbers from 0 to the highest.

        Args:
            naam: what is counted, for a screen reader.
            hoogste: the highest number that may be typed.
            eenheid: the word behind the number.
        """
        super().__init__()
        self.getal = GetalEditor(hoogste)
        self.getal.setObjectName("getal")
        self.getal.setAccessibleName(naam)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.getal)
        layout.addWidget(text_label(eenheid), 1)
        self.getal.edited.connect(self.chosen)

    def set_value(self, value: object) -> None:
        """Show a number, or nothing; tells nobody."""
        self.getal.set_value(value)

    def in_tab_order(self) -> list[QWidget]:
        """Return what can take the focus, in the order of reading."""
        return [self.getal]

    def take_focus(self) -> None:
        """Put the focus on the number, ready to be typed over."""
        self.getal.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.getal.selectAll()

    def choose(self, number: int) -> bool:
        """A number is typed, not chosen."""
        return False
