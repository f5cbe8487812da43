"""Texts of the user's own to use again, kept with the kluis and so encrypted. Not for data of a client.

Comes in: the Bewaring of an open dossier. Goes out: named texts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indicatietool.domain.base import MAX_TEKST
from indicatietool.domain.bsn import passes_elfproef
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.kluis import Json
from indicatietool.errors import InvoerError
from indicatietool.session.bewaring import Bewaring
from indicatietool.store.kluis.wie import require_text

SETTING = "tekstblokken"
MOST = 100
"""How many there can be."""
LONGEST_NAME = 80

_NINE_DIGITS = re.compile(r"(?<![0-9])[0-9]{9}(?![0-9])")


@dataclass(frozen=True, slots=True)
class Tekstblok:
    """Een eigen tekst van de consulent om vaker te gebruiken."""

    naam: str
    tekst: str


def blocks_of(bewaring: Bewaring) -> tuple[Tekstblok, ...]:
    """Return the texts by name; a setting that is damaged has none."""
    return tuple(sorted(_read(bewaring.setting(SETTING)), key=lambda blok: blok.naam.casefold()))


def keep_block(bewaring: Bewaring, dossier: Dossier, naam: str, tekst: str) -> None:
    """Keep a text under a name; one with the same name is replaced.

    Args:
        bewaring: where it is kept.
        dossier: the dossier it was written in; what names its client is refused.
        naam: at most 80 characters.
        tekst: at most 20,000 characters.

    Raises:
        InvoerError: no name or text, too many, data of the client in it, or no kluis.
    """
    naam, tekst = " ".join(naam.split()), tekst.strip()
    if not naam or not tekst:
        raise InvoerError("Geef het tekstblok een naam en een tekst.")
    require_text(naam, "De naam van het tekstblok", LONGEST_NAME)
    require_text(tekst, "Het tekstblok", MAX_TEKST)
    if _names_client(dossier, f"{naam} {tekst}"):
        raise InvoerError(
            "In dit tekstblok staan gegevens van de cliënt. Haal die eruit: een tekstblok blijft bewaard als "
            "het dossier weg is."
        )
    over = [blok for blok in blocks_of(bewaring) if blok.naam.casefold() != naam.casefold()]
    if len(over) >= MOST:
        raise InvoerError(f"Er zijn al {MOST} tekstblokken. Haal er eerst één weg.")
    _write(bewaring, [*over, Tekstblok(naam, tekst)])


def drop_block(bewaring: Bewaring, naam: str) -> None:
    """Remove a text; one that is not there stays gone."""
    blokken = blocks_of(bewaring)
    over = [blok for blok in blokken if blok.naam != naam]
    if len(over) != len(blokken):
        _write(bewaring, over)


def _names_client(dossier: Dossier, tekst: str) -> bool:
    melding = dossier.melding
    klein = tekst.casefold()
    namen = [deel for deel in re.split(r"[\s,.]+", melding.client.casefold()) if len(deel) > 3]
    if any(re.search(rf"(?<!\w){re.escape(naam)}(?!\w)", klein) for naam in namen if not _is_ordinary(naam)):
        return True
    zaaknummer = melding.zaaknummer.strip().casefold()
    if len(zaaknummer) > 3 and zaaknummer in klein:
        return True
    return any(passes_elfproef(getal) for getal in _NINE_DIGITS.findall(tekst))


def _is_ordinary(woord: str) -> bool:
    """Tell whether a word stands for any client, as in the name of a practice case."""
    return woord in {"cliënt", "client", "oefencliënt", "mevrouw", "meneer"}


def _read(waarde: Json) -> Iterator[Tekstblok]:
    for rij in waarde if isinstance(waarde, list) else []:
        if isinstance(rij, dict) and isinstance(rij.get("naam"), str) and isinstance(rij.get("tekst"), str):
            yield Tekstblok(str(rij["naam"]), str(rij["tekst"]))


def _write(bewaring: Bewaring, blokken: list[Tekstblok]) -> None:
    bewaring.set_setting(SETTING, [{"naam": blok.naam, "tekst": blok.tekst} for blok in blokken])
