"""The page of a session as a PDF, for the minutes of the meeting.

Comes in: a Groep and the day. Goes out: a file of one page, with the watermark that the kader asks for.
"""

from datetime import date
from pathlib import Path

from indicatietool.domain.kalibratie_tekst import TE_WEINIG
from indicatietool.errors import InvoerError
from indicatietool.session.kalibratie.casus import Kalibratiecasus
from indicatietool.session.kalibratie.groep import Groep
from indicatietool.store.atomic import write_durably


def file_name(casus: Kalibratiecasus) -> str:
    """Return a name for the file."""
    return f"kalibratie-{casus.oefencasus.id}.pdf"


def make_page(groep: Groep, dag: date) -> bytes:
    """Return the page of a session.

    Raises:
        InvoerError: too few uitslagen to print anything of.
        VerslagError: it can't be laid out.
    """
    from indicatietool.verslag.content import watermark_of
    from indicatietool.verslag.pdf import render_pdf
    from indicatietool.verslag.sessie import session_page

    if not groep.kalibratie.may_be_shown:
        raise InvoerError(TE_WEINIG)
    geladen = groep.casus.geladen
    watermerk = watermark_of(geladen.kader.kader.status, geladen.watermerk_reden)
    return render_pdf(session_page(geladen.kader, groep.casus.oefencasus, groep.kalibratie, dag, watermerk))


def write_page(groep: Groep, pad: Path, dag: date) -> None:
    """Write the page durably.

    Raises:
        InvoerError, VerslagError: as `make_page` says.
        OpslagError: it can't be written.
    """
    write_durably(pad, make_page(groep, dag))
