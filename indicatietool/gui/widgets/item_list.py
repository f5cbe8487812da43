"""A list of things that are added, changed and removed one by one, each by the same form."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from indicatietool.errors import IndicatietoolError
from indicatietool.gui.comfort.announce import show_message
from indicatietool.gui.theme import ROOD, colour, text_label
from indicatietool.gui.widgets.buttons import named_button
from indicatietool.gui.widgets.rows import chain_before, clear


class ItemForm(QWidget):
    """Wat er van één ding wordt ingevuld."""

    first: QWidget

    def begin(self) -> None:
        """Show an empty form, with what is known already."""
        raise NotImplementedError

    def load(self, item: Any) -> None:
        """Show a thing to change it."""
        raise NotImplementedError

    def read(self) -> Any:
        """Return what was filled in.

        Raises:
            InvoerError: something is missing or can't be.
        """
        raise NotImplementedError


class ItemList(QWidget):
    """De rijen met hun knoppen, en het formulier als er iets bij komt of verandert."""

    def __init__(
        self,
        name: str,
        wat: str,
        form: ItemForm,
        tell: Callable[[Any], str],
        keep: Callable[[tuple[Any, ...]], bool],
    ) -> None:
        """Show no rows yet.

        Args:
            name: begins the names of the objects.
            wat: what one of the things is called.
            form: fills in one of them.
            tell: a thing in one sentence.
            keep: keeps all of them; tells whether that could be done.
        """
        super().__init__()
        self._name, self._wat, self.form, self._tell, self._keep = name, wat, form, tell, keep
        self._items: tuple[Any, ...] | None = None
        self._changing: int | None = None
        self._rows = QVBoxLayout()
        self.add = named_button(f"{wat.capitalize()} toevoegen…", f"{name}.toevoegen", symbol="plus")
        self.ready = named_button("Vastleggen", f"{name}.vastleggen", f"{wat.capitalize()} vastleggen")
        self.cancel = named_button("Annuleren", f"{name}.annuleren", f"Annuleren: {wat} niet wijzigen")
        self._mistake = text_label()
        self._mistake.setObjectName(f"{name}.fout")
        colour(self._mistake, ROOD)
        self._panel = QWidget()
        self._lay_out()
        self.add.clicked.connect(self._on_add)
        self.ready.clicked.connect(self._on_ready)
        self.cancel.clicked.connect(self._close)

    def show_items(self, items: tuple[Any, ...], *, may_change: bool = True) -> None:
        """Show these things; the same cost nothing."""
        for widget in (self.add, self.ready):
            widget.setEnabled(may_change)
        if items == self._items:
            return
        self._items = items
        clear(self._rows)
        rows = []
        for number, item in enumerate(items):
            row = self._row(number, item, may_change)
            self._rows.addWidget(row)
            row.stackUnder(self.add)
            row.show()
            rows.append(row)
        chain_before(self.add, rows)

    def change(self, number: int) -> None:
        """Open the form for a thing that is there."""
        if self._items and 0 <= number < len(self._items):
            self._changing = number
            self.form.load(self._items[number])
            self._open()

    def _lay_out(self) -> None:
        panel = QVBoxLayout(self._panel)
        panel.setContentsMargins(0, 0, 0, 0)
        panel.addWidget(self.form)
        panel.addWidget(self._mistake)
        buttons = QHBoxLayout()
        buttons.addWidget(self.ready)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        panel.addLayout(buttons)
        self._panel.hide()
        self._mistake.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._rows)
        layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._panel)

    def _row(self, number: int, item: Any, may_change: bool) -> QWidget:
        row = QWidget()
        row.setObjectName(f"{self._name}.{number + 1}")
        box = QVBoxLayout(row)
        box.setContentsMargins(0, 2, 0, 6)
        box.setSpacing(3)
        box.addWidget(text_label(self._tell(item)))
        line = QHBoxLayout()
        for word, symbol, act in (
            ("Wijzigen", "pencil", self.change),
            ("Weghalen", "trash-2", self._remove),
        ):
            button = named_button(
                word,
                f"{self._name}.{number + 1}.{word.lower()}",
                f"{self._wat.capitalize()} {number + 1} {word.lower()}",
                symbol,
            )
            button.setEnabled(may_change)
            button.clicked.connect(lambda _checked, act=act: act(number))
            line.addWidget(button)
        line.addStretch(1)
        box.addLayout(line)
        return row

    def _on_add(self) -> None:
        self._changing = None
        self.form.begin()
        self._open()

    def _open(self) -> None:
        self._say("")
        self._panel.show()
        self.form.first.setFocus()

    def _close(self) -> None:
        self._say("")
        self._panel.hide()
        self.add.setFocus()

    def _on_ready(self) -> None:
        try:
            item = self.form.read()
        except IndicatietoolError as error:
            self._say(str(error))
            return
        items = list(self._items or ())
        if self._changing is None:
            items.append(item)
        else:
            items[self._changing] = item
        if self._keep(tuple(items)):
            self._close()

    def _remove(self, number: int) -> None:
        over = tuple(item for plek, item in enumerate(self._items or ()) if plek != number)
        if self._keep(over):
            self._close()

    def _say(self, text: str) -> None:
        show_message(self._mistake, text)
