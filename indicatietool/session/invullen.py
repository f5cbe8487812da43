"""Filling in any field of a dossier by its address, with the same acts as the window.

Comes in: a session, an address such as "melding.client" or "taak.post-openen.blok", and a JSON value; null
empties. Goes out: the change in the session, or one Dutch sentence that does not repeat the value. The
addresses are told in docs/opdrachtregel.md.
"""

from collections.abc import Callable

from indicatietool.domain.antwoorden import Antwoorden, LeefgebiedAntwoord, LeefgebiedSituatie, TaakAntwoord
from indicatietool.domain.besluit import Afwijken, AfwijkenTotaal, BinnenMarge, Overnemen, TaakBesluit
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.factoren import Factor, Plaats
from indicatietool.domain.gemeente import GEMEENTEN
from indicatietool.domain.kluis import Json
from indicatietool.domain.normenkader import Taak
from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.voorstel import Voorstel
from indicatietool.errors import BesluitError, InvoerError
from indicatietool.session.session import TYPED_FIELDS, Session
from indicatietool.session.waarden import read_fact, require_choice, require_number
from indicatietool.verslag.passages import passages

_UNKNOWN = "Dit veld bestaat niet. De namen van de velden staan in docs/opdrachtregel.md."
_TEXTS_OF_LEEFGEBIED = frozenset(("problemen", "doel", "indicator", "toelichting"))
_PARTS_OF_TAAK: dict[str, Callable[..., None]] = {
    "blok": Session.answer_blok,
    "frequentie": Session.answer_frequentie,
    "observatie": Session.answer_observatie,
    "aftrek": Session.set_aftrek,
}
_LISTS: dict[str, Callable[..., None]] = {
    "fasen": Session.set_fasen,
    "tijdelijke_lijnen": Session.set_tijdelijke_lijnen,
    "afgeschermd": Session.guard,
}

ADDRESSES = (
    *(f"leefgebied.ID.{deel}" for deel in ("situatie", *sorted(_TEXTS_OF_LEEFGEBIED))),
    *(f"taak.ID.{deel}" for deel in ("nodig", *_PARTS_OF_TAAK, "besluit")),
    *("factor.F", "leefgebied.ID.factor.F", "taak.ID.factor.F"),
    *("overige", "totaal", *_LISTS),
)
"""Every address beside TYPED_FIELDS: ID stands for a leefgebied or taak, F for a factor of the kader."""


def fill(session: Session, veld: str, waarde: Json) -> None:
    """Fill in one field of a dossier; None empties it.

    Args:
        session: the open dossier; it is not saved here.
        veld: the address of the field.
        waarde: its value as JSON knows it.

    Raises:
        InvoerError: no such field, or a value that can't stand there; the dossier is as it was.
        BesluitError: a besluit that can't be taken, or the dossier is definitief.
    """
    match veld.split("."):
        case ["factor", factor]:
            _fill_factor(session, Plaats.DOSSIER, "", factor, waarde)
        case ["leefgebied", leefgebied, "factor", factor]:
            _require_answered(session, leefgebied)
            _fill_factor(session, Plaats.LEEFGEBIED, leefgebied, factor, waarde)
        case ["taak", taak, "factor", factor]:
            _require_chosen(session, taak)
            _fill_factor(session, Plaats.TAAK, taak, factor, waarde)
        case ["leefgebied", leefgebied, "situatie"]:
            _fill_situatie(session, leefgebied, waarde)
        case ["leefgebied", leefgebied, deel] if deel in _TEXTS_OF_LEEFGEBIED:
            _fill_leefgebied(session, leefgebied, deel, waarde)
        case ["taak", taak, "nodig"]:
            _fill_nodig(session, taak, waarde)
        case ["taak", taak, "besluit"]:
            _fill_besluit(session, taak, waarde)
        case ["taak", taak, deel] if deel in _PARTS_OF_TAAK:
            _fill_taak(session, taak, deel, waarde)
        case ["overige"]:
            overige = () if waarde is None else read_fact(Antwoorden, {"overige": waarde}).overige
            session.set_overige(overige)
        case ["totaal"]:
            _fill_total(session, waarde)
        case [lijst] if lijst in _LISTS:
            _fill_list(session, lijst, waarde)
        case [_, _] if veld in TYPED_FIELDS:
            _fill_typed(session, veld, waarde)
        case _:
            raise InvoerError(_UNKNOWN)


