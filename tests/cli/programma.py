"""The program as a script sees it: words and lines go in, a code and answers come out."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from indicatietool.app import main

HUIS = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-m", "indicatietool")
ENGLISH = ("usage:", "error:", "required", "invalid", "expected", "Traceback", "Error(", "None")


@dataclass(frozen=True)
class Antwoord:
    """What came back."""

    code: int
    out: str
    err: str

    @property
    def regels(self) -> list[dict]:
        """The answers, one JSON object on each line."""
        return [json.loads(regel) for regel in self.out.split("\n") if regel]


class Programma:
    """Runs the real main in this process, on one kluis."""

    def __init__(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *opties: str | Path
    ) -> None:
        self._capsys, self._monkeypatch, self._opties = capsys, monkeypatch, opties

    def on(self, *opties: str | Path) -> "Programma":
        """The same program with these options behind every command."""
        return Programma(self._capsys, self._monkeypatch, *opties)

    def __call__(self, *words: str | Path, invoer: bytes = b"") -> Antwoord:
        self._monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(invoer)))
        code = main([str(word) for word in (*words, *self._opties)])
        return Antwoord(code, *self._capsys.readouterr())

    def says(self, *words: str | Path) -> str:
        """The text of a command that goes well."""
        antwoord = self(*words)
        assert (antwoord.code, antwoord.err) == (0, "")
        return antwoord.out

    def json(self, *words: str | Path) -> dict:
        """The JSON of a command that goes well."""
        return json.loads(self.says(*words, "--json"))

    def refuses(self, code: int, *words: str | Path, invoer: bytes = b"") -> str:
        """The sentence of a command that fails, the same on standard error and as JSON on standard output."""
        antwoord = self(*words, "--json", invoer=invoer)
        (fout,) = antwoord.regels
        assert set(fout) == {"fout"}
        assert set(fout["fout"]) == {"code", "bericht"}
        bericht = fout["fout"]["bericht"]
        assert (antwoord.code, fout["fout"]["code"]) == (code, code)
        assert antwoord.err == bericht + "\n"
        assert_is_one_dutch_sentence(bericht)
        return bericht

    def vul(self, nummer: str, regels: Iterable[tuple[str, object] | bytes]) -> Antwoord:
        """The answers to lines for `dossier vul`."""
        return self("dossier", "vul", nummer, invoer=as_lines(regels))


def as_lines(regels: Iterable[tuple[str, object] | bytes]) -> bytes:
    """Lines of JSON; bytes go as they are."""
    return b"".join(
        (
            regel
            if isinstance(regel, bytes)
            else json.dumps({"veld": regel[0], "waarde": regel[1]}, ensure_ascii=False).encode(
                "utf-8", "surrogatepass"
            )
        )
        + b"\n"
        for regel in regels
    )


def assert_is_one_dutch_sentence(bericht: str) -> None:
    """A message as it must be: one line, short, finished, and nothing of the machine in it."""
    assert 0 < len(bericht) <= 200
    assert bericht.isprintable()
    assert bericht.endswith((".", "…", " --help"))
    assert not [word for word in ENGLISH if word in bericht]


def start(*words: str | Path, **env: str) -> "subprocess.Popen[bytes]":
    """The program in a process of its own, without a keyboard."""
    return subprocess.Popen(
        [*PROGRAM, *map(str, words)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(HUIS), **env},
    )
