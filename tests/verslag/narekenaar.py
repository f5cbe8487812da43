"""A reader without the program: recomputes a printed dossierversie from its text and nothing else.

Imports nothing of the program. What it does not understand or what does not come out, it refuses.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

GETAL = re.compile(r"\d+ \d+/\d+|\d+/\d+|\d+")
TEKEN = re.compile(r"\s*(\d+ \d+/\d+|\d+/\d+|\d+|[+−×:%()]|ten hoogste|ten minste|vervangen door)")
AFGEROND = re.compile(r"(.+) afgerond naar (boven|beneden|het dichtstbijzijnde) op (\d+)")
NORM = re.compile(r"Norm voor “.*?”.*?minu", re.DOTALL)
TELT = re.compile(r"(Besluit van de consulent: [^.]+)\. Telt mee: ([\d /]+?) minuten\s+per\s+week\.")
ONDERGRENS = " (niet minder dan 0)"


class KloptNietError(Exception):
    """A printed sum or a chain of sums does not come out."""


@dataclass(frozen=True)
class Taak:
    """What stands under "Berekening: …": its sums as (begin, outcome), and what counts."""

    naam: str
    sommen: tuple[tuple[Fraction, Fraction], ...]
    besluit: str
    telt_mee: Fraction


@dataclass(frozen=True)
class Nagerekend:
    """What the reader found: per taak, per week and per month."""

    taken: tuple[Taak, ...]
    per_week: Fraction
    per_maand: Fraction
    sommen: int
    over_de_looptijd: Fraction | None


def recompute(tekst: str) -> Nagerekend:
    """Return what the text of a dossierversie comes to.

    Raises:
        KloptNietError: with the line, when a sum or the chain of sums does not come out.
    """
    bijlage = _between(tekst, "14. Bijlage", "Verantwoording\n")
    delen = re.split(r"^\s*(?=Berekening: |Optelling$)", bijlage, flags=re.MULTILINE)
    taken = tuple(_taak(deel) for deel in delen if deel.startswith("Berekening: "))
    (optelling,) = (deel for deel in delen if deel.startswith("Optelling"))
    sommen = _sums(optelling)
    _check_additions(taken, sommen)
    (gedrukt,) = re.findall(r"^\s*Minuten per maand\s+(\d+)\s*$", tekst, re.MULTILINE)
    per_maand = sommen[-1][1]
    _require(per_maand == int(gedrukt), f"maand {per_maand} ≠ {gedrukt}")
    week, weken = _to_month(optelling)
    duur = _check_duration(tekst)
    _check_front(tekst, per_maand, weken)
    return Nagerekend(taken, week, per_maand, len(sommen) + sum(len(taak.sommen) for taak in taken), duur)


def evaluate(som: str) -> Fraction:
    """Return what the left side of a sum comes to.

    >>> evaluate("60 + 10 % × 60"), evaluate("7 1/2 × 6/5"), evaluate("541 2/3 afgerond naar boven op 5")
    (Fraction(66, 1), Fraction(9, 1), Fraction(545, 1))
    """
    if afgerond := AFGEROND.fullmatch(som):
        return _rounded(evaluate(afgerond[1]), afgerond[2], int(afgerond[3]))
    if som.endswith(ONDERGRENS):
        return max(Fraction(0), evaluate(som.removesuffix(ONDERGRENS)))
    tekens = TEKEN.findall(som)
    _require("".join(tekens).replace(" ", "") == som.replace(" ", ""), f"onbekend teken in {som}")
    uitkomst, rest = _sum(tekens)
    _require(not rest, f"{som} is niet af")
    return uitkomst


def _sum(tekens: list[str]) -> tuple[Fraction, list[str]]:
    links, tekens = _product(tekens)
    while tekens and tekens[0] not in (")",):
        teken, rechts_en_rest = tekens[0], tekens[1:]
        rechts, tekens = _product(rechts_en_rest)
        match teken:
            case "+":
                links += rechts
            case "−":
                links -= rechts
            case "ten hoogste":
                links = min(links, rechts)
            case "ten minste":
                links = max(links, rechts)
            case "vervangen door":
                links = rechts
            case _:
                raise KloptNietError(f"onverwacht teken {teken}")
    return links, tekens


def _product(tekens: list[str]) -> tuple[Fraction, list[str]]:
    links, tekens = _number(tekens)
    while tekens and tekens[0] in ("×", ":"):
        teken = tekens[0]
        rechts, tekens = _number(tekens[1:])
        links = links * rechts if teken == "×" else links / rechts
    return links, tekens


def _number(tekens: list[str]) -> tuple[Fraction, list[str]]:
    _require(bool(tekens), "er ontbreekt een getal")
    eerste, *rest = tekens
    if eerste == "(":
        waarde, rest = _sum(rest)
        _require(rest[:1] == [")"], "een haakje sluit niet")
        return waarde, rest[1:]
    waarde = read(eerste)
    if rest[:1] == ["%"]:
        return waarde / 100, rest[1:]
    return waarde, rest


def read(tekst: str) -> Fraction:
    """Return a printed number: whole, with a fraction, or a fraction alone."""
    _require(GETAL.fullmatch(tekst) is not None, f"{tekst} is geen getal")
    return sum((Fraction(deel) for deel in tekst.split()), Fraction(0))


def _rounded(getal: Fraction, kant: str, stap: int) -> Fraction:
    keer = getal / stap
    hele = {"boven": ceil(keer), "beneden": floor(keer), "het dichtstbijzijnde": floor(keer + Fraction(1, 2))}
    return Fraction(hele[kant] * stap)


def _taak(deel: str) -> Taak:
    sommen = _sums(deel)
    for (_, eind), (begin, _) in pairwise(sommen):
        _require(eind == begin, f"de sommen sluiten niet aan: {eind}, dan {begin}")
    telt = TELT.search(deel)
    _require(telt is not None, "er staat niet wat meetelt")
    naam = deel.splitlines()[0].removeprefix("Berekening: ")
    taak = Taak(naam, sommen, telt[1], read(telt[2]))
    if sommen:
        norm = NORM.search(deel)
        getallen = [read(getal) for getal in GETAL.findall(norm[0])] if norm else []
        _require(sommen[0][1] in getallen, f"{naam}: de norm begint niet bij {sommen[0][1]}")
    if "overgenomen" in taak.besluit:
        _require(taak.telt_mee == sommen[-1][1], f"{naam}: overgenomen is iets anders dan het voorstel")
    return taak


def _check_additions(taken: tuple[Taak, ...], sommen: tuple[tuple[Fraction, Fraction], ...]) -> None:
    nu = Fraction(0)
    for taak, (begin, eind) in zip(taken, sommen, strict=False):
        _require(begin == nu, f"{taak.naam}: de optelling begint bij {begin}, niet bij {nu}")
        nu += taak.telt_mee
        _require(eind == nu, f"{taak.naam}: de optelling komt op {eind}, niet op {nu}")
    for (_, eind), (begin, _) in pairwise(sommen):
        _require(eind == begin, f"de optelling sluit niet aan: {eind}, dan {begin}")


def _check_front(tekst: str, per_maand: Fraction, weken: Fraction) -> None:
    """Check the number in the summary, and what it says that is per week."""
    voorkant = _between(tekst, "2. Samenvatting en conclusie", "3. Procedure")
    _require(f"{per_maand} minuten per maand" in voorkant, "de samenvatting noemt een ander getal")
    (gemiddeld,) = re.findall(r"Dat is gemiddeld ([\d,]+) minuten per week", voorkant)
    verschil = abs(per_maand / weken - Fraction(gemiddeld.replace(",", ".")))
    _require(verschil <= Fraction(1, 20), f"gemiddeld {gemiddeld} per week past niet bij {per_maand}")


def _check_duration(tekst: str) -> Fraction | None:
    """Return the minutes over the whole duration, added up again; None when no dates are printed."""
    sommen = _told(_between(tekst, "11. Conclusie", "12. Doelen"))
    if not sommen:
        return None
    *regels, (_, totaal, optelling) = sommen
    delen = optelling.partition(" afgerond")[0].split(" + ")
    _require([read(deel) for deel in delen] == [eind for _, eind, _ in regels], "de looptijd sluit niet aan")
    voorkant = " ".join(_between(tekst, "2. Samenvatting en conclusie", "3. Procedure").split())
    _require(f" {totaal} minuten (" in voorkant, f"de samenvatting noemt {totaal} niet")
    return totaal


def _to_month(optelling: str) -> tuple[Fraction, Fraction]:
    """Return the minutes per week and the weeks in a month: what the one multiplication takes."""
    ((begin, _, som),) = [deel for deel in _told(optelling) if " × " in deel[2]]
    return begin, read(som.partition(" × ")[2])


def _sums(deel: str) -> tuple[tuple[Fraction, Fraction], ...]:
    return tuple((begin, eind) for begin, eind, _ in _told(deel))


def _told(deel: str) -> list[tuple[Fraction, Fraction, str]]:
    """Return each sum with its first number and its outcome, after doing it again."""
    gevonden = []
    for som in _sum_lines(deel):
        links, _, rechts = som.rpartition(" = ")
        eind = read(rechts)
        _require(evaluate(links) == eind, f"{som}: het is {evaluate(links)}")
        begin = GETAL.match(links)
        _require(begin is not None, f"{som} begint niet met een getal")
        gevonden.append((read(begin[0]), eind, links))
    return gevonden


def _sum_lines(deel: str) -> list[str]:
    """Return the lines that begin with "Som: "; one that is cut by the margin goes on in the next line."""
    regels = [regel.strip() for regel in deel.splitlines()]
    sommen = []
    for plek, regel in enumerate(regels):
        if regel.startswith("Som: "):
            heel = regel if " = " in regel else f"{regel} {regels[plek + 1]}"
            sommen.append(heel.removeprefix("Som: "))
    return sommen


def _between(tekst: str, van: str, tot: str) -> str:
    begin = tekst.index(van)
    return tekst[begin : tekst.index(tot, begin)]


def _require(klopt: bool, waarom: str) -> None:
    if not klopt:
        raise KloptNietError(waarom)
