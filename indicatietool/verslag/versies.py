"""What each version of a verslag may hold. What may not be there is taken out before anything is composed.

Comes in: a Dossier and a Versie. Goes out: a Dossier without the passages that this version must not have.
A part of a verslag can't leak what it never gets.

- dossierversie: everything, also what is guarded.
- cliëntversie: everything but the BSN and what was marked `niet_voor_client`. The client has a right to the
  whole outcome in writing (Wmo 2015 art. 2.3.2 lid 8) and to the whole file (art. 5.3.2).
- aanbiedersversie: only `AANBIEDER_MAG`, and of that not what was marked `niet_voor_aanbieder`. An aanbieder
  needs to know what to reach and with how many minutes: the question in the client's own words, wishes (who
  helps, and how), problemen, doel and indicator per leefgebied, agreements for a crisis, expected peaks, and
  when it becomes more, less or ends. It does not need the situation, earlier help, observations, what others
  told about themselves, the client's money or papers, the weighing or the motiveringen: those explain to the
  client and a court why the number is what it is. The aanbieder hears the rest from the client, who decides
  what to tell.

Bron: eisen 112 and 165; AVG art. 5 lid 1 onder c; Wmo 2015 art. 5.1.1; recht.md §5.
"""

import re
from collections.abc import Callable
from typing import TypeVar

from pydantic import BaseModel

from indicatietool.domain.antwoorden import Antwoorden, LeefgebiedAntwoord, OverigeBegeleiding, TaakAntwoord
from indicatietool.domain.besluit import Afwijken, AfwijkenTotaal, TaakBesluit
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.fasen import Fase, TijdelijkeLijn
from indicatietool.domain.versie import Versie
from indicatietool.errors import VerslagError

NIET_IN_DEZE_VERSIE = "Dit staat niet in deze versie."
"""Stands where the domain asks for words and the words may not be shown."""

AANBIEDER_MAG = frozenset(
    {
        "melding.client",
        "melding.zaaknummer",
        "melding.consulent",
        "hulpvraag.eigen_woorden",
        "hulpvraag.behoeften",
        "leefgebied.problemen",
        "leefgebied.doel",
        "leefgebied.indicator",
        "oplossingen.crisisafspraken",
        "overig.omschrijving",
        "tijdelijk.omschrijving",
        "weging.verwachte_pieken",
        "weging.op_en_afschalen",
        "weging.bij_einddatum",
    }
)
"""The passages that an aanbieder gets; in a place as leefgebied.ID.doel the id is left out here."""

_SECTIES = ("melding", "hulpvraag", "oplossingen", "weging", "afronding")
DELEN = {
    "leefgebied": ("problemen", "doel", "indicator", "toelichting"),
    "taak": ("observatie", "aftrek"),
    "besluit": ("motivering",),
    "overig": ("omschrijving", "motivering"),
    "fase": ("motivering",),
    "tijdelijk": ("omschrijving", "motivering"),
}
"""Per kind of place the parts that hold words: kind.ID.part, or kind.NUMBER.part from 1."""
TOTAAL = "afwijking_totaal.motivering"
"""The place of the motivering when the total departs."""
_DEEL_VAN_IETS = re.compile(r"(?P<soort>[a-z]+)\.[a-z0-9-]+(\.(?P<deel>[a-z]+))?")

Hidden = Callable[[str], bool]
"""Tells of a place whether its words may not be in this version."""

_Model = TypeVar("_Model", bound=BaseModel)


def dossier_for(dossier: Dossier, versie: Versie) -> Dossier:
    """Return the dossier as this version may know it.

    Raises:
        VerslagError: a passage is guarded at a place that does not exist, so that it can't be kept out.
    """
    if versie is Versie.DOSSIER:
        return dossier
    hidden = _hidden_in(dossier, versie)
    return dossier.with_changes(
        **{sectie: _emptied(getattr(dossier, sectie), sectie, hidden) for sectie in _SECTIES},
        antwoorden=_answers(dossier.antwoorden, hidden),
        besluiten=tuple(_besluit(besluit, hidden) for besluit in dossier.besluiten),
        afwijking_totaal=_total(dossier.afwijking_totaal, hidden),
        fasen=tuple(_fase(fase, f"fase.{n}", hidden) for n, fase in enumerate(dossier.fasen, 1)),
        tijdelijke_lijnen=tuple(
            _lijn(lijn, f"tijdelijk.{n}", hidden) for n, lijn in enumerate(dossier.tijdelijke_lijnen, 1)
        ),
        eerder=None if versie is Versie.AANBIEDER else dossier.eerder,
        afgeschermd=(),
    )


def leaves_out(dossier: Dossier, versie: Versie) -> bool:
    """Tell whether a passage was marked to be kept out of this version."""
    return bool(_guarded(dossier, versie))


def _guarded(dossier: Dossier, versie: Versie) -> frozenset[str]:
    return frozenset(
        passage.plek
        for passage in dossier.afgeschermd
        if {
            Versie.CLIENT: passage.niet_voor_client,
            Versie.AANBIEDER: passage.niet_voor_aanbieder,
            Versie.DOSSIER: False,
        }[versie]
    )


