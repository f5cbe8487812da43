"""The real program with its window, in a process of its own, worked by a robot that types in every field.

`python -m tests.faults.venster VERHAAL MAP`: the folders of the user come from the environment; MAP is where
the user lets exports go. Standard output: "begin" once the window is there; at the end what it did, as JSON.
"""

import json
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer, qCritical
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from indicatietool import app as program
from indicatietool.domain.antwoorden import LeefgebiedSituatie
from indicatietool.gui.application import application
from indicatietool.gui.kluis.door import Door
from indicatietool.gui.widgets.editors import DatumEditor, GetalEditor, JaNeeEditor, KeuzeEditor
from indicatietool.gui.widgets.frequentie import KeerVeld
from indicatietool.gui.window import MainWindow
from indicatietool.paths import preferences_file
from indicatietool.session.overdragen import hand_over
from tests.faults.kanarie import KANARIE
from tests.gui.robot import CTRL, Robot
from tests.gui.stories import LEEFGEBIED, open_scored_case
from tests.kluizen import WACHTWOORD

BSN = "111222333"
MOST_ROUNDS = 40
"""A page on which more and more comes up is not filled in for ever."""

_LAST_DAYS = (".tot", "einddatum")


def rust(milliseconds: int) -> None:
    """Let the window live for a moment. QTest.qWait would hold up what a slot raises, and excepthook."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Wachter:
    """What the robot needs of pytest-qt, without pytest."""

    def addWidget(self, window: QWidget) -> None:  # noqa: N802
        """Leave the window to who opened it."""

    def waitUntil(self, until: Callable[[], object], timeout: int = 20_000) -> None:  # noqa: N802
        """Wait until something is so."""
        for _ in range(timeout // 10):
            if until():
                return
            rust(10)
        raise TimeoutError

    @contextmanager
    def waitSignal(self, signal: object, timeout: int = 20_000) -> Iterator[None]:  # noqa: N802
        """Wait until a signal has come."""
        gekomen: list[object] = []
        signal.connect(lambda *wat: gekomen.append(wat))
        yield
        self.waitUntil(lambda: gekomen, timeout)


class Gebruiker(Robot):
    """De robot van de verhalen, aan het echte programma."""

    def __init__(self, window: MainWindow, naar: Path) -> None:
        """Work this window; exports go to a folder."""
        self.qtbot, self.window, self.naar = Wachter(), window, naar
        self.presses = self.getypt = 0
        self.titels: set[str] = set()
        self.gezegd: list[str] = []
        self.velden: list[str] = []
        self._watch = QTimer(interval=20)
        self._watch.timeout.connect(self._look)
        self._watch.start()

    # -- fields -----------------------------------------------------------------------------------

    def schrijft(self, veld: QWidget, tekst: str = KANARIE) -> None:
        """Type a text in a field, key by key."""
        veld.setFocus()
        self.drukt(Qt.Key.Key_A, CTRL)
        self.typt(tekst)
        self.velden.append(veld.objectName())

    def vult_bladzijde(self) -> None:
        """Fill in everything that is on the page, and everything that comes up by doing so."""
        page, gedaan = self.wizard.page, set()
        for _ronde in range(MOST_ROUNDS):
            nieuw = [veld for veld in fields_of(page) if veld not in gedaan]
            for veld in nieuw:
                gedaan.add(veld)
                self._vult(veld)
            knoppen = [
                knop
                for knop in page.findChildren(QPushButton)
                if knop.isVisibleTo(page) and knop.isEnabled() and knop not in gedaan and is_step(knop)
            ]
            for knop in sorted(knoppen, key=lambda knop: opens(knop) is False)[:1]:
                gedaan.add(knop)
                knop.click()
            if not nieuw and not knoppen:
                return

    def _vult(self, veld: QWidget) -> None:
        match veld:
            case GetalEditor() | KeerVeld():
                self.vult_veld(veld, "7")
            case QLineEdit() if isinstance(veld.parent(), DatumEditor):
                naam = veld.parent().objectName()
                self.vult_veld(veld, "31-3-2027" if naam.endswith(_LAST_DAYS) else "1-2-2027")
            case QLineEdit() if veld.echoMode() is QLineEdit.EchoMode.Password:
                self.vult_veld(veld, BSN)
            case QLineEdit() | QPlainTextEdit():
                self.schrijft(veld)
            case KeuzeEditor() if veld.value() is None and veld.count() > 1:
                veld.setFocus()
                self.drukt(Qt.Key.Key_Down)
            case JaNeeEditor() if veld.value() is None:
                veld.ja.click()

    def vult_veld(self, veld: QWidget, tekst: str) -> None:
        """Type something that is not the canary."""
        veld.setFocus()
        self.drukt(Qt.Key.Key_A, CTRL)
        self.typt(tekst)

    # -- beside the window --------------------------------------------------------------------------

    def bewaart_als(self, naam: str, doe: Callable[[], object]) -> Path:
        """Do something that asks where a file goes, and answer the real dialog."""
        QTimer.singleShot(0, lambda: self._kiest_bestand(naam))
        doe()
        return self.naar / naam

    def _kiest_bestand(self, naam: str) -> None:
        dialog = next(
            (
                top
                for top in QApplication.topLevelWidgets()
                if isinstance(top, QFileDialog) and top.isVisible()
            ),
            None,
        )
        if dialog is None:
            QTimer.singleShot(20, lambda: self._kiest_bestand(naam))
            return
        dialog.setDirectory(str(self.naar))
        dialog.findChild(QLineEdit, "fileNameEdit").setText(naam)
        dialog.accept()

    def _look(self) -> None:
        """Keep every title that was ever to be seen, and read away what is told."""
        for top in QApplication.topLevelWidgets():
            self.titels.add(top.windowTitle())
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            self.gezegd.append(box.text())
            ja = [knop for knop in box.buttons() if knop.text() == "Ja"]
            (ja or box.buttons())[0].click()


def fields_of(page: QWidget) -> list[QWidget]:
    """Return what can be filled in on a page now, in the order in which it stands there."""
    soorten = (QLineEdit, QPlainTextEdit, QComboBox, JaNeeEditor)
    return [
        veld
        for veld in page.findChildren(QWidget)
        if isinstance(veld, soorten)
        and veld.isVisibleTo(page)
        and veld.isEnabled()
        and not veld.objectName().startswith(("qt_", "verslag.", "uitvoer.", "tekstblok.keuze"))
    ]


def opens(knop: QPushButton) -> bool:
    """Tell whether a button opens a form."""
    return knop.objectName().endswith(("toevoegen", "tekstblok.bewaren"))


def is_step(knop: QPushButton) -> bool:
    """Tell whether a button opens a form, or puts what is in it in the dossier."""
    return opens(knop) or knop.objectName().endswith(("vastleggen", "tekstblok.klaar", "ready"))


# -- what is told ------------------------------------------------------------------------------------


def vertel(gebruiker: Gebruiker) -> dict[str, object]:
    """A whole working day: everything is typed, saved, locked, copied, exported, and something breaks."""
    begint(gebruiker)
    begint_dossier(gebruiker)
    for stap in [stap.id for stap in gebruiker.wizard._steps]:
        gebruiker.wizard.go_to(stap)
        gebruiker.vult_bladzijde()
    print("getypt", flush=True)
    gebruiker.wizard.go_to("hulpvraag")
    gaat_rond(gebruiker)
    dossier = gebruiker.session.dossier.model_dump_json()
    exports = voert_uit(gebruiker)
    struikelt(gebruiker)
    gebruiker.window.show_start()
    gebruiker.wacht(lambda: gebruiker.window.wizard is None)
    gebruiker.schrijft(gebruiker.window.dossiers.search)
    return {"dossier": dossier, "exports": [str(pad) for pad in exports]}


def begint(gebruiker: Gebruiker) -> None:
    """Make the kluis, prove the herstelcode, and let the BSN be asked."""
    door: Door = gebruiker.window.home.door
    for veld in (door.first.pair.first, door.first.pair.second):
        gebruiker.vult_veld(veld, WACHTWOORD)
    door.first.make.click()
    gebruiker.wacht(lambda: door.currentWidget() is door.recovery)
    groepjes = door.recovery._groups
    print(f"code {'-'.join(groepjes)}", flush=True)
    door.recovery.ready.click()
    for veld, plaats in zip(door.recovery.fields, door.recovery.places, strict=True):
        gebruiker.vult_veld(veld, groepjes[plaats])
    with gebruiker.qtbot.waitSignal(gebruiker.window.kluis_opened):
        door.recovery.prove.click()


def begint_dossier(gebruiker: Gebruiker) -> None:
    """Begin a dossier that has something of everything, so that every field is there."""
    gebruiker.window.settings = replace(gebruiker.window.settings, bsn=True)
    taak = open_scored_case(gebruiker)
    act, session = gebruiker.wizard.view.act, gebruiker.session
    act(session.set_veld, "melding.gemeente", "0505")
    andere = next(gebied.id for gebied in session.kader.leefgebieden if gebied.id != LEEFGEBIED)
    act(session.set_situatie, andere, LeefgebiedSituatie.WIL_NIET)
    act(session.depart, taak, 999, session.kader.gronden[0].id, KANARIE)


def gaat_rond(gebruiker: Gebruiker) -> None:
    """Save, look around in every dialog, undo, lock, unlock, copy, and try on a copy."""
    assert gebruiker.wizard.view.save()
    window = gebruiker.window
    gebruiker.kiest_menu("zoeken")
    gebruiker.schrijft(gebruiker.dialog.words)
    gebruiker.dialog.look()
    gebruiker.dialog.reject()
    for menu in ("geschiedenis", "logboek", "controleren", "opruimen", "toetsen", "hulp"):
        gebruiker.kiest_menu(menu)
        gebruiker.wacht(lambda: not isinstance(QApplication.activeModalWidget(), QMessageBox))
        gebruiker.wacht(gebruiker.dialog.buttons.isEnabled)
        gebruiker.dialog.reject()
    for menu in ("ongedaan", "opnieuw", "opslaan", "kopie"):
        gebruiker.kiest_menu(menu)
    gebruiker.wacht(lambda: any("kopie" in tekst for tekst in gebruiker.gezegd))
    veld = window.focusWidget()
    if isinstance(veld, QPlainTextEdit | QLineEdit):
        veld.selectAll()
        veld.copy()
    gebruiker.kiest_menu("vergrendelen")
    gebruiker.wacht(lambda: window.desk is None)
    assert KANARIE not in gebruiker.ziet()
    gebruiker.opent_kluis()
    gebruiker.wacht(lambda: window.wizard is not None)
    gebruiker.kiest_menu("proberen")
    gebruiker.wacht(lambda: gebruiker.wizard.is_trial)
    gebruiker.wizard.go_to("hulpvraag")
    gebruiker.vult_bladzijde()
    gebruiker.wizard.trying.button.click()
    gebruiker.wacht(lambda: not gebruiker.wizard.is_trial)


def voert_uit(gebruiker: Gebruiker) -> list[Path]:
    """Make every form of the verslag, and a file for a colleague that anyone can read: on purpose."""
    gebruiker.wizard.go_to("verslag")
    page = gebruiker.wizard.page
    gemaakt = []
    for vorm, tekst in page.vorm.choices():
        page.vorm.set_value(vorm)
        gemaakt.append(gebruiker.bewaart_als(f"{KANARIE}.{vorm.value}", page.make.click))
        gebruiker.wacht(gemaakt[-1].exists)
        assert tekst
    gemaakt.append(gebruiker.naar / f"{KANARIE}.indicatie")
    hand_over(gebruiker.session, gemaakt[-1])
    hand_over(gebruiker.session, gebruiker.naar.parent / "versleuteld.indicatie", WACHTWOORD)
    return gemaakt


def struikelt(gebruiker: Gebruiker) -> None:
    """Let something break that nobody foresaw, with personal data in its words."""

    def breekt() -> None:
        raise ValueError(f"{KANARIE} kan niet")

    QTimer.singleShot(0, breekt)
    gebruiker.wacht(lambda: any("mis in het programma" in tekst for tekst in gebruiker.gezegd))
    qCritical(f"QObject: {KANARIE}".encode("ascii", "replace").decode())
    rust(50)


def main(naar: Path) -> int:
    """Run the program, with the robot in front of it."""
    QDesktopServices.openUrl = lambda _url: True
    application(preferences_file())
    klaar: dict[str, object] = {}

    def work() -> None:
        try:
            window = next(top for top in QApplication.topLevelWidgets() if isinstance(top, MainWindow))
            gebruiker = Gebruiker(window, naar)
            gebruiker.wacht(lambda: getattr(window, "last_resort", None))
            print("begin", flush=True)
            klaar.update(vertel(gebruiker))
            klaar.update(titels=sorted(gebruiker.titels), gezegd=gebruiker.gezegd, velden=gebruiker.velden)
            gebruiker.sluit()
        except BaseException:
            traceback.print_exc()
            sys.stderr.flush()
            os._exit(99)

    QTimer.singleShot(0, work)
    code = program.main([])
    print(json.dumps(klaar), flush=True)
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
