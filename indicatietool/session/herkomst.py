"""What an `.indicatie` file says of where its dossier was before, in words of this program only.

Comes in: a Pakket, its fingerprint and what the dossier comes to here. Goes out: a line for the history and
sentences for the user. Nothing in the file is believed: numbers and days are checked, no text is repeated.

Bron: docs/adr/0014-inlezen.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from indicatietool.domain.kluis import Json
from indicatietool.store.overdracht import Pakket

AGAIN = "Hier is het een concept. Controleer het en maak het zelf definitief."
KEEP = "Bewaar het bestand als u die geschiedenis wilt houden: hier begint een nieuwe."


@dataclass(frozen=True, slots=True)
class Herkomst:
    """Waar een ingelezen dossier vandaan komt: voor de geschiedenis, en wat de gebruiker moet weten."""

    regel: str = ""
    zinnen: tuple[str, ...] = ()


def origin_of(pakket: Pakket, sha256: str, minuten_per_maand: int) -> Herkomst:
    """Return where a dossier comes from.

    Args:
        pakket: what was in the file.
        sha256: of the file.
        minuten_per_maand: what the dossier comes to here.
    """
    stappen, bewijs = len(pakket.geschiedenis), _proof(pakket.verantwoording)
    regel = [f"Uit een bestand met vingerafdruk {sha256}."]
    zinnen = []
    if bewijs is not None:
        was, dag = bewijs
        wat = f"Bij de afzender was het definitief op {dag:%d-%m-%Y}, met {was} minuten per maand."
        regel.append(wat)
        zinnen += [wat, AGAIN]
        if was != minuten_per_maand:
            zinnen.append(f"Let op: hier komt er {minuten_per_maand} uit. Zoek uit waardoor dat komt.")
    if stappen:
        woord = "1 stap" if stappen == 1 else f"{stappen} stappen"
        regel.append(f"De geschiedenis van de afzender staat daarin: {woord}.")
        zinnen.append(f"In het bestand staat ook de geschiedenis van de afzender ({woord}). {KEEP}")
    return Herkomst(" ".join(regel), tuple(zinnen))


def _proof(verantwoording: Mapping[str, Json] | None) -> tuple[int, date] | None:
    """Return the minutes per month and the day under a seal; None without one that says both."""
    if verantwoording is None:
        return None
    minuten, dag = verantwoording.get("minuten_per_maand"), verantwoording.get("datum")
    if not isinstance(minuten, int) or isinstance(minuten, bool) or not isinstance(dag, str):
        return None
    try:
        return minuten, date.fromisoformat(dag)
    except ValueError:
        return None
