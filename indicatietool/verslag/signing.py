"""The place to sign: tick boxes, lines to write on and room for signatures; never split.

On paper these are fields of a form, and so the tags call them: a reader hears where there is something to
tick or to write.

Bron: eis in domein/recht.md §3.3: gezien, akkoord of niet akkoord, en de aanvraag; ISO 32000-1 §14.8.5.6.
"""

from dataclasses import dataclass

from indicatietool.verslag.blocks import Ondertekenaar, Ondertekening
from indicatietool.verslag.flowables import Stuk, Tekst, text
from indicatietool.verslag.page import Papier
from indicatietool.verslag.style import GEWOON, GRIJS, INKT, KLEIN, NADRUK, TEKSTBREEDTE, WIT
from indicatietool.verslag.tagging import Tag, field

VAKJE = 9.0
"""Width and height of a tick box."""
NAAST = 20.0
"""How far from the left the text beside a tick box begins."""
REGEL = 20.0
SCHRIJFREGELS = 3
TUSSEN = 24.0
HELFT = (TEKSTBREEDTE - TUSSEN) / 2
INVULLEN = 70.0
"""How far from the label a line to write on begins."""


class Tekenvak(Stuk):
    """The whole block to sign, as one piece."""

    voor = na = 8.0

    def __init__(self, blok: Ondertekening, ouder: Tag) -> None:
        vak = ouder.add("Div")
        self.keuzes = [_Keuze(keuze, vak) for keuze in blok.keuzes]
        self.schrijfruimte = vak.add("Form", field("tv", "Ruimte om te schrijven"))
        self.aanvraag = _Keuze(blok.aanvraag, vak)
        self.ondertekenaars = [_Handtekening(wie, vak) for wie in blok.ondertekenaars]

    @property
    def hoogte(self) -> float:
        """Return the height."""
        vakjes = sum(keuze.hoogte for keuze in (*self.keuzes, self.aanvraag))
        handtekeningen = max((wie.hoogte for wie in self.ondertekenaars), default=0)
        return vakjes + SCHRIJFREGELS * REGEL + 16 + handtekeningen

    def draw(self, papier: Papier, x: float, top: float) -> None:
        """Draw boxes, lines and signatures from top to bottom."""
        for keuze in self.keuzes:
            keuze.draw(papier, x, top)
            top -= keuze.hoogte
        with papier.tagged(self.schrijfruimte):
            for nummer in range(1, SCHRIJFREGELS + 1):
                _line(papier, x + NAAST, x + TEKSTBREEDTE, top - nummer * REGEL + 4)
        top -= SCHRIJFREGELS * REGEL + 6
        self.aanvraag.draw(papier, x, top)
        top -= self.aanvraag.hoogte + 10
        for nummer, wie in enumerate(self.ondertekenaars):
            wie.draw(papier, x + nummer * (HELFT + TUSSEN), top)


class _Keuze:
    """A tick box and what it stands for."""

    def __init__(self, tekst: str, ouder: Tag) -> None:
        tag = ouder.add("P")
        self._vakje = tag.add("Form", field("cb", tekst))
        self._tekst = text(tekst, GEWOON, tag.add("Span"), breedte=TEKSTBREEDTE - NAAST)
        self.hoogte = self._tekst.hoogte + self._tekst.na

    def draw(self, papier: Papier, x: float, top: float) -> None:
        with papier.tagged(self._vakje):
            papier.box(x + 1, top - 12.3, VAKJE, WIT, INKT)
        self._tekst.draw(papier, x + NAAST, top)


@dataclass(frozen=True, slots=True)
class _Regel:
    """Een label met wat er is ingevuld, of anders een lijn om op te schrijven."""

    label: Tekst
    hoogte: float
    inhoud: Tekst | Tag

    def draw(self, papier: Papier, x: float, top: float) -> None:
        self.label.draw(papier, x, top - self.hoogte + 14)
        if isinstance(self.inhoud, Tekst):
            self.inhoud.draw(papier, x + INVULLEN, top)
        else:
            with papier.tagged(self.inhoud):
                _line(papier, x + INVULLEN, x + HELFT, top - self.hoogte + 2)


class _Handtekening:
    """What one signer fills in: name, date and signature."""

    def __init__(self, wie: Ondertekenaar, ouder: Tag) -> None:
        self._rol = text(wie.rol, NADRUK, ouder.add("P"), breedte=HELFT)
        self._regels = (
            _name(wie, ouder),
            _to_write("Datum", REGEL + 4, wie, ouder),
            _to_write("Handtekening", 46.0, wie, ouder),
        )
        self.hoogte = self._rol.hoogte + 2 + sum(regel.hoogte for regel in self._regels)

    def draw(self, papier: Papier, x: float, top: float) -> None:
        self._rol.draw(papier, x, top)
        top -= self._rol.hoogte + 2
        for regel in self._regels:
            regel.draw(papier, x, top)
            top -= regel.hoogte


def _name(wie: Ondertekenaar, ouder: Tag) -> _Regel:
    if not wie.naam.strip():
        return _to_write("Naam", REGEL, wie, ouder)
    tag = ouder.add("P")
    label = text("Naam ", KLEIN, tag.add("Span"))
    naam = text(wie.naam, GEWOON, tag.add("Span"), breedte=HELFT - INVULLEN)
    return _Regel(label, naam.hoogte + 4, naam)


def _to_write(label: str, hoogte: float, wie: Ondertekenaar, ouder: Tag) -> _Regel:
    tag = ouder.add("P")
    tekst = text(label, KLEIN, tag.add("Span"))
    return _Regel(tekst, hoogte, tag.add("Form", field("tv", f"{label} van {wie.rol}")))


def _line(papier: Papier, links: float, rechts: float, hoogte: float) -> None:
    papier.stroke(links, hoogte, rechts, hoogte, GRIJS, 0.5)
