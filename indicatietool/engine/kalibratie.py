"""What a group's uitslagen say together: per taak and of the whole, the most divisive taak first.

Comes in: a kader, uitslagen that fit it, and the model answer as an uitslag. Goes out: a Kalibratie that is
the same in whatever order the uitslagen came. Knows no files and no persons.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from indicatietool.domain.factoren import Factor, Plaats
from indicatietool.domain.kalibratie import (
    MINSTE,
    NIET_NODIG,
    NODIG,
    Aantal,
    Kalibratie,
    TaakKalibratie,
    Verdeling,
)
from indicatietool.domain.normenkader import Normenkader, Taak
from indicatietool.domain.uitslag import Besluitvorm, Uitslag, UitslagTaak
from indicatietool.engine.overeenstemming import (
    Overeenstemming,
    agreement_on_names,
    agreement_on_numbers,
)
from indicatietool.engine.spreiding import disagreement_on_names, disagreement_on_numbers, picture_of

Keuzes = Mapping[str, str | int]


def calibrate(kader: Normenkader, uitslagen: Sequence[Uitslag], model: Uitslag | None = None) -> Kalibratie:
    """Return what these uitslagen say together.

    A taak that nobody chose is left out. Who did not choose a taak counts with "niet nodig" and 0 minutes:
    choosing it or not is the first thing to agree on.

    The taak that divides most comes first: the largest chance that two participants chose another blok (or
    one of them none). Where that is equal, the widest minutes; then the factor that divides most; then the
    order of the kader.

    Args:
        kader: the normenkader of all of them.
        uitslagen: one per participant.
        model: the model answer of the trainer; None when there is none.
    """
    if len(uitslagen) < MINSTE:
        return Kalibratie(len(uitslagen))
    taken = [t for t in kader.taken if any(uitslag.taak(t.id) for uitslag in uitslagen)]
    namen = agreement_on_names({t.id: [_answer(u.taak(t.id)) for u in uitslagen] for t in taken})
    minuten = {t.id: [_per_month(kader, u, t) for u in uitslagen] for t in taken}
    getallen = agreement_on_numbers({taak: [float(m) for m in reeks] for taak, reeks in minuten.items()})
    beelden = [_picture(kader, taak, uitslagen, model, minuten[taak.id], namen, getallen) for taak in taken]
    totalen = [Fraction(uitslag.minuten_per_maand) for uitslag in uitslagen]
    return Kalibratie(
        deelnemers=len(uitslagen),
        taken=tuple(sorted(beelden, key=_most_divisive)),
        situatie=tuple(_situation(kader, uitslagen, model)),
        totaal=picture_of(totalen, Fraction(model.minuten_per_maand) if model else None),
        alpha_keuze=namen.geheel,
        alpha_minuten=getallen.geheel,
    )


def _most_divisive(taak: TaakKalibratie) -> tuple[Fraction, Fraction, Fraction]:
    factoren = max((factor.verdeeldheid for factor in taak.factoren), default=Fraction(0))
    return -taak.keuze.verdeeldheid, -disagreement_on_numbers(taak.minuten.waarden), -factoren


def _answer(antwoord: UitslagTaak | None) -> str:
    return NIET_NODIG if antwoord is None else antwoord.blok or NODIG


def _per_month(kader: Normenkader, uitslag: Uitslag, taak: Taak) -> Fraction:
    antwoord = uitslag.taak(taak.id)
    per_week = antwoord.minuten_per_week if antwoord else Fraction(0)
    return per_week * kader.rekenwijze.weken_per_maand


def _picture(
    kader: Normenkader,
    taak: Taak,
    uitslagen: Sequence[Uitslag],
    model: Uitslag | None,
    minuten: Sequence[Fraction],
    namen: Overeenstemming,
    getallen: Overeenstemming,
) -> TaakKalibratie:
    gekozen = [(u, antwoord) for u in uitslagen if (antwoord := u.taak(taak.id)) is not None]
    in_model = model.taak(taak.id) if model else None
    return TaakKalibratie(
        taak=taak.id,
        naam=taak.naam,
        deelnemers=len(uitslagen),
        nodig=len(gekozen),
        keuze=_distribution(
            "blok",
            kader.schaal.naam,
            [_answer(u.taak(taak.id)) for u in uitslagen],
            _answer(in_model) if model else None,
            _names_of_blokken(kader, taak),
        ),
        factoren=tuple(_questions(kader, taak, gekozen, (model, in_model) if model and in_model else None)),
        minuten=picture_of(minuten, _per_month(kader, model, taak) if model else None),
        alpha_keuze=namen.per_eenheid[taak.id],
        alpha_minuten=getallen.per_eenheid[taak.id],
    )


def _names_of_blokken(kader: Normenkader, taak: Taak) -> Mapping[str, tuple[str, str]]:
    blokken = {
        blok.code: (f"{blok.code} {blok.naam}", taak.ankers.get(blok.code, blok.anker))
        for blok in kader.blokken
        if blok.code in taak.minuten
    }
    return {
        **blokken,
        NODIG: ("nodig", taak.omschrijving),
        NIET_NODIG: ("niet nodig", "De taak is niet gekozen."),
    }


def _questions(
    kader: Normenkader,
    taak: Taak,
    gekozen: Sequence[tuple[Uitslag, UitslagTaak]],
    model: tuple[Uitslag, UitslagTaak] | None,
) -> Iterator[Verdeling]:
    """Yield how those who chose the taak answered what else is asked about it."""
    hoe_vaak = [str(antwoord.frequentie) for _, antwoord in gekozen if antwoord.frequentie]
    if hoe_vaak:
        vaak = str(model[1].frequentie) if model and model[1].frequentie else None
        yield _distribution("frequentie", "Hoe vaak", hoe_vaak, vaak, {})
    for factor in kader.factoren_by_taak[taak.id]:
        if factor.gevraagd_bij is not Plaats.DOSSIER:
            antwoorden = [_chosen(uitslag, antwoord, factor, taak) for uitslag, antwoord in gekozen]
            verwacht = _chosen(*model, factor, taak) if model else None
            yield from _factor(factor, antwoorden, verwacht)
    hulp = [_helps(antwoord) for _, antwoord in gekozen]
    if "ja" in hulp:
        namen = {"ja": ("ja", "Een ander neemt een deel over."), "nee": ("nee", "Niemand neemt iets over.")}
        yield _distribution("aftrek", "Hulp van anderen", hulp, _helps(model[1]) if model else None, namen)
    besluiten = [antwoord.besluit for _, antwoord in gekozen]
    if set(besluiten) - {Besluitvorm.VOORSTEL}:
        namen = {str(vorm): (vorm.naam, "") for vorm in Besluitvorm}
        waarden = [str(besluit) for besluit in besluiten]
        yield _distribution("besluit", "Besluit", waarden, str(model[1].besluit) if model else None, namen)


def _helps(antwoord: UitslagTaak) -> str:
    return "ja" if antwoord.aftrek else "nee"


def _chosen(uitslag: Uitslag, antwoord: UitslagTaak, factor: Factor, taak: Taak) -> str | int | None:
    if factor.gevraagd_bij is Plaats.TAAK:
        return antwoord.keuzes.get(factor.id)
    leefgebied = next((deel for deel in uitslag.leefgebieden if deel.leefgebied == taak.leefgebied), None)
    return leefgebied.keuzes.get(factor.id) if leefgebied else None


def _situation(
    kader: Normenkader, uitslagen: Sequence[Uitslag], model: Uitslag | None
) -> Iterator[Verdeling]:
    """Yield how the group answered what is asked once per dossier, the most divisive first."""
    vragen = [
        verdeling
        for factor in kader.factoren_at(Plaats.DOSSIER)
        for verdeling in _factor(
            factor,
            [uitslag.keuzes.get(factor.id) for uitslag in uitslagen],
            model.keuzes.get(factor.id) if model else None,
        )
    ]
    yield from sorted(vragen, key=lambda verdeling: -verdeling.verdeeldheid)


def _factor(
    factor: Factor, antwoorden: Sequence[str | int | None], model: str | int | None
) -> Iterator[Verdeling]:
    gegeven = [str(antwoord) for antwoord in antwoorden if antwoord is not None]
    if not gegeven:
        return
    namen = {keuze.id: (keuze.naam, keuze.anker) for keuze in factor.keuzes}
    if not namen:
        namen = {getal: (f"{getal} {factor.eenheid}".strip(), "") for getal in sorted(gegeven, key=int)}
    yield _distribution(factor.id, factor.naam, gegeven, None if model is None else str(model), namen)


def _distribution(
    vraag: str,
    naam: str,
    antwoorden: Sequence[str],
    model: str | None,
    namen: Mapping[str, tuple[str, str]],
) -> Verdeling:
    """Count answers, in the order of `namen` (answer → name and anchor); others after them, as they read."""
    geteld = Counter(antwoorden)
    volgorde = [*(code for code in namen if code in geteld), *sorted(set(geteld) - set(namen))]
    return Verdeling(
        vraag=vraag,
        naam=naam,
        aantallen=tuple(Aantal(code, *namen.get(code, (code, "")), geteld[code]) for code in volgorde),
        model=model,
        verdeeldheid=disagreement_on_names(geteld.values()),
    )
