"""A part of a page with a heading and a frame of its own, that knows the consultation."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from indicatietool.gui.pages.base import card
from indicatietool.gui.view_model import ViewModel


class Kaart(QWidget):
    """Eén onderwerp op een pagina; what it shows goes into `box`."""

    def __init__(self, view: ViewModel, titel: str) -> None:
        """Show the heading and an empty frame."""
        super().__init__()
        self.view = view
        self.session = view.session
        frame, self.box = card(titel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)
