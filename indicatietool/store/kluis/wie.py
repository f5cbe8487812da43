"""Who does something in the kluis, with what, and when.

Comes in: a name, a program, a clock. Goes out: what a line of the log needs of them.
"""

import platform
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from pydantic import TypeAdapter, ValidationError

from indicatietool import __version__
from indicatietool.domain.base import Tekst
from indicatietool.errors import InvoerError

Clock = Callable[[], datetime]

OORSPRONG = f"indicatietool {__version__} ({platform.system()})"
"""The program and the kind of computer; never the name of the computer, which may be that of a person."""


_TEXT: TypeAdapter[str] = TypeAdapter(Tekst)


def utc_now() -> datetime:
    """Return this moment, with its time zone."""
    return datetime.now(UTC)


def require_text(tekst: str, naam: str, maximaal: int = 1_000) -> str:
    """Return a text that the history or the log can hold.

    Args:
        tekst: what was given.
        naam: how it is called in the message.
        maximaal: longest length in characters.

    Raises:
        InvoerError: too long, or with a character that is no text.
    """
    if len(tekst) > maximaal:
        raise InvoerError(f"{naam} is te lang: hoogstens {maximaal} tekens. Kort de tekst in.")
    try:
        return _TEXT.validate_python(tekst)
    except ValidationError:
        raise InvoerError(f"{naam} bevat een teken dat geen tekst is. Typ de tekst opnieuw.") from None


@dataclass(frozen=True, slots=True)
class Wie:
    """De gebruiker, het programma en de klok waarmee wordt gewerkt."""

    actor: str
    oorsprong: str = OORSPRONG
    clock: Clock = utc_now

    def __post_init__(self) -> None:
        require_text(self.actor, "De naam van de gebruiker", 200)
        require_text(self.oorsprong, "De oorsprong", 200)

    def named(self, naam: str) -> "Wie":
        """Return the same with another name."""
        return replace(self, actor=naam)
