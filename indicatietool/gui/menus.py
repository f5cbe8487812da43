"""The menus: what stands where, with which key. What an act does is elsewhere."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from indicatietool.gui.start.dossiers import Actie
from indicatietool.session.voorkeuren import LETTERS

if TYPE_CHECKING:
    from indicatietool.gui.window import MainWindow

KLEUREN = (
    ("systeem", "&Zoals het systeem"),
    ("licht", "&Licht"),
    ("donker", "&Donker"),
    ("contrast", "&Hoog contrast"),
)


class Keus(NamedTuple):
    """Eén regel van een menu: de naam, wat er staat, de toets en wat er gebeurt."""

    naam: str
    tekst: str
    toetsen: tuple[str, ...]
    doen: Callable[[], object]


def fill_menus(window: "MainWindow") -> None:
    """Put all menus in the menu bar of a window."""
    dossier, kluis, comfort = window.dossier_acts, window.kluis_acts, window.comfort_acts
    window.acts = {}
    for titel, keuzes in (
        (
            "&Bestand",
            (
                Keus("start", "&Start: alle dossiers", ("Ctrl+Home",), window.show_start),
                Keus("nieuw", "&Nieuw onderzoek", ("Ctrl+N",), dossier.new),
                Keus("opslaan", "Nu &opslaan", ("Ctrl+S",), window.save),
                Keus("inlezen", "&Dossier inlezen…", (), dossier.ask_take_in),
                Keus("kader", "Normenkader &bekijken…", ("Ctrl+K",), comfort.show_kader),
                Keus("kader.inlezen", "Normenkader &inlezen…", (), comfort.ask_kader),
                Keus("afsluiten", "&Afsluiten", ("Ctrl+Q",), window.close),
            ),
        ),
        (
            "Be&werken",
            (
                Keus("ongedaan", "&Ongedaan maken", ("Ctrl+Z",), comfort.undo),
                Keus("opnieuw", "O&pnieuw", ("Ctrl+Shift+Z", "Ctrl+Y"), comfort.redo),
                Keus("zoeken", "&Zoeken…", ("Ctrl+F",), comfort.find),
                Keus("ontbreekt", "Naar wat nog ont&breekt", ("F8",), comfort.next_gap),
            ),
        ),
        (
            "&Dossier",
            (
                *(
                    Keus(actie.value, tekst, (), lambda actie=actie: dossier.act_on_open(actie))
                    for actie, tekst in (
                        (Actie.HERINDICATIE, "&Herindicatie"),
                        (Actie.HERZIENING, "Her&ziening"),
                        (Actie.GESCHIEDENIS, "&Geschiedenis…"),
                        (Actie.MEENEMEN, "&Meenemen als bestand…"),
                        (Actie.VERWIJDEREN, "Ver&wijderen…"),
                    )
                ),
                Keus("proberen", "&Uitproberen op een kopie", (), dossier.try_out),
            ),
        ),
        (
            "&Kluis",
            (
                Keus("vergrendelen", "Nu ver&grendelen", ("Ctrl+L",), kluis.lock_now),
                Keus("wachtwoord", "&Wachtwoord wijzigen…", (), kluis.change_password),
                Keus("herstelcode", "Nieuwe &herstelcode…", (), kluis.new_code),
                Keus("kopie", "&Kopie maken", (), kluis.copy),
                Keus("terugzetten", "Kopie &terugzetten…", (), kluis.restore),
                Keus("controleren", "&Controleren", (), kluis.verify),
                Keus("opruimen", "&Opruimen…", (), kluis.clean_up),
                Keus("logboek", "&Logboek…", (), kluis.log),
                Keus("instellingen", "&Instellingen…", (), kluis.settings),
            ),
        ),
    ):
        _add(window, window.menuBar().addMenu(titel), keuzes)
    _add_view(window)
    _add_trainer(window)
    _add(
        window,
        window.menuBar().addMenu("&Help"),
        (
            Keus("hulp", "&Hulp bij dit scherm", ("F1",), comfort.help),
            Keus("toetsen", "&Toetsen", ("Ctrl+F1",), comfort.keys),
            Keus("over", "&Over dit programma", (), comfort.about),
        ),
    )
    _tell_what_can_be_undone(window)


def _add(window: "MainWindow", menu: QMenu, keuzes: tuple[Keus, ...]) -> None:
    for keus in keuzes:
        action = QAction(keus.tekst, window)
        action.setObjectName(f"menu.{keus.naam}")
        action.setShortcuts([QKeySequence(toets) for toets in keus.toetsen])
        action.triggered.connect(lambda _checked=False, doen=keus.doen: doen())
        window.acts[keus.naam] = action
        menu.addAction(action)


def _add_view(window: "MainWindow") -> None:
    """Add the menu of appearances, with a mark at what is in use."""
    menu, look = window.menuBar().addMenu("B&eeld"), window.appearance
    colours = _choices(window, menu.addMenu("&Kleuren"), KLEUREN, lambda naam: look.choose(kleuren=naam))
    sizes = tuple((procent, f"{procent} %") for procent in LETTERS)
    letters = _choices(window, menu.addMenu("&Letters"), sizes, lambda procent: look.choose(letters=procent))
    _add(
        window,
        menu,
        (
            Keus("groter", "Letters &groter", ("Ctrl++", "Ctrl+="), lambda: look.step_letters(1)),
            Keus("kleiner", "Letters klei&ner", ("Ctrl+-",), lambda: look.step_letters(-1)),
            Keus("beamer", "&Beamer: groot, zonder namen", ("Ctrl+Shift+B",), lambda: None),
        ),
    )
    beamer = window.acts["beamer"]
    beamer.setCheckable(True)
    beamer.toggled.connect(lambda on: look.choose(beamer=on) if on != look.voorkeuren.beamer else None)

    def mark() -> None:
        colours[look.voorkeuren.kleuren].setChecked(True)
        letters[look.voorkeuren.letters].setChecked(True)
        beamer.setChecked(look.voorkeuren.beamer)

    menu.aboutToShow.connect(mark)
    mark()


def _add_trainer(window: "MainWindow") -> None:
    """Add the menu of who stands before a group; what another menu has as well is the same action."""
    menu, trainer = window.menuBar().addMenu("&Trainer"), window.trainer_acts
    menu.addAction(window.acts["beamer"])
    _add(
        window,
        menu,
        (
            Keus("les", "&Les: normenkader blok voor blok…", (), trainer.lesson),
            Keus("tornado", "&Wat weegt het zwaarst…", (), trainer.tornado),
            Keus("naast_elkaar", "Twee kaders &naast elkaar…", (), trainer.side_by_side),
        ),
    )
    menu.addAction(window.acts["proberen"])
    menu.addSeparator()
    _add(
        window,
        menu,
        (
            Keus("vergelijken", "&Vergelijken met het modelantwoord…", (), trainer.compare),
            Keus("casus", "Casus &schrijven of wijzigen…", (), trainer.write_case),
            Keus("uitdelen", "Casus uit&delen zonder antwoorden…", (), trainer.hand_out),
        ),
    )
    menu.addSeparator()
    _add(
        window,
        menu,
        (
            Keus("uitslag", "U&itslag bewaren zonder namen…", (), trainer.keep_result),
            Keus("kalibratie", "&Kalibratie: uitslagen verzamelen…", (), trainer.calibrate),
        ),
    )
    menu.addSeparator()
    _add(
        window,
        menu,
        (
            Keus("uitleggen", "Normenkader uitle&ggen (PDF)…", (), trainer.explain),
            Keus("verschil", "Versc&hil tussen twee kaders (PDF)…", (), trainer.explain_difference),
        ),
    )


def _choices(
    window: "MainWindow",
    menu: QMenu,
    keuzes: tuple[tuple[object, str], ...],
    choose: Callable[[object], None],
) -> dict[object, QAction]:
    group = QActionGroup(window)
    actions: dict[object, QAction] = {}
    for waarde, tekst in keuzes:
        action = group.addAction(QAction(tekst, window))
        action.setCheckable(True)
        action.triggered.connect(lambda _checked=False, waarde=waarde: choose(waarde))
        menu.addAction(action)
        actions[waarde] = action
    return actions


def _tell_what_can_be_undone(window: "MainWindow") -> None:
    """Say in the menu what would be taken back; worked out only when the menu is shown."""
    menu = window.acts["ongedaan"].associatedObjects()[0]

    def tell() -> None:
        session = window.wizard.view.session if window.wizard is not None else None
        for naam, tekst, wat in (
            ("ongedaan", "&Ongedaan maken", session.to_undo if session else ""),
            ("opnieuw", "O&pnieuw", session.to_redo if session else ""),
        ):
            window.acts[naam].setText(f"{tekst}: {wat.replace('&', '&&')}" if wat else tekst)

    menu.aboutToShow.connect(tell)
