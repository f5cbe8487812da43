"""A new onderzoek that builds on an earlier one: nothing typed twice, nothing decided beforehand.

Comes in: a desk and a dossier. Goes out: a new Session with the facts that still hold and a snapshot of
what was indicated then.
"""

from indicatietool.domain.dossier import Dossier, Melding, SoortOnderzoek, Weging
from indicatietool.domain.eerder import EerdereTaak, EerderOnderzoek
from indicatietool.domain.indicatie import Indicatie
from indicatietool.domain.normenkader import Normenkader
from indicatietool.engine.fit import unknown_to_kader
from indicatietool.engine.overzetten import carry_over
from indicatietool.errors import InvoerError
from indicatietool.session.desk import Desk
from indicatietool.session.session import Session
from indicatietool.store.normenkaders import GeladenKader

_STAYS_OF_MELDING = (
    "client",
    "bsn",
    "zaaknummer",
    "gemeente",
    "consulent",
    "leeftijdsgroep",
    "geheim_adres",
    "identiteit_vastgesteld",
)
_STAYS_OF_WEGING = (
    "plussen_en_minnen",
    "normaliseren",
    "zelfredzaamheid",
    "naar_de_voorkant",
    "bijzondere_omstandigheden",
    "op_en_afschalen",
    "bij_einddatum",
    "leveringsvorm",
    "volumevorm",
)


def follow_up(desk: Desk, nummer: str, soort: SoortOnderzoek) -> Session:
    """Begin a herindicatie or herziening of a saved dossier; it is saved at the first change.

    A herindicatie keeps what was found and scored; every besluit and the weighing are made anew, with the
    kader that is valid today. A herziening keeps the besluiten and the weighing as well, with the kader it
    has, so that only what the change touches is decided again.

    Args:
        desk: where the earlier dossier is.
        nummer: of the earlier dossier.
        soort: HERINDICATIE or HERZIENING.

    Raises:
        InvoerError: another kind of onderzoek, or the earlier one has no number of minutes yet.
        DossierError: its kader is not here.
    """
    if soort not in (SoortOnderzoek.HERINDICATIE, SoortOnderzoek.HERZIENING):
        raise InvoerError(
            "Een vervolg is een herindicatie of een herziening. Begin anders een nieuw onderzoek."
        )
    vorige = desk.open(nummer)
    if not vorige.indicatie.taken and not vorige.dossier.antwoorden.overige:
        raise InvoerError(f"In dossier {nummer} is nog niets geïndiceerd. Ga daar verder met het onderzoek.")
    geladen = vorige.geladen if soort is SoortOnderzoek.HERZIENING else _kader_of_today(desk, vorige)
    nieuw = _begin(desk, vorige, geladen, soort)
    if soort is SoortOnderzoek.HERZIENING:
        nieuw = _with_besluiten(nieuw, vorige.dossier, geladen.kader)
    return Session(nieuw, geladen, desk.kluis, desk.vandaag)


def omzetting(desk: Desk, huidige_indicatie: str, geladen: GeladenKader | None = None) -> Session:
    """Begin the onderzoek of a client who already has begeleiding under the old products.

    The old indication is noted; no minutes are derived from it (eis 152).
    """
    session = desk.new(geladen)
    melding = session.dossier.melding.model_copy(
        update={"soort_onderzoek": SoortOnderzoek.OMZETTING, "huidige_indicatie": huidige_indicatie}
    )
    return Session(session.dossier.with_changes(melding=melding), session.geladen, desk.kluis, desk.vandaag)


def snapshot(session: Session) -> EerderOnderzoek:
    """Return the outcome of a session as a later onderzoek remembers it."""
    dossier, indicatie = session.dossier, session.indicatie
    return EerderOnderzoek(
        nummer=dossier.nummer,
        datum=dossier.gemaakt,
        kader=session.kader.kader.naam[:150] + " " + session.kader.kader.versie,
        minuten_per_maand=indicatie.minuten_per_maand,
        einddatum=dossier.weging.einddatum,
        profiel=dossier.weging.profiel,
        taken=_taken(indicatie),
    )


def _taken(indicatie: Indicatie) -> tuple[EerdereTaak, ...]:
    return tuple(
        EerdereTaak(taak=u.taak, naam=u.naam[:200], blok=u.blok, minuten_per_week=u.minuten_per_week)
        for u in indicatie.taken
        if u.minuten_per_week is not None
    )


def _kader_of_today(desk: Desk, vorige: Session) -> GeladenKader:
    """Return the kader for today: a version of the same kader where there is one."""
    geldig = desk.kaders.for_new(desk.vandaag)
    zelfde = [geladen for geladen in geldig if geladen.kader.kader.id == vorige.kader.kader.id]
    return desk.kaders.proven((zelfde or list(geldig))[0])


def _begin(desk: Desk, session: Session, geladen: GeladenKader, soort: SoortOnderzoek) -> Dossier:
    vorige = session.dossier
    melding = {naam: getattr(vorige.melding, naam) for naam in _STAYS_OF_MELDING}
    weging = {naam: getattr(vorige.weging, naam) for naam in _STAYS_OF_WEGING}
    return Dossier(
        nummer=desk.next_nummer(),
        oefening=vorige.oefening,
        gemaakt=desk.vandaag,
        kader=geladen.verwijzing,
        melding=Melding(**{**melding, "soort_onderzoek": soort, "huidige_indicatie": _in_words(session)}),
        hulpvraag=vorige.hulpvraag,
        antwoorden=carry_over(geladen.kader, vorige.antwoorden),
        oplossingen=vorige.oplossingen,
        weging=Weging(**weging),
        afgeschermd=vorige.afgeschermd,
        eerder=snapshot(session),
    )


def _with_besluiten(nieuw: Dossier, vorige: Dossier, kader: Normenkader) -> Dossier:
    weging = vorige.weging.model_copy(update={"ingangsdatum": None})
    met = nieuw.with_changes(
        besluiten=vorige.besluiten, afwijking_totaal=vorige.afwijking_totaal, weging=weging
    )
    return nieuw if unknown_to_kader(kader, met) else met


def _in_words(vorige: Session) -> str:
    einde = vorige.dossier.weging.einddatum
    tot = f" tot en met {einde.day}-{einde.month}-{einde.year}" if einde else ""
    return f"{vorige.indicatie.minuten_per_maand} minuten per maand{tot} (dossier {vorige.dossier.nummer})"
