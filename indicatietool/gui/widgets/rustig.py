"""A text that changes often: the page around it is laid out anew only when it needs more or fewer lines."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from indicatietool.gui.theme import colour, enlarge, text_label


class RustigeTekst(QWidget):
    """Een tekst die de pagina niet laat bewegen. Its label stands in no layout, so no layout hears of it."""

    def __init__(self, name: str, factor: float = 1.0, *, bold: bool = False) -> None:
        """Start empty.

        Args:
            name: of the label.
            factor: size of the letters beside the ordinary size.
            bold: bold letters.
        """
        super().__init__()
        self._heights: dict[int, int] = {}
        self._line = 0
        self._label = text_label()
        self._label.setParent(self)
        self._label.setObjectName(name)
        enlarge(self._label, factor, bold=bold)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        """Return what is shown."""
        return self._label.text()

    def setText(self, text: str) -> None:
        """Show a text."""
        if text != self._label.text():
            self._label.setText(text)
            self._heights.clear()
            if self.heightForWidth(self.width()) != self.height():
                self.updateGeometry()

    def set_size(self, factor: float) -> None:
        """Give the letters another size beside the ordinary one."""
        enlarge(self._label, factor, bold=self._label.font().bold())
        self._heights.clear()
        self._line = 0
        self.updateGeometry()

    def set_colour(self, name: str) -> None:
        """Give the text a colour."""
        colour(self._label, name)

    def hasHeightForWidth(self) -> bool:
        """Tell that a narrow text is a high one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high the text is; an empty text keeps one line."""
        if width not in self._heights:
            self._heights[width] = self._needed(width)
        return self._heights[width]

    def _needed(self, width: int) -> int:
        text, metrics = self._label.text(), self._label.fontMetrics()
        is_one_line = text != "" and "\n" not in text and metrics.horizontalAdvance(text) < width
        if is_one_line and self._line:
            return self._line  # known at a quarter of the cost of breaking the text in lines
        height = max(self._label.heightForWidth(width), metrics.height())
        if is_one_line:
            self._line = height
        return height

    def sizeHint(self) -> QSize:
        """Ask for the height of the text."""
        wide = max(self.width(), 100)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Ask for no width of its own."""
        return QSize(0, self._label.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the text fill the room; a layout may still go by the height of an earlier text."""
        super().resizeEvent(event)
        self._label.setGeometry(self.rect())
        if self.heightForWidth(self.width()) != self.height():
            self.updateGeometry()