def _fill_typed(session: Session, veld: str, waarde: Json) -> None:
    if waarde is None:
        session.set_veld(veld, None)
        return
    match veld:
        case "melding.gemeente":
            require_choice(waarde, (gemeente.code for gemeente in GEMEENTEN))
        case "weging.profiel":
            require_choice(waarde, session.kader.blok_by_code)
        case "weging.product":
            require_choice(waarde, session.kader.product_by_id)
    sectie, _, naam = veld.partition(".")
    part = getattr(session.dossier, sectie)
    nieuw = read_fact(type(part), {**part.model_dump(mode="json"), naam: waarde})
    session.set_veld(veld, getattr(nieuw, naam))


def _fill_situatie(session: Session, leefgebied: str, waarde: Json) -> None:
    _require_leefgebied(session, leefgebied)
    if waarde is None:
        session.set_situatie(leefgebied, None)
        return
    situatie = require_choice(waarde, tuple(LeefgebiedSituatie))
    session.set_situatie(leefgebied, LeefgebiedSituatie(situatie))


def _fill_leefgebied(session: Session, leefgebied: str, deel: str, waarde: Json) -> None:
    antwoord = _require_answered(session, leefgebied)
    tekst = "" if waarde is None else waarde
    nieuw = read_fact(LeefgebiedAntwoord, {**antwoord.model_dump(mode="json"), deel: tekst})
    session.set_leefgebied_tekst(leefgebied, deel, getattr(nieuw, deel))


def _fill_nodig(session: Session, taak: str, waarde: Json) -> None:
    norm = _require_taak(session, taak)
    if waarde is not None and not isinstance(waarde, bool):
        raise InvoerError("nodig: moet true of false zijn. Schrijf true of false zonder aanhalingstekens.")
    situatie = session.dossier.antwoorden.leefgebied(norm.leefgebied)
    if waarde and (situatie is None or situatie.situatie is not LeefgebiedSituatie.BEGELEIDING):
        raise InvoerError(
            f"Bij het leefgebied van deze taak is geen begeleiding nodig. Vul eerst "
            f"leefgebied.{norm.leefgebied}.situatie met begeleiding."
        )
    session.choose_taak(taak, nodig=bool(waarde))


def _fill_taak(session: Session, taak: str, deel: str, waarde: Json) -> None:
    norm = _require_chosen(session, taak)
    if waarde is not None and deel == "blok":
        require_choice(waarde, [blok.code for blok in session.kader.blokken_of(norm)])
    nieuw = read_fact(TaakAntwoord, {"taak": taak} if waarde is None else {"taak": taak, deel: waarde})
    _PARTS_OF_TAAK[deel](session, taak, getattr(nieuw, deel))


def _fill_factor(session: Session, plaats: Plaats, sleutel: str, factor: str, waarde: Json) -> None:
    norm = _require_factor(session, plaats, sleutel, factor)
    keuze: str | int | None
    if waarde is None:
        keuze = None
    elif norm.soort == "aantal":
        keuze = require_number(waarde, norm.hoogste)
    else:
        keuze = require_choice(waarde, [keuze.id for keuze in norm.keuzes])
    session.answer_factor(factor, keuze, sleutel)


