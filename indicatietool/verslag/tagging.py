"""The structure tree: what each piece of paper is, for who hears the verslag or reads it with a machine.

How a block becomes a tag: `pdf.pieces_of` asks the tree for a `Tag` when it makes a piece, `Papier.tagged`
puts a numbered mark around what the piece draws, and `structure` writes the tree that names those marks.
What belongs to no tag (rules, tints, page headers) is drawn in `Papier.artefact`.

Bron: ISO 32000-1 §14.7 and §14.8; ISO 14289-1 (PDF/UA-1).
"""

from typing import Literal

Soort = Literal[
    "BlockQuote",
    "Caption",
    "Div",
    "Document",
    "Figure",
    "Form",
    "H1",
    "H2",
    "H3",
    "L",
    "LBody",
    "LI",
    "Lbl",
    "P",
    "Span",
    "TD",
    "TH",
    "TR",
    "Table",
    "Title",
]
"""The tags in use. All are standard but Title, which readers take for P."""

HEADINGS: tuple[Soort, ...] = ("H1", "H2", "H3")
BULLETS = "/A <</O /List /ListNumbering /Disc>>"


class Tag:
    """An element of the structure tree, with either tags or marks in it.

    Args:
        soort: what it is.
        extra: PDF source that goes into its dictionary, such as attributes.
    """

    __slots__ = ("extra", "kinderen", "merken", "nummer", "soort")

    def __init__(self, soort: Soort, extra: str = "") -> None:
        self.soort = soort
        self.extra = extra
        self.kinderen: list[Tag] = []
        self.merken: list[tuple[int, int]] = []
        """Where it is drawn: the page, counted from 0, and the number of the mark on that page."""
        self.nummer = 0
        """Its number among the objects of the file, once `structure` has given it one."""

    def add(self, soort: Soort, extra: str = "") -> "Tag":
        """Return a new tag, the last one within this one."""
        tag = Tag(soort, extra)
        self.kinderen.append(tag)
        return tag


class Boom:
    """The structure tree of one verslag while it is laid out."""

    def __init__(self) -> None:
        self.document = Tag("Document")
        self._niveau = 0

    def heading(self, niveau: int) -> Tag:
        """Return the tag for a heading.

        A reader that jumps from heading to heading takes a level that was left out for a missing part: so
        the level is one deeper than the heading before at most.

        Args:
            niveau: the level that was asked for, from 1.
        """
        self._niveau = min(niveau, self._niveau + 1, len(HEADINGS))
        return self.document.add(HEADINGS[self._niveau - 1])


def text_string(tekst: str) -> str:
    """Return any text as PDF source."""
    return f"<FEFF{tekst.encode('utf-16-be', 'replace').hex()}>"


def alternative(tekst: str) -> str:
    """Return what is read aloud instead of a picture."""
    return f"/Alt {text_string(tekst)}"


def box(links: float, onder: float, rechts: float, boven: float) -> str:
    """Return where a picture stands on its page, as attributes."""
    return f"/A <</O /Layout /Placement /Block /BBox [{links:.2f} {onder:.2f} {rechts:.2f} {boven:.2f}]>>"


def cell(kop: Literal["", "Column", "Row"] = "", breed: int = 1) -> str:
    """Return the attributes of a cell.

    Args:
        kop: what a heading cell is the heading of; empty for a cell with data.
        breed: the number of columns it takes.
    """
    scope = f" /Scope /{kop}" if kop else ""
    span = f" /ColSpan {breed}" if breed > 1 else ""
    return f"/A <</O /Table{scope}{span}>>" if scope or span else ""


def field(rol: Literal["cb", "tv"], uitleg: str) -> str:
    """Return the attributes of a place to tick (cb) or to write (tv) on paper."""
    stand = " /checked /off" if rol == "cb" else ""
    return f"/A <</O /PrintField /Role /{rol}{stand} /Desc {text_string(uitleg)}>>"
