"""A verslag to look at: HTML that can reach nothing outside it."""

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser

from indicatietool.gui.theme import BLAUW, scale, tint

_HIGH = 460
"""Height at ordinary letters, in pixels."""


class Voorbeeld(QTextBrowser):
    """Het verslag zoals het er nu uit zou zien; loads no pictures, follows no links."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._html = ""
        self.setObjectName("verslag.voorbeeld")
        self.setAccessibleName("Voorbeeld van het verslag")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setTabChangesFocus(True)
        self.setFixedHeight(round(_HIGH * scale()))
        self.document().setDocumentMargin(12)
        self.document().setDefaultStyleSheet(
            f"h1,h2,h3{{color:{tint(BLAUW)}}} table{{margin-top:6px;margin-bottom:10px}} "
            "td,th{padding:4px;text-align:left} p{margin-top:4px;margin-bottom:4px}"
        )

    def show_html(self, html: str) -> None:
        """Show this; who was reading stays at the same place."""
        if html == self._html:
            return
        self._html = html
        place = self.verticalScrollBar().value()
        self.setHtml(html)
        self.verticalScrollBar().setValue(place)

    def loadResource(self, kind: int, name: QUrl) -> None:
        """Load nothing, from nowhere."""