def _fill_besluit(session: Session, taak: str, waarde: Json) -> None:
    _require_chosen(session, taak)
    if waarde is None:
        session.revoke(taak)
        return
    if waarde == {"soort": "overnemen"}:
        session.take_over(taak)
        return
    match read_fact(TaakBesluit, {"taak": taak, "besluit": waarde}).besluit:
        case Overnemen(minuten_per_week=minuten):
            voorstel = session.uitkomst(taak).voorstel
            if isinstance(voorstel, Voorstel) and voorstel.omvang.richt != minuten:
                raise BesluitError("Het voorstel is nu anders dan dit getal. Bekijk het voorstel opnieuw.")
            session.take_over(taak)
        case BinnenMarge(minuten_per_week=minuten):
            _require_within(session, taak, minuten)
            session.choose_within(taak, minuten)
        case Afwijken(minuten=minuten, grond=grond, motivering=motivering):
            require_choice(grond, session.kader.grond_by_id)
            session.depart(taak, minuten, grond, motivering)


def _require_within(session: Session, taak: str, minuten: int) -> None:
    if session.is_within_marge(taak, minuten):
        return
    voorstel = session.uitkomst(taak).voorstel
    marge = ""
    if isinstance(voorstel, Voorstel):
        onder, boven = show_minutes(voorstel.omvang.min), show_minutes(voorstel.omvang.max)
        marge = f" van {onder} tot {boven} minuten"
    raise BesluitError(f"Dit ligt buiten de marge{marge}. Neem soort afwijken, met een grond en motivering.")


def _fill_total(session: Session, waarde: Json) -> None:
    if waarde is None:
        session.revoke_total()
        return
    afwijking = _read_whole(session, "afwijking_totaal", waarde).afwijking_totaal
    if isinstance(afwijking, AfwijkenTotaal):
        require_choice(afwijking.grond, session.kader.grond_by_id)
        session.depart_from_total(afwijking.minuten_per_maand, afwijking.grond, afwijking.motivering)


def _fill_list(session: Session, lijst: str, waarde: Json) -> None:
    nieuw = _read_whole(session, lijst, [] if waarde is None else waarde)
    if lijst == "afgeschermd":
        bekend = {passage.plek for passage in passages(session.kader, session.dossier)}
        if not {passage.plek for passage in nieuw.afgeschermd} <= bekend:
            raise InvoerError("Deze plek is leeg of bestaat niet. Kies een ingevuld veld om af te schermen.")
    _LISTS[lijst](session, getattr(nieuw, lijst))


def _read_whole(session: Session, naam: str, waarde: Json) -> Dossier:
    """Return the dossier with one part replaced, to check a part that is no model of its own."""
    return read_fact(Dossier, {**session.dossier.model_dump(mode="json"), naam: waarde})


def _require_leefgebied(session: Session, leefgebied: str) -> None:
    if leefgebied not in session.kader.leefgebied_by_id:
        raise InvoerError(
            "Dit leefgebied kent het normenkader niet. Kijk met indicatietool norm toon welke er zijn."
        )


def _require_answered(session: Session, leefgebied: str) -> LeefgebiedAntwoord:
    _require_leefgebied(session, leefgebied)
    antwoord = session.dossier.antwoorden.leefgebied(leefgebied)
    if antwoord is None:
        raise InvoerError(
            f"Bij dit leefgebied is nog niets gezegd. Vul eerst leefgebied.{leefgebied}.situatie in."
        )
    return antwoord


def _require_taak(session: Session, taak: str) -> Taak:
    if taak not in session.kader.taak_by_id:
        raise InvoerError(
            "Deze taak kent het normenkader niet. Kijk met indicatietool norm toon welke er zijn."
        )
    return session.kader.taak_by_id[taak]


def _require_chosen(session: Session, taak: str) -> Taak:
    norm = _require_taak(session, taak)
    if session.dossier.antwoorden.taak(taak) is None:
        raise InvoerError(f"Deze taak is niet gekozen. Vul eerst taak.{taak}.nodig met true.")
    return norm


def _require_factor(session: Session, plaats: Plaats, sleutel: str, factor: str) -> Factor:
    """Return a factor that is asked in this place."""
    gevraagd = {
        norm.id: norm
        for norm in session.kader.factoren_at(plaats)
        if plaats is not Plaats.TAAK or norm in session.kader.factoren_by_taak[sleutel]
    }
    return gevraagd[require_choice(factor, gevraagd, "Deze factor wordt hier niet gevraagd.")]
