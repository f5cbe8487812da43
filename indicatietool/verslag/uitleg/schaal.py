"""The scale: what its steps stand for, side by side, and what is meant by ontwikkelen and behouden."""

from collections.abc import Callable, Sequence

from indicatietool.domain.schaal import Blok, Richting
from indicatietool.verslag.blocks import Alinea, AlineaStijl, Kolom, Lijst, Rij, Tabel, VerslagBlok
from indicatietool.verslag.uitleg.gevolg import RICHTINGEN
from indicatietool.verslag.uitleg.stof import Stof, capital

RICHTING = {
    Richting.ONTWIKKEL: (
        "Ontwikkelen: iemand leert iets, of leert iets opnieuw. Daarna is er vaak minder hulp nodig."
    ),
    Richting.BEHOUD: "Behouden: met hulp gaat het goed. De hulp zorgt dat het goed blijft gaan.",
}
TWEE_RICHTINGEN = "Er zijn twee richtingen:"
GEEN_OORDEEL = "De richting kan later veranderen. Het is geen oordeel over iemand."
ZICHTBAAR = "De zinnen zeggen wat er te zien is: wat iemand zelf doet en wat een ander doet."
RUIMTE = (
    "Bij elk getal hoort wat ruimte. Binnen die ruimte mag de consulent een ander aantal kiezen. "
    "Daarbuiten kan ook. Dan schrijft de consulent op waarom."
)
PER_TAAK = "Bij elke taak staan deze zinnen nog preciezer. Ze staan in de versie voor aanbieders."
GEEN_TREDEN = "Dit normenkader deelt de hulp niet in naar zwaarte. Het gaat uit van één gewone situatie."


def schaal(stof: Stof) -> tuple[VerslagBlok, ...]:
    """Return the steps of the scale side by side, with what they are recognised by."""
    if not any(taak.vraagt_blok for taak in stof.kader.taken):
        return (Alinea(GEEN_TREDEN), _one_below_another(stof))
    blokken = stof.kader.blokken
    richtingen = directions_of(blokken)
    uitleg: tuple[VerslagBlok, ...] = ()
    if len(richtingen) > 1:
        uitleg = (
            Alinea(TWEE_RICHTINGEN),
            Lijst(tuple(RICHTING[r] for r in richtingen)),
            Alinea(GEEN_OORDEEL),
        )
    tabel = (
        side_by_side(blokken, lambda blok: _told(stof, blok), "Van licht (boven) naar zwaar (onder)")
        if len(richtingen) > 1
        else _one_below_another(stof)
    )
    per_taak = (Alinea(PER_TAAK, AlineaStijl.KLEIN),) if stof.is_for_client else ()
    return (Alinea(_what_it_says(stof)), *uitleg, Alinea(RUIMTE), Alinea(ZICHTBAAR), tabel, *per_taak)


def _what_it_says(stof: Stof) -> str:
    return (
        f"Een {stof.schaal} zegt hoeveel hulp er bij een taak nodig is. Er zijn er {len(stof.kader.blokken)}."
    )


def directions_of(blokken: Sequence[Blok]) -> tuple[Richting, ...]:
    """Return the directions of these steps, in the order of the law: first ontwikkelen."""
    return tuple(r for r in Richting if any(blok.richting is r for blok in blokken))


def side_by_side(blokken: Sequence[Blok], tell: Callable[[Blok], str], bijschrift: str = "") -> Tabel:
    """Return steps in a column for each direction, the light ones above.

    Args:
        blokken: the steps; each has a direction.
        tell: gives what stands in the cell of a step.
        bijschrift: what the table is.
    """
    richtingen = directions_of(blokken)
    kolommen = (Kolom("Zwaarte", 17), *(Kolom(capital(RICHTINGEN[r]), 76) for r in richtingen))

    def row(zwaarte: int) -> Rij:
        cellen = (
            "\n".join(tell(blok) for blok in blokken if (blok.richting, blok.gradatie) == (richting, zwaarte))
            for richting in richtingen
        )
        return Rij((str(zwaarte), *cellen))

    return Tabel(
        kolommen, tuple(row(zwaarte) for zwaarte in sorted({b.gradatie for b in blokken})), bijschrift
    )


def _told(stof: Stof, blok: Blok) -> str:
    ruimte = f"\nRuimte: {_room(blok)}" if stof.met_cijfers else ""
    return f"{blok.code} · {blok.naam}\n{blok.anker}{ruimte}"


def _one_below_another(stof: Stof) -> Tabel:
    kolommen = (
        Kolom(capital(stof.schaal), 45),
        Kolom("Te herkennen aan", 90),
        *((Kolom("Ruimte", 35),) if stof.met_cijfers else ()),
    )
    rijen = (
        Rij((f"{blok.code} · {blok.naam}", blok.anker, _room(blok))[: len(kolommen)])
        for blok in stof.kader.blokken
    )
    return Tabel(kolommen, tuple(rijen))


def _room(blok: Blok) -> str:
    onder, boven = blok.marge.onder_procent, blok.marge.boven_procent
    if not onder and not boven:
        return "geen"
    return f"{onder} % minder tot {boven} % meer"
