"""Writing a practice case: the story and the reasons beside answers that become the model.

Comes in: an open practice dossier and texts. Goes out: an Oefencasus, plain advice about it, or a copy of a
case to change. Nothing is held back by advice.

Bron: eis 12 and 148.
"""

import re
from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.oefening import CasusNiveau, Modelreden, Oefencasus
from indicatietool.domain.voorstel import Onbepaald
from indicatietool.errors import InvoerError
from indicatietool.session.desk import Desk
from indicatietool.session.oefenen.casussen import Casus, model_of, plain_name
from indicatietool.session.session import Session
from indicatietool.store.problems import describe

FEWEST_WORDS = 120
"""A shorter story can hardly show what fits the anchor of each taak."""
HANDED_OUT = (
    "Dit is een oefening op een casus die er al is. Kies bij Oefenen de casus zelf, of begin een nieuw "
    "oefendossier."
)
_MINUTES = re.compile(r"\bminu(?:ut|ten)\b", re.IGNORECASE)


def write_case(
    session: Session,
    *,
    titel: str,
    vignet: str,
    niveau: CasusNiveau = CasusNiveau.BASIS,
    leerdoel: str = "",
    bespreekpunten: str = "",
    redenen: Mapping[str, tuple[str, str]] | None = None,
) -> Oefencasus:
    """Return the case in these words; `Session.set_oefencasus` keeps it.

    Args:
        session: the practice dossier whose answers are the model.
        titel: at most 200 characters.
        vignet: the story.
        niveau: how hard it is.
        leerdoel: what there is to learn, at most 200 characters.
        bespreekpunten: for the trainer.
        redenen: per taak of the dossier why it is so, and why a neighbour is not; without the first there
            is no reason.

    Raises:
        InvoerError: no title or story, a text that can't stand, or a dossier of someone who practises.
    """
    oud = session.dossier.oefencasus
    if oud is not None and oud.uitgedeeld:
        raise InvoerError(HANDED_OUT)
    if not titel.strip():
        raise InvoerError("Geef de casus een titel.")
    if not vignet.strip():
        raise InvoerError("Schrijf het verhaal van de casus.")
    try:
        return Oefencasus(
            id=oud.id if oud is not None else _id_of(titel, session.dossier.nummer),
            titel=" ".join(titel.split()),
            niveau=niveau,
            leerdoel=" ".join(leerdoel.split()),
            vignet=vignet.strip(),
            bespreekpunten=bespreekpunten.strip(),
            redenen=tuple(_reasons(session, redenen or {})),
        )
    except ValidationError as error:
        raise InvoerError(str(describe(error, {}, Oefencasus)[0])) from None


def advice(session: Session, casus: Oefencasus) -> tuple[str, ...]:
    """Return what to look at again before a case is handed out; empty when there is nothing."""
    return tuple(_advice(session, casus))


def adopt(desk: Desk, casus: Casus) -> Session:
    """Put a copy of a case among one's own, to change it; it is saved at once.

    Raises:
        InvoerError: this desk is for real dossiers.
        DossierError: the case can't be read.
    """
    if not desk.is_practice:
        raise InvoerError("Een eigen casus schrijft u in de oefenkluis.")
    model = model_of(desk, casus)
    nummer = desk.next_nummer()
    verhaal = casus.verhaal.model_copy(update={"id": _id_of(casus.verhaal.titel, nummer)})
    dossier = model.dossier.with_changes(nummer=nummer, gemaakt=desk.vandaag, oefencasus=verhaal, gebleven="")
    session = Session(dossier, model.geladen, desk.kluis, desk.vandaag)
    session.save()
    return session


def _reasons(session: Session, redenen: Mapping[str, tuple[str, str]]) -> Iterator[Modelreden]:
    for antwoord in session.dossier.antwoorden.taken:
        waarom, waarom_niet = (tekst.strip() for tekst in redenen.get(antwoord.taak, ("", "")))
        if waarom:
            yield Modelreden(taak=antwoord.taak, waarom=waarom, waarom_niet=waarom_niet)


def _advice(session: Session, casus: Oefencasus) -> Iterator[str]:
    if not casus.leerdoel:
        yield "Schrijf in één zin wat iemand van deze casus leert."
    woorden = len(casus.vignet.split())
    if woorden < FEWEST_WORDS:
        yield f"Het verhaal is kort: {woorden} woorden. Staat bij elke taak wat u ziet en hoort?"
    if _MINUTES.search(casus.vignet):
        yield "In het verhaal staan minuten. Dat verraadt het antwoord of stuurt het."
    for waar, tekst in (("het verhaal", casus.vignet), ("de titel", casus.titel)):
        codes = _codes_in(session.kader, tekst)
        if codes:
            naam = session.kader.schaal.naam.lower()
            yield f"In {waar} staat {naam} {', '.join(codes)}. Dat verraadt het antwoord."
    taken = session.indicatie.taken
    if not taken:
        yield "Er is nog geen taak gekozen. De antwoorden in dit dossier zijn straks het model."
    open_ = [u.naam for u in taken if isinstance(u.voorstel, Onbepaald)]
    if open_:
        yield f"Nog niet alles is beantwoord bij: {', '.join(open_)}."
    zonder = [u.naam for u in taken if casus.reden(u.taak) is None]
    if zonder:
        yield f"Er staat nog geen reden bij: {', '.join(zonder)}."


def _codes_in(kader: Normenkader, tekst: str) -> list[str]:
    """Return the codes of blokken that stand in a text; a code that is only a number says nothing."""
    codes = (code for code in kader.blok_by_code if not code.isdigit())
    return [code for code in codes if re.search(rf"\b{re.escape(code)}\b", tekst)]


def _id_of(titel: str, nummer: str) -> str:
    return f"{plain_name(titel)}-{nummer}".lstrip("-")
