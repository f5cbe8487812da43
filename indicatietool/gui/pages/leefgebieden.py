"""Which leefgebieden matter. Nothing is demanded: what is not touched, is not registered (AP 2018).

A leefgebied where no begeleiding is needed asks for no score; one where the client declines help is a state
of its own, with the reason.
"""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from indicatietool.domain.antwoorden import LeefgebiedAntwoord, LeefgebiedSituatie
from indicatietool.domain.normenkader import Leefgebied
from indicatietool.gui.comfort.announce import show_message
from indicatietool.gui.pages.base import Page, card
from indicatietool.gui.theme import ORANJE, colour, enlarge, text_label
from indicatietool.gui.widgets.editors import TekstEditor, labelled
from indicatietool.gui.widgets.rows import insert
from indicatietool.gui.widgets.situatie_keuze import KEYS, SituatieKeuze

_WHY = {
    LeefgebiedSituatie.EIGEN_KRACHT: ("Toelichting", "Wat doet de cliënt zelf, en waaruit blijkt dat?"),
    LeefgebiedSituatie.NETWERK: ("Toelichting", "Wie doet dit, en wil en kan die persoon dat?"),
    LeefgebiedSituatie.VOORLIGGEND: ("Toelichting", "Welke voorziening, en is die er nu echt?"),
    LeefgebiedSituatie.WIL_NIET: (
        "Waarom wil de cliënt hier geen hulp?",
        "In de woorden van de cliënt. Er komen geen taken en geen minuten bij dit leefgebied.",
    ),
    LeefgebiedSituatie.NIET_AAN_DE_ORDE: ("Toelichting", "Alleen als er iets over te zeggen is."),
}


