"""A power cut, replayed: what a run wrote and what it had synced, from its system calls.

Comes in: the trace that strace made of the work. Goes out: the folder as a disk may hold it when the power
fails after any of the calls: what was synced is there; of the rest each write may be lost, be there in any
order, or be torn at a sector.

Names in a folder are durable once the folder is synced, bytes once the file is. That is less than most
file systems give, so what survives here survives there.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from random import Random

SECTOR = 512
_COPIES = ("copy_file_range", "pwritev", "pwritev2", "sendfile", "writev")
_CALLS = ",".join(
    (
        *("close", "fdatasync", "fsync", "ftruncate", "lseek", "mkdir", "openat", "pwrite64", "rename"),
        *("renameat", "renameat2", "rmdir", "unlink", "unlinkat", "write", *_COPIES),
    )
)
_LINE = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


class Uitval(StrEnum):
    """Wat de schijf deed met wat nog niet vaststond."""

    VERLOREN = "alles kwijt"
    HUSSELEN = "een deel, in een andere volgorde"
    GESCHEURD = "een deel, het laatste half"


@dataclass(frozen=True)
class Schrijf:
    """Bytes op een plaats in een bestand; `bytes_` is None for a change of length."""

    plaats: int
    bytes_: bytes | None


@dataclass
class Bestand:
    """Een bestand: wat vaststaat en wat nog onderweg is."""

    vast: bytearray = field(default_factory=bytearray)
    onderweg: list[Schrijf] = field(default_factory=list)

    def settle(self) -> None:
        """Put everything on its way on disk."""
        for schrijf in self.onderweg:
            apply_write(self.vast, schrijf)
        self.onderweg.clear()


@dataclass
class Map:
    """Een map: de namen zoals het programma ze ziet, en die op de schijf vaststaan."""

    namen: dict[str, "Bestand | Map"] = field(default_factory=dict)
    vast: dict[str, "Bestand | Map"] = field(default_factory=dict)

    def settle(self) -> None:
        """Put the names on disk."""
        self.vast = dict(self.namen)


def apply_write(inhoud: bytearray, schrijf: Schrijf) -> None:
    """Do one write."""
    if schrijf.bytes_ is None:
        inhoud[schrijf.plaats :] = b""
        inhoud.extend(bytes(schrijf.plaats - len(inhoud)))
        return
    inhoud.extend(bytes(max(0, schrijf.plaats - len(inhoud))))
    inhoud[schrijf.plaats : schrijf.plaats + len(schrijf.bytes_)] = schrijf.bytes_


@dataclass(frozen=True)
class Aanroep:
    """Eén systeemaanroep."""

    naam: str
    paden: tuple[str, ...]
    tekst: str
    uitkomst: int


def record(actie: str, folder: Path, keren: int, trace: Path) -> tuple[Aanroep, ...]:
    """Let the work be done so many times and return its system calls that touch files, in order."""
    return trace_of(["-m", "tests.faults.werk", actie, str(folder), str(keren)], trace)


def trace_of(arguments: list[str], trace: Path) -> tuple[Aanroep, ...]:
    """Run Python with these arguments under strace and return its system calls that touch files."""
    strace = ["strace", "-f", "-qq", "-xx", "-s", "10000000", "-e", f"trace={_CALLS}", "-o", str(trace)]
    subprocess.run(
        [*strace, sys.executable, *arguments],
        cwd=Path(__file__).parents[2],
        check=True,
        stdout=subprocess.DEVNULL,
        timeout=300,
    )
    return tuple(_calls(trace))


def _calls(trace: Path) -> Iterator[Aanroep]:
    onaf: dict[str, str] = {}
    for regel in trace.read_text("latin-1").splitlines():
        wie = regel.split(" ", 1)[0]
        if regel.endswith("<unfinished ...>"):
            onaf[wie] = regel.removesuffix("<unfinished ...>").rstrip()
            continue
        if (verder := re.match(r"^\d+ +<\.\.\. \w+ resumed>(.*)$", regel)) is not None:
            regel = onaf.pop(wie) + verder.group(1)
        gevonden = _LINE.match(regel)
        if gevonden is None or int(gevonden.group(3)) < 0:
            continue
        naam, tekst, uitkomst = gevonden.groups()
        paden = tuple(_decode(deel).decode("utf-8", "replace") for deel in _TEXT.findall(tekst))
        assert naam not in _COPIES, f"{naam}: deze aanroep kent de nagebootste schijf niet"
        yield Aanroep(naam, paden, tekst, int(uitkomst))


def _decode(deel: str) -> bytes:
    return bytes.fromhex(deel.replace("\\x", ""))


class Schijf:
    """Een map op een schijf die kan uitvallen."""

    def __init__(self, folder: Path) -> None:
        """Begin with the folder as it is: all of it durable."""
        self.folder = folder
        self.map = _as_it_is(folder)
        self._open: dict[int, tuple[str, Bestand | Map]] = {}
        self._plaats: dict[int, int] = {}
        self.bevestigd = 0

    def run(self, aanroep: Aanroep) -> None:
        """Do what one call did."""
        nummer = _first_number(aanroep)
        match aanroep.naam:
            case "openat":
                self._open_file(aanroep)
            case "close":
                self._open.pop(nummer, None)
            case "lseek":
                self._plaats[nummer] = aanroep.uitkomst
            case "write":
                self._write(aanroep, nummer)
            case "pwrite64":
                self._put(nummer, Schrijf(_last_number(aanroep), _bytes_of(aanroep)))
            case "ftruncate":
                self._put(nummer, Schrijf(_last_number(aanroep), None))
            case "fsync" | "fdatasync" if nummer in self._open:
                self._open[nummer][1].settle()
            case "rename" | "renameat" | "renameat2" if self._is_ours(aanroep.paden[0]):
                wat = self._parent(aanroep.paden[0]).namen.pop(Path(aanroep.paden[0]).name)
                self._parent(aanroep.paden[1]).namen[Path(aanroep.paden[1]).name] = wat
            case "unlink" | "unlinkat" | "rmdir" if self._is_ours(pad := self._full_path(aanroep)):
                self._parent(pad).namen.pop(Path(pad).name)
            case "mkdir" if self._is_ours(aanroep.paden[0]):
                self._parent(aanroep.paden[0]).namen[Path(aanroep.paden[0]).name] = Map()

    def fail(self, uitval: Uitval, toeval: Random) -> dict[str, bytes | None]:
        """Return what is on disk after the power failed: path → content, None for a folder."""
        return {str(self.folder): None, **dict(_left_in(self.map, self.folder, uitval, toeval))}

    def file(self, naam: str) -> Bestand:
        """Return a file by its name in the folder, as the program sees it."""
        bestand = self.map.namen[naam]
        assert isinstance(bestand, Bestand)
        return bestand

    def _is_ours(self, pad: str) -> bool:
        return self.folder in Path(pad).parents

    def _parent(self, pad: str) -> Map:
        map_ = self.map
        for deel in Path(pad).relative_to(self.folder).parts[:-1]:
            onder = map_.namen[deel]
            assert isinstance(onder, Map)
            map_ = onder
        return map_

    def _full_path(self, aanroep: Aanroep) -> str:
        """Return the path; one that is relative to an open folder is completed."""
        pad, nummer = aanroep.paden[0], _first_number(aanroep)
        return pad if pad.startswith("/") or nummer not in self._open else f"{self._open[nummer][0]}/{pad}"

    def _open_file(self, aanroep: Aanroep) -> None:
        pad = self._full_path(aanroep)
        if Path(pad) == self.folder:
            self._open[aanroep.uitkomst] = (pad, self.map)
        elif self._is_ours(pad):
            wat = self._parent(pad).namen.setdefault(Path(pad).name, Bestand())
            if "O_TRUNC" in aanroep.tekst and isinstance(wat, Bestand):
                wat.onderweg.append(Schrijf(0, None))
            self._open[aanroep.uitkomst] = (pad, wat)
            self._plaats[aanroep.uitkomst] = 0

    def _write(self, aanroep: Aanroep, nummer: int) -> None:
        inhoud = _bytes_of(aanroep)
        if nummer == 1 and inhoud.strip().isdigit():
            self.bevestigd = int(inhoud)
        elif nummer in self._open:
            self._put(nummer, Schrijf(self._plaats[nummer], inhoud))
            self._plaats[nummer] += len(inhoud)

    def _put(self, nummer: int, schrijf: Schrijf) -> None:
        bestand = self._open[nummer][1] if nummer in self._open else None
        if isinstance(bestand, Bestand):
            bestand.onderweg.append(schrijf)


def _as_it_is(folder: Path) -> Map:
    map_ = Map()
    for pad in folder.iterdir():
        map_.namen[pad.name] = _as_it_is(pad) if pad.is_dir() else Bestand(bytearray(pad.read_bytes()))
    map_.settle()
    return map_


def _left_in(map_: Map, pad: Path, uitval: Uitval, toeval: Random) -> Iterator[tuple[str, bytes | None]]:
    """Yield what is left in a folder: each name that was not synced may or may not have changed."""
    for naam in sorted({*map_.namen, *map_.vast}):
        kwijt = uitval is Uitval.VERLOREN or toeval.random() < 0.5
        wat = (map_.vast if kwijt else map_.namen).get(naam)
        if isinstance(wat, Map):
            yield str(pad / naam), None
            yield from _left_in(wat, pad / naam, uitval, toeval)
        elif wat is not None:
            yield str(pad / naam), _content_after(wat, uitval, toeval)


def _content_after(bestand: Bestand, uitval: Uitval, toeval: Random) -> bytes:
    inhoud = bytearray(bestand.vast)
    if uitval is Uitval.VERLOREN:
        return bytes(inhoud)
    gelukt = [schrijf for schrijf in bestand.onderweg if toeval.random() < 0.5]
    if uitval is Uitval.HUSSELEN:
        toeval.shuffle(gelukt)
    for nummer, schrijf in enumerate(gelukt):
        scheurt = uitval is Uitval.GESCHEURD and nummer == len(gelukt) - 1 and schrijf.bytes_
        apply_write(inhoud, _torn(schrijf, toeval) if scheurt else schrijf)
    return bytes(inhoud)


def _torn(schrijf: Schrijf, toeval: Random) -> Schrijf:
    assert schrijf.bytes_ is not None
    sectoren = len(schrijf.bytes_) // SECTOR
    return Schrijf(schrijf.plaats, schrijf.bytes_[: SECTOR * toeval.randint(0, max(0, sectoren))])


def _bytes_of(aanroep: Aanroep) -> bytes:
    return _decode(_TEXT.findall(aanroep.tekst)[0])[: aanroep.uitkomst]


def _last_number(aanroep: Aanroep) -> int:
    return int(aanroep.tekst.rsplit(",", 1)[1])


def _first_number(aanroep: Aanroep) -> int:
    gevonden = re.match(r"\d+", aanroep.tekst)
    return int(gevonden.group()) if gevonden else -1
