"""Two versions of a normenkader compared, in words for policy staff and as JSON for scripts.

Comes in: two kaders and the casussen to try. Goes out: text or JSON; the comparing itself is the engine's.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from indicatietool.domain.base import write_exact
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.tekst import show_exact
from indicatietool.engine.compare import Gevolg, TaakGevolg, Verschil, Verschillen, Wijze, compare, effect
from indicatietool.store.dossiers import read_dossier
from indicatietool.store.normenkaders import CASES_FOLDER, GeladenKader
from indicatietool.verslag.uitleg.verschil_woorden import SOORTEN, show_value

MAX_REASONS = 3


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """Twee normenkaders naast elkaar: de verschillen, en het gevolg voor elke casus."""

    oud: Normenkader
    nieuw: Normenkader
    verschillen: Verschillen
    gevolgen: tuple[Gevolg, ...]

    @property
    def samenvatting(self) -> str:
        """Return the differences in one line, such as "12 normen gewijzigd, 3 marges, 1 regel nieuw"."""
        delen: list[str] = []
        for (wijze, soort), aantal in self.verschillen.counted().items():
            enkel, meer = SOORTEN.get(soort, (soort, soort))
            woord = "" if wijze is Wijze.GEWIJZIGD and delen else f" {wijze}"
            delen.append(f"{aantal} {enkel if aantal == 1 else meer}{woord}")
        return ", ".join(delen) or "geen verschillen"


def compare_kaders(
    oud: Normenkader, nieuw: Normenkader, casussen: Sequence[tuple[str, Dossier]]
) -> Vergelijking:
    """Return everything that differs, and what it does to these casussen (name, dossier)."""
    gevolgen = tuple(effect(oud, nieuw, naam, dossier) for naam, dossier in casussen)
    return Vergelijking(oud, nieuw, compare(oud, nieuw), gevolgen)


def shipped_cases(*kaders: GeladenKader) -> tuple[tuple[str, Dossier], ...]:
    """Return the casussen of these kaders by file name; one that was scored alike in two comes once."""
    gevonden: list[tuple[str, Dossier]] = []
    for geladen in kaders:
        for voorbeeld in geladen.voorbeelden:
            dossier = read_dossier(geladen.folder / CASES_FOLDER / voorbeeld.casus)
            eerder = [d for naam, d in gevonden if naam.split(" ")[0] == voorbeeld.casus]
            if any(d.antwoorden == dossier.antwoorden for d in eerder):
                continue
            naam = f"{voorbeeld.casus} van {geladen.kader.kader.versie}" if eerder else voorbeeld.casus
            gevonden.append((naam, dossier))
    return tuple(gevonden)


def comparison_as_text(vergelijking: Vergelijking) -> str:
    """Return a comparison for a terminal: a summary, each difference, the effect on each casus."""
    oud, nieuw = vergelijking.oud.kader, vergelijking.nieuw.kader
    regels = [
        f"{oud.id} {oud.versie} → {nieuw.id} {nieuw.versie}",
        f"{vergelijking.samenvatting}.",
        *(f"  {_difference(verschil)}" for verschil in vergelijking.verschillen.verschillen),
    ]
    if vergelijking.gevolgen:
        regels += ["", "Gevolg per casus:"]
        regels += [regel for gevolg in vergelijking.gevolgen for regel in _effect(gevolg)]
    return "\n".join(regels)


def comparison_as_json(vergelijking: Vergelijking) -> Mapping[str, object]:
    """Return a comparison for scripts; minutes per week are ints, or strings like "65/3" where exact."""
    return {
        **{
            naam: {"id": kader.kader.id, "versie": kader.kader.versie}
            for naam, kader in (("oud", vergelijking.oud), ("nieuw", vergelijking.nieuw))
        },
        "samenvatting": vergelijking.samenvatting,
        "aantallen": [
            {"soort": soort, "wijze": str(wijze), "aantal": aantal}
            for (wijze, soort), aantal in vergelijking.verschillen.counted().items()
        ],
        "verschillen": [
            {
                "plaats": list(verschil.plaats),
                "soort": verschil.soort,
                "wijze": str(verschil.wijze),
                "oud": verschil.oud,
                "nieuw": verschil.nieuw,
            }
            for verschil in vergelijking.verschillen.verschillen
        ],
        "casussen": [_effect_json(gevolg) for gevolg in vergelijking.gevolgen],
    }


def _effect_json(gevolg: Gevolg) -> Mapping[str, object]:
    return {
        "casus": gevolg.naam,
        "oud": gevolg.oud,
        "nieuw": gevolg.nieuw,
        "past_niet": list(gevolg.past_niet),
        "taken": [
            {
                "taak": taak.taak,
                "oud": None if taak.oud is None else write_exact(taak.oud),
                "nieuw": None if taak.nieuw is None else write_exact(taak.nieuw),
            }
            for taak in gevolg.taken
        ],
    }


def _difference(verschil: Verschil) -> str:
    plaats = " › ".join(verschil.plaats)
    if verschil.wijze is Wijze.GEWIJZIGD:
        return f"{plaats}: {show_value(verschil.oud)} → {show_value(verschil.nieuw)}"
    waarde = verschil.nieuw if verschil.wijze is Wijze.NIEUW else verschil.oud
    is_large = isinstance(waarde, dict) and len(waarde) > 3
    return f"{plaats}: {verschil.wijze}" + ("" if is_large else f", {show_value(waarde)}")


def _effect(gevolg: Gevolg) -> Iterator[str]:
    if gevolg.past_niet:
        yield f"  {gevolg.naam}: past niet"
        yield from (f"    {reden}" for reden in gevolg.past_niet[:MAX_REASONS])
        meer = len(gevolg.past_niet) - MAX_REASONS
        if meer > 0:
            yield f"    en nog {meer} redenen" if meer > 1 else "    en nog 1 reden"
        return
    if gevolg.oud == gevolg.nieuw and not gevolg.taken:
        yield f"  {gevolg.naam}: blijft {gevolg.oud} minuten per maand"
        return
    verschil = (gevolg.nieuw or 0) - (gevolg.oud or 0)
    yield f"  {gevolg.naam}: {gevolg.oud} → {gevolg.nieuw} minuten per maand ({verschil:+d})"
    yield from (f"    {_taak(taak)}" for taak in gevolg.taken)


def _taak(gevolg: TaakGevolg) -> str:
    oud, nieuw = ("telt niet" if m is None else show_exact(m) for m in (gevolg.oud, gevolg.nieuw))
    return f"taak {gevolg.taak}: {oud} → {nieuw} minuten per week"