class LeefgebiedenPage(Page):
    """Per leefgebied wat er aan de hand is, alleen waar dat ter zake doet."""

    uitleg = (
        "Kies alleen leefgebieden die bij de hulpvraag horen. Laat de rest leeg: wat niet nodig is, wordt "
        "niet vastgelegd. Met de toetsen 1 tot en met 6 gaat u meteen door naar het volgende."
    )
    toetsen = KEYS

    def _build(self) -> None:
        self._count = text_label()
        self._count.setObjectName("leefgebieden.actief")
        enlarge(self._count, 1.0, bold=True)
        self._dropped = text_label()
        self._dropped.setObjectName("leefgebieden.eruit")
        colour(self._dropped, ORANJE)
        self._dropped.hide()
        for label in (self._count, self._dropped):
            insert(self.outer, self.outer.count() - 1, label)
        self._cards: dict[str, LeefgebiedKaart] = {}
        for leefgebied in self.session.kader.leefgebieden:
            kaart = LeefgebiedKaart(leefgebied)
            self._cards[leefgebied.id] = kaart
            self.body.addWidget(kaart)
        self.body.addStretch(1)

    def _bind(self) -> None:
        for id_, kaart in self._cards.items():
            kaart.situatie.edited.connect(lambda value, id_=id_: self._on_situatie(id_, value))
            kaart.situatie.passed.connect(lambda id_=id_: self.focus_after(id_))
            kaart.situatie.text_asked.connect(kaart.focus_text)
            for naam, editor in kaart.texts.items():
                editor.edited.connect(
                    lambda text, id_=id_, naam=naam: self.view.act(
                        self.session.set_leefgebied_tekst, id_, naam, text
                    )
                )
        for keys in ("F6", "Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda: self.focus_after(self._in_hand()))

    def _refresh(self) -> None:
        antwoorden = self.session.dossier.antwoorden
        for id_, kaart in self._cards.items():
            kaart.show_answer(antwoorden.leefgebied(id_))
        situaties = [antwoord.situatie for antwoord in antwoorden.leefgebieden]
        actief = situaties.count(LeefgebiedSituatie.BEGELEIDING)
        wil_niet = situaties.count(LeefgebiedSituatie.WIL_NIET)
        extra = f" Bij {wil_niet} wil de cliënt geen hulp." if wil_niet else ""
        self._count.setText(f"Begeleiding nodig bij {actief} van de {len(self._cards)} leefgebieden.{extra}")

    def focus_first(self) -> None:
        """Put the focus on the first leefgebied."""
        next(iter(self._cards.values())).situatie.setFocus()

    def focus_after(self, leefgebied: str) -> None:
        """Put the focus on the leefgebied after this one; after the last it stays."""
        namen = list(self._cards)
        index = namen.index(leefgebied) + 1 if leefgebied in namen else 0
        kaart = self._cards[namen[min(index, len(namen) - 1)]]
        kaart.situatie.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QTimer.singleShot(0, kaart, lambda: self.area.ensureWidgetVisible(kaart, 0, 24))

    def _in_hand(self) -> str:
        focus = self.window().focusWidget()
        return next((id_ for id_, kaart in self._cards.items() if kaart.isAncestorOf(focus)), "")

    def _on_situatie(self, leefgebied: str, situatie: LeefgebiedSituatie | None) -> None:
        before = len(self.session.dossier.antwoorden.taken)
        self.view.act(self.session.set_situatie, leefgebied, situatie)
        gone = before - len(self.session.dossier.antwoorden.taken)
        naam = self.session.kader.leefgebied_by_id[leefgebied].naam
        wat = "is 1 taak met haar antwoorden" if gone == 1 else f"zijn {gone} taken met hun antwoorden"
        text = f"Bij {naam} {wat} eruit gehaald. Met Ctrl+Z haalt u dat terug."
        show_message(self._dropped, text if gone > 0 else "")


class LeefgebiedKaart(QWidget):
    """One leefgebied: its situation, and only then room for words."""

    def __init__(self, leefgebied: Leefgebied) -> None:
        """Build the card for a leefgebied."""
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        frame, box = card(accessible=leefgebied.naam)
        layout.addWidget(frame)
        kop = text_label(leefgebied.naam)
        enlarge(kop, 1.1, bold=True)
        self._naam = leefgebied.naam
        self.situatie = SituatieKeuze()
        self.situatie.setObjectName(f"leefgebied.{leefgebied.id}")
        self.situatie.setAccessibleName(f"Situatie bij {leefgebied.naam}")
        kop.setBuddy(self.situatie)
        self._title, self._line = kop, QGridLayout()
        self._line.setColumnStretch(0, 1)
        self._line.addWidget(kop, 0, 0)
        self._line.addWidget(self.situatie, 0, 1)
        box.addLayout(self._line)
        hint = " Leg hier alleen iets vast als het echt nodig is." if leefgebied.gevoelig else ""
        box.addWidget(text_label(leefgebied.omschrijving + hint, soft=True))
        self.texts = {naam: TekstEditor(2) for naam in ("problemen", "doel", "indicator", "toelichting")}
        for naam, editor in self.texts.items():
            editor.setObjectName(f"leefgebied.{leefgebied.id}.{naam}")
        self.begeleiding = self._for_begeleiding()
        self.anders = labelled("Toelichting", self.texts["toelichting"], " ")
        self._kop, self._help = self.anders.findChildren(QLabel)[:2]
        for part in (self.begeleiding, self.anders):
            box.addWidget(part)
            part.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the situation under the name where both do not fit on one line."""
        super().resizeEvent(event)
        needed = self._title.minimumSizeHint().width() + self.situatie.sizeHint().width()
        place = (0, 1) if needed + 50 <= self.width() else (1, 0)
        if self._line.itemAtPosition(*place) is None:
            self._line.addWidget(self.situatie, *place)

    def show_answer(self, antwoord: LeefgebiedAntwoord | None) -> None:
        """Show a situation with the texts that belong to it."""
        situatie = antwoord.situatie if antwoord else None
        self.situatie.set_value(situatie)
        begeleiding = situatie is LeefgebiedSituatie.BEGELEIDING
        self.begeleiding.setVisible(begeleiding)
        self.anders.setVisible(situatie is not None and not begeleiding)
        if situatie in _WHY:
            kop, hulp = _WHY[situatie]
            self._kop.setText(kop)
            self._help.setText(hulp)
            self.texts["toelichting"].setAccessibleName(f"{kop.rstrip('?')} ({self._naam})")
            self.texts["toelichting"].setAccessibleDescription(hulp)
        for naam, editor in self.texts.items():
            editor.set_value(getattr(antwoord, naam) if antwoord else "")

    def focus_text(self) -> None:
        """Put the focus on the first text that belongs to the situation."""
        if not self.begeleiding.isHidden():
            self.texts["problemen"].setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif not self.anders.isHidden():
            self.texts["toelichting"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _for_begeleiding(self) -> QWidget:
        part = QWidget()
        inside = QVBoxLayout(part)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(
            labelled("Problemen", self.texts["problemen"], "Wat lukt niet, en waaraan ziet u dat?")
        )
        inside.addWidget(labelled("Doel", self.texts["doel"], "Wat wil de cliënt bereiken of behouden?"))
        waaraan = "Waaraan is te zien dat het doel is bereikt? De evaluatie kijkt hiernaar."
        inside.addWidget(labelled("Indicator", self.texts["indicator"], waaraan))
        for naam in ("problemen", "doel", "indicator"):
            self.texts[naam].setAccessibleName(f"{naam.capitalize()} ({self._naam})")
        return part
