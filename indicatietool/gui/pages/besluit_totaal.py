"""The total per month: the sum, or another number with a grond and a motivering."""

from indicatietool.domain.indicatie import Indicatie
from indicatietool.domain.tekst import show_hours, show_minutes
from indicatietool.gui.pages.kaart import Kaart
from indicatietool.gui.theme import GRIJS, ORANJE, colour, text_label
from indicatietool.gui.view_model import ViewModel
from indicatietool.gui.widgets.afwijking import AfwijkingForm
from indicatietool.gui.widgets.bullet import Bullet, BulletChart
from indicatietool.gui.widgets.rustig import RustigeTekst
from indicatietool.gui.widgets.tekstblok import TekstblokBalk


class TotaalKaart(Kaart):
    """Het totaal per maand: de som overnemen, of een ander getal met een motivering."""

    def __init__(self, view: ViewModel) -> None:
        """Build the card of the total."""
        super().__init__(view, "Totaal per maand")
        self._sum, self._marge = RustigeTekst("totaal.som", 1.1, bold=True), RustigeTekst("totaal.marge")
        self._marge.set_colour(GRIJS)
        self._chart = BulletChart("Totaal per maand: marge, som en keuze")
        self._advice = text_label()
        colour(self._advice, ORANJE)
        self.form = AfwijkingForm(
            self.session.kader.gronden,
            "Totaal anders vaststellen",
            "minuten per maand",
            always_ask=True,
            blocks=lambda editor: TekstblokBalk(view, editor, "motivering van het totaal"),
        )
        self.form.setObjectName("besluit.totaal")
        self.form.setFocusProxy(self.form.minuten)
        self.form.undo.setText("Terug naar de som")
        self.form.undo.setAccessibleName("Terug naar de som van uw besluiten")
        for widget in (self._sum, self._chart, self._marge, self._advice, self.form):
            self.box.addWidget(widget)
        self.form.decided.connect(self._on_decided)
        self.form.revoked.connect(lambda: self.view.act(self.session.revoke_total))

    def refresh(self, advice: tuple[str, ...]) -> None:
        """Show the sum and what was decided about it.

        Args:
            advice: what to look at again.
        """
        indicatie = self.session.indicatie
        afwijking = indicatie.afwijking
        self._sum.setText(_in_words(indicatie))
        keer = self.session.kader.rekenwijze.weken_per_maand
        laag, richt, hoog = (deel * keer for deel in _parts(indicatie))
        woorden = (
            f"Alle voorstellen samen: {show_minutes(richt)} minuten per maand, "
            f"marge {show_minutes(laag)} tot {show_minutes(hoog)}."
        )
        self._marge.setText(f"{woorden} Zolang u hier niets invult, geldt de som van uw besluiten.")
        bullet = Bullet(float(laag), float(richt), float(hoog), float(indicatie.minuten_per_maand))
        self._chart.show_bullet(bullet if indicatie.taken else None, woorden)
        self._advice.setText("\n".join(f"Let op: {tekst}" for tekst in advice))
        self._advice.setVisible(bool(advice))
        self.form.undo.setEnabled(afwijking is not None)
        self.form.setEnabled(not self.session.is_definitief)
        if afwijking is None:
            self.form.show_decision(None, "", "", anew=self.session.is_definitief)
        else:
            self.form.show_decision(afwijking.minuten_per_maand, afwijking.grond, afwijking.motivering)

    def _on_decided(self, minuten: int, grond: str, motivering: str) -> None:
        self.view.act(self.session.depart_from_total, minuten, grond, motivering)


def _parts(indicatie: Indicatie) -> tuple[object, ...]:
    marge = indicatie.marge_per_week
    return marge.min, marge.richt, marge.max


def _in_words(indicatie: Indicatie) -> str:
    week = f"ongeveer {show_hours(indicatie.minuten_per_week)} per week"
    if indicatie.afwijking is None:
        return f"De som van uw besluiten is {indicatie.berekend_per_maand} minuten per maand, {week}."
    return (
        f"U stelt het totaal vast op {indicatie.minuten_per_maand} minuten per maand. De som van de taken is "
        f"{indicatie.berekend_per_maand}."
    )
