"""Two normenkaders compared as a document for a meeting: what changes and what that does to dossiers.

Comes in: two kaders as they were loaded, and dossiers of the reader where wanted. Goes out: a Verslag of
blocks, or a file. Of own dossiers only numbers leave this module.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from indicatietool.domain.dossier import Dossier
from indicatietool.engine.afwijking import departures
from indicatietool.engine.compare import effect
from indicatietool.session.desk import Desk
from indicatietool.session.kader_uitleg import form_of, shows_figures
from indicatietool.session.vergelijking import compare_kaders, shipped_cases
from indicatietool.session.vormen import Vorm, render_blocks
from indicatietool.store.atomic import write_durably
from indicatietool.store.normenkaders import GeladenKader

if TYPE_CHECKING:
    from indicatietool.verslag.blocks import Verslag
    from indicatietool.verslag.uitleg.verschil import Geval


def file_name(oud: GeladenKader, nieuw: GeladenKader, vorm: Vorm = Vorm.PDF) -> str:
    """Return a name for the file."""
    was, wordt = oud.kader.kader, nieuw.kader.kader
    ander = "" if was.id == wordt.id else f"{wordt.id}-"
    return f"verschil-{was.id}-{was.versie}-{ander}{wordt.versie}.{vorm.value}"


def difference_report(
    oud: GeladenKader,
    nieuw: GeladenKader,
    vandaag: date,
    *,
    eigen: Iterable[Dossier] | None = None,
    met_cijfers: bool | None = None,
) -> "Verslag":
    """Return the report as blocks.

    Args:
        oud: the kader as it was.
        nieuw: the kader as it becomes.
        vandaag: the day on the paper.
        eigen: dossiers of which only numbers are told; None leaves that part out.
        met_cijfers: whether figures are shown; None shows them where both kaders allow that.

    Raises:
        InvoerError: figures were asked for and may not be shown.
    """
    from indicatietool.verslag.uitleg.verschil import Verschilstof, tell_difference

    vergelijking = compare_kaders(oud.kader, nieuw.kader, ())
    stof = Verschilstof(
        oud=oud.kader,
        nieuw=nieuw.kader,
        vingerafdrukken=(oud.sha256, nieuw.sha256),
        samenvatting=vergelijking.samenvatting,
        verschillen=vergelijking.verschillen,
        casussen=_outcomes(oud, nieuw, titled_cases(oud, nieuw)),
        eigen=None if eigen is None else _outcomes(oud, nieuw, [("", dossier) for dossier in eigen]),
        met_cijfers=shows_figures(met_cijfers, oud, nieuw),
        datum=vandaag,
    )
    return tell_difference(stof)


def write_difference(
    oud: GeladenKader,
    nieuw: GeladenKader,
    pad: Path,
    vandaag: date,
    *,
    eigen: Iterable[Dossier] | None = None,
    met_cijfers: bool | None = None,
) -> bool:
    """Write the report; the end of the name says which kind of file. Tells whether figures stand in it.

    Raises:
        InvoerError: figures were asked for and may not be shown; or this kind of file is not there.
        VerslagError: it can't be laid out.
        OpslagError: it can't be written.
    """
    vorm, toon = form_of(pad), shows_figures(met_cijfers, oud, nieuw)
    verslag = difference_report(oud, nieuw, vandaag, eigen=eigen, met_cijfers=toon)
    write_durably(pad, render_blocks(verslag, vorm))
    return toon


def titled_cases(*kaders: GeladenKader) -> tuple[tuple[str, Dossier], ...]:
    """Return the casussen of these kaders by title."""
    titels = {voorbeeld.casus: voorbeeld.titel for kader in kaders for voorbeeld in kader.voorbeelden}

    def titled(naam: str) -> str:
        bestand, _, rest = naam.partition(" ")
        return f"{titels.get(bestand, bestand)} {rest}".strip()

    return tuple((titled(naam), dossier) for naam, dossier in shipped_cases(*kaders))


def own_dossiers(desk: Desk, oud: GeladenKader) -> tuple[Dossier, ...]:
    """Return the dossiers in the open kluis that were scored with this kader, whatever its version."""
    dossiers = (desk.read(regel.kaart.nummer) for regel in desk.list())
    return tuple(dossier for dossier in dossiers if dossier.kader.id == oud.kader.kader.id)


def _outcomes(
    oud: GeladenKader, nieuw: GeladenKader, gevallen: Sequence[tuple[str, Dossier]]
) -> "tuple[Geval, ...]":
    from indicatietool.verslag.uitleg.verschil import Geval

    uitkomsten = []
    for naam, dossier in gevallen:
        gevolg = effect(oud.kader, nieuw.kader, naam, dossier)
        anders = None if gevolg.past_niet else departures(oud.kader, nieuw.kader, dossier)
        uitkomsten.append(Geval(gevolg, anders))
    return tuple(uitkomsten)
