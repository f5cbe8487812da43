"""The explanation of a normenkader as a Verslag: parts with a heading, in a fixed order.

Comes in: the Stof. Goes out: blocks, for a PDF or any other form. Knows no paper.

Bron: eisen 17, 18 and 149.
"""

from collections.abc import Callable, Iterator

from indicatietool.verslag.blocks import Kop, NieuwePagina, Verslag, VerslagBlok
from indicatietool.verslag.content import WATERMERKEN
from indicatietool.verslag.uitleg.begin import kort, van_vraag_naar_aantal
from indicatietool.verslag.uitleg.cijfers import hide_everywhere
from indicatietool.verslag.uitleg.factoren import every_rule, factoren
from indicatietool.verslag.uitleg.grenzen import grenzen, gronden, profielen
from indicatietool.verslag.uitleg.rekenen import rekenen
from indicatietool.verslag.uitleg.schaal import directions_of, schaal
from indicatietool.verslag.uitleg.slot import bronnen, niet_eens, woorden
from indicatietool.verslag.uitleg.stof import Stof
from indicatietool.verslag.uitleg.taken import every_taak, leefgebieden

Onderdeel = Callable[[Stof], tuple[VerslagBlok, ...]]

TITEL = "Het normenkader uitgelegd"
ONDERDELEN: tuple[tuple[str, Onderdeel], ...] = (
    ("In het kort", kort),
    ("Van vraag naar aantal", van_vraag_naar_aantal),
    ("Waar begeleiding bij kan helpen", leefgebieden),
    ("Hoe zwaar is de hulp?", schaal),
    ("Vragen over de situatie", factoren),
    ("Hoe het aantal tot stand komt", rekenen),
    ("Taken samen", grenzen),
    ("Profielen en producten", profielen),
    ("Als het voorstel niet past", gronden),
    ("Niet mee eens?", niet_eens),
    ("Woorden", woorden),
    ("Bronnen en versie", bronnen),
)
BIJLAGEN: tuple[tuple[str, Onderdeel], ...] = (
    ("Bijlage 1: alle taken", every_taak),
    ("Bijlage 2: alle regels", every_rule),
)


def explain(stof: Stof) -> Verslag:
    """Return the explanation; the same Stof gives an equal Verslag."""
    kop = stof.kader.kader
    delen = (WATERMERKEN.get(kop.status), stof.bezwaar.upper())
    wie = "Voor cliënten" if stof.is_for_client else "Voor aanbieders"
    cijfers = "met cijfers" if stof.met_cijfers else "zonder cijfers"
    verslag = Verslag(
        titel=TITEL,
        kenmerk=f"{kop.naam} {kop.versie}",
        kopregels=(f"{kop.naam} {kop.versie}", f"{wie}, {cijfers}"),
        blokken=tuple(_parts(stof)),
        watermerk=" · ".join(deel for deel in delen if deel) or None,
        voettekst=f"{kop.id} {kop.versie} ({kop.status}) · {cijfers} · sha256 {stof.sha256[:16]}…",
        datum=stof.datum,
        auteur=kop.uitgever,
        is_concept=False,
        versie=stof.versie,
    )
    return verslag if stof.met_cijfers else hide_everywhere(verslag)


def _parts(stof: Stof) -> Iterator[VerslagBlok]:
    for titel, onderdeel in ONDERDELEN:
        if onderdeel is schaal and len(directions_of(stof.kader.blokken)) > 1:
            yield NieuwePagina()  # so that all steps can be seen side by side
        yield Kop(1, titel)
        yield from onderdeel(stof)
    for titel, bijlage in () if stof.is_for_client else BIJLAGEN:
        blokken = bijlage(stof)
        if blokken:
            yield NieuwePagina()
            yield Kop(1, titel)
            yield from blokken
