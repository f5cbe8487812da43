"""What eigen kracht, netwerk and voorliggende voorzieningen take over: per leefgebied, in words, per taak."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from indicatietool.domain.velden import OPLOSSINGEN
from indicatietool.gui.pages.base import Page, card
from indicatietool.gui.pages.form import FieldSet
from indicatietool.gui.pages.oplossingen_taak import TaakAftrek
from indicatietool.gui.theme import text_label, title_label
from indicatietool.gui.widgets.aftrek import KEYS
from indicatietool.gui.widgets.links import Link, LinkList
from indicatietool.session.steps import StapSoort
from indicatietool.session.voorliggend import solved_by


class OplossingenPage(Page):
    """Wat de cliënt zelf kan en wat anderen overnemen; zonder reden gaat er niets af."""

    uitleg = (
        "Onderzoek wat de cliënt zelf kan, wat anderen doen en wat er in de buurt is. "
        "Er gaat alleen iets af als u een reden opschrijft en de hulp er echt is. F6 gaat naar de taken."
    )
    toetsen = KEYS

    def _build(self) -> None:
        frame, box = card("Per leefgebied: wie of wat lost dit op?")
        self._solved = LinkList("opgelost", "Per leefgebied wie of wat dit oplost; Enter gaat ernaartoe")
        self._none = text_label("Er is nog geen leefgebied besproken.", soft=True)
        box.addWidget(self._solved)
        box.addWidget(self._none)
        self.body.addWidget(frame)
        self._fields = FieldSet(self.view, OPLOSSINGEN, self.body)
        self.body.addWidget(title_label("Per taak: wat nemen anderen over?", 1.2))
        self._cards = [TaakAftrek(self.view, uitkomst.taak) for uitkomst in self.session.indicatie.taken]
        for kaart in self._cards:
            self.body.addWidget(kaart)
        if not self._cards:
            self.body.addWidget(text_label("Er zijn nog geen taken gescoord.", soft=True))
        self.body.addStretch(1)

    def _bind(self) -> None:
        self._solved.followed.connect(self.view.step_asked)
        shortcut = QShortcut(QKeySequence("F6"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.focus_next_taak)

    def _refresh(self) -> None:
        self._fields.refresh()
        facts = self.session.kader, self.session.dossier, self.session.indicatie
        self._solved.show_links(
            tuple(
                Link(f"{u.naam}: {u.tekst}", StapSoort.LEEFGEBIEDEN, f"leefgebied.{u.leefgebied}")
                for u in solved_by(*facts)
            )
        )
        has_any = self._solved.count() > 0
        self._solved.setVisible(has_any)
        self._none.setVisible(not has_any)
        for kaart in self._cards:
            kaart.refresh()

    def go_to(self, veld: str) -> None:
        """Put the focus on a field, or on the aftrek of a taak."""
        kaart = next((kaart for kaart in self._cards if veld.startswith(f"aftrek.{kaart.taak}")), None)
        if kaart is None:
            super().go_to(veld)
        else:
            self._take_up(kaart)

    def focus_next_taak(self) -> None:
        """Go to the taak after the one in hand; from elsewhere, and after the last, to the first."""
        focus = self.window().focusWidget()
        in_hand = next((i for i, kaart in enumerate(self._cards) if kaart.isAncestorOf(focus)), -1)
        if self._cards:
            self._take_up(self._cards[(in_hand + 1) % len(self._cards)])

    def _take_up(self, kaart: TaakAftrek) -> None:
        kaart.take_focus()
        bottom: QWidget = kaart
        QTimer.singleShot(0, kaart, lambda: self.area.ensureWidgetVisible(bottom, 0, 12))
