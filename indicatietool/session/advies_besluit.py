"""Advice about besluiten: a departure that contradicts a score, a motivering that says nothing of its own.

Comes in: kader, dossier, outcome. Goes out: a Toets per remark; `besluit.ID` is the place of one taak.

Bron: rekenmodel.md "Toetsen"; eisen 46 and 47.
"""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from indicatietool.domain.antwoorden import TaakAntwoord
from indicatietool.domain.besluit import Afwijken
from indicatietool.domain.dossier import Dossier
from indicatietool.domain.indicatie import Indicatie, TaakUitkomst, Toets
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.voorstel import RekenstapSoort, Voorstel
from indicatietool.engine.propose import propose

NOT_DIRECT = {
    "reistijd": "In de motivering staat reistijd. Reistijd zit in het tarief en telt niet als minuten.",
    "diagnostiek": "In de motivering staat diagnostiek. Diagnostiek hoort bij de Zorgverzekeringswet.",
}
"""Words that tell of time that is no begeleiding, and what to say about it."""


def about_besluiten(kader: Normenkader, dossier: Dossier, indicatie: Indicatie) -> Iterator[Toets]:
    """Yield what to look at again: per taak first, then about all besluiten together."""
    afgeweken = [
        (uitkomst, uitkomst.besluit) for uitkomst in indicatie.taken if isinstance(uitkomst.besluit, Afwijken)
    ]
    for uitkomst, besluit in afgeweken:
        for tekst in _contradictions(kader, dossier, uitkomst, besluit):
            yield Toets(f"besluit.{uitkomst.taak}", tekst)
    yield from _not_direct_time(dossier)
    yield from _same_motivering(dossier)
    yield from _one_direction(afgeweken)
    yield from _total(dossier, indicatie)


def _contradictions(
    kader: Normenkader, dossier: Dossier, uitkomst: TaakUitkomst, besluit: Afwijken
) -> Iterator[str]:
    voorstel = uitkomst.voorstel
    if not isinstance(voorstel, Voorstel) or voorstel.omvang.contains(Fraction(besluit.minuten)):
        return
    andere = _per_blok(kader, dossier, uitkomst)
    past = [code for code, ander in andere.items() if ander.omvang.contains(Fraction(besluit.minuten))]
    if past:
        richting = kader.blok_by_code[uitkomst.blok].richting if uitkomst.blok else None
        code = min(
            past,
            key=lambda code: (
                kader.blok_by_code[code].richting is not richting,
                abs(andere[code].omvang.richt - besluit.minuten),
            ),
        )
        yield (
            f"{besluit.minuten} minuten past bij blok {code} ({kader.blok_by_code[code].naam}). "
            f"U koos blok {uitkomst.blok}. Klopt het gekozen blok?"
        )
    elif andere:
        yield from _beyond_all(besluit.minuten, [voorstel, *andere.values()])
    yield from _undoes_score(voorstel, besluit.minuten)


def _per_blok(kader: Normenkader, dossier: Dossier, uitkomst: TaakUitkomst) -> dict[str, Voorstel]:
    """Return what the other blokken would give for a taak, all else equal."""
    antwoord = dossier.antwoorden.taak(uitkomst.taak)
    if antwoord is None or antwoord.blok is None:
        return {}
    gevonden = {}
    for blok in kader.blokken_of(kader.taak_by_id[uitkomst.taak]):
        if blok.code != antwoord.blok:
            anders = TaakAntwoord(**{**dict(antwoord), "blok": blok.code})
            voorstel = propose(kader, dossier.antwoorden, anders, dossier.melding.gemeente)
            if isinstance(voorstel, Voorstel):
                gevonden[blok.code] = voorstel
    return gevonden


def _beyond_all(minuten: int, voorstellen: list[Voorstel]) -> Iterator[str]:
    hoogste = max(voorstel.omvang.max for voorstel in voorstellen)
    laagste = min(voorstel.omvang.min for voorstel in voorstellen)
    if minuten > hoogste:
        yield (
            f"{minuten} minuten is meer dan het zwaarste blok van deze taak geeft "
            f"({show_minutes(hoogste)}). Klopt het getal?"
        )
    elif minuten < laagste:
        yield (
            f"{minuten} minuten is minder dan het lichtste blok van deze taak geeft "
            f"({show_minutes(laagste)}). Klopt het getal?"
        )


def _undoes_score(voorstel: Voorstel, minuten: int) -> Iterator[str]:
    """Tell which scored circumstances a departure takes back: they raised what it lowers, or reverse."""
    richt = voorstel.omvang.richt
    naar_beneden = minuten < richt
    stappen = [
        (stap.tekst, stap.na.richt - stap.voor.richt)
        for stap in voorstel.stappen
        if stap.soort is RekenstapSoort.REGEL and (stap.na.richt > stap.voor.richt) is naar_beneden
    ]
    terug = [(tekst, verschil) for tekst, verschil in stappen if verschil]
    samen = abs(sum((verschil for _, verschil in terug), Fraction(0)))
    if terug and abs(richt - minuten) >= samen:
        kant, woord = ("minder", "meer") if naar_beneden else ("meer", "minder")
        waarom = "; ".join(tekst.rstrip(".") for tekst, _ in terug)
        yield f"U scoorde iets dat {woord} tijd vraagt ({waarom}), en wijkt af naar {kant}. Klopt die score?"


def _not_direct_time(dossier: Dossier) -> Iterator[Toets]:
    teksten = [
        *(
            (f"besluit.{b.taak}", b.besluit.motivering)
            for b in dossier.besluiten
            if isinstance(b.besluit, Afwijken)
        ),
        *((f"overig.{n}", overig.motivering) for n, overig in enumerate(dossier.antwoorden.overige, 1)),
    ]
    if dossier.afwijking_totaal:
        teksten.append(("afwijking_totaal", dossier.afwijking_totaal.motivering))
    for plek, tekst in teksten:
        yield from (Toets(plek, let_op) for woord, let_op in NOT_DIRECT.items() if woord in tekst.lower())


def _same_motivering(dossier: Dossier) -> Iterator[Toets]:
    motiveringen = Counter(
        besluit.besluit.motivering.strip()
        for besluit in dossier.besluiten
        if isinstance(besluit.besluit, Afwijken)
    )
    if any(aantal > 1 for aantal in motiveringen.values()):
        yield Toets("besluit", "Dezelfde motivering staat bij meer taken. Maak haar eigen voor elke taak.")


def _one_direction(afgeweken: list[tuple[TaakUitkomst, Afwijken]]) -> Iterator[Toets]:
    omhoog = 0
    for uitkomst, besluit in afgeweken:
        if isinstance(uitkomst.voorstel, Voorstel):
            richt = uitkomst.voorstel.omvang.richt
            omhoog += (besluit.minuten > richt) - (besluit.minuten < richt)
    if len(afgeweken) >= 3 and abs(omhoog) == len(afgeweken):
        kant = "hoger" if omhoog > 0 else "lager"
        yield Toets("besluit", f"Alle afwijkingen zijn {kant} dan het voorstel. Past het blok wel?")


def _total(dossier: Dossier, indicatie: Indicatie) -> Iterator[Toets]:
    afwijking = dossier.afwijking_totaal
    if afwijking is None or any(isinstance(b.besluit, Afwijken) for b in dossier.besluiten):
        return
    if afwijking.minuten_per_maand != indicatie.berekend_per_maand and indicatie.taken:
        yield Toets(
            "afwijking_totaal",
            "Het totaal wijkt af van de som, en geen enkele taak wijkt af. Hoort de afwijking bij één taak? "
            "Zet haar dan daar.",
        )
