"""A day as people type it: 1-2-2027, 010227, 1 feb 27, vandaag or +6m."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from indicatietool.gui.flow import FlowLayout
from indicatietool.gui.theme import ROOD, colour, text_label
from indicatietool.gui.widgets.aided import put
from indicatietool.session.datum import MAANDEN, WEEKDAGEN, is_unfinished, read_date, write_date

EXAMPLES = "Schrijf bijvoorbeeld 31-1-2027, 310127, vandaag of +6m."
NOT_A_DAY = f"Deze datum bestaat niet. {EXAMPLES}"
_ENOUGH = 8
"""Characters after which what is typed must be a day."""


class DatumEditor(QWidget):
    """A day; what was understood stands beside it."""

    edited = Signal(object)

    def __init__(self) -> None:
        """Show an empty day."""
        super().__init__()
        self.vandaag: Callable[[], date] = date.today
        self.vanaf: Callable[[], date | None] = lambda: None
        self.is_last_day = False
        self.line = QLineEdit()
        self.line.setPlaceholderText("dd-mm-jjjj")
        self.line.setFixedWidth(self.line.fontMetrics().horizontalAdvance("00-00-0000 mm") + 16)
        self._told: date | None = None
        self._is_wrong = False
        self._beside = text_label()
        self._beside.setWordWrap(False)
        self._ink = self._beside.palette()
        layout = FlowLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self.line)
        layout.addWidget(self._beside)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._on_typed)
        self.line.editingFinished.connect(self._on_finished)

    def setAccessibleName(self, name: str) -> None:
        """Name the line, which is what has the focus."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, text: str) -> None:
        """Describe the line, with how a day can be typed."""
        super().setAccessibleDescription(text)
        self.line.setAccessibleDescription(f"{text} {EXAMPLES}".strip())

    def set_value(self, value: object) -> None:
        """Show a day, or nothing; a half-typed day is left alone."""
        is_being_typed = value is None and self.line.text() and (self.line.hasFocus() or self._is_wrong)
        if value == self._told or is_being_typed:
            return
        self._told = value if isinstance(value, date) else None
        put(self.line, write_date(self._told) if self._told else "")
        self._say(mistake=False)

    def value(self) -> date | None:
        """Return the day, or None when there is none that exists."""
        return read_date(self.line.text(), self.vandaag(), self.vanaf(), is_last_day=self.is_last_day)

    def _on_typed(self, text: str) -> None:
        self._say(mistake=len(text.strip()) >= _ENOUGH)
        self._tell(None if is_unfinished(text) else self.value())

    def _on_finished(self) -> None:
        dag = self.value()
        if dag is not None:
            put(self.line, write_date(dag))
        self._say(mistake=True)
        self._tell(dag)

    def _tell(self, dag: date | None) -> None:
        if dag != self._told:
            self._told = dag
            self.edited.emit(dag)

    def _say(self, *, mistake: bool) -> None:
        """Say which day was understood, or that there is none."""
        dag, text = self.value(), self.line.text().strip()
        self._is_wrong = bool(text) and dag is None and mistake
        self._beside.setPalette(self._ink)
        if self._is_wrong:
            colour(self._beside, ROOD)
        self._beside.setText(_in_words(dag) if dag else NOT_A_DAY if self._is_wrong else "")
        self.updateGeometry()


def _in_words(dag: date) -> str:
    return f"{WEEKDAGEN[dag.weekday()]} {dag.day} {MAANDEN[dag.month - 1]} {dag.year}"
