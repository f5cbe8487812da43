"""Is this verslag what its dossier and kader lead to? It is computed and made again, and laid beside it.

Comes in: a PDF file, and for the cliëntversie and the aanbiedersversie the dossier. Goes out: Nagerekend: the
same, or the first difference with page and line. Changes nothing.

What it proves: that the verslag follows from the dossier it carries or that is given. Whether that is the
right dossier, its printed fingerprint and the log of the kluis tell.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from indicatietool import __version__
from indicatietool.domain.kluis import Json
from indicatietool.domain.versie import Versie
from indicatietool.engine.total import indicate
from indicatietool.errors import BestandError, IndicatietoolError, IntegriteitError, InvoerError
from indicatietool.session.bron import Bron, read_bron
from indicatietool.session.kaders import Kaders
from indicatietool.session.recept import Recept, make_pdf
from indicatietool.store.kluis.canoniek import sha256_of
from indicatietool.store.normenkaders import KADER_FILE, GeladenKader, check_fit
from indicatietool.store.overdracht import Pakket, kader_of, unpack
from indicatietool.store.reading import read_bytes
from indicatietool.verslag.drager import DAMAGED, read_drager
from indicatietool.verslag.vergelijken import Verschil, first_difference, open_pdf

MAX_PDF = 80_000_000
"""Largest verslag, in bytes."""

Make = Callable[[Recept, Pakket, GeladenKader], bytes]


@dataclass(frozen=True, slots=True)
class Nagerekend:
    """De uitkomst van narekenen: gelijk, of de eerste plaats die verschilt.

    `minuten_per_maand` is what was computed now. `is_opnieuw_bewaard` tells that another program saved the
    file: the content is the same, the bytes are not.
    """

    bestand: str
    recept: Recept
    minuten_per_maand: int
    bladzijden: int
    verschil: Verschil | None = None
    is_opnieuw_bewaard: bool = False
    met_dossier: bool = False

    @property
    def is_gelijk(self) -> bool:
        """Tell whether nothing differs."""
        return self.verschil is None


def narekenen(
    verslag: Path,
    kaders: Kaders,
    dossier: Path | None = None,
    *,
    kader: Path | None = None,
    wachtwoord: str | None = None,
    make: Make = make_pdf,
) -> Nagerekend:
    """Compute and make a verslag anew and compare it, page by page.

    Args:
        verslag: the PDF as the program made it.
        kaders: the normenkaders on this laptop; needed with a dossier as JSON.
        dossier: a `.indicatie` file or a dossier as JSON; a dossierversie carries its own.
        kader: the folder of the kader for a dossier as JSON.
        wachtwoord: of an encrypted `.indicatie` file.
        make: makes the PDF.

    Raises:
        VerslagError: the file is no PDF that can be read.
        InvoerError: it carries nothing to recompute it with, or the dossier is missing.
        IntegriteitError: what it carries was damaged or changed.
        BestandError: the dossier or the kader can't be used.
    """
    pdf = read_bytes(verslag, BestandError, MAX_PDF)
    lezer = open_pdf(pdf)
    drager = read_drager(lezer)
    if drager is None:
        raise InvoerError(_nothing_carried(verslag.name))
    recept = Recept.from_bytes(drager.recept)
    verwacht = recept.verantwoording.dossier_sha256
    gegeven = _without_bsn(read_bron(dossier, kaders, kader, wachtwoord, verwacht)) if dossier else None
    bron = _carried(drager.pakket, verslag.name, kaders) or gegeven
    if bron is None:
        raise InvoerError(_needs_dossier(verslag.name, recept))
    verschil = (
        _other_dossier(recept, bron) or _other_dossier(recept, gegeven or bron) or _other_kader(recept, bron)
    )
    nieuw = make(recept, bron.pakket, bron.geladen)
    if verschil is None and nieuw != pdf:
        verschil = first_difference(lezer, open_pdf(nieuw))
    return Nagerekend(
        bestand=verslag.name,
        recept=recept,
        minuten_per_maand=indicate(bron.geladen.kader, bron.pakket.dossier).minuten_per_maand,
        bladzijden=len(lezer.pages),
        verschil=verschil,
        is_opnieuw_bewaard=verschil is None and nieuw != pdf,
        met_dossier=gegeven is not None,
    )


def checked_as_text(nagerekend: Nagerekend) -> str:
    """Return the outcome in a few lines for a terminal."""
    bewijs = nagerekend.recept.verantwoording
    return "\n".join(
        (
            _verdict(nagerekend),
            f"Dossier {bewijs.dossier}, {nagerekend.recept.versie.naam}: "
            f"{nagerekend.minuten_per_maand} minuten per maand (nagerekend).",
            f"Gemaakt op {bewijs.datum:%d-%m-%Y} met versie {bewijs.programmaversie}.",
            f"Normenkader {bewijs.kader_id} {bewijs.kader_versie}, sha256 {bewijs.kader_sha256}",
            f"Dossier sha256 {bewijs.dossier_sha256}",
            *_remarks(nagerekend),
        )
    )


def checked_as_json(nagerekend: Nagerekend) -> dict[str, Json]:
    """Return the outcome for scripts."""
    bewijs, verschil = nagerekend.recept.verantwoording, nagerekend.verschil
    return {
        "gelijk": nagerekend.is_gelijk,
        "verschil": (
            {"plaats": verschil.plaats, "staat_er": verschil.staat_er, "hoort": verschil.hoort}
            if verschil
            else None
        ),
        "opnieuw_bewaard": nagerekend.is_opnieuw_bewaard,
        "versie": str(nagerekend.recept.versie),
        "bladzijden": nagerekend.bladzijden,
        "dossier": bewijs.dossier,
        "dossier_sha256": bewijs.dossier_sha256,
        "kader": {"id": bewijs.kader_id, "versie": bewijs.kader_versie, "sha256": bewijs.kader_sha256},
        "minuten_per_maand": nagerekend.minuten_per_maand,
        "programmaversie": bewijs.programmaversie,
    }


def _carried(pakket: bytes, naam: str, kaders: Kaders) -> Bron | None:
    """Return the dossier that a verslag carries, with its kader: that of this laptop where it is the same."""
    if not pakket:
        return None
    try:
        meegedragen = unpack(pakket, naam)
    except (BestandError, IntegriteitError) as error:
        raise IntegriteitError(DAMAGED) from error
    with suppress(IndicatietoolError):
        eigen = kaders.load(kaders.find_for(meegedragen.dossier))
        if eigen.inhoud == meegedragen.kader[KADER_FILE]:
            check_fit(eigen, meegedragen.dossier)
            return Bron(meegedragen, eigen)
    return Bron(meegedragen, kader_of(meegedragen))


def _without_bsn(bron: Bron) -> Bron:
    """Return the dossier as it goes into a verslag; a BSN is in none of its fingerprints."""
    if bron.pakket.dossier.melding.bsn is None:
        return bron
    return replace(bron, pakket=Pakket.of(bron.pakket.dossier.without_bsn(), bron.pakket.kader))


def _other_dossier(recept: Recept, bron: Bron) -> Verschil | None:
    gedrukt, berekend = recept.verantwoording.dossier_sha256, sha256_of(bron.pakket.dossier_json)
    return Verschil("vingerafdruk van het dossier", gedrukt, berekend) if gedrukt != berekend else None


def _other_kader(recept: Recept, bron: Bron) -> Verschil | None:
    gedrukt, berekend = recept.verantwoording.kader_sha256, bron.geladen.sha256
    return Verschil("vingerafdruk van het normenkader", gedrukt, berekend) if gedrukt != berekend else None


def _verdict(nagerekend: Nagerekend) -> str:
    if nagerekend.verschil is not None:
        return f"Niet gelijk. {nagerekend.bestand}, {nagerekend.verschil}"
    bladen = "1 bladzijde is" if nagerekend.bladzijden == 1 else f"{nagerekend.bladzijden} bladzijden zijn"
    return f"Gelijk: {nagerekend.bestand} is nagerekend en opnieuw gemaakt. Alle {bladen} hetzelfde."


def _remarks(nagerekend: Nagerekend) -> tuple[str, ...]:
    gemaakt_met = nagerekend.recept.verantwoording.programmaversie
    remarks: list[str] = []
    if nagerekend.is_opnieuw_bewaard:
        remarks.append("Een ander programma heeft het bestand opnieuw bewaard. De inhoud is gelijk gebleven.")
    if not nagerekend.is_gelijk and gemaakt_met != __version__:
        remarks.append(
            f"Dit programma is versie {__version__}. Een verschil in opmaak kan daardoor komen. "
            f"Reken na met versie {gemaakt_met}."
        )
    if nagerekend.is_gelijk and not nagerekend.met_dossier and nagerekend.recept.versie is Versie.DOSSIER:
        remarks.append(
            "Nagerekend met het dossier dat het verslag zelf meedraagt. "
            "Vergelijk de sha256 met uw dossier, of geef dat mee met --dossier."
        )
    return tuple(remarks)


def _nothing_carried(naam: str) -> str:
    return (
        f"{naam} heeft niets bij zich om mee na te rekenen. Geef het bestand zoals het programma het maakte, "
        "niet een scan of een afdruk naar PDF."
    )


def _needs_dossier(naam: str, recept: Recept) -> str:
    return (
        f"{naam} is een {recept.versie.naam}; daar gaat het dossier niet in mee. Geef het dossier met "
        f"--dossier: een .indicatie-bestand of het dossier als json, "
        f"met sha256 {recept.verantwoording.dossier_sha256}."
    )
