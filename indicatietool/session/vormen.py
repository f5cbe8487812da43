"""The verslag in every form: to write to a file, to look at, to copy part by part, and what can be guarded.

Comes in: a session, for whom it is and in which form. Goes out: bytes, text, or a file written durably with a
line in the log.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from indicatietool.domain.versie import Versie
from indicatietool.session.report import compose_report, write_report
from indicatietool.session.session import Session
from indicatietool.store.atomic import write_durably

if TYPE_CHECKING:
    from indicatietool.verslag.blocks import Verslag
    from indicatietool.verslag.passages import Passage


class Vorm(StrEnum):
    """In welk soort bestand een verslag wordt bewaard."""

    PDF = "pdf"
    ODT = "odt"
    DOCX = "docx"
    HTML = "html"
    TEKST = "txt"

    @property
    def naam(self) -> str:
        """Return the name as the consulent says it."""
        return {
            "pdf": "pdf (om te versturen en te bewaren)",
            "odt": "odt (om te bewerken, open standaard)",
            "docx": "docx (om te bewerken in Word)",
            "html": "html (webpagina)",
            "txt": "platte tekst",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """Eén onderdeel van een verslag om te kopiëren, opgemaakt en als platte tekst."""

    titel: str
    html: str
    tekst: str


def file_name(session: Session, versie: Versie, vorm: Vorm) -> str:
    """Return a name for the file; it holds the number of the dossier and no name."""
    return f"onderzoeksverslag-{session.dossier.nummer}-{versie.value}.{vorm.value}"


def write_verslag(session: Session, pad: Path, versie: Versie, vorm: Vorm) -> None:
    """Write the verslag to a file.

    Raises:
        VerslagError: it can't be laid out, or a guarded passage can't be kept out.
        OpslagError: it can't be written there.
    """
    if vorm is Vorm.PDF:
        write_report(session, pad, versie)
        return
    inhoud = _render(session, versie, vorm)
    write_durably(pad, inhoud)
    session.bewaring.log("verslag gemaakt", hashlib.sha256(inhoud).hexdigest())


def preview(session: Session, versie: Versie) -> str:
    """Return the verslag as simple HTML to look at; it refers to nothing outside it and has no picture.

    Raises:
        VerslagError: a guarded passage can't be kept out.
    """
    from indicatietool.verslag.eenvoudig import front_lines
    from indicatietool.verslag.html import blocks_as_html

    verslag = compose_report(session, versie)
    vooraf = "".join(f"<p>{escape(regel)}</p>" for regel in front_lines(verslag))
    inhoud = blocks_as_html(verslag.blokken).replace("<table", '<table width="100%"')
    return f"<h1>{escape(verslag.titel)}</h1>{vooraf}{inhoud}"


def sections(session: Session, versie: Versie) -> Iterator[Onderdeel]:
    """Yield the parts of the verslag, to copy into another system.

    Raises:
        VerslagError: a guarded passage can't be kept out.
    """
    from indicatietool.verslag.blocks import sections_of
    from indicatietool.verslag.html import blocks_as_html
    from indicatietool.verslag.tekst import blocks_as_text

    for sectie in sections_of(compose_report(session, versie)):
        yield Onderdeel(sectie.titel, blocks_as_html(sectie.blokken), blocks_as_text(sectie.blokken))


def note_copied(session: Session, onderdeel: Onderdeel) -> None:
    """Note in the log that a part of the verslag went to the clipboard."""
    session.bewaring.log("klembord verslag", hashlib.sha256(onderdeel.tekst.encode()).hexdigest())


def guardable(session: Session) -> "tuple[Passage, ...]":
    """Return every place with words that can be kept out of a version."""
    from indicatietool.verslag.passages import passages

    return tuple(passages(session.kader, session.dossier))


def name_of_place(session: Session, plek: str) -> str:
    """Return how a reader knows a guarded place."""
    from indicatietool.verslag.passages import name_of

    return name_of(session.kader, plek)


def _render(session: Session, versie: Versie, vorm: Vorm) -> bytes:
    return render_blocks(compose_report(session, versie), vorm)


def render_blocks(verslag: "Verslag", vorm: Vorm) -> bytes:
    """Return any document of blocks in one form; a PDF carries nothing to recompute it with.

    Raises:
        VerslagError: it can't be laid out.
    """
    match vorm:
        case Vorm.PDF:
            from indicatietool.verslag.pdf import render_pdf

            return render_pdf(verslag)
        case Vorm.ODT:
            from indicatietool.verslag.odt import render_odt

            return render_odt(verslag)
        case Vorm.DOCX:
            from indicatietool.verslag.docx import render_docx

            return render_docx(verslag)
        case Vorm.HTML:
            from indicatietool.verslag.html import render_html

            return render_html(verslag).encode()
        case _:
            from indicatietool.verslag.tekst import render_text

            return render_text(verslag).encode()
