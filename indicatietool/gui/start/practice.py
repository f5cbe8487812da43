"""Practice: invented cases, in a kluis of their own, on a ground that no one takes for the real thing."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from indicatietool.gui.banner import Banner
from indicatietool.gui.flow import FlowLayout
from indicatietool.gui.start.dossiers import DossierPanel
from indicatietool.gui.theme import icon, text_label

if TYPE_CHECKING:
    from indicatietool.session.desk import Desk

PRACTICE = "Oefenkluis: verzonnen gevallen, geen echte cliënten"


class PracticePanel(QWidget):
    """Oefencasussen en de oefendossiers."""

    practice_asked = Signal(object)

    def __init__(self, desk: "Desk", *, hides_names: bool = False) -> None:
        """Show the cases and the dossiers of the oefenkluis."""
        super().__init__()
        self.banner = Banner("oefenbanner", "presentation")
        self.cases = QComboBox()
        self.cases.setObjectName("oefencasussen")
        self.cases.setAccessibleName("Oefencasus")
        self.cases.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.cases.setMinimumContentsLength(40)
        self.practise = QPushButton(icon("presentation"), "O&efenen met deze casus")
        self.practise.setObjectName("oefenen")
        self.practise.setEnabled(False)
        self.dossiers = DossierPanel(desk, hides_names=hides_names)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.banner)
        layout.addWidget(text_label("Kies een casus, scoor hem en vergelijk. Een wachtwoord is niet nodig."))
        line_row = QWidget()
        line = FlowLayout(line_row)
        line.setSpacing(8)
        line.addWidget(self.cases)
        line.addWidget(self.practise)
        layout.addWidget(line_row)
        layout.addWidget(self.dossiers, 1)
        self.banner.say(PRACTICE)
        self.practise.clicked.connect(lambda: self.practice_asked.emit(self.cases.currentData()))

    def show_cases(self, cases: Mapping[str, Path]) -> None:
        """Fill the list of practice cases: title and file."""
        self.cases.clear()
        for title, path in cases.items():
            self.cases.addItem(title, path)
        self.practise.setEnabled(bool(cases))
