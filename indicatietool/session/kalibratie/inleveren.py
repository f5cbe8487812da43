"""Handing in the uitslag of a practice dossier: what is still missing, what goes in the file, writing it.

Comes in: a Session. Goes out: an Uitslag without anything that was typed, or a sentence that says what to do.
"""

from collections.abc import Iterator
from pathlib import Path

from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.oefening import Oefencasus
from indicatietool.domain.tekst import show_exact
from indicatietool.domain.uitslag import Besluitvorm, Uitslag, UitslagKader, UitslagTaak
from indicatietool.domain.voorstel import Onbepaald
from indicatietool.engine.uitslag import uitslag_from
from indicatietool.errors import InvoerError
from indicatietool.session.kalibratie.deelnemer import participant
from indicatietool.session.session import Session
from indicatietool.store.normenkaders import GeladenKader
from indicatietool.store.uitslagen import SUFFIX, uitslag_to_json, write_uitslag

NO_PRACTICE = "Dit is geen oefendossier. Van een echt dossier komt nooit een uitslag."
NO_CASE = "Bij dit oefendossier hoort geen oefencasus. Begin bij Oefenen met een casus van de trainer."
SEEN = "U heeft het modelantwoord al gezien. Een uitslag telt alleen als die blind is gescoord."
NO_TAAK = "Er is nog geen taak gekozen. Kies bij de leefgebieden wat nodig is en scoor de taken."
NOTHING_MORE = (
    "Verder niets: geen naam, geen nummer, geen datum, geen tekst die u typte en niets over deze computer."
)


def missing(session: Session) -> tuple[str, ...]:
    """Return what must still be done before there is an uitslag; empty when it can be made."""
    return tuple(_missing(session))


def _missing(session: Session) -> Iterator[str]:
    if not session.dossier.oefening:
        yield NO_PRACTICE
    elif session.dossier.oefencasus is None:
        yield NO_CASE
    elif session.dossier.oefencasus.model_gezien is not None:
        yield SEEN
    elif not session.indicatie.taken:
        yield NO_TAAK
    for uitkomst in session.indicatie.taken:
        if isinstance(uitkomst.voorstel, Onbepaald):
            vragen = ", ".join(vraag.tekst for vraag in uitkomst.voorstel.open_vragen)
            yield f"{uitkomst.naam}: {vragen}."
        elif uitkomst.minuten_per_week is None:
            yield f"{uitkomst.naam}: het kader geeft hier geen cijfer. Neem zelf een besluit over de minuten."


def uitslag_of(session: Session, geheim: bytes) -> Uitslag:
    """Return the uitslag of a practice dossier that was scored to the end.

    Args:
        session: the practice dossier.
        geheim: of the laptop, see `deelnemer.secret_of`.

    Raises:
        InvoerError: it is no practice case, or something was not scored; the sentence says what.
    """
    gebreken, casus = missing(session), session.dossier.oefencasus
    if gebreken or casus is None:
        raise InvoerError(" ".join(("Er is nog geen uitslag.", *gebreken)))
    return uitslag_from(
        casus,
        fingerprint_of(session.geladen),
        session.dossier,
        session.indicatie,
        participant(geheim, casus.kenmerk),
    )


def fingerprint_of(geladen: GeladenKader) -> UitslagKader:
    """Return by what an uitslag knows its kader."""
    kop = geladen.kader.kader
    return UitslagKader(id=kop.id, versie=kop.versie, sha256=geladen.sha256)


def file_name(uitslag: Uitslag) -> str:
    """Return a name for the file that differs between participants and tells nothing of them."""
    return f"uitslag-{uitslag.casus.id}-{uitslag.deelnemer[:8]}{SUFFIX}"


def write(uitslag: Uitslag, pad: Path) -> None:
    """Write the file; the end of the name is made right when it is not.

    Raises:
        OpslagError: it can't be written.
    """
    write_uitslag(pad if pad.suffix.lower() == SUFFIX else pad.with_name(pad.name + SUFFIX), uitslag)


def file_text(uitslag: Uitslag) -> str:
    """Return the file itself, letter for letter."""
    return uitslag_to_json(uitslag).decode()


def in_words(uitslag: Uitslag, kader: Normenkader) -> tuple[tuple[str, str], ...]:
    """Return everything that goes in the file: what it is, and what it says."""
    return tuple(_words(uitslag, kader))


def _words(uitslag: Uitslag, kader: Normenkader) -> Iterator[tuple[str, str]]:
    yield "Casus", uitslag.casus.titel
    yield "Normenkader", f"{uitslag.kader.id} {uitslag.kader.versie}"
    yield "Deelnemer", f"{uitslag.deelnemer} (een willekeurig kenmerk, alleen voor deze casus)"
    for naam, keuze in uitslag.keuzes.items():
        yield kader.factor_by_id[naam].naam, kader.factor_by_id[naam].tell(keuze)
    for deel in uitslag.leefgebieden:
        gebied = kader.leefgebied_by_id[deel.leefgebied].naam
        for naam, keuze in deel.keuzes.items():
            yield f"{gebied}: {kader.factor_by_id[naam].naam}", kader.factor_by_id[naam].tell(keuze)
    for taak in uitslag.taken:
        yield kader.taak_by_id[taak.taak].naam, _taak(taak, kader)
    for minuten in uitslag.overige:
        yield "Overige begeleiding", f"{minuten} minuten per week, zonder de omschrijving"
    yield "Totaal", f"{uitslag.minuten_per_maand} minuten per maand"
    if uitslag.totaal_afgeweken:
        yield "Hoe het totaal is vastgesteld", "anders dan de som, zonder de motivering"
    if uitslag.profiel:
        yield "Voorgesteld profiel", uitslag.profiel


def _taak(taak: UitslagTaak, kader: Normenkader) -> str:
    delen = [taak.blok or "", str(taak.frequentie) if taak.frequentie else ""]
    for naam, keuze in taak.keuzes.items():
        factor = kader.factor_by_id[naam]
        delen.append(f"{factor.naam.lower()}: {factor.tell(keuze)}")
    delen += [_help(len(taak.aftrek))] if taak.aftrek else []
    if taak.besluit is not Besluitvorm.VOORSTEL:
        delen.append(f"besluit: {taak.besluit.naam}")
    delen.append(f"{show_exact(taak.minuten_per_week)} minuten per week")
    return "; ".join(deel for deel in delen if deel)


def _help(aantal: int) -> str:
    return f"hulp van {'een ander' if aantal == 1 else f'{aantal} anderen'}, zonder de reden"


def model_of(session: Session, casus: Oefencasus) -> Uitslag | None:
    """Return the model answer of a case as an uitslag; None when the case holds no full answer."""
    if missing(session):
        return None
    return uitslag_from(casus, fingerprint_of(session.geladen), session.dossier, session.indicatie, "0" * 32)
