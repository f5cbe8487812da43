"""The place to sign: tick boxes, lines to write on and room for two signatures; never split.

Bron: eis in domein/recht.md §3.3: gezien, akkoord of niet akkoord, en de aanvraag.
"""

from reportlab.platypus import Flowable

from indicatietool.verslag.blocks import Ondertekenaar, Ondertekening
from indicatietool.verslag.flowables import Tekst, text
from indicatietool.verslag.style import GEWOON, GRIJS, INKT, KLEIN, NADRUK, TEKSTBREEDTE, WIT

VAKJE = 9.0
REGEL = 20.0
SCHRIJFREGELS = 3
TUSSEN = 24.0
HELFT = (TEKSTBREEDTE - TUSSEN) / 2


class Tekenvak(Flowable):
    """The whole block to sign, as one piece."""

    def __init__(self, blok: Ondertekening) -> None:
        super().__init__()
        self.keuzes = [_beside_box(keuze) for keuze in blok.keuzes]
        self.aanvraag = _beside_box(blok.aanvraag)
        self.ondertekenaars = [_Handtekening(wie) for wie in blok.ondertekenaars]
        self.spaceBefore = self.spaceAfter = 8

    @property
    def hoogte(self) -> float:
        """Return the height in points."""
        vakjes = sum(_tall(tekst) for tekst in (*self.keuzes, self.aanvraag))
        return vakjes + SCHRIJFREGELS * REGEL + 16 + max(wie.hoogte for wie in self.ondertekenaars)

    @property
    def min_hoogte(self) -> float:
        """Return the whole height: it is never split."""
        return self.hoogte

    def wrap(self, breed: float, hoog: float) -> tuple[float, float]:
        """Return the room it takes."""
        return breed, self.hoogte

    def draw(self) -> None:
        """Draw boxes, lines and signatures from top to bottom."""
        top = self.hoogte
        for keuze in self.keuzes:
            top = self._tick(keuze, top)
        for nummer in range(SCHRIJFREGELS):
            self._line(20, TEKSTBREEDTE, top - (nummer + 1) * REGEL + 4)
        top = self._tick(self.aanvraag, top - SCHRIJFREGELS * REGEL - 6) - 10
        for nummer, wie in enumerate(self.ondertekenaars):
            self._sign(wie, nummer * (HELFT + TUSSEN), top)

    def _tick(self, tekst: Tekst, top: float) -> float:
        canvas = self.canv
        canvas.setStrokeColor(INKT)
        canvas.setFillColor(WIT)
        canvas.setLineWidth(0.8)
        canvas.rect(1, top - 12.3, VAKJE, VAKJE, stroke=1, fill=1)
        tekst.draw_at(canvas, 20, top)
        return top - _tall(tekst)

    def _line(self, links: float, rechts: float, hoogte: float) -> None:
        self.canv.setStrokeColor(GRIJS)
        self.canv.setLineWidth(0.5)
        self.canv.line(links, hoogte, rechts, hoogte)

    def _sign(self, wie: "_Handtekening", x: float, top: float) -> None:
        wie.rol.draw_at(self.canv, x, top)
        top -= wie.rol.hoogte + 2
        for label, ingevuld, hoogte in wie.regels:
            label.draw_at(self.canv, x, top - hoogte + 14)
            if ingevuld:
                ingevuld.draw_at(self.canv, x + 70, top)
            else:
                self._line(x + 70, x + HELFT, top - hoogte + 2)
            top -= hoogte


class _Handtekening:
    """What one signer fills in: name, date and signature."""

    def __init__(self, wie: Ondertekenaar) -> None:
        naam = text(wie.naam, GEWOON, breedte=HELFT - 70) if wie.naam.strip() else None
        self.rol = text(wie.rol, NADRUK, breedte=HELFT)
        self.regels = (
            (text("Naam", KLEIN), naam, naam.hoogte + 4 if naam else REGEL),
            (text("Datum", KLEIN), None, REGEL + 4),
            (text("Handtekening", KLEIN), None, 46.0),
        )
        self.hoogte = self.rol.hoogte + 2 + sum(hoogte for _, _, hoogte in self.regels)


def _beside_box(tekst: str) -> Tekst:
    return text(tekst, GEWOON, breedte=TEKSTBREEDTE - 20)


def _tall(tekst: Tekst) -> float:
    return tekst.hoogte + tekst.letter.na
