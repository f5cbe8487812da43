"""The practice case walked through the real wizard, widget by widget, with a picture of every page.

Comes in: a folder. Goes out: pictures, the dossier and its onderzoeksverslag, made by the same widgets a
consulent uses.
"""

import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from indicatietool.domain.antwoorden import Aftrek, TaakAntwoord
from indicatietool.domain.besluit import Afwijken, BinnenMarge, Overnemen
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.veld import VeldGroep, VeldSoort, value_of
from indicatietool.domain.velden import ADVIES, AFRONDING, LOOPTIJD, OPLOSSINGEN, WEGING
from indicatietool.errors import OpslagError, VerslagError
from indicatietool.gui.pages.besluit_rij import BesluitRij
from indicatietool.gui.pages.definitief import DefinitiefDialog, DefinitiefKaart
from indicatietool.gui.pages.oplossingen_taak import TaakAftrek
from indicatietool.gui.pages.scoren import ScorenPage
from indicatietool.gui.pages.taak_detail import TaakDetail
from indicatietool.gui.pages.verslag import VerslagPage
from indicatietool.gui.start.practice import PracticePanel
from indicatietool.gui.widgets.aftrek import AftrekForm
from indicatietool.gui.widgets.anker_keuze import AnkerKeuze
from indicatietool.gui.widgets.editors import DatumEditor, GetalEditor, JaNeeEditor, KeuzeEditor, TekstEditor
from indicatietool.gui.window import MainWindow
from indicatietool.gui.wizard import Wizard
from indicatietool.session.desk import Desk
from indicatietool.session.kaders import Kaders
from indicatietool.session.oefenen.casussen import demonstrated, model_of
from indicatietool.session.steps import StapSoort
from indicatietool.session.toegang import Toegang

PATIENCE_MS = 20_000
_W = TypeVar("_W", bound=QWidget)


def demonstrate(naar: Path, normen: Path, vandaag: date) -> tuple[Path, ...]:
    """Walk the practice case and leave its results.

    Args:
        naar: folder for the results; made when it is missing.
        normen: folder with the normenkaders.
        vandaag: today's date.

    Returns:
        The files that were made, in order.

    Raises:
        OpslagError: the folder can't be written.
    """
    try:
        naar.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OpslagError(f"{naar}: deze map is niet te maken. Kies een andere.") from error
    with tempfile.TemporaryDirectory(prefix="indicatietool-") as eigen:
        folder, kaders = Path(eigen), Kaders(normen)
        toegang = Toegang(folder / "kluis", folder / "oefenkluis", kaders, vandaag=lambda: vandaag)
        window = MainWindow(lambda: toegang, folder / "voorkeuren.json")
        try:
            return tuple(Walk(window, Desk(None, kaders, vandaag), naar).run())
        finally:
            window.close()
            wait_until(lambda: not window.isVisible())


