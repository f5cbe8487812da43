"""The settings of a kluis: when it locks, how long dossiers are kept, whether a BSN is asked for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QWidget

from indicatietool.errors import IndicatietoolError
from indicatietool.gui.dialog import Dialog
from indicatietool.gui.theme import text_label
from indicatietool.session.desk import Desk
from indicatietool.session.instellingen import (
    LOCK_AFTER,
    RETENTION,
    Instellingen,
    read_settings,
    write_settings,
)

BSN = (
    "Meestal is het zaaknummer genoeg. Zet dit alleen aan als uw gemeente het BSN in het onderzoek nodig "
    "heeft "
    "(Wmo 2015 art. 5.2.9). Het BSN staat afgedekt op het scherm."
)
RETAIN = "Daarna staan dossiers onder Opruimen; er gaat niets vanzelf weg (Wmo 2015 art. 5.3.4 lid 1)."


class SettingsDialog(Dialog):
    """De instellingen van de kluis."""

    changed = Signal(object)

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        """Show the settings as they are."""
        super().__init__(parent, "Instellingen van de kluis", ok="&Bewaren")
        self._desk = desk
        nu = read_settings(desk.kluis)
        self.lock = QComboBox()
        self.lock.setObjectName("vergrendelen")
        self.lock.addItems([f"na {minuten} minuten" for minuten in LOCK_AFTER])
        self.lock.setCurrentIndex(LOCK_AFTER.index(nu.vergrendelen_na))
        self.years = QSpinBox()
        self.years.setObjectName("bewaartermijn")
        self.years.setRange(*RETENTION)
        self.years.setValue(nu.bewaartermijn)
        self.years.setSuffix(" jaar")
        self.bsn = QCheckBox("&Vraag naar het BSN")
        self.bsn.setObjectName("bsn")
        self.bsn.setChecked(nu.bsn)
        self.bsn.setAccessibleDescription(BSN)
        for label, editor, uitleg in (
            ("Sluit de kluis als er niets gebeurt", self.lock, ""),
            ("Bewaar dossiers", self.years, RETAIN),
        ):
            kop = text_label(label)
            kop.setBuddy(editor)
            editor.setAccessibleName(label)
            editor.setAccessibleDescription(uitleg)
            self.body.addWidget(kop)
            self.body.addWidget(editor)
            if uitleg:
                self.body.addWidget(text_label(uitleg, soft=True))
            self.body.addSpacing(8)
        self.body.addWidget(self.bsn)
        self.body.addWidget(text_label(BSN, soft=True))
        self.body.addStretch(1)
        self.lock.setFocus()

    def submit(self) -> None:
        """Keep the settings."""
        nieuw = Instellingen(LOCK_AFTER[self.lock.currentIndex()], self.years.value(), self.bsn.isChecked())
        try:
            write_settings(self._desk.kluis, nieuw)
        except IndicatietoolError as error:
            self.tell(str(error))
            return
        self.changed.emit(nieuw)
        self.accept()
