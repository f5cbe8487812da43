"""From a scored practice dossier to an uitslag, and back to something that can be computed.

Comes in: a dossier with its outcome, or an uitslag. Goes out: an uitslag without anything that was typed, or
a dossier with a dash where a text must stand. So the minutes in an uitslag can be checked.
"""

from datetime import date
from fractions import Fraction

from indicatietool.domain.antwoorden import (
    Aftrek,
    Antwoorden,
    LeefgebiedAntwoord,
    LeefgebiedSituatie,
    OverigeBegeleiding,
    TaakAntwoord,
)
from indicatietool.domain.besluit import Afwijken, AfwijkenTotaal, Besluit, BinnenMarge, TaakBesluit
from indicatietool.domain.dossier import Dossier, KaderVerwijzing, Melding
from indicatietool.domain.indicatie import BesluitStand, Indicatie, TaakUitkomst
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.oefening import Oefencasus
from indicatietool.domain.uitslag import (
    Besluitvorm,
    Uitslag,
    UitslagAftrek,
    UitslagCasus,
    UitslagKader,
    UitslagLeefgebied,
    UitslagTaak,
)
from indicatietool.engine.total import indicate

NOTHING_TYPED = "-"
"""What stands where a dossier must hold a text and an uitslag holds none."""
SOME_DAY = date(2000, 1, 1)


def uitslag_from(
    casus: Oefencasus, kader: UitslagKader, dossier: Dossier, indicatie: Indicatie, deelnemer: str
) -> Uitslag:
    """Return the uitslag of a dossier of which every chosen taak has minutes.

    Args:
        casus: the case that was scored.
        kader: the fingerprint of the kader.
        dossier: the answers and besluiten.
        indicatie: its outcome.
        deelnemer: 32 hex digits that tell nobody who it was.
    """
    antwoorden = dossier.antwoorden
    return Uitslag(
        casus=UitslagCasus(kenmerk=casus.kenmerk, id=casus.id, titel=casus.titel),
        kader=kader,
        deelnemer=deelnemer,
        keuzes=dict(antwoorden.keuzes),
        leefgebieden=tuple(
            UitslagLeefgebied(leefgebied=antwoord.leefgebied, keuzes=dict(antwoord.keuzes))
            for antwoord in antwoorden.leefgebieden
            if antwoord.keuzes
        ),
        taken=tuple(_taak(uitkomst, antwoorden) for uitkomst in indicatie.taken),
        overige=tuple(overig.minuten_per_week for overig in antwoorden.overige),
        totaal_afgeweken=dossier.afwijking_totaal is not None,
        minuten_per_maand=indicatie.minuten_per_maand,
        profiel=indicatie.profiel.blok if indicatie.profiel else None,
    )


def _taak(uitkomst: TaakUitkomst, antwoorden: Antwoorden) -> UitslagTaak:
    antwoord = antwoorden.taak(uitkomst.taak)
    if antwoord is None or uitkomst.minuten_per_week is None:
        raise ValueError(f"taak {uitkomst.taak} has no minutes")
    return UitslagTaak(
        taak=antwoord.taak,
        blok=antwoord.blok,
        frequentie=antwoord.frequentie,
        keuzes=dict(antwoord.keuzes),
        aftrek=tuple(
            UitslagAftrek(**aftrek.model_dump(exclude={"reden"}, mode="python")) for aftrek in antwoord.aftrek
        ),
        besluit=_how(uitkomst),
        minuten_per_week=uitkomst.minuten_per_week,
    )


def _how(uitkomst: TaakUitkomst) -> Besluitvorm:
    if uitkomst.stand is not BesluitStand.GENOMEN:
        return Besluitvorm.VOORSTEL
    match uitkomst.besluit:
        case BinnenMarge():
            return Besluitvorm.BINNEN_MARGE
        case Afwijken():
            return Besluitvorm.AFWIJKEN
        case _:
            return Besluitvorm.VOORSTEL


def dossier_of(uitslag: Uitslag, kader: Normenkader, gemeente: str | None) -> Dossier:
    """Return a dossier with the answers of an uitslag, to compute with and for nothing else.

    Args:
        uitslag: the answers.
        kader: for a grond, which an uitslag does not hold.
        gemeente: that of the case.

    Raises:
        ValueError: the minutes can't be those of its besluiten, such as half a minute within the marge.
    """
    grond = kader.gronden[0].id
    return Dossier(
        nummer="uitslag",
        oefening=True,
        gemaakt=SOME_DAY,
        kader=KaderVerwijzing(**uitslag.kader.model_dump()),
        melding=Melding(gemeente=gemeente),
        antwoorden=Antwoorden(
            keuzes=dict(uitslag.keuzes),
            leefgebieden=tuple(
                LeefgebiedAntwoord(
                    leefgebied=deel.leefgebied,
                    situatie=LeefgebiedSituatie.BEGELEIDING,
                    keuzes=dict(deel.keuzes),
                )
                for deel in uitslag.leefgebieden
            ),
            taken=tuple(_answer(taak) for taak in uitslag.taken),
            overige=tuple(
                OverigeBegeleiding(
                    omschrijving=NOTHING_TYPED, minuten_per_week=minuten, motivering=NOTHING_TYPED
                )
                for minuten in uitslag.overige
            ),
        ),
        besluiten=tuple(
            TaakBesluit(taak=taak.taak, besluit=besluit)
            for taak in uitslag.taken
            if (besluit := _besluit(taak, grond)) is not None
        ),
        afwijking_totaal=(
            AfwijkenTotaal(minuten_per_maand=uitslag.minuten_per_maand, grond=grond, motivering=NOTHING_TYPED)
            if uitslag.totaal_afgeweken
            else None
        ),
    )


def _answer(taak: UitslagTaak) -> TaakAntwoord:
    return TaakAntwoord(
        taak=taak.taak,
        blok=taak.blok,
        frequentie=taak.frequentie,
        keuzes=dict(taak.keuzes),
        aftrek=tuple(Aftrek(**aftrek.model_dump(), reden=NOTHING_TYPED) for aftrek in taak.aftrek),
    )


def _besluit(taak: UitslagTaak, grond: str) -> Besluit | None:
    if taak.besluit is Besluitvorm.VOORSTEL:
        return None
    if taak.minuten_per_week.denominator != 1:
        raise ValueError(f"taak {taak.taak}: a besluit is in whole minutes")
    minuten = int(taak.minuten_per_week)
    if taak.besluit is Besluitvorm.BINNEN_MARGE:
        return BinnenMarge(minuten_per_week=minuten)
    return Afwijken(minuten=minuten, grond=grond, motivering=NOTHING_TYPED)


def first_that_does_not_follow(uitslag: Uitslag, kader: Normenkader, dossier: Dossier) -> str | None:
    """Return which figure of an uitslag is not the one that its answers give; None when all are.

    Args:
        uitslag: the figures.
        kader: what to compute with.
        dossier: what `dossier_of` made of it, found to fit the kader.

    Returns:
        The name of the taak, "het totaal" or "het profiel".
    """
    indicatie = indicate(kader, dossier)
    for uitkomst in indicatie.taken:
        taak = uitslag.taak(uitkomst.taak)
        is_lapsed = uitkomst.stand is BesluitStand.VERLOPEN
        if is_lapsed or taak is None or uitkomst.minuten_per_week != Fraction(taak.minuten_per_week):
            return uitkomst.naam
    if indicatie.minuten_per_maand != uitslag.minuten_per_maand:
        return "het totaal"
    profiel = indicatie.profiel.blok if indicatie.profiel else None
    return None if profiel == uitslag.profiel else "het profiel"
