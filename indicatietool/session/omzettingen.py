"""The conversion of existing clients: the list that was read in, how far it is, and beginning with one.

Comes in: a desk and a list. Goes out: an overview and Sessions. The list lies in the kluis; no minutes are
derived from an old indicatie (eis 152).
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from indicatietool.domain.dossier import SoortOnderzoek
from indicatietool.domain.gemeente import gemeente_naam
from indicatietool.domain.kaart import DossierStatus
from indicatietool.domain.kluis import Json
from indicatietool.errors import InvoerError
from indicatietool.session.desk import Desk
from indicatietool.session.session import Session
from indicatietool.session.vervolg import omzetting
from indicatietool.store.kluis import Kluis
from indicatietool.store.omzetlijst import OmTeZetten, read_omzetlijst

_SETTING = "omzetlijst"


@dataclass(frozen=True, slots=True)
class Omzetregel:
    """Eén zaak van de lijst: wat er nu is, en of er al een dossier van is.

    `nummer` is empty as long as the onderzoek was not begun.
    """

    zaak: str
    gemeente: str
    huidig: str
    einddatum: date | None
    nummer: str = ""
    is_omgezet: bool = False

    @property
    def stand(self) -> str:
        """Return how far it is, in words."""
        if self.is_omgezet:
            return "omgezet"
        return f"bezig in {self.nummer}" if self.nummer else "nog niet begonnen"


def take_in_list(desk: Desk, pad: Path) -> int:
    """Read in a list; a zaak that was in it already is replaced. Returns how many rows came in.

    Raises:
        DossierError: the list can't be used; nothing was kept.
    """
    regels = read_omzetlijst(pad)
    samen = {regel.zaak: regel for regel in (*_kept(desk), *regels)}
    _require_kluis(desk).set_setting(_SETTING, [_as_json(regel) for regel in samen.values()])
    return len(regels)


def drop_list(desk: Desk) -> None:
    """Forget the list; the dossiers stay."""
    _require_kluis(desk).set_setting(_SETTING, [])


def overview(desk: Desk) -> tuple[Omzetregel, ...]:
    """Return every zaak of the list with its standing, those that end first on top."""
    begonnen = {
        regel.kaart.zaaknummer: regel.kaart
        for regel in desk.list()
        if regel.kaart.soort_onderzoek is SoortOnderzoek.OMZETTING and regel.kaart.zaaknummer
    }
    regels = []
    for zaak in _kept(desk):
        kaart = begonnen.get(zaak.zaak)
        regels.append(
            Omzetregel(
                zaak.zaak,
                gemeente_naam(zaak.gemeente),
                zaak.huidig,
                zaak.einddatum,
                kaart.nummer if kaart else "",
                kaart is not None and kaart.status is DossierStatus.DEFINITIEF,
            )
        )
    return tuple(
        sorted(regels, key=lambda regel: (regel.is_omgezet, regel.einddatum or date.max, regel.zaak))
    )


def begin(desk: Desk, zaak: str) -> Session:
    """Begin the onderzoek of a zaak on the list, or go on with it.

    Raises:
        InvoerError: it is not on the list.
    """
    regel = next((regel for regel in overview(desk) if regel.zaak == zaak), None)
    bron = next((bron for bron in _kept(desk) if bron.zaak == zaak), None)
    if regel is None or bron is None:
        raise InvoerError("Deze zaak staat niet op de lijst. Kies een andere.")
    if regel.nummer:
        return desk.open(regel.nummer)
    tot = f" tot en met {bron.einddatum:%d-%m-%Y}" if bron.einddatum else ""
    session = omzetting(desk, f"{bron.huidig}{tot}")
    session.set_veld("melding.zaaknummer", bron.zaak)
    if bron.gemeente:
        session.set_veld("melding.gemeente", bron.gemeente)
    return session


def _kept(desk: Desk) -> tuple[OmTeZetten, ...]:
    bewaard = _require_kluis(desk).setting(_SETTING, [])
    rijen = bewaard if isinstance(bewaard, list) else []
    return tuple(_from_json(rij) for rij in rijen if isinstance(rij, dict))


def _as_json(regel: OmTeZetten) -> dict[str, Json]:
    einde = regel.einddatum.isoformat() if regel.einddatum else None
    return {"zaak": regel.zaak, "gemeente": regel.gemeente, "huidig": regel.huidig, "einddatum": einde}


def _from_json(rij: dict[str, Json]) -> OmTeZetten:
    einde, gemeente = rij.get("einddatum"), rij.get("gemeente")
    return OmTeZetten(
        str(rij.get("zaak", "")),
        gemeente if isinstance(gemeente, str) else None,
        str(rij.get("huidig", "")),
        date.fromisoformat(einde) if isinstance(einde, str) else None,
    )


def _require_kluis(desk: Desk) -> Kluis:
    if desk.kluis is None:
        raise InvoerError("Er is geen kluis open. Open eerst de kluis.")
    return desk.kluis
