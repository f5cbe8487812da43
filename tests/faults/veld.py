"""One field of the window as a hand meets it: type in it, paste in it, and read what is said beside it."""

from dataclasses import dataclass

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.gui.robot import CTRL, Robot


@dataclass(frozen=True)
class Plek:
    """Eén veld op het scherm, met wat ernaast staat en wat het dossier ervan weet."""

    robot: Robot
    pad: str

    @property
    def editor(self) -> QWidget:
        return self.robot.wizard.page.findChild(QWidget, self.pad)

    @property
    def veld(self) -> QWidget:
        """What is typed in."""
        return getattr(self.editor, "line", self.editor)

    @property
    def in_dossier(self) -> object:
        sectie, _, naam = self.pad.partition(".")
        return getattr(getattr(self.robot.session.dossier, sectie), naam)

    def tells(self) -> str:
        """What is said where it was typed, beside label and help; and at the foot of the page."""
        box = self.editor.parentWidget()
        labels = box.findChildren(QLabel)[self._quiet(box) :]
        gezegd = [label.text() for label in labels if label.isVisibleTo(box)]
        return " ".join((*gezegd, self.robot.wizard.problem.text())).strip()

    def _quiet(self, box: QWidget) -> int:
        """How many labels stand above the field: those never change."""
        return sum(
            box.layout().indexOf(label) in range(box.layout().indexOf(self.editor))
            for label in box.findChildren(QLabel)
        )

    def typt(self, tekst: str) -> None:
        self.veld.setFocus()
        self.robot.drukt(Qt.Key.Key_A, CTRL)
        self.robot.typt(tekst)

    def plakt(self, tekst: str) -> str:
        return paste_over(self.robot, self.veld, tekst)


def paste_over(robot: Robot, veld: QWidget, tekst: str) -> str:
    """Paste a text over what stands there; returns it as the clipboard gave it.

    What is no text at all (half of a pair of UTF-16, a byte order mark in front) does not come through Qt.
    """
    data = QMimeData()
    data.setText(tekst)
    gegeven = data.text()
    QApplication.clipboard().setMimeData(data)
    veld.setFocus()
    robot.drukt(Qt.Key.Key_A, CTRL)
    robot.drukt(Qt.Key.Key_V, CTRL)
    return gegeven


def place(robot: Robot, stap: str, pad: str, oud: object = None) -> Plek:
    """Go to a field of the dossier in which something stands already."""
    robot.wizard.go_to(stap)
    robot.wizard.view.act(robot.session.set_veld, pad, oud)
    return Plek(robot, pad)


def named(tekst: str) -> str:
    """Name a text in the list of tests."""
    return ascii(tekst[:30]) + (f" ({len(tekst)})" if len(tekst) > 30 else "")
