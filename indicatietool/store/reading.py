"""Bytes from disk to plain data, with limits: size, line length, depth, doubled keys and odd numbers.

Comes in: a path. Goes out: dicts and lists, or a BestandError that names the place. Knows no domain.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from indicatietool.errors import BestandError, OpslagError, Probleem
from indicatietool.store.oorzaak import in_dutch

MAX_BYTES = 4_000_000
MAX_LINE = 30_000
MAX_DEPTH = 24

_DOTTED_KEY = re.compile(r"""[\w\s.'"-]*=""")

Data = dict[str, object]


def read_bytes(pad: Path, fout: type[BestandError], most: int = MAX_BYTES) -> bytes:
    """Return the bytes of a file that is not too large.

    Args:
        pad: the file.
        fout: what to raise.
        most: largest size in bytes.

    Raises:
        BestandError: the file is missing, a folder, unreadable, empty or too large.
    """
    try:
        if pad.is_dir():
            refuse(fout, pad, "bestand", "dit is een map.", "Wijs een bestand aan.")
        if pad.exists() and not pad.is_file():
            refuse(fout, pad, "bestand", "dit is geen gewoon bestand.", "Wijs een bestand aan.")
        if pad.stat().st_size > most:
            grens = f"{most // 1_000_000} MB" if most >= 1_000_000 else f"{most // 1_000} kB"
            wat = f"het is groter dan {grens}."
            refuse(fout, pad, "bestand", wat, "Controleer of dit het goede bestand is.")
        inhoud = pad.read_bytes()
    except FileNotFoundError:
        refuse(fout, pad, "bestand", "het is er niet.", "Controleer de naam en de map.")
    except OSError as error:
        raise OpslagError(
            f"{pad.name}: het is niet te lezen ({in_dutch(error)}). Controleer de rechten en de schijf."
        ) from error
    if not inhoud.strip():
        refuse(fout, pad, "bestand", "het is leeg.", "Zet een kopie terug.")
    return inhoud


def parse_toml(inhoud: bytes, pad: Path, fout: type[BestandError]) -> Data:
    """Return the tables of a TOML file.

    Raises:
        BestandError: no UTF-8, no TOML, or over a limit; with the line where it went wrong.
    """
    tekst = _decode(inhoud, pad, fout)
    _check_shape(tekst, pad, fout)
    try:
        data = tomllib.loads(tekst)
    except tomllib.TOMLDecodeError as error:
        plaats = re.search(r"at line (\d+), column (\d+)", str(error))
        waar = f"regel {plaats[1]}, teken {plaats[2]}" if plaats else "einde van het bestand"
        refuse(fout, pad, waar, _toml_mistake(str(error)), "Verbeter die regel; normen/LEESMIJ.md toont hoe.")
    except (RecursionError, ValueError):
        refuse(fout, pad, "bestand", "het is te diep genest of bevat een onmogelijk getal.", "Verbeter dat.")
    _check_depth(data, pad, fout)
    return data


def parse_json(inhoud: bytes, pad: Path, fout: type[BestandError]) -> Data:
    """Return the object of a JSON file; a doubled key, NaN or Infinity is refused.

    Raises:
        BestandError: no UTF-8, no JSON, or over a limit; with the line where it went wrong.
    """
    tekst = _decode(inhoud, pad, fout)

    def once(paren: list[tuple[str, object]]) -> Data:
        data = dict(paren)
        if len(data) != len(paren):
            namen = [naam for naam, _ in paren]
            dubbel = next(naam for naam in namen if namen.count(naam) > 1)
            refuse(fout, pad, f"“{dubbel[:60]}”", "staat er twee keer.", "Haal er één weg.")
        return data

    def no_number(naam: str) -> NoReturn:
        refuse(fout, pad, "bestand", f"{naam} is geen getal.", "Vul een geheel getal in.")

    try:
        data = json.loads(tekst, object_pairs_hook=once, parse_constant=no_number)
    except json.JSONDecodeError as error:
        waar = f"regel {error.lineno}, teken {error.colno}"
        refuse(fout, pad, waar, "hier klopt de JSON niet.", "Zet een kopie terug of verbeter die regel.")
    except (RecursionError, ValueError):
        refuse(fout, pad, "bestand", "het is te diep genest of bevat een te lang getal.", "Verbeter dat.")
    if not isinstance(data, dict):
        refuse(fout, pad, "bestand", "het is geen JSON-object.", "Het moet beginnen met {.")
    _check_depth(data, pad, fout)
    return data


def refuse(fout: type[BestandError], pad: Path, plaats: str, wat: str, remedie: str) -> NoReturn:
    """Raise one problem of a file."""
    raise fout(pad.name, (Probleem(plaats, wat, remedie),))


def _decode(inhoud: bytes, pad: Path, fout: type[BestandError]) -> str:
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        regel = inhoud[: error.start].count(b"\n") + 1
        refuse(fout, pad, f"regel {regel}", "hier staat geen UTF-8.", "Bewaar het bestand als UTF-8.")


def _check_shape(tekst: str, pad: Path, fout: type[BestandError]) -> None:
    for nummer, regel in enumerate(tekst.splitlines(), start=1):
        if len(regel) > MAX_LINE:
            refuse(fout, pad, f"regel {nummer}", f"is langer dan {MAX_LINE} tekens.", "Kort de regel in.")
        sleutel = _DOTTED_KEY.match(regel)
        diepte = sleutel[0].count(".") if sleutel else 0
        if regel.lstrip().startswith("["):
            diepte = max(regel.count("."), regel.count("["))
        if diepte > MAX_DEPTH or regel.count("[[[") or regel.count("{") > 400:
            refuse(fout, pad, f"regel {nummer}", "is te diep genest.", "Gebruik minder lagen.")


def _check_depth(data: object, pad: Path, fout: type[BestandError]) -> None:
    laag = [data]
    for _ in range(MAX_DEPTH):
        laag = [deel for geheel in laag for deel in _parts(geheel)]
        if not laag:
            return
    refuse(fout, pad, "bestand", "het is te diep genest.", "Gebruik minder lagen.")


def _parts(geheel: object) -> Iterator[object]:
    if isinstance(geheel, dict):
        yield from geheel.values()
    elif isinstance(geheel, list):
        yield from geheel


def _toml_mistake(english: str) -> str:
    for woorden, dutch in (
        ("Cannot overwrite", "deze naam staat er al; elke naam mag één keer."),
        ("Cannot declare", "deze tabel staat er al; elke tabel mag één keer."),
        ("Cannot mutate", "deze tabel is al afgesloten."),
        ("Cannot redefine", "deze tabel staat er al; elke tabel mag één keer."),
        ("Duplicate inline table key", "deze naam staat er al; elke naam mag één keer."),
        ("Unclosed array", "een lijst is niet afgesloten met ]."),
        ("Unclosed inline table", "een tabel is niet afgesloten met }."),
        ("Expected ']]'", "een kop van twee haken is niet afgesloten met ]]."),
        ("Expected ']'", "een kop is niet afgesloten met ]."),
        ("Unescaped", "een \\ in een tekst moet dubbel: \\\\."),
        ("Invalid initial character", "hier hoort een naam te staan."),
        ("Invalid statement", "hier hoort een naam, een kop of een opmerking te staan."),
        ("Invalid value", "deze waarde klopt niet; zet tekst tussen aanhalingstekens."),
        ("Unterminated string", "een tekst is niet afgesloten met een aanhalingsteken."),
        ("Illegal character", "hier staat een teken dat niet mag; sluit teksten af met een aanhalingsteken."),
        ("Invalid date", "deze datum bestaat niet."),
        ("Expected '='", "hier ontbreekt een =."),
        ("Expected newline", "hier staat iets te veel; elk gegeven hoort op een eigen regel."),
    ):
        if woorden in english:
            return dutch
    return "hier klopt de TOML niet."
