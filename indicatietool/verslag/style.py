"""Colours, sizes and text styles of the verslag on paper. Plain values; imports no reportlab.

Every text colour has a contrast of at least 4.5 to 1 on the surfaces it is used on.
"""

from dataclasses import dataclass

REGULAR = "FiraSans"
BOLD = "FiraSans-Bold"
ITALIC = "FiraSans-Italic"

ACCENT = "accent"
"""The colour of the gemeente, from the verslag itself; only where it stands on white or is large."""
INKT = "#1b2733"
BLAUW = "#0b5394"
GRIJS = "#4d5b68"
BRUIN = "#8a4600"
LIJN = "#cfd8e1"
VLAK_BLAUW = "#edf3f9"
VLAK_GEEL = "#fff5e2"
RAND_GEEL = "#e0a33e"
WATERMERK = "#e6ebf1"
STAAF_STAND = "#0b5394"
STAAF_ERAF = "#b5651d"
STAAF_ERBIJ = "#2f7d5b"
MARGE = "#a9c6e3"
WIT = "#ffffff"

MM = 72 / 25.4
BREEDTE = 210 * MM
HOOGTE = 297 * MM
KANT = 21 * MM
BOVEN = 25 * MM
ONDER = 22 * MM
TEKSTBREEDTE = BREEDTE - 2 * KANT
TEKSTHOOGTE = HOOGTE - BOVEN - ONDER


@dataclass(frozen=True, slots=True)
class Letter:
    """Hoe een tekst eruitziet; maten in punten, `voor` en `na` zijn wit boven en onder."""

    font: str
    grootte: float
    regelhoogte: float
    kleur: str = INKT
    voor: float = 0
    na: float = 0
    inspringen: float = 0


TITEL = Letter(BOLD, 25, 30, ACCENT, na=4)
ONDERTITEL = Letter(REGULAR, 10.5, 15, GRIJS)
OEFENING = Letter(BOLD, 10.5, 15, BRUIN)
KOPPEN = {
    1: Letter(BOLD, 15, 19, ACCENT, voor=20, na=7),
    2: Letter(BOLD, 11.5, 15, INKT, voor=13, na=4),
    3: Letter(BOLD, 9.6, 13, INKT, voor=8, na=2),
}
GRONDSLAG = Letter(REGULAR, 7.8, 13, GRIJS)

GEWOON = Letter(REGULAR, 9.6, 14, na=5)
KLEIN = Letter(REGULAR, 8.4, 12, GRIJS, na=5)
NADRUK = Letter(BOLD, 10.5, 15, na=5)
CITAAT = Letter(ITALIC, 10.5, 15.5, na=5, inspringen=12)
LEEG = Letter(ITALIC, 9.6, 14, GRIJS, na=5)
LIJST = Letter(REGULAR, 9.6, 14, na=2.5, inspringen=12)

GETAL = Letter(BOLD, 27, 33, ACCENT)
GETAL_BOVEN = Letter(BOLD, 9, 13, GRIJS)
GETAL_ONDER = Letter(REGULAR, 10, 15)
VAK_TITEL = Letter(BOLD, 10.5, 15, BRUIN, na=1)
VAK_TEKST = Letter(REGULAR, 9.2, 13, na=2)
VAK_LIJST = Letter(REGULAR, 9.2, 13, na=1, inspringen=11)

TABEL = Letter(REGULAR, 8.6, 11.4)
TABEL_KOP = Letter(BOLD, 8.2, 10.6, BLAUW)
TABEL_VET = Letter(BOLD, 8.6, 11.4)
TABEL_TOELICHTING = Letter(ITALIC, 8.2, 11, GRIJS)
BIJSCHRIFT = Letter(BOLD, 8.6, 12, GRIJS, voor=6, na=3)
GEGEVEN_LABEL = Letter(BOLD, 8.8, 12.2, GRIJS)
GEGEVEN_WAARDE = Letter(REGULAR, 9.2, 12.8)
GEGEVEN_LEEG = Letter(ITALIC, 9.2, 12.8, GRIJS)
GEGEVEN_GRONDSLAG = Letter(REGULAR, 7.2, 12.2, GRIJS)

PAGINA = Letter(REGULAR, 7.8, 10, GRIJS)
PAGINA_MERK = Letter(BOLD, 7.8, 10, BRUIN)
FIGUUR = Letter(REGULAR, 8.2, 9)
FIGUUR_VET = Letter(BOLD, 8.2, 9)
LEGENDA = Letter(REGULAR, 8.2, 10, GRIJS)
