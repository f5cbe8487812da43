"""A difference between two kaders in words: where it is, what stood there and what stands there.

Comes in: places and values as the engine compares them. Goes out: text, with figures or without.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from indicatietool.domain.normenkader import Normenkader
from indicatietool.engine.compare import ORDER, Plaats, Verschil, Waarde, Wijze
from indicatietool.verslag.uitleg.cijfers import hide_numbers
from indicatietool.verslag.uitleg.stof import capital

SOORTEN: Mapping[str, tuple[str, str]] = {
    "norm": ("norm", "normen"),
    "marge": ("marge", "marges"),
    "kader": ("gegeven van het kader", "gegevens van het kader"),
    "rekenwijze": ("rekenafspraak", "rekenafspraken"),
    "schaal": ("gegeven van de schaal", "gegevens van de schaal"),
    "bronnen": ("bron", "bronnen"),
    "blokken": ("trede", "treden"),
    "leefgebieden": ("leefgebied", "leefgebieden"),
    "factoren": ("factor", "factoren"),
    "taken": ("taak", "taken"),
    "regels": ("regel", "regels"),
    "samenval": ("samenval", "samenval"),
    "maxima": ("maximum", "maxima"),
    "hoogste": ("hoogste", "hoogste"),
    "teksten": ("tekst", "teksten"),
    "gronden": ("grond", "gronden"),
    "producten": ("product", "producten"),
    "profielen": ("profiel", "profielen"),
}
"""What a kind of difference is called: one, and more than one."""
NIETS = "(niets)"
MOST = 400
"""Characters of a value on paper; the whole of it stands in the kader."""
_SAYS = ("omschrijving", "vraag", "anker", "uitleg", "tekst", "vindplaats", "product", "naam", "titel")
"""The fields that say best what a part is, in that order."""
_FIGURES = ("norm", "marge", "rekenwijze", "profielen")
_VELDEN = {
    "aanleveren_weken_ervoor": "aanleveren voor de evaluatie",
    "als": "wanneer",
    "effect": "wat het doet",
    "ankers": "anker",
    "cijfers_delen": "cijfers delen",
    "eerste_evaluatie_maanden": "eerste evaluatie",
    "evaluatie_elke_maanden": "evaluatie",
    "gevraagd_bij": "waar gevraagd",
    "looptijd_maanden": "looptijd",
    "maal": "keer",
    "marge": "ruimte",
    "minuten_per_week": "minuten per week",
    "onder_procent": "naar beneden",
    "boven_procent": "naar boven",
    "vraagt": "vragen",
    "vast": "vast aantal",
    ORDER: "volgorde",
}


@dataclass(frozen=True, slots=True)
class Paar:
    """Het kader zoals het was en zoals het wordt, en of hun cijfers getoond mogen worden."""

    oud: Normenkader
    nieuw: Normenkader
    met_cijfers: bool

    def place(self, plaats: Plaats) -> str:
        """Return where something is, with the names of the kader instead of ids."""
        tabel, *rest = plaats
        if not rest:
            return capital(_field(tabel))
        naam = self._name(tabel, rest[0])
        velden = [_field(veld) for veld in rest[1:]]
        return capital(": ".join((naam, ", ".join(velden))) if velden else naam)

    def source(self, plaats: Plaats) -> str:
        """Return the source of what stands in a place: as it becomes, else as it was."""
        for kader in (self.nieuw, self.oud):
            deel = _find(kader, plaats)
            bron = kader.bron_text_by_id.get(str(getattr(deel, "bron", "")))
            if bron:
                return bron
        return ""

    def was(self, verschil: Verschil) -> str:
        """Return what stood there."""
        return "–" if verschil.wijze is Wijze.NIEUW else self._value(verschil, verschil.oud)

    def becomes(self, verschil: Verschil) -> str:
        """Return what stands there; without figures only which way a figure went."""
        if verschil.wijze is Wijze.VERVALLEN:
            return "vervalt"
        if not self.met_cijfers and verschil.wijze is Wijze.GEWIJZIGD and _is_figure(verschil):
            return _way(verschil.oud, verschil.nieuw)
        return self._value(verschil, verschil.nieuw)

    def _value(self, verschil: Verschil, waarde: Waarde) -> str:
        if isinstance(waarde, dict) and verschil.wijze is not Wijze.GEWIJZIGD:
            tekst = self._brief(waarde)
        elif self.met_cijfers:
            tekst = show_value(waarde)
        elif _is_figure(verschil):
            return "…"
        else:
            tekst = show_value(waarde)
            tekst = hide_numbers(tekst) if verschil.soort in ("regels", "maxima") else tekst
        return tekst if len(tekst) <= MOST else f"{tekst[: MOST - 1].rstrip()}…"

    def _brief(self, deel: Mapping[str, Any]) -> str:
        """Return what a part that comes or goes is, without all its fields."""
        wat = next((str(deel[veld]) for veld in _SAYS if deel.get(veld)), NIETS)
        if not self.met_cijfers:
            return hide_numbers(wat)
        cellen = deel.get("minuten") if isinstance(deel.get("minuten"), dict) else deel.get("vast")
        return f"{wat}\nPer {deel['per']}: {show_value(cellen)}" if cellen and "per" in deel else wat

    def _name(self, tabel: str, naam: str) -> str:
        deel = next((d for kader in (self.nieuw, self.oud) if (d := _find(kader, (tabel, naam)))), None)
        if tabel in ("kader", "rekenwijze", "schaal") or deel is None:
            return _field(naam)
        if tabel == "blokken":
            return f"{naam} · {getattr(deel, 'naam', '')}"
        if tabel == "profielen":
            return f"profiel {naam}"
        tekst = str(getattr(deel, "naam", "") or getattr(deel, "tekst", "") or getattr(deel, "titel", naam))
        return tekst if self.met_cijfers else hide_numbers(tekst)


def show_value(waarde: Waarde) -> str:
    """Return a value as a policy worker would write it.

    >>> show_value(True), show_value(["a", "b"]), show_value(None), show_value({"min": 1, "bron": ""})
    ('ja', 'a, b', '(niets)', 'min 1')
    """
    match waarde:
        case None | "" | []:
            return NIETS
        case bool():
            return "ja" if waarde else "nee"
        case dict():
            gevuld = ((naam, deel) for naam, deel in waarde.items() if deel not in (None, "", []))
            return ", ".join(f"{naam} {show_value(deel)}" for naam, deel in gevuld)
        case list():
            return ", ".join(show_value(deel) for deel in waarde)
        case str() if " " in waarde:
            return f"“{waarde}”"
        case _:
            return str(waarde)


def _find(kader: Normenkader, plaats: Plaats) -> Any:
    """Return the part of a kader that a place is in; None where it is not."""
    tabel = getattr(kader, plaats[0], None)
    if not isinstance(tabel, tuple):
        return tabel
    gezocht = plaats[1] if len(plaats) > 1 else ""
    namen = ("id", "code", "blok")
    return next((deel for deel in tabel if any(getattr(deel, n, None) == gezocht for n in namen)), None)


def _field(naam: str) -> str:
    return _VELDEN.get(naam, naam.replace("_", " "))


def _is_figure(verschil: Verschil) -> bool:
    return verschil.soort in _FIGURES or any(
        isinstance(waarde, int) and not isinstance(waarde, bool) for waarde in (verschil.oud, verschil.nieuw)
    )


def _way(oud: Waarde, nieuw: Waarde) -> str:
    """Return whether a figure went up or down; "anders" where that can't be said."""
    was, is_ = (_middle(waarde) for waarde in (oud, nieuw))
    if was is None or is_ is None or was == is_:
        return "anders"
    return "hoger" if is_ > was else "lager"


def _middle(waarde: Waarde) -> int | None:
    if isinstance(waarde, bool):
        return None
    if isinstance(waarde, int):
        return waarde
    if isinstance(waarde, dict):
        richt = next((waarde[n] for n in ("richt", "ten_hoogste", "max") if waarde.get(n) is not None), None)
        return richt if isinstance(richt, int) else None
    return None
