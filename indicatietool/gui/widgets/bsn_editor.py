"""A BSN: covered until it is asked for, and checked by the elfproef.

Bron: Wmo 2015 art. 5.2.9; it is not needed to reckon, so the kluis does not ask for it unless that was set.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from indicatietool.domain.bsn import passes_elfproef
from indicatietool.gui.flow import FlowLayout
from indicatietool.gui.theme import ROOD, colour, text_label
from indicatietool.gui.widgets.aided import put

WRONG = "Dit is geen geldig BSN. Controleer de negen cijfers of laat het leeg."
_DIGITS = 9


class BsnEditor(QWidget):
    """Nine digits that nobody can read over a shoulder."""

    edited = Signal(object)

    def __init__(self) -> None:
        """Show nothing, covered."""
        super().__init__()
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setFixedWidth(self.line.fontMetrics().horizontalAdvance("0" * 12) + 16)
        self.show_it = QPushButton("Toon")
        self.show_it.setObjectName("bsn.toon")
        self.show_it.setCheckable(True)
        self.show_it.setAccessibleName("BSN tonen")
        self._mistake = text_label()
        self._mistake.setWordWrap(False)
        colour(self._mistake, ROOD)
        layout = FlowLayout(self)
        layout.setSpacing(8)
        for widget in (self.line, self.show_it, self._mistake):
            layout.addWidget(widget)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._on_typed)
        self.line.editingFinished.connect(self._check)
        self.show_it.toggled.connect(self._on_toggled)

    def setAccessibleName(self, name: str) -> None:
        """Name the line, which is what has the focus."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, text: str) -> None:
        """Describe the line."""
        super().setAccessibleDescription(text)
        self.line.setAccessibleDescription(text)

    def set_value(self, value: object) -> None:
        """Show a BSN, covered; one that is being typed is left alone."""
        if value != self.value() and not (value is None and self.line.text() and self.line.hasFocus()):
            put(self.line, str(value or ""))
            self._mistake.setText("")

    def value(self) -> str | None:
        """Return the BSN, or None when there is none that passes."""
        return self.line.text() if passes_elfproef(self.line.text()) else None

    def _on_typed(self, text: str) -> None:
        if len(text) >= _DIGITS or not ((text.isascii() and text.isdecimal()) or not text):
            self._check()
        else:
            self._mistake.setText("")
        self.edited.emit(self.value())

    def _check(self) -> None:
        is_wrong = bool(self.line.text()) and self.value() is None
        self._mistake.setText(WRONG if is_wrong else "")
        self.updateGeometry()

    def _on_toggled(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self.show_it.setText("Verberg" if shown else "Toon")
        self.show_it.setAccessibleName("BSN verbergen" if shown else "BSN tonen")
