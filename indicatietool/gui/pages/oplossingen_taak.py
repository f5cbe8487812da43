"""One taak on the page of solutions: from bruto to netto, what others take over, and a form to add to it."""

from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from indicatietool.domain.antwoorden import Aftrek, AftrekSoort, Beschikbaar
from indicatietool.domain.indicatie import TaakUitkomst
from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.voorstel import Rekenstap, RekenstapSoort, Voorstel
from indicatietool.gui.pages.base import card
from indicatietool.gui.view_model import ViewModel
from indicatietool.gui.widgets.aftrek import AftrekForm
from indicatietool.gui.widgets.aftrek_rij import AftrekRij
from indicatietool.gui.widgets.balken import Trede, Waterval
from indicatietool.gui.widgets.buttons import named_button
from indicatietool.gui.widgets.rows import chain_before, clear
from indicatietool.gui.widgets.rustig import RustigeTekst
from indicatietool.session.advies_antwoorden import counts_on_overburdened
from indicatietool.session.proef import with_aftrek

_SHORT = {
    AftrekSoort.EIGEN_KRACHT: "zelf",
    AftrekSoort.GEBRUIKELIJKE_HULP: "huisgenoten",
    AftrekSoort.MANTELZORG: "mantelzorg",
    AftrekSoort.NETWERK: "netwerk",
    AftrekSoort.VOORLIGGEND: "voorziening",
}


class TaakAftrek(QWidget):
    """Eén taak van bruto naar netto, met de aftrek erbij."""

    def __init__(self, view: ViewModel, taak: str) -> None:
        """Build the card of a taak."""
        super().__init__()
        self._view, self.taak = view, taak
        self._naam = view.session.kader.taak_by_id[taak].naam
        self.setObjectName(f"aftrek.{taak}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        frame, box = card(self._naam)
        layout.addWidget(frame)
        self._sum = RustigeTekst(f"aftrek.{taak}.som")
        self._waterfall = Waterval(high=96, wat=self._naam)
        self._rows = QVBoxLayout()
        self.add = named_button(
            "Aftrek toevoegen…", f"aftrek.{taak}.toevoegen", f"Aftrek toevoegen bij {self._naam}", "plus"
        )
        self.form = AftrekForm(self._naam)
        self.form.setObjectName(f"aftrek.{taak}.form")
        self.form.hide()
        self._changing: int | None = None
        self._uitkomst: TaakUitkomst | None = None
        self._shown: object = None
        for widget in (self._sum, self._waterfall):
            box.addWidget(widget)
        box.addLayout(self._rows)
        box.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.form)
        self.add.clicked.connect(lambda: self._open_form(None))
        self.form.done.connect(self._on_done)
        self.form.drafted.connect(self._on_drafted)
        self.form.cancelled.connect(self._close_form)

    def refresh(self) -> None:
        """Show bruto, netto and the aftrek as they are now."""
        session = self._view.session
        uitkomst = session.indicatie.uitkomst(self.taak)
        if uitkomst is None or uitkomst is not self._uitkomst:
            self._uitkomst = uitkomst
            self._sum.setText(_sentence(uitkomst))
            steps = steps_of(uitkomst)
            self._waterfall.show_steps(steps)
            self._waterfall.setVisible(len(steps) > 2)
        shown = [(aftrek, counts_on_overburdened(session.dossier, aftrek)) for aftrek in self._aftrek()]
        if shown != self._shown:
            self._shown = shown
            self._rebuild(shown)

    def take_focus(self) -> None:
        """Put the focus on the button that adds an aftrek."""
        self.add.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _aftrek(self) -> tuple[Aftrek, ...]:
        antwoord = self._view.session.dossier.antwoorden.taak(self.taak)
        return antwoord.aftrek if antwoord else ()

    def _rebuild(self, shown: list[tuple[Aftrek, bool]]) -> None:
        clear(self._rows)
        rows = []
        for index, (aftrek, overburdened) in enumerate(shown):
            row = AftrekRij(aftrek, self._naam, counts_on_overburdened=overburdened)
            row.change_asked.connect(lambda index=index: self._open_form(index))
            row.remove_asked.connect(lambda index=index: self._replace(index))
            row.overburdened_asked.connect(lambda index=index: self._overburdened(index))
            self._rows.addWidget(row)
            row.stackUnder(self.add)
            row.show()
            rows.append(row)
        chain_before(self.add, rows)

    def _open_form(self, index: int | None) -> None:
        self._changing = index
        self.form.show()
        self.form.fill(None if index is None else self._aftrek()[index])
        self.form.soort.setFocus()

    def _close_form(self) -> None:
        self.form.hide()
        self.take_focus()

    def _on_done(self, aftrek: Aftrek) -> None:
        if self._replace(self._changing, aftrek):
            self._close_form()

    def _replace(self, index: int | None, *nieuw: Aftrek) -> bool:
        """Put other aftrek in the place of one; without a place it comes at the end."""
        oud = self._aftrek()
        place = len(oud) if index is None else index
        aftrek = (*oud[:place], *nieuw, *oud[place + 1 :])
        done = self._view.act(self._view.session.set_aftrek, self.taak, aftrek)
        if done and not nieuw:
            self.take_focus()
        return done

    def _overburdened(self, index: int) -> None:
        facts = dict(self._aftrek()[index])
        self._replace(index, Aftrek(**{**facts, "beschikbaar": Beschikbaar.OVERBELAST}))
        self.take_focus()

    def _on_drafted(self, aftrek: Aftrek | None) -> None:
        """Tell what the form would do, by trying it on a copy."""
        oud = self._aftrek()
        place = len(oud) if self._changing is None else self._changing
        poging = None
        if aftrek is not None:
            poging = with_aftrek(self._view.session, self.taak, (*oud[:place], aftrek, *oud[place + 1 :]))
        if aftrek is None or poging is None or poging.netto is None:
            self.form.show_effect("")
        elif not aftrek.telt_mee:
            self.form.show_effect(f"Dit telt niet mee: netto blijft {_per_week(poging.netto)}.")
        else:
            self.form.show_effect(f"Als dit telt, wordt netto {_per_week(poging.netto)}.")


