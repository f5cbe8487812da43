"""Normenkaders on disk: read, validated, hashed, and proven on their own examples before use.

Comes in: a folder `<kader>/<versie>/`. Goes out: a GeladenKader, or one NormenkaderError with all problems.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import Field, ValidationError

from indicatietool.domain.base import Feit
from indicatietool.domain.dossier import Dossier, KaderVerwijzing
from indicatietool.domain.indicatie import IndicatieStatus
from indicatietool.domain.normenkader import Normenkader, Voorbeeld
from indicatietool.engine.fit import unknown_to_kader
from indicatietool.engine.total import indicate
from indicatietool.errors import BestandError, DossierError, NormenkaderError, Probleem
from indicatietool.store.dossiers import read_dossier
from indicatietool.store.kader_checks import contradictions
from indicatietool.store.problems import describe
from indicatietool.store.reading import parse_toml, read_bytes
from indicatietool.store.signature import configured_key, is_signed
from indicatietool.store.vastgesteld import check_published

KADER_FILE = "normenkader.toml"
EXAMPLES_FILE = "voorbeelden.toml"
CASES_FOLDER = "casussen"
NIET_ONDERTEKEND = "norm niet ondertekend"

_Model = TypeVar("_Model", bound=Feit)


class Voorbeelden(Feit):
    """De uitgewerkte gevallen naast een normenkader."""

    voorbeelden: tuple[Voorbeeld, ...] = Field(max_length=200)


@dataclass(frozen=True, slots=True)
class GeladenKader:
    """Een normenkader dat klopt, met zijn vingerafdruk en de map waar het vandaan komt."""

    kader: Normenkader
    sha256: str
    folder: Path
    voorbeelden: tuple[Voorbeeld, ...]
    ondertekend: bool | None = None
    """None where no public key is set on this laptop."""
    inhoud: bytes = field(default=b"", repr=False)
    """The bytes of normenkader.toml that `sha256` is the fingerprint of."""

    @property
    def watermerk_reden(self) -> str:
        """Return why its outcomes need a watermark whatever its status; empty when they don't."""
        return NIET_ONDERTEKEND if self.ondertekend is False else ""

    @property
    def name(self) -> str:
        """Return the name by which a person chooses this kader."""
        kop = self.kader.kader
        return f"{kop.naam} {kop.versie} ({kop.status})"

    @property
    def verwijzing(self) -> KaderVerwijzing:
        """Return what a dossier remembers of this kader."""
        return KaderVerwijzing(id=self.kader.kader.id, versie=self.kader.kader.versie, sha256=self.sha256)


def load_normenkader(pad: Path) -> GeladenKader:
    """Return a normenkader that holds together, is as it was published, and passes its own examples.

    Args:
        pad: the folder of one version, or its normenkader.toml.

    Raises:
        NormenkaderError: with every problem found; or its signature is there but wrong.
        OpslagError: the file can't be read.
        InvoerError: the public key in the settings can't be read.
    """
    geladen = read_normenkader(pad)
    prove(geladen)
    return geladen


def prove(geladen: GeladenKader) -> None:
    """Run the examples of a normenkader that was read.

    Raises:
        NormenkaderError: it does not pass them; with every problem found.
    """
    problemen = tuple(_failing_examples(geladen))
    if problemen:
        raise NormenkaderError(f"{geladen.folder.name}/{EXAMPLES_FILE}", problemen)


def read_normenkader(pad: Path) -> GeladenKader:
    """Return a normenkader as `load_normenkader` does, but without running its examples.

    To look at or to compare; never to compute an indicatie with.
    """
    bestand = pad / KADER_FILE if pad.is_dir() else pad
    inhoud = read_bytes(bestand, NormenkaderError)
    check_published(bestand, inhoud)
    ondertekend = is_signed(bestand, inhoud, configured_key())
    kader = kader_from_toml(inhoud, bestand)
    check_published(bestand, inhoud, kader.kader.id, kader.kader.versie)
    voorbeelden = _read_examples(bestand.parent / EXAMPLES_FILE)
    vingerafdruk = hashlib.sha256(inhoud).hexdigest()
    return GeladenKader(kader, vingerafdruk, bestand.parent, voorbeelden, ondertekend, inhoud)


def kader_from_seal(inhoud: bytes) -> GeladenKader:
    """Return the normenkader that was kept with a definitief dossier, for when its folder is gone.

    Raises:
        NormenkaderError: the bytes are no normenkader.
    """
    kader = kader_from_toml(inhoud, Path(KADER_FILE))
    return GeladenKader(kader, hashlib.sha256(inhoud).hexdigest(), Path(), (), None, inhoud)


def kader_from_toml(inhoud: bytes, bestand: Path) -> Normenkader:
    """Return the normenkader in TOML bytes, without running examples.

    Raises:
        NormenkaderError: with every problem found.
    """
    kader = _validated(Normenkader, inhoud, bestand)
    problemen = contradictions(kader)
    if problemen:
        raise NormenkaderError(bestand.name, problemen)
    return kader


