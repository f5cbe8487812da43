"""The answers that could have been given instead, one step away, as whole sets of answers to compute with.

Comes in: kader and answers. Goes out: an AnderAntwoord per possibility. Computes nothing and stores nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from indicatietool.domain.antwoorden import Antwoorden, Frequentie, LeefgebiedAntwoord, TaakAntwoord
from indicatietool.domain.factoren import Factor, Plaats
from indicatietool.domain.normenkader import Normenkader, Per
from indicatietool.domain.schaal import Blok

_MOST_WEEKS = 52
_MOST_TIMES = 99


@dataclass(frozen=True, slots=True)
class AnderAntwoord:
    """Eén antwoord dat anders had kunnen zijn.

    `plek` is the question, as open vragen name it; `nu` and `anders` are both answers in words; `anker` is
    what must be seen for the other one; `antwoorden` are all answers with this one changed.
    """

    plek: str
    vraag: str
    nu: str
    anders: str
    anker: str
    antwoorden: Antwoorden


def other_blokken(
    kader: Normenkader, antwoorden: Antwoorden, antwoord: TaakAntwoord
) -> Iterator[AnderAntwoord]:
    """Yield the blok below, the one above, and the same gradatie of the other richting."""
    taak = kader.taak_by_id[antwoord.taak]
    nu = kader.blok_by_code.get(antwoord.blok or "")
    if nu is None:
        return
    for blok in _neighbours(nu, kader.blokken_of(taak)):
        yield AnderAntwoord(
            plek=f"taak.{taak.id}.blok",
            vraag=kader.schaal.naam,
            nu=nu.code,
            anders=blok.code,
            anker=taak.ankers.get(blok.code, blok.anker),
            antwoorden=with_taak(antwoorden, antwoord, blok=blok.code),
        )


def _neighbours(nu: Blok, blokken: tuple[Blok, ...]) -> Iterator[Blok]:
    zelfde = sorted((b for b in blokken if b.richting is nu.richting), key=lambda blok: blok.gradatie)
    plaats = zelfde.index(nu)
    yield from zelfde[max(0, plaats - 1) : plaats]
    yield from zelfde[plaats + 1 : plaats + 2]
    yield from (b for b in blokken if b.richting is not nu.richting and b.gradatie == nu.gradatie)


def other_frequenties(
    kader: Normenkader, antwoorden: Antwoorden, antwoord: TaakAntwoord
) -> Iterator[AnderAntwoord]:
    """Yield one time less and one time more; less than once is once in twice the weeks."""
    nu = antwoord.frequentie
    if nu is None or kader.taak_by_id[antwoord.taak].per is not Per.KEER:
        return
    minder = (nu.keer - 1, nu.per_weken) if nu.keer > 1 else (1, nu.per_weken * 2)
    for keer, weken in (minder, (nu.keer + 1, nu.per_weken)):
        if keer > _MOST_TIMES or weken > _MOST_WEEKS:
            continue
        anders = Frequentie(keer=keer, per_weken=weken)
        yield AnderAntwoord(
            plek=f"taak.{antwoord.taak}.frequentie",
            vraag="Hoe vaak",
            nu=str(nu),
            anders=str(anders),
            anker="",
            antwoorden=with_taak(antwoorden, antwoord, frequentie=anders),
        )


def other_keuzes(factor: Factor, antwoorden: Antwoorden, sleutel: str) -> Iterator[AnderAntwoord]:
    """Yield every other answer to a factor; to a number: one less and one more.

    Args:
        factor: what is asked.
        antwoorden: all answers.
        sleutel: the taak or leefgebied it is asked at; empty for the dossier.
    """
    nu = keuzes_at(antwoorden, factor.gevraagd_bij, sleutel).get(factor.id)
    if nu is None:
        return
    for anders in _other_values(factor, nu):
        yield AnderAntwoord(
            plek=place_of(factor, sleutel),
            vraag=factor.naam,
            nu=factor.tell(nu),
            anders=factor.tell(anders),
            anker=next((keuze.anker for keuze in factor.keuzes if keuze.id == anders), ""),
            antwoorden=with_keuze(antwoorden, factor, sleutel, anders),
        )


def place_of(factor: Factor, sleutel: str) -> str:
    """Return the name of a question, as an open vraag has it."""
    if factor.gevraagd_bij is Plaats.DOSSIER:
        return f"factor.{factor.id}"
    return f"{factor.gevraagd_bij}.{sleutel}.{factor.id}"


def keuzes_at(antwoorden: Antwoorden, plaats: Plaats, sleutel: str) -> Mapping[str, str | int]:
    """Return what was answered to factoren in one place."""
    match plaats:
        case Plaats.DOSSIER:
            return antwoorden.keuzes
        case Plaats.LEEFGEBIED:
            leefgebied = antwoorden.leefgebied(sleutel)
            return leefgebied.keuzes if leefgebied else {}
        case Plaats.TAAK:
            taak = antwoorden.taak(sleutel)
            return taak.keuzes if taak else {}


def with_keuze(antwoorden: Antwoorden, factor: Factor, sleutel: str, keuze: str | int) -> Antwoorden:
    """Return the answers with another one to a factor, in one place."""
    keuzes = {**keuzes_at(antwoorden, factor.gevraagd_bij, sleutel), factor.id: keuze}
    match factor.gevraagd_bij:
        case Plaats.DOSSIER:
            return _with(antwoorden, keuzes=keuzes)
        case Plaats.LEEFGEBIED:
            return _with(
                antwoorden,
                leefgebieden=tuple(
                    LeefgebiedAntwoord(**{**dict(a), "keuzes": keuzes}) if a.leefgebied == sleutel else a
                    for a in antwoorden.leefgebieden
                ),
            )
        case Plaats.TAAK:
            antwoord = antwoorden.taak(sleutel)
            return with_taak(antwoorden, antwoord, keuzes=keuzes) if antwoord else antwoorden


def with_taak(antwoorden: Antwoorden, antwoord: TaakAntwoord, **changes: object) -> Antwoorden:
    """Return the answers with other ones for one taak."""
    nieuw = TaakAntwoord(**{**dict(antwoord), **changes})
    return _with(antwoorden, taken=tuple(nieuw if a.taak == antwoord.taak else a for a in antwoorden.taken))


def without_taak(antwoorden: Antwoorden, taak: str) -> Antwoorden:
    """Return the answers as if a taak were not needed."""
    return _with(antwoorden, taken=tuple(a for a in antwoorden.taken if a.taak != taak))


def _with(antwoorden: Antwoorden, **changes: object) -> Antwoorden:
    return Antwoorden(**{**dict(antwoorden), **changes})


def _other_values(factor: Factor, nu: str | int) -> Iterator[str | int]:
    if isinstance(nu, int):
        yield from (getal for getal in (nu - 1, nu + 1) if 0 <= getal <= factor.hoogste)
    else:
        yield from (keuze.id for keuze in factor.keuzes if keuze.id != nu)
