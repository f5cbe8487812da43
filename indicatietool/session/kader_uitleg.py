"""A normenkader explained for aanbieders and clients: with its figures only where the kader allows that.

Comes in: a kader as it was loaded. Goes out: a Verslag of blocks, or a file written durably. Knows no Qt.

Bron: eisen 17, 18 and 149.
"""

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from indicatietool import __version__
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.indicatie import Indicatie, Verantwoording
from indicatietool.domain.versie import Versie
from indicatietool.domain.voorstel import Voorstel
from indicatietool.engine.total import indicate
from indicatietool.errors import InvoerError
from indicatietool.session.vormen import Vorm, render_blocks
from indicatietool.store.atomic import write_durably
from indicatietool.store.dossiers import dossier_to_json, read_dossier
from indicatietool.store.normenkaders import CASES_FOLDER, GeladenKader

if TYPE_CHECKING:
    from indicatietool.verslag.blocks import Verslag
    from indicatietool.verslag.uitleg.stof import Werkvoorbeeld

LEZERS = (Versie.AANBIEDER, Versie.CLIENT)
"""For whom an explanation is."""


def refusal(*kaders: GeladenKader) -> str:
    """Return why figures may not be shown, in a finished sentence; empty when they may."""
    for geladen in kaders:
        kop = geladen.kader.kader
        if kop.deelt_cijfers:
            continue
        if kop.cijfers_delen is False:
            return f"De maker van {kop.naam} {kop.versie} wil niet dat de cijfers worden gedeeld."
        return (
            f"Van {kop.naam} {kop.versie} is niet bekend of de cijfers mogen worden gedeeld. Mag het wel? "
            "Dan zet de beheerder van het normenkader dat erin (cijfers_delen)."
        )
    return ""


def shows_figures(gevraagd: bool | None, *kaders: GeladenKader) -> bool:
    """Tell whether figures are shown: as asked, or where every kader allows it when nothing was asked.

    Raises:
        InvoerError: they were asked for and may not be shown.
    """
    reden = refusal(*kaders)
    if gevraagd and reden:
        raise InvoerError(f"{reden} Kies zonder cijfers.")
    return not reden if gevraagd is None else gevraagd


def file_name(geladen: GeladenKader, versie: Versie, vorm: Vorm = Vorm.PDF) -> str:
    """Return a name for the file."""
    kop = geladen.kader.kader
    return f"uitleg-{kop.id}-{kop.versie}-{versie.value}.{vorm.value}"


def explanation(
    geladen: GeladenKader,
    vandaag: date,
    versie: Versie = Versie.AANBIEDER,
    *,
    met_cijfers: bool | None = None,
) -> "Verslag":
    """Return the explanation of a kader as blocks.

    Args:
        geladen: the kader.
        vandaag: the day on the paper.
        versie: for the aanbieder, with every taak and its anchors, or for the client.
        met_cijfers: whether figures are shown; None shows them where that is allowed.

    Raises:
        InvoerError: figures were asked for and may not be shown.
    """
    from indicatietool.verslag.uitleg.document import explain  # with its parts only when one is made
    from indicatietool.verslag.uitleg.stof import Stof

    toon = shows_figures(met_cijfers, geladen)
    voorbeeld = _example(geladen, vandaag)
    bezwaar = geladen.watermerk_reden
    return explain(Stof(geladen.kader, geladen.sha256, versie, toon, vandaag, voorbeeld, bezwaar))


def write_explanation(
    geladen: GeladenKader,
    pad: Path,
    vandaag: date,
    versie: Versie = Versie.AANBIEDER,
    *,
    met_cijfers: bool | None = None,
) -> bool:
    """Write the explanation; the end of the name says which kind of file. Tells whether figures stand in it.

    Raises:
        InvoerError: figures were asked for and may not be shown; or this kind of file is not there.
        VerslagError: it can't be laid out.
        OpslagError: it can't be written.
    """
    vorm, toon = form_of(pad), shows_figures(met_cijfers, geladen)
    write_durably(pad, render_blocks(explanation(geladen, vandaag, versie, met_cijfers=toon), vorm))
    return toon


def form_of(pad: Path) -> Vorm:
    """Return which kind of file a name asks for.

    Raises:
        InvoerError: none that there is.
    """
    vorm = pad.suffix.lower().removeprefix(".")
    if vorm not in set(Vorm):
        keuze = ", ".join(f".{mogelijk.value}" for mogelijk in Vorm)
        raise InvoerError(f"{pad.name}: kies een naam die eindigt op een van deze: {keuze}.")
    return Vorm(vorm)


def _example(geladen: GeladenKader, vandaag: date) -> "Werkvoorbeeld | None":
    """Return the case of the kader that shows the most kinds of step with the fewest taken."""
    from indicatietool.verslag.uitleg.stof import Werkvoorbeeld
    from indicatietool.verslag.zaak import Zaak

    gevonden = list(_cases(geladen))
    if not gevonden:
        return None
    titel, dossier, indicatie = max(gevonden, key=lambda geval: _richness(geval[2]))
    return Werkvoorbeeld(
        titel, Zaak(geladen.kader, dossier, indicatie, _proof(geladen, dossier, indicatie, vandaag))
    )


def _cases(geladen: GeladenKader) -> Iterator[tuple[str, Dossier, Indicatie]]:
    for voorbeeld in geladen.voorbeelden:
        dossier = read_dossier(geladen.folder / CASES_FOLDER / voorbeeld.casus)
        indicatie = indicate(geladen.kader, dossier)
        if any(isinstance(uitkomst.voorstel, Voorstel) for uitkomst in indicatie.taken):
            yield voorbeeld.titel, dossier, indicatie


def _richness(indicatie: Indicatie) -> tuple[int, int]:
    soorten = {
        stap.soort
        for uitkomst in indicatie.taken
        if isinstance(uitkomst.voorstel, Voorstel)
        for stap in uitkomst.voorstel.stappen
    }
    return len(soorten), -len(indicatie.taken)


def _proof(geladen: GeladenKader, dossier: Dossier, indicatie: Indicatie, vandaag: date) -> Verantwoording:
    kop = geladen.kader.kader
    return Verantwoording(
        dossier=dossier.nummer,
        kader_id=kop.id,
        kader_naam=kop.naam,
        kader_versie=kop.versie,
        kader_status=str(kop.status),
        kader_sha256=geladen.sha256,
        dossier_sha256=hashlib.sha256(dossier_to_json(dossier)).hexdigest(),
        programmaversie=__version__,
        datum=vandaag,
        minuten_per_maand=indicatie.minuten_per_maand,
        status=indicatie.status,
    )