def find_normenkaders(folder: Path) -> tuple[Path, ...]:
    """Return the folders of all versions below a folder, in order of name."""
    return tuple(sorted(bestand.parent for bestand in folder.glob(f"*/*/{KADER_FILE}")))


def find_for(dossier: Dossier, folder: Path) -> Path:
    """Return the folder of the normenkader that a dossier was scored with.

    Raises:
        DossierError: that kader or that version is not on this laptop.
    """
    wens = dossier.kader
    for kandidaat in find_normenkaders(folder):
        if (kandidaat.parent.name, kandidaat.name) == (wens.id, wens.versie):
            return kandidaat
    raise DossierError(
        dossier.nummer,
        (
            Probleem(
                "kader",
                f"normenkader {wens.id} versie {wens.versie} staat niet op deze laptop.",
                "Zet de map van dat kader in normen/, of wijs het aan met --kader.",
            ),
        ),
    )


def check_fit(geladen: GeladenKader, dossier: Dossier) -> None:
    """Refuse a dossier that was scored with another kader than this one.

    Raises:
        DossierError: other id, version or bytes, or answers that this kader does not know.
    """
    wens, kader = dossier.kader, geladen.kader.kader
    problemen: tuple[Probleem, ...] = ()
    if (wens.id, wens.versie) != (kader.id, kader.versie):
        problemen = (
            Probleem(
                "kader",
                f"het dossier hoort bij {wens.id} {wens.versie}, niet bij {kader.id} {kader.versie}.",
                "Kies het kader van het dossier.",
            ),
        )
    elif wens.sha256 is not None and wens.sha256 != geladen.sha256:
        problemen = (
            Probleem(
                "kader",
                f"{kader.id} {kader.versie} is veranderd sinds dit dossier ermee werd gescoord.",
                "Zet het oorspronkelijke bestand terug; een nieuwe norm krijgt een nieuwe versie.",
            ),
        )
    problemen = problemen or unknown_to_kader(geladen.kader, dossier)
    if problemen:
        raise DossierError(dossier.nummer, problemen)


def _read_examples(bestand: Path) -> tuple[Voorbeeld, ...]:
    if not bestand.exists():
        return ()
    return _validated(Voorbeelden, read_bytes(bestand, NormenkaderError), bestand).voorbeelden


def _validated(model: type[_Model], inhoud: bytes, bestand: Path) -> _Model:
    data = parse_toml(inhoud, bestand, NormenkaderError)
    try:
        return model.model_validate_json(json.dumps(data, default=str))
    except ValidationError as error:
        raise NormenkaderError(bestand.name, describe(error, data, model)) from None


def _failing_examples(geladen: GeladenKader) -> Iterator[Probleem]:
    for voorbeeld in geladen.voorbeelden:
        plaats = f"{CASES_FOLDER}/{voorbeeld.casus}"
        try:
            dossier = read_dossier(geladen.folder / CASES_FOLDER / voorbeeld.casus)
            check_fit(geladen, dossier)
        except BestandError as error:
            for probleem in error.problemen:
                yield Probleem(f"{plaats} › {probleem.plaats}", probleem.wat, probleem.remedie)
            continue
        yield from _differences(geladen, voorbeeld, dossier)


def _differences(geladen: GeladenKader, voorbeeld: Voorbeeld, dossier: Dossier) -> Iterator[Probleem]:
    plaats = f"{CASES_FOLDER}/{voorbeeld.casus}"
    indicatie = indicate(geladen.kader, dossier)
    minuten = indicatie.minuten_per_maand
    if indicatie.status is not IndicatieStatus.BEPAALD:
        yield Probleem(plaats, "er staan nog vragen of besluiten open.", "Maak de casus af.")
    if minuten != voorbeeld.minuten_per_maand:
        yield Probleem(
            plaats,
            f"de uitkomst is {minuten} minuten per maand, het voorbeeld zegt {voorbeeld.minuten_per_maand}.",
            "Verbeter de norm of het voorbeeld.",
        )
    if not voorbeeld.band_vanaf <= minuten <= voorbeeld.band_tot:
        yield Probleem(
            plaats,
            f"{minuten} minuten per maand ligt buiten {voorbeeld.band_vanaf}–{voorbeeld.band_tot}.",
            "Verbeter de norm of de band.",
        )
    profiel = indicatie.profiel.blok if indicatie.profiel else None
    if profiel != voorbeeld.profiel:
        yield Probleem(
            plaats,
            f"het voorgestelde profiel is {profiel or 'geen'}, "
            f"het voorbeeld zegt {voorbeeld.profiel or 'geen'}.",
            "Verbeter de tabel met profielen of het voorbeeld.",
        )