def _hidden_in(dossier: Dossier, versie: Versie) -> Hidden:
    guarded = _guarded(dossier, versie)
    for plek in sorted(guarded):
        _require_place(plek)

    def hidden(plek: str) -> bool:
        eerste, *midden, laatste = plek.split(".")
        if versie is Versie.AANBIEDER and f"{eerste}.{laatste}" not in AANBIEDER_MAG:
            return True
        delen = (eerste, *midden, laatste)
        return any(".".join(delen[:aantal]) in guarded for aantal in range(1, len(delen) + 1))

    return hidden


def _require_place(plek: str) -> None:
    """Refuse a place that no part of a dossier answers to: it would silently stay in.

    Raises:
        VerslagError: with the place.
    """
    deel = _DEEL_VAN_IETS.fullmatch(plek)
    soort = deel["soort"] if deel else ""
    is_deel = soort in DELEN and deel is not None and deel["deel"] in (None, *DELEN[soort])
    if not (plek in TEKSTVELDEN or is_deel or plek in (TOTAAL, "afwijking_totaal")):
        raise VerslagError(
            f"De afgeschermde passage “{plek}” is niet te vinden. Haal deze afscherming weg en kies de "
            "passage opnieuw. Daarna kan deze versie worden gemaakt."
        )


def _is_text(sectie: str, naam: str) -> bool:
    veld = Dossier.model_fields[sectie].default.__class__.model_fields[naam]
    return veld.default == ""


TEKSTVELDEN = frozenset(
    f"{sectie}.{naam}"
    for sectie in _SECTIES
    for naam in Dossier.model_fields[sectie].default.__class__.model_fields
    if _is_text(sectie, naam)
)
"""The typed texts of a dossier, as section.field."""


def _emptied(model: _Model, sectie: str, hidden: Hidden) -> _Model:
    leeg = {
        naam: type(model).model_fields[naam].default
        for naam in type(model).model_fields
        if f"{sectie}.{naam}" in TEKSTVELDEN and hidden(f"{sectie}.{naam}")
    }
    return type(model)(**{**dict(model), **leeg}) if leeg else model


def _answers(antwoorden: Antwoorden, hidden: Hidden) -> Antwoorden:
    return Antwoorden(
        keuzes=antwoorden.keuzes,
        leefgebieden=tuple(_leefgebied(a, hidden) for a in antwoorden.leefgebieden),
        taken=tuple(_taak(a, hidden) for a in antwoorden.taken),
        overige=tuple(_overig(a, f"overig.{n}", hidden) for n, a in enumerate(antwoorden.overige, 1)),
    )


def _leefgebied(antwoord: LeefgebiedAntwoord, hidden: Hidden) -> LeefgebiedAntwoord:
    plek = f"leefgebied.{antwoord.leefgebied}"
    leeg = {deel: "" for deel in DELEN["leefgebied"] if hidden(f"{plek}.{deel}")}
    return LeefgebiedAntwoord(**{**dict(antwoord), **leeg})


def _taak(antwoord: TaakAntwoord, hidden: Hidden) -> TaakAntwoord:
    plek = f"taak.{antwoord.taak}"
    aftrek = antwoord.aftrek
    if hidden(f"{plek}.aftrek"):
        aftrek = tuple(type(a)(**{**dict(a), "reden": NIET_IN_DEZE_VERSIE}) for a in aftrek)
    observatie = "" if hidden(f"{plek}.observatie") else antwoord.observatie
    return TaakAntwoord(**{**dict(antwoord), "aftrek": aftrek, "observatie": observatie})


def _overig(overig: OverigeBegeleiding, plek: str, hidden: Hidden) -> OverigeBegeleiding:
    return OverigeBegeleiding(**{**dict(overig), **_replaced(plek, DELEN["overig"], hidden)})


def _besluit(besluit: TaakBesluit, hidden: Hidden) -> TaakBesluit:
    if not isinstance(besluit.besluit, Afwijken):
        return besluit
    nieuw = _replaced(f"besluit.{besluit.taak}", DELEN["besluit"], hidden)
    return TaakBesluit(taak=besluit.taak, besluit=Afwijken(**{**dict(besluit.besluit), **nieuw}))


def _total(afwijking: AfwijkenTotaal | None, hidden: Hidden) -> AfwijkenTotaal | None:
    if afwijking is None or not hidden(TOTAAL):
        return afwijking
    return AfwijkenTotaal(**{**dict(afwijking), "motivering": NIET_IN_DEZE_VERSIE})


def _fase(fase: Fase, plek: str, hidden: Hidden) -> Fase:
    return Fase(**{**dict(fase), **_replaced(plek, DELEN["fase"], hidden)})


def _lijn(lijn: TijdelijkeLijn, plek: str, hidden: Hidden) -> TijdelijkeLijn:
    return TijdelijkeLijn(**{**dict(lijn), **_replaced(plek, DELEN["tijdelijk"], hidden)})


def _replaced(plek: str, delen: tuple[str, ...], hidden: Hidden) -> dict[str, str]:
    return {deel: NIET_IN_DEZE_VERSIE for deel in delen if hidden(f"{plek}.{deel}")}
