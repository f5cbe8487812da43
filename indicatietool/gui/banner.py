"""A line over the whole width that stays until what it says is over: practice, definitief, not saved."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from indicatietool.gui.comfort.announce import announce
from indicatietool.gui.theme import OEFEN, ZWART, enlarge, ground, icon, scale, text_label


class Banner(QWidget):
    """Een mededeling die blijft staan, met hoogstens één knop."""

    def __init__(self, name: str, symbol: str, tint: str = OEFEN, button: str = "") -> None:
        """Show nothing yet.

        Args:
            name: of the object, for tests and the accessible tree.
            symbol: an icon.
            tint: its ground.
            button: what the button says; without it there is none.
        """
        super().__init__()
        self.setObjectName(name)
        ground(self, tint)
        self._text = text_label()
        enlarge(self._text, 1.0, bold=True)
        sign = QLabel()
        sign.setPixmap(icon(symbol, ZWART).pixmap(round(20 * scale())))
        sign.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.button = QPushButton(button)
        self.button.setObjectName(f"{name}.knop")
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 12, 6)
        line.addWidget(sign)
        line.addWidget(self._text, 1)
        line.addWidget(self.button)
        self.button.setVisible(bool(button))
        self.hide()

    @property
    def text(self) -> str:
        """Return what it says; empty while it is hidden."""
        return self._text.text()

    def say(self, text: str) -> None:
        """Say something and stay; an empty text hides the line."""
        if text == self._text.text():
            return
        self._text.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        announce(self, text, at_once=True)