class Walk:
    """Eén wandeling door de wizard met de modelantwoorden van de oefencasus."""

    def __init__(self, window: MainWindow, desk: Desk, naar: Path) -> None:
        """Walk in this window with the case that a desk demonstrates; leave pictures in this folder."""
        self._window, self._naar = window, naar
        self._case = demonstrated(desk)
        self._model: Dossier = model_of(desk, self._case).dossier

    def run(self) -> Iterator[Path]:
        """Walk from the start screen to the verslag; yields each file as it is made."""
        window = self._window
        window.show()
        wait_until(lambda: window.home is not None)
        yield self._picture("start")
        window.home.setCurrentIndex(1)
        wait_until(lambda: window.home.practice is not None and window.home.practice.practise.isEnabled())
        yield self._picture("oefenen")
        self._choose_case(window.home.practice)
        if window.wizard is None:
            raise VerslagError("De oefencasus kon niet worden geopend.")
        yield from self._steps(window.wizard)
        session = window.wizard.view.session
        dossier = self._naar / "dossier.json"
        session.write_copy(dossier)
        yield dossier

    def _choose_case(self, practice: PracticePanel) -> None:
        practice.cases.choose(self._case)
        practice.practise.click()

    def _steps(self, wizard: Wizard) -> Iterator[Path]:
        fill: dict[StapSoort, Callable[[Wizard], None]] = {
            StapSoort.LEEFGEBIEDEN: self._leefgebieden,
            StapSoort.FACTOREN: self._factoren,
            StapSoort.SCOREN: self._scoren,
            StapSoort.OPLOSSINGEN: self._oplossingen,
            StapSoort.BESLUIT: self._besluiten,
            StapSoort.WEGING: self._weging,
            StapSoort.LOOPTIJD: lambda _wizard: self._typed(LOOPTIJD),
            StapSoort.CONTROLEREN: self._controleren,
        }
        while True:
            stap = wizard.page.stap
            if stap.soort in fill:
                fill[stap.soort](wizard)
            if isinstance(wizard.page, VerslagPage):
                yield self._report(wizard.page)
            yield self._picture(stap.id.replace(".", "-"))
            if not wizard.forward.isEnabled():
                return
            wizard.forward.click()

    def _leefgebieden(self, wizard: Wizard) -> None:
        for antwoord in self._model.antwoorden.leefgebieden:
            plek = f"leefgebied.{antwoord.leefgebied}"
            choose(self._find(plek, KeuzeEditor), antwoord.situatie)
            for naam in ("problemen", "doel", "toelichting"):
                self._find(f"{plek}.{naam}", TekstEditor).setPlainText(getattr(antwoord, naam))

    def _factoren(self, wizard: Wizard) -> None:
        for factor, keuze in self._model.antwoorden.keuzes.items():
            self._find(f"factor.{factor}", AnkerKeuze).button(keuze).click()

    def _scoren(self, wizard: Wizard) -> None:
        page = wizard.page
        if not isinstance(page, ScorenPage):
            return
        taken = [taak.id for taak in page.session.kader.taken_of(page.stap.leefgebied)]
        for antwoord in self._model.antwoorden.taken:
            if antwoord.taak in taken:
                page.list.setCurrentRow(taken.index(antwoord.taak))
                score(page.detail, antwoord)

    def _oplossingen(self, wizard: Wizard) -> None:
        self._typed(OPLOSSINGEN)
        for kaart in wizard.page.findChildren(TaakAftrek):
            antwoord = self._model.antwoorden.taak(kaart.taak)
            for aftrek in antwoord.aftrek if antwoord else ():
                kaart.add.click()
                deduct(kaart.form, aftrek)

    def _besluiten(self, wizard: Wizard) -> None:
        besluiten = {besluit.taak: besluit.besluit for besluit in self._model.besluiten}
        for rij in wizard.page.findChildren(BesluitRij):
            match besluiten.get(rij.taak):
                case Overnemen():
                    rij.detail.overnemen.click()
                case BinnenMarge(minuten_per_week=minuten):
                    type_number(rij.form.minuten, minuten)
                    rij.form.ready.click()
                case Afwijken(minuten=minuten, grond=grond, motivering=motivering):
                    type_number(rij.form.minuten, minuten)
                    choose(rij.form.grond, grond)
                    rij.form.motivering.setPlainText(motivering)
                    rij.form.ready_why.click()
                case None:
                    pass

        self._typed(ADVIES)

    def _weging(self, wizard: Wizard) -> None:
        for naam in ("profiel", "product"):
            choose(self._find(f"weging.{naam}", KeuzeEditor), getattr(self._model.weging, naam))
            tekst = getattr(self._model.weging, f"{naam}_motivering")
            self._find(f"weging.{naam}_motivering", TekstEditor).setPlainText(tekst)
        self._typed(WEGING)

    def _controleren(self, wizard: Wizard) -> None:
        self._typed(AFRONDING)
        QApplication.processEvents()
        wizard.page.findChild(DefinitiefKaart).make.click()
        dialog = self._window.findChild(DefinitiefDialog)
        if dialog is None:
            raise VerslagError("De oefencasus is niet compleet en kan niet definitief worden.")
        dialog.submit()

    def _typed(self, groepen: tuple[VeldGroep, ...]) -> None:
        for veld in (veld for groep in groepen for veld in groep.velden):
            value = value_of(self._model, veld)
            if value in (None, ""):
                continue
            match veld.soort:
                case VeldSoort.TEKST:
                    self._find(veld.pad, TekstEditor).setPlainText(str(value))
                case VeldSoort.DATUM:
                    line = self._find(veld.pad, DatumEditor).line
                    line.setText(f"{value:%d-%m-%Y}")
                case VeldSoort.GETAL:
                    type_number(self._find(veld.pad, GetalEditor), int(str(value)))
                case VeldSoort.KEUZE:
                    choose(self._find(veld.pad, KeuzeEditor), value)
                case VeldSoort.JA_NEE:
                    editor = self._find(veld.pad, JaNeeEditor)
                    (editor.ja if value else editor.nee).click()

    def _report(self, page: VerslagPage) -> Path:
        file = self._naar / "onderzoeksverslag.pdf"
        page.make_at(file)
        if not file.exists():
            raise VerslagError("Het verslag van de oefencasus kon niet worden gemaakt.")
        return file

    def _find(self, name: str, kind: type[_W]) -> _W:
        wizard = self._window.wizard
        found = wizard.page.findChild(kind, name) if wizard else None
        if found is None:
            raise VerslagError(f"Veld {name} staat niet op het scherm. Meld dit bij de beheerder.")
        return found

    def _picture(self, name: str) -> Path:
        QApplication.processEvents()
        number = len(list(self._naar.glob("[0-9][0-9]-*.png")))
        file = self._naar / f"{number:02}-{name}.png"
        self._window.grab().save(str(file))
        return file


def score(detail: TaakDetail, antwoord: TaakAntwoord) -> None:
    """Give the answers of a taak through its widgets."""
    if antwoord.blok is not None:
        detail.blok.button(antwoord.blok).click()
    if antwoord.frequentie is not None:
        detail.frequentie.keer.setText(str(antwoord.frequentie.keer))
        choose(detail.frequentie.periode, antwoord.frequentie.per_weken)
    for factor, keuze in antwoord.keuzes.items():
        detail.factoren[factor].button(keuze).click()
    detail.observatie.setPlainText(antwoord.observatie)


def deduct(form: AftrekForm, aftrek: Aftrek) -> None:
    """Fill in one aftrek and record it."""
    choose(form.soort, aftrek.soort)
    procent = aftrek.procent is not None
    type_number(form.hoeveel, aftrek.procent if aftrek.procent is not None else aftrek.minuten_per_week or 0)
    choose(form.eenheid, "procent" if procent else "minuten")
    choose(form.beschikbaar, aftrek.beschikbaar)
    choose(form.duur, aftrek.duur)
    (form.vrijwillig.ja if aftrek.vrijwillig else form.vrijwillig.nee).click()
    form.reden.setPlainText(aftrek.reden)
    form.ready.click()


def choose(editor: KeuzeEditor, value: object) -> None:
    """Choose a value in a list, as a click does."""
    editor.set_value(value)
    editor.activated.emit(editor.currentIndex())


def type_number(editor: GetalEditor, value: int) -> None:
    """Type a number."""
    editor.setText(str(value))


def wait_until(happened: Callable[[], bool]) -> None:
    """Let the window work until something happened, with an end to patience."""
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not happened():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        if deadline.hasExpired():
            raise VerslagError("Het venster kwam niet op tijd klaar. Probeer het nog eens.")
