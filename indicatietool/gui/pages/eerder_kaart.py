"""What the earlier onderzoek came to, beside the numbers as they are now."""

from indicatietool.gui.pages.kaart import Kaart
from indicatietool.gui.theme import enlarge, text_label
from indicatietool.gui.view_model import ViewModel
from indicatietool.gui.widgets.text_grid import TextGrid
from indicatietool.session.eerder import KOPPEN, beside_earlier


class EerderKaart(Kaart):
    """Toen en nu, per taak; hidden at a first onderzoek."""

    def __init__(self, view: ViewModel) -> None:
        """Build the card."""
        super().__init__(view, "Vergeleken met het vorige onderzoek")
        self._zin = text_label()
        self._zin.setObjectName("eerder.verschil")
        enlarge(self._zin, 1.0, bold=True)
        self._per_taak = TextGrid("eerder.taken", KOPPEN, (4, 2, 2, 1), numbers=(1, 2, 3))
        self._legend = text_label("Blok en minuten per week.", soft=True)
        for widget in (self._zin, self._legend, self._per_taak):
            self.box.addWidget(widget)

    def refresh(self) -> None:
        """Show the difference as it is now."""
        vergeleken = beside_earlier(self.session)
        self.setVisible(vergeleken is not None)
        if vergeleken is not None:
            self._zin.setText(vergeleken.zin)
            self._per_taak.show_rows(vergeleken.rijen)
            self._legend.setVisible(bool(vergeleken.rijen))
