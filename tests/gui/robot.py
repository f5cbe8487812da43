"""A consulent of steel: it works the real window with keys alone, and reads what stands there."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QRadioButton,
    QTableView,
    QTextEdit,
    QWidget,
)

from indicatietool.gui.pages.besluit_rij import BesluitRij
from indicatietool.gui.window import MainWindow
from tests.kluizen import WACHTWOORD, make_toegang

MAX_TABS = 400
PATIENCE = 20_000
_KADERS = {}
CTRL = Qt.KeyboardModifier.ControlModifier


class Robot:
    """Doet wat een consulent met het toetsenbord doet."""

    def __init__(
        self, qtbot, folder: Path, vandaag: date = date(2026, 11, 22), *, kluis: bool = True, normen=None
    ) -> None:
        """Start the program with an open kluis, or before the very first start."""
        self.qtbot = qtbot
        self.folder = folder
        self.vandaag = vandaag
        self.normen = normen
        self.presses = 0
        if kluis and not self.make_toegang().has_kluis:
            desk, self.herstelcode = self.make_toegang().create(WACHTWOORD)
            desk.kluis.close()
        self.window = self.open_window()
        if kluis:
            self.opent_kluis()

    def make_toegang(self):
        """Return a door to the kluizen; the shipped kaders are read once for all stories."""
        toegang = make_toegang(self.folder, self.vandaag, self.normen)
        if self.normen is None:
            toegang.kaders._loaded = _KADERS
        return toegang

    # -- the program ----------------------------------------------------------------------------

    def start_opnieuw(self) -> None:
        """Close the program, start it again and open the kluis."""
        self.sluit()
        self.window = self.open_window()
        self.opent_kluis()

    def sluit(self) -> None:
        """Close the program."""
        self.window.close()
        self.qtbot.waitUntil(lambda: not self.window.isVisible())

    def opent_kluis(self, wachtwoord: str = WACHTWOORD) -> None:
        """Type the wachtwoord and press Enter."""
        self.gaat_naar("wachtwoord")
        self.typt(wachtwoord)
        with self.qtbot.waitSignal(self.window.kluis_opened, timeout=PATIENCE):
            self.drukt(Qt.Key.Key_Return)
        if self.window.wizard is None:
            self.window.dossiers.new.setFocus()

    @property
    def desk(self):
        assert self.window.desk is not None, "de kluis is dicht"
        return self.window.desk

    @property
    def dialog(self):
        """Return the dialog that is open."""
        dialog = QApplication.activeModalWidget()
        assert dialog is not None, "er is geen dialoog open"
        return dialog

    def wacht(self, until) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(lambda: bool(until()), timeout=PATIENCE)

    def kiest_menu(self, naam: str) -> None:
        """Do what a line of a menu does."""
        self.window.acts[naam].trigger()

    @property
    def wizard(self):
        assert self.window.wizard is not None, "er is geen dossier open"
        return self.window.wizard

    @property
    def session(self):
        return self.wizard.view.session

    # -- keys -----------------------------------------------------------------------------------

    def drukt(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier, keer: int = 1) -> None:
        for _ in range(keer):
            self.presses += 1
            QTest.keyClick(self._focus(), key, modifier)

    def typt(self, text: str) -> None:
        """Type a text; QTest itself aborts on an ë."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(
                    self._focus(), QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                )

    def gaat_naar(self, name: str) -> QWidget:
        """Press Tab until the widget with this name has the focus."""
        for _ in range(MAX_TABS):
            focus = self._focus()
            if name in self._names(focus):
                return focus
            self.drukt(Qt.Key.Key_Tab)
        raise AssertionError(f"“{name}” is met Tab niet te bereiken; de focus staat op {self._focus()}")

    def gaat_verder(self) -> None:
        self.gaat_naar("volgende")
        self.drukt(Qt.Key.Key_Space)

    def gaat_naar_stap(self, titel: str) -> None:
        """Choose a step in the list with the arrow keys."""
        steps = self.gaat_naar("stappen")
        rows = [steps.item(row).text().strip() for row in range(steps.count())]
        wanted = next(row for row, text in enumerate(rows) if text.startswith(titel))
        for _ in rows:
            if steps.currentRow() == wanted:
                return
            self.drukt(Qt.Key.Key_Down if steps.currentRow() < wanted else Qt.Key.Key_Up)

    # -- answers --------------------------------------------------------------------------------

    def vult(self, pad: str, text: str) -> None:
        self.gaat_naar(pad)
        self.drukt(Qt.Key.Key_A, CTRL)
        self.typt(text)

    def kiest(self, pad: str, text: str) -> None:
        """Choose in a list by the arrow keys."""
        box = self.gaat_naar(pad)
        assert isinstance(box, QComboBox)
        rows = [box.itemText(row) for row in range(box.count())]
        wanted = next(row for row, item in enumerate(rows) if item.startswith(text))
        self.drukt(Qt.Key.Key_Home)
        self.drukt(Qt.Key.Key_Down, keer=wanted)
        assert box.currentIndex() == wanted

    def kiest_anker(self, pad: str, optie: str) -> None:
        """Choose a radio button: Tab to its group, arrows to the choice, space."""
        self.gaat_naar_in(pad)
        QApplication.processEvents()
        keuze = self._focus().parent().parent()
        target = keuze.findChild(QRadioButton, optie)
        for _ in range(12):
            if self._focus() is target:
                break
            here, there = (w.mapTo(keuze, w.rect().topLeft()) for w in (self._focus(), target))
            if abs(there.x() - here.x()) > 40:
                self.drukt(Qt.Key.Key_Right if there.x() > here.x() else Qt.Key.Key_Left)
            else:
                self.drukt(Qt.Key.Key_Down if there.y() > here.y() else Qt.Key.Key_Up)
        assert self._focus().objectName() == optie, f"{optie} is niet te bereiken in {pad}"
        self.drukt(Qt.Key.Key_Space)
        assert self._focus().isChecked()

    def gaat_naar_in(self, pad: str) -> None:
        """Press Tab until the focus is inside the widget with this name."""
        for _ in range(MAX_TABS):
            if pad in self._names(self._focus().parent()) | self._names(self._focus().parent().parent()):
                return
            self.drukt(Qt.Key.Key_Tab)
        raise AssertionError(f"“{pad}” is met Tab niet te bereiken")

    def antwoordt(self, pad: str, ja: bool) -> None:
        self.gaat_naar_naam(pad)
        if self._focus().text() != ("ja" if ja else "nee"):
            self.drukt(Qt.Key.Key_Left if ja else Qt.Key.Key_Right)
        assert self._focus().text() == ("ja" if ja else "nee")
        self.drukt(Qt.Key.Key_Space)

    def gaat_naar_naam(self, pad: str) -> None:
        for _ in range(MAX_TABS):
            focus = self._focus()
            if isinstance(focus, QRadioButton) and pad in self._names(focus.parent()):
                return
            self.drukt(Qt.Key.Key_Tab)
        raise AssertionError(f"“{pad}” is met Tab niet te bereiken")

    def kiest_taak(self, naam: str) -> None:
        taken = self.gaat_naar("taken")
        assert isinstance(taken, QListWidget)
        rows = [taken.item(row).text() for row in range(taken.count())]
        wanted = next(row for row, text in enumerate(rows) if text.startswith(naam))
        for _ in rows:
            if taken.currentRow() == wanted:
                return
            self.drukt(Qt.Key.Key_Down if taken.currentRow() < wanted else Qt.Key.Key_Up)

    def scoort(self, taak: str, blok: str, keer: str = "", per: str = "", **keuzes: str) -> None:
        """Score the taak in hand; the words after per are factor=keuze, with _ for -."""
        self.kiest_anker(f"taak.{taak}.blok", blok)
        if keer:
            self.vult("keer", keer)
            self.kiest("periode", per)
        for factor, keuze in keuzes.items():
            self.kiest_anker(f"taak.{taak}.{factor.replace('_', '-')}", keuze)

    # -- reading --------------------------------------------------------------------------------

    def ziet(self) -> str:
        """Return all text that is visible in the window and its dialogs."""
        QApplication.processEvents()
        words = []
        tops = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
        for widget in (child for top in tops for child in top.findChildren(QWidget)):
            if not widget.isVisible():
                continue
            if isinstance(widget, QLabel):
                words.append(widget.text())
            elif isinstance(widget, QListWidget):
                words += [widget.item(row).text() for row in range(widget.count())]
            elif isinstance(widget, QLineEdit):
                words.append(widget.text())
            elif isinstance(widget, QPlainTextEdit | QTextEdit):
                words.append(widget.toPlainText())
            elif isinstance(widget, QTableView) and widget.model() is not None:
                model = widget.model()
                words += [
                    str(model.index(row, column).data())
                    for row in range(model.rowCount())
                    for column in range(model.columnCount())
                ]
        return "\n".join(words)

    def ziet_minuten(self) -> int:
        return int(self.wizard.outcome._number.text())

    def rij(self, taak: str) -> BesluitRij:
        return next(rij for rij in self.wizard.page.findChildren(BesluitRij) if rij.taak == taak)

    # -- inside ---------------------------------------------------------------------------------

    def open_window(self, meegegeven: Path | None = None) -> MainWindow:
        window = MainWindow(self.make_toegang, self.folder / "voorkeuren.json", meegegeven)
        self.qtbot.addWidget(window)
        with self.qtbot.waitSignal(window.ready, timeout=PATIENCE):
            window.show()
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)
        self.window = window
        return window

    def _top(self) -> QWidget:
        """Return the window that gets the keys: a dialog, or the main window."""
        return QApplication.activeModalWidget() or self.window

    def _focus(self) -> QWidget:
        top = self._top()
        return top.focusWidget() or top

    @staticmethod
    def _names(widget) -> set[str]:
        if not isinstance(widget, QWidget):
            return set()
        names = {widget.objectName(), widget.accessibleName()}
        parent = widget.parent()
        if isinstance(parent, QWidget) and parent.focusProxy() is widget:
            names.add(parent.objectName())
        return names - {""}
