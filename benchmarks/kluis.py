"""The kluis: opening it, saving a field beside one bare write to the same disk, listing and searching."""

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from indicatietool.domain.antwoorden import Antwoorden, TaakAntwoord
from indicatietool.domain.dossier import Dossier, KaderVerwijzing, Melding
from indicatietool.store.dossiers import dossier_to_json
from indicatietool.store.kluis import STANDARD_KDF, Kluis
from indicatietool.store.kluis.inlezen import bare_kaart

WACHTWOORD = "molen-fiets-lantaarn-wolk-perzik"
DOSSIERS = 5_000
SAVES = 200
RUNS = 7
NAMEN = ("Jansen", "de Vries", "van den Berg", "Bakker", "Yılmaz", "Łukasz", "El Amrani", "Öztürk")
VOOR = ("Anna", "Bram", "Chaima", "Daan", "Eva", "Fatima", "Gijs", "Hatice", "Ivo", "José")


def measure() -> Iterator[tuple[str, str, str]]:
    """Yield name, time or ratio, and goal."""
    with tempfile.TemporaryDirectory() as naam:
        folder = Path(naam) / "kluis"
        kluis, _ = Kluis.create(folder, WACHTWOORD)
        with kluis:
            _fill(kluis, Path(naam) / "dossiers")
            yield from _save(kluis, folder)
            lijst = _median(kluis.list)
            yield f"lijst van {DOSSIERS:,} dossiers".replace(",", "."), _ms(lijst), "≤ 300 ms"
            for tekst in ("a", "jan", "van den berg", "lukasz 42"):
                zoeken = _median(lambda tekst=tekst: kluis.search(tekst))  # type: ignore[misc]
                yield f"zoeken naar “{tekst}” onder {DOSSIERS:,}".replace(",", "."), _ms(zoeken), "≤ 50 ms"
        yield from _open(folder)


def _dossier(volg: int) -> Dossier:
    client = f"{VOOR[volg % len(VOOR)]} {NAMEN[volg % len(NAMEN)]} {volg}"
    return Dossier(
        nummer=f"2027-{volg:04d}",
        gemaakt=date(2027, 1, 4),
        kader=KaderVerwijzing(id="klein", versie="1"),
        melding=Melding(client=client, zaaknummer=f"Z/2027/{volg:05d}", gemeente="0505"),
    )


def _filled_in(dossier: Dossier) -> Dossier:
    taken = tuple(
        TaakAntwoord(taak=f"taak-{nummer}", blok="O2", observatie="Heeft hierbij elke week hulp nodig. " * 6)
        for nummer in range(20)
    )
    return dossier.with_changes(antwoorden=Antwoorden(taken=taken))


def _fill(kluis: Kluis, losse: Path) -> None:
    losse.mkdir()
    for volg in range(1, DOSSIERS + 1):
        dossier = _dossier(volg)
        (losse / f"{dossier.nummer}.json").write_bytes(dossier_to_json(dossier))
    kluis.import_json(losse)


def _open(folder: Path) -> Iterator[tuple[str, str, str]]:
    kdf = _median(lambda: STANDARD_KDF.derive(WACHTWOORD, bytes(16)))
    totaal = _median(lambda: Kluis.unlock(folder, WACHTWOORD).close())
    yield "kluis openen", _ms(totaal), "≤ 1500 ms"
    yield "  waarvan één poging van het wachtwoord", _ms(kdf), "≥ 300 ms"


def _save(kluis: Kluis, folder: Path) -> Iterator[tuple[str, str, str]]:
    """Save a changed field, and in turn write as many bytes as that puts in the database, bare."""
    dossier = _filled_in(kluis.load("2027-0042"))
    kluis.save(dossier, bare_kaart(dossier))
    saves, writes = [], []
    inhoud = os.urandom(len(dossier_to_json(dossier)))
    handle = os.open(folder / "kaal.bin", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        for keer in range(SAVES):
            melding = dossier.melding.model_copy(update={"consulent": f"consulent {keer}"})
            dossier = dossier.with_changes(melding=melding)
            kaart = bare_kaart(dossier)
            saves.append(_time(lambda d=dossier, k=kaart: kluis.save(d, k)))  # type: ignore[misc]
            writes.append(_time(lambda: _write(handle, inhoud)))
    finally:
        os.close(handle)
        (folder / "kaal.bin").unlink()
    p50, p95 = _percentiles(saves)
    kaal50, kaal95 = _percentiles(writes)
    yield f"veld bewaren, p50 / pwrite+fdatasync van {len(inhoud) // 1024} KiB", f"{p50 / kaal50:.1f}", "≤ 25"
    yield f"veld bewaren, p95 / pwrite+fdatasync van {len(inhoud) // 1024} KiB", f"{p95 / kaal95:.1f}", "≤ 25"
    yield "veld bewaren, p95", _ms(p95), "≤ 50 ms"


def _write(handle: int, inhoud: bytes) -> None:
    os.pwrite(handle, inhoud, 0)
    os.fdatasync(handle)


def _percentiles(times: Sequence[float]) -> tuple[float, float]:
    cuts = quantiles(times, n=20)
    return median(times), cuts[18]


def _median(work: Callable[[], object]) -> float:
    return median(_time(work) for _ in range(RUNS))


def _time(work: Callable[[], object]) -> float:
    begin = perf_counter()
    work()
    return perf_counter() - begin


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"