def steps_of(uitkomst: TaakUitkomst | None) -> tuple[Trede, ...]:
    """Return bruto, what each takes over, and netto as columns; empty without a voorstel."""
    voorstel = uitkomst.voorstel if uitkomst is not None else None
    if not isinstance(voorstel, Voorstel):
        return ()
    bruto, netto = voorstel.bruto.richt, voorstel.netto.richt
    eraf = [stap for stap in voorstel.stappen if stap.soort is RekenstapSoort.AFTREK]
    return (
        Trede("bruto", 0, float(bruto), show_minutes(bruto)),
        *(_column(stap) for stap in eraf),
        Trede("netto", 0, float(netto), show_minutes(netto)),
    )


def _column(stap: Rekenstap) -> Trede:
    passend = (kort for soort, kort in _SHORT.items() if stap.tekst.startswith(soort.naam.capitalize()))
    naam = next(passend, "norm")
    eraf = stap.voor.richt - stap.na.richt
    return Trede(
        naam, float(stap.voor.richt), float(stap.na.richt), f"−{show_minutes(eraf)}" if eraf else "telt niet"
    )


def _per_week(minuten: Fraction) -> str:
    return f"{show_minutes(minuten)} minuten per week"


def _sentence(uitkomst: TaakUitkomst | None) -> str:
    if uitkomst is None or uitkomst.bruto is None or uitkomst.netto is None:
        return "Nog geen voorstel: beantwoord eerst de open vragen."
    return f"Bruto {_per_week(uitkomst.bruto)} → netto {_per_week(uitkomst.netto)}"
