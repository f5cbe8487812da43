"""The logo of a gemeente on the first page.

Comes in: a PNG. Goes out: a piece of the page.
"""

from io import BytesIO

from reportlab.lib.utils import ImageReader

from indicatietool.errors import VerslagError
from indicatietool.verslag.flowables import Stuk
from indicatietool.verslag.page import Papier
from indicatietool.verslag.tagging import Tag, box

HOOGST, BREEDST = 42.0, 170.0
"""The room for a logo, in points; one of another shape fills it in one direction."""


class Logo(Stuk):
    """A picture, made to fit.

    Args:
        png: the file.
        tag: what it is.

    Raises:
        VerslagError: it is not a picture.
    """

    na = 14.0

    def __init__(self, png: bytes, tag: Tag) -> None:
        try:
            self._plaatje = ImageReader(BytesIO(png))
            self._plaatje.getRGBData()
        except (OSError, SyntaxError, ValueError) as error:
            raise VerslagError("Het logo van de gemeente is geen plaatje. Vraag uw beheerder.") from error
        breed, hoog = self._plaatje.getSize()
        schaal = min(HOOGST / hoog, BREEDST / breed)
        self._breed, self._hoog = breed * schaal, hoog * schaal
        self._tag = tag

    @property
    def hoogte(self) -> float:
        """Return the height."""
        return self._hoog

    def draw(self, papier: Papier, x: float, top: float) -> None:
        """Draw the picture."""
        self._tag.extra += box(x, top - self._hoog, x + self._breed, top)
        with papier.tagged(self._tag):
            papier.drawImage(self._plaatje, x, top - self._hoog, self._breed, self._hoog, mask="auto")
