"""How a verslag is made, so that it can be made again: the only road from a dossier to its PDF.

Comes in: a Session, or what a verslag carried with it. Goes out: the file. Window, command line and narekenen
all come through `make_pdf`; the same Recept, dossier and kader give the same bytes.
"""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from indicatietool.domain.gemeenteprofiel import Gemeenteprofiel
from indicatietool.domain.indicatie import Indicatie, Verantwoording
from indicatietool.domain.kluis import Json
from indicatietool.domain.versie import Versie
from indicatietool.engine.total import indicate
from indicatietool.errors import IntegriteitError, NieuwereVersieError
from indicatietool.session.checks import missing
from indicatietool.session.session import Session
from indicatietool.session.verantwoording import account_for, from_json, to_json
from indicatietool.store.huisstijl import is_logo
from indicatietool.store.kluis.canoniek import canonical, fingerprint, sha256_of
from indicatietool.store.normenkaders import GeladenKader
from indicatietool.store.overdracht import SUFFIX, Pakket, pack
from indicatietool.verslag.drager import DAMAGED, Drager

if TYPE_CHECKING:
    from indicatietool.verslag.blocks import Verslag

FORMAAT = 1
NEWER = "Dit verslag is met een nieuwere versie gemaakt. Werk de indicatietool bij."
NOG_NIET_DEFINITIEF = "Het dossier is nog niet definitief gemaakt."


@dataclass(frozen=True, slots=True)
class Recept:
    """Waarmee een verslag is gemaakt, naast dossier en kader. Noemt geen cliënt.

    `ook_ontbreekt` are sentences beside those that follow from the dossier itself. `met_bijlage` puts the
    dossier inside as a file that a reader can save (PDF/A-3).
    """

    versie: Versie
    verantwoording: Verantwoording
    ook_ontbreekt: tuple[str, ...] = ()
    bezwaar: str = ""
    profiel: Gemeenteprofiel | None = None
    logo: bytes = field(default=b"", repr=False)
    met_bijlage: bool = False

    def to_bytes(self) -> bytes:
        """Return the recept as it travels in a verslag."""
        inhoud: dict[str, Json] = {
            "formaat": FORMAAT,
            "versie": str(self.versie),
            "verantwoording": to_json(self.verantwoording),
            "ook_ontbreekt": list(self.ook_ontbreekt),
            "bezwaar": self.bezwaar,
            "profiel": self.profiel.model_dump(mode="json") if self.profiel else None,
            "logo": base64.b64encode(self.logo).decode(),
            "met_bijlage": self.met_bijlage,
        }
        return canonical({**inhoud, "controle": fingerprint(inhoud)})

    @classmethod
    def from_bytes(cls, inhoud: bytes) -> "Recept":
        """Return the recept that a verslag carried.

        Raises:
            IntegriteitError: it is not as it was written.
            NieuwereVersieError: a newer program made the verslag.
        """
        try:
            data = cast(dict[str, Json], json.loads(inhoud))
            if data.pop("controle") != fingerprint(data):
                raise IntegriteitError(DAMAGED)
            if cast(int, data["formaat"]) > FORMAAT:
                raise NieuwereVersieError(NEWER)
            profiel, logo = data["profiel"], base64.b64decode(str(data["logo"]), validate=True)
            if logo and not is_logo(logo):
                raise IntegriteitError(DAMAGED)
            return cls(
                versie=Versie(str(data["versie"])),
                verantwoording=from_json(cast(Mapping[str, Json], data["verantwoording"])),
                ook_ontbreekt=tuple(map(str, cast(list[Json], data["ook_ontbreekt"]))),
                bezwaar=str(data["bezwaar"]),
                profiel=Gemeenteprofiel.model_validate_json(canonical(profiel)) if profiel else None,
                logo=logo,
                met_bijlage=data["met_bijlage"] is True,
            )
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise IntegriteitError(DAMAGED) from error


def recipe_of(
    session: Session,
    versie: Versie = Versie.DOSSIER,
    profiel: Gemeenteprofiel | None = None,
    logo: bytes = b"",
) -> Recept:
    """Return how to make a version of the verslag of a session as it stands now.

    Args:
        session: the dossier with its proof, sealed or of now.
        versie: for whom it is.
        profiel: the house style and texts of the gemeente.
        logo: the PNG that belongs to the profiel.
    """
    is_open = session.bewaring.is_in_kluis and not session.is_definitief
    return Recept(
        versie=versie,
        verantwoording=account_for(session),
        ook_ontbreekt=(NOG_NIET_DEFINITIEF,) if is_open else (),
        bezwaar=session.geladen.watermerk_reden,
        profiel=profiel,
        logo=logo,
    )


def compose_from(recept: Recept, pakket: Pakket, geladen: GeladenKader) -> "Verslag":
    """Return one version of the verslag as blocks; minutes and fingerprints are computed anew.

    Raises:
        VerslagError: a guarded passage can't be kept out.
    """
    from indicatietool.verslag.content import compose  # with its parts only when a verslag is made

    kader, dossier = geladen.kader, pakket.dossier
    indicatie = indicate(kader, dossier)
    ontbreekt = tuple(gemis.tekst for gemis in missing(kader, dossier, indicatie))
    return compose(
        kader,
        dossier,
        indicatie,
        _proof(recept.verantwoording, pakket, geladen, indicatie),
        (*ontbreekt, *recept.ook_ontbreekt),
        recept.bezwaar,
        versie=recept.versie,
        profiel=recept.profiel,
        logo=recept.logo,
    )


def make_pdf(recept: Recept, pakket: Pakket, geladen: GeladenKader) -> bytes:
    """Return one version of the verslag as PDF, with what is needed to recompute it inside.

    Args:
        recept: how to make it.
        pakket: dossier and kader; they travel along in the dossierversie only, without the history.
        geladen: the kader of the pakket, checked.

    Returns:
        The file; equal bytes for equal input.

    Raises:
        VerslagError: it can't be laid out, or a guarded passage can't be kept out.
    """
    from indicatietool.verslag.attachment import Bijlage  # with reportlab only when a file is made
    from indicatietool.verslag.pdf import render_pdf

    bewijs = _proof(recept.verantwoording, pakket, geladen, indicate(geladen.kader, pakket.dossier))
    reis, bijlage = b"", None
    if recept.versie is Versie.DOSSIER:
        versie = bewijs.programmaversie
        reis = pack(replace(pakket, verantwoording=to_json(bewijs), geschiedenis=(), programmaversie=versie))
        bijlage = Bijlage(f"{bewijs.dossier}{SUFFIX}", reis) if recept.met_bijlage else None
    drager = Drager(replace(recept, verantwoording=bewijs).to_bytes(), reis)
    return render_pdf(compose_from(recept, pakket, geladen), bijlage, drager)


def _proof(
    gemaakt: Verantwoording, pakket: Pakket, geladen: GeladenKader, indicatie: Indicatie
) -> Verantwoording:
    """Return the proof with everything in it that can be computed, computed."""
    kop = geladen.kader.kader
    return replace(
        gemaakt,
        dossier=pakket.dossier.nummer,
        kader_id=kop.id,
        kader_naam=kop.naam,
        kader_versie=kop.versie,
        kader_status=str(kop.status),
        kader_sha256=geladen.sha256,
        dossier_sha256=sha256_of(pakket.dossier_json),
        minuten_per_maand=indicatie.minuten_per_maand,
        status=indicatie.status,
    )
