"""What a program asked of the system, by strace: which files it made and wrote, and which sockets it opened.

Comes in: a command. Goes out: Sporen. Linux only.
"""

import codecs
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

STRACE = shutil.which("strace")
MISSING = "STRACE ONTBREEKT: wat het programma op schijf en net doet is NIET getest (apt-get install strace)"

_FILES = (
    "open,openat,creat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,mknod,mknodat,memfd_create"
)
_NET = "socket,connect,bind,sendto,sendmsg,sendmmsg"
_WRITES = "write,pwrite64,writev,pwritev,pwritev2"
_CALL = re.compile(
    r"^(?P<naam>\w+)\((?P<rest>.*)\)\s+= (?P<uit>-?\d+|0x[0-9a-f]+|\?)(?P<pad><.*>)?", re.DOTALL
)
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')
_TO = re.compile(r"^\d+<(/[^>]*)>")
_OTHER = re.compile(r"\bAF_(?!UNIX\b)\w+")
_NO_FILE = ("/dev/", "/proc/", "/sys/")


@dataclass(frozen=True)
class Sporen:
    """Wat er is gemaakt, geschreven en gevraagd.

    `geschreven` holds what went to each file, also to one that is gone afterwards. `gemaakt` are all paths
    that were made or renamed to. `aanroepen` are the calls that can reach another computer, as strace tells
    them.
    """

    gemaakt: frozenset[Path]
    geschreven: Mapping[Path, bytes]
    aanroepen: tuple[str, ...]

    @property
    def buiten_unix(self) -> tuple[str, ...]:
        """Return every call with a socket that is not between programs on this computer."""
        return tuple(
            aanroep
            for aanroep in self.aanroepen
            if _OTHER.search(aanroep) or (aanroep.startswith("socket(") and "(AF_UNIX," not in aanroep)
        )


def strace(folder: Path) -> list[str]:
    """Return the words that go before a command; what it did comes in a folder."""
    folder.mkdir(exist_ok=True)
    assert STRACE is not None
    wat = f"trace={_FILES},{_NET},{_WRITES}"
    opties = ["-ff", "-qqq", "-y", "--seccomp-bpf", "-s", "50000000", "-e", wat, "-e", "signal=none"]
    return [STRACE, *opties, "-o", str(folder / "spoor")]


def read_sporen(folder: Path) -> Sporen:
    """Return what a command did that was run with `strace`."""
    gemaakt: set[Path] = set()
    geschreven: dict[Path, bytearray] = {}
    aanroepen: list[str] = []
    for pad in sorted(folder.glob("spoor.*")):
        for regel in pad.read_text("latin-1").split("\n"):
            gevonden = _CALL.match(regel)
            if gevonden is None:
                continue
            naam, rest, uit = gevonden["naam"], gevonden["rest"], gevonden["uit"]
            if naam in _NET.split(","):
                aanroepen.append(regel)
            elif uit.startswith("-"):
                continue
            elif naam in _WRITES.split(","):
                doel = _TO.match(rest)
                if doel and not doel[1].startswith(_NO_FILE):
                    deel = b"".join(map(_bytes, _TEXT.findall(rest)))
                    geschreven.setdefault(_path(doel[1]), bytearray()).extend(deel)
            elif naam in ("open", "openat", "creat"):
                if re.search(r"O_CREAT|O_TMPFILE|O_WRONLY|O_RDWR", rest) or naam == "creat":
                    gemaakt.add(_path((gevonden["pad"] or "<>")[1:-1]))
            else:
                gemaakt |= {_path(tekst) for tekst in _TEXT.findall(rest)}
    bestanden = frozenset(pad for pad in gemaakt if not str(pad).startswith(_NO_FILE))
    return Sporen(bestanden, {pad: bytes(inhoud) for pad, inhoud in geschreven.items()}, tuple(aanroepen))


def _path(tekst: str) -> Path:
    return Path(_bytes(tekst).decode("utf-8", "surrogateescape").removesuffix(" (deleted)"))


def _bytes(tekst: str) -> bytes:
    """Return what strace wrote between quotes."""
    inhoud: bytes = codecs.escape_decode(tekst.encode("latin-1"))[0]
    return inhoud


def run_traced(
    folder: Path, command: Sequence[str | Path], **opties: object
) -> "subprocess.CompletedProcess[str]":
    """Run a command to its end under strace."""
    return subprocess.run([*strace(folder), *map(str, command)], capture_output=True, text=True, **opties)  # type: ignore[call-overload]
