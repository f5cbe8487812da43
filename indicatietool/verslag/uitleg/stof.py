"""What every part of the explanation draws from: the kader, for whom, and whether its figures may be shown.

Comes in: a kader with its fingerprint and one worked example. Knows no paper and no files.
"""

from dataclasses import dataclass
from datetime import date

from indicatietool.domain.normenkader import KaderStatus, Normenkader
from indicatietool.domain.versie import Versie
from indicatietool.verslag.uitleg.cijfers import hide_numbers
from indicatietool.verslag.zaak import Zaak

STATUS_ZINNEN = {
    KaderStatus.VOORBEELD: (
        "Dit is een voorbeeld. De cijfers zijn niet vastgesteld. Gebruik ze niet voor een echte aanvraag."
    ),
    KaderStatus.CONCEPT: "Dit is een concept. De cijfers kunnen nog veranderen.",
    KaderStatus.VASTGESTELD: "Dit normenkader is vastgesteld.",
    KaderStatus.VERVALLEN: "Dit normenkader is vervallen. Het geldt niet meer voor een nieuwe aanvraag.",
}
ZONDER_CIJFERS = "In deze uitleg staan geen cijfers. Die worden niet gedeeld. Waar een cijfer stond, staat …"
MET_CIJFERS = "De cijfers staan erbij. Ze komen uit het normenkader zelf."


@dataclass(frozen=True, slots=True)
class Werkvoorbeeld:
    """Een verzonnen geval van het kader zelf, doorgerekend."""

    titel: str
    zaak: Zaak


@dataclass(frozen=True, slots=True)
class Stof:
    """Alles waar een uitleg uit put.

    Args:
        kader: the normenkader to explain.
        sha256: its fingerprint.
        versie: for the client, or for the aanbieder, who also gets every taak with its anchors.
        met_cijfers: whether figures are shown.
        datum: the day on the paper.
        voorbeeld: a worked example; None where the kader has none.
        bezwaar: what is wrong with the kader beside its status; it becomes a watermark.
    """

    kader: Normenkader
    sha256: str
    versie: Versie
    met_cijfers: bool
    datum: date
    voorbeeld: Werkvoorbeeld | None = None
    bezwaar: str = ""

    @property
    def is_for_client(self) -> bool:
        """Tell whether a client reads it."""
        return self.versie is Versie.CLIENT

    @property
    def schaal(self) -> str:
        """Return what a step of the scale is called, in the middle of a sentence."""
        naam = self.kader.schaal.naam
        return naam[:1].lower() + naam[1:]

    def regel(self, tekst: str) -> str:
        """Return a text of the kader that tells a rule or a step: without any number where needed.

        Other texts lose their amounts all at once, in `document.explain`.
        """
        return tekst if self.met_cijfers else hide_numbers(tekst)

    def name_of_taken(self, taken: tuple[str, ...], most: int = 4) -> str:
        """Return the names of taken in a row; of a long row how many there are."""
        if len(taken) > most:
            return f"een van {len(taken)} taken"
        return in_a_row([self.kader.taak_by_id[taak].naam for taak in taken], "of")


def in_a_row(delen: list[str], woord: str = "en") -> str:
    """Return parts as a person sums them up.

    >>> in_a_row(["a"]), in_a_row(["a", "b", "c"]), in_a_row(["a", "b"], "of")
    ('a', 'a, b en c', 'a of b')
    """
    if len(delen) < 2:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} {woord} {delen[-1]}"


def capital(tekst: str) -> str:
    """Return a text that begins with a capital."""
    return tekst[:1].upper() + tekst[1:]
