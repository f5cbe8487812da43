"""Gathering uitslagen: which count, and why the others don't.

Comes in: files or folders and the case that was handed out. Goes out: the uitslagen that count and, by name,
the reason for each that does not. In whatever order they come, the same ones count.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from indicatietool.domain.uitslag import Uitslag, UitslagKader
from indicatietool.engine.fit import unknown_to_kader
from indicatietool.engine.uitslag import dossier_of, first_that_does_not_follow
from indicatietool.errors import BestandError, IndicatietoolError, InvoerError, OpslagError
from indicatietool.session.kalibratie.casus import Kalibratiecasus
from indicatietool.session.kalibratie.inleveren import fingerprint_of
from indicatietool.store.oorzaak import in_dutch
from indicatietool.store.uitslagen import SUFFIX, read_uitslag, uitslag_to_json

MAX_FILES = 500
"""Most files that are gathered at once."""

OTHER_CASE = "hoort bij een andere casus: “{titel}”. Laat deze deelnemer “{deze}” scoren."
OTHER_STORY = (
    "hoort bij een ander verhaal onder dezelfde naam. De casus is daarna veranderd. Deel hem opnieuw uit."
)
OTHER_KADER = "is gescoord met normenkader {ander}. Deze casus hoort bij {dit}."
CHANGED_KADER = "is gescoord met een ander bestand van {dit}. Zet op alle laptops hetzelfde normenkader."
UNKNOWN = "noemt iets dat dit normenkader niet kent ({plaats}). Laat de uitslag opnieuw bewaren."
WRONG_MINUTES = (
    "de minuten volgen niet uit de antwoorden ({waar}). Is het bestand veranderd, of de gemeente? "
    "Laat de casus opnieuw scoren zoals hij is uitgedeeld."
)
SAME = "is een kopie van {eerder}. Die telt al mee."
SAME_PERSON = (
    "is van dezelfde deelnemer als {eerder}, met andere antwoorden. Alleen {eerder} telt mee. Scoorden twee "
    "mensen op één laptop? Laat de tweede bij het bewaren “andere deelnemer” kiezen."
)


@dataclass(frozen=True, slots=True)
class Ingeleverd:
    """Een uitslag die meetelt, met de naam van het bestand."""

    bestand: str
    uitslag: Uitslag


@dataclass(frozen=True, slots=True)
class Geweigerd:
    """Een bestand dat niet meetelt, met de reden, die begint met de naam van het bestand."""

    bestand: str
    reden: str


@dataclass(frozen=True, slots=True)
class Verzameling:
    """Wat er van een groep is ingeleverd op één casus."""

    casus: Kalibratiecasus
    ingeleverd: tuple[Ingeleverd, ...]
    geweigerd: tuple[Geweigerd, ...]

    @property
    def uitslagen(self) -> tuple[Uitslag, ...]:
        """Return what counts."""
        return tuple(deel.uitslag for deel in self.ingeleverd)


def files_in(bronnen: Iterable[Path]) -> tuple[Path, ...]:
    """Return the uitslagen that are meant: files as they are, and of a folder every file `.uitslag` in it.

    Raises:
        InvoerError: there are none, or too many.
        OpslagError: a folder can't be read.
    """
    gevonden: set[Path] = set()
    for bron in map(Path.absolute, bronnen):
        try:
            is_folder = bron.is_dir()
            gevonden |= {p for p in bron.iterdir() if p.suffix.lower() == SUFFIX} if is_folder else {bron}
        except OSError as error:
            raise OpslagError(
                f"De map {bron.name} is niet te lezen ({in_dutch(error)}). Controleer de rechten."
            ) from error
    if not gevonden:
        raise InvoerError(f"Er staat geen bestand {SUFFIX} in deze map. Kies de map met de uitslagen.")
    if len(gevonden) > MAX_FILES:
        raise InvoerError(f"Dit zijn er te veel: hoogstens {MAX_FILES} uitslagen tegelijk.")
    return tuple(sorted(gevonden, key=lambda pad: (pad.name, str(pad))))


def gather(bronnen: Iterable[Path], casus: Kalibratiecasus) -> Verzameling:
    """Return which of these files count for a case.

    Of two files of one participant, the first by name counts.

    Raises:
        InvoerError, OpslagError: as `files_in` says; a file that can't be used is refused, not raised.
    """
    goed: list[tuple[str, Uitslag, bytes]] = []
    geweigerd: list[Geweigerd] = []
    for pad in files_in(bronnen):
        naam = _shown(pad.name)
        try:
            uitslag = read_uitslag(pad)
            _require_fit(uitslag, casus)
        except BestandError as error:
            geweigerd.append(Geweigerd(naam, _shown(str(error))))
        except IndicatietoolError as error:
            geweigerd.append(Geweigerd(naam, _shown(f"{pad.name}: {error}")))
        else:
            goed.append((naam, uitslag, hashlib.sha256(uitslag_to_json(uitslag)).digest()))
    ingeleverd, dubbel = _one_each(sorted(goed, key=lambda deel: (deel[0], deel[2])))
    return Verzameling(
        casus, ingeleverd, tuple(sorted((*geweigerd, *dubbel), key=lambda deel: (deel.bestand, deel.reden)))
    )


def _shown(tekst: str) -> str:
    """Return a text that can be shown, also where the name of a file holds bytes that are no text."""
    return tekst.encode("utf-8", "replace").decode()


def _one_each(
    delen: Sequence[tuple[str, Uitslag, bytes]],
) -> tuple[tuple[Ingeleverd, ...], tuple[Geweigerd, ...]]:
    eerste: dict[str, tuple[str, bytes]] = {}
    ingeleverd, geweigerd = [], []
    for naam, uitslag, hash_ in delen:
        if uitslag.deelnemer not in eerste:
            eerste[uitslag.deelnemer] = naam, hash_
            ingeleverd.append(Ingeleverd(naam, uitslag))
            continue
        eerder, van_eerder = eerste[uitslag.deelnemer]
        reden = SAME if hash_ == van_eerder else SAME_PERSON
        geweigerd.append(Geweigerd(naam, f"{naam}: {reden.format(eerder=eerder)}"))
    return tuple(ingeleverd), tuple(geweigerd)


def _require_fit(uitslag: Uitslag, casus: Kalibratiecasus) -> None:
    verhaal, kader = casus.oefencasus, casus.geladen.kader
    gemeend = uitslag.casus
    if gemeend.kenmerk != verhaal.kenmerk or (gemeend.id, gemeend.titel) != (verhaal.id, verhaal.titel):
        is_zelfde = (gemeend.id, gemeend.titel) == (verhaal.id, verhaal.titel)
        raise InvoerError(
            OTHER_STORY if is_zelfde else OTHER_CASE.format(titel=gemeend.titel, deze=verhaal.titel)
        )
    _require_kader(uitslag.kader, fingerprint_of(casus.geladen))
    try:
        dossier = dossier_of(uitslag, kader, casus.gemeente)
    except (ValidationError, ValueError):
        raise InvoerError(WRONG_MINUTES.format(waar="een besluit")) from None
    onbekend = unknown_to_kader(kader, dossier)
    if onbekend:
        raise InvoerError(UNKNOWN.format(plaats=onbekend[0].plaats))
    anders = first_that_does_not_follow(uitslag, kader, dossier)
    if anders is not None:
        raise InvoerError(WRONG_MINUTES.format(waar=anders))


def _require_kader(gescoord: UitslagKader, eigen: UitslagKader) -> None:
    dit, ander = (f"{kader.id} {kader.versie}" for kader in (eigen, gescoord))
    if dit != ander:
        raise InvoerError(OTHER_KADER.format(ander=ander, dit=dit))
    if gescoord.sha256 != eigen.sha256:
        raise InvoerError(CHANGED_KADER.format(dit=dit))
