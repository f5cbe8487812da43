"""The questions beside the scale: each factor with its answers, how they are recognised and what they do."""

from collections.abc import Iterator

from indicatietool.domain.factoren import Factor, Plaats
from indicatietool.domain.regels import Regel
from indicatietool.verslag.blocks import Alinea, Kolom, Kop, Lijst, Rij, Tabel, VerslagBlok
from indicatietool.verslag.uitleg.gevolg import TELT_NIET, conditions_of, effect_of, holds_for, tell_rule
from indicatietool.verslag.uitleg.stof import Stof, capital, in_a_row

INLEIDING = (
    "Bij een taak horen ook vragen over de situatie. Zo'n vraag heet een factor. "
    "Een antwoord kan minuten erbij geven, of minuten eraf. Vaak verandert een antwoord niets."
)
GEEN_VRAGEN = "Dit normenkader stelt geen extra vragen."
WAAR = {
    Plaats.TAAK: "Deze vraag komt bij elke taak waar het antwoord telt.",
    Plaats.LEEFGEBIED: "Deze vraag komt één keer bij elk leefgebied.",
    Plaats.DOSSIER: "Deze vraag komt één keer, voor alle taken samen.",
}
PUNTEN = "Dit wordt niet gevraagd. Het volgt uit de punten van de vragen hierboven."
GEEN_REGEL = capital(TELT_NIET)
ALLE_REGELS = "Zo staan de regels in het normenkader, in de volgorde van de som."
ANDERE_REGELS = "Deze regels horen niet bij één vraag:"


def factoren(stof: Stof) -> tuple[VerslagBlok, ...]:
    """Return every factor with a table of its answers, then the rules that belong to none."""
    if not stof.kader.factoren and not stof.kader.regels:
        return (Alinea(GEEN_VRAGEN),)
    vragen = (blok for factor in stof.kader.factoren for blok in _factor(stof, factor))
    return (Alinea(INLEIDING), *vragen, *_other_rules(stof))


def every_rule(stof: Stof) -> tuple[VerslagBlok, ...]:
    """Return the bijlage for the aanbieder: all rules in the order in which they count."""
    if not stof.kader.regels:
        return ()
    kolommen = (Kolom("Nr", 11), Kolom("Regel", 74), Kolom("Wanneer", 50), Kolom("Wat het doet", 35))
    rijen = tuple(
        Rij(
            (
                str(nummer),
                stof.regel(regel.tekst),
                capital(conditions_of(stof, regel, most=99)),
                capital(effect_of(stof, regel.effect)),
            )
        )
        for nummer, regel in enumerate(stof.kader.regels, start=1)
    )
    return (
        Alinea(ALLE_REGELS),
        Tabel(kolommen, rijen),
    )


def _factor(stof: Stof, factor: Factor) -> Iterator[VerslagBlok]:
    yield Kop(2, factor.naam)
    yield Alinea(f"{_where(stof, factor)} {factor.uitleg}".strip())
    kolommen = (Kolom("Antwoord", 38), Kolom("Te herkennen aan", 82), Kolom("Wat het doet", 50))
    yield Tabel(kolommen, tuple(_answers(stof, factor)), factor.vraag)


def _where(stof: Stof, factor: Factor) -> str:
    if factor.punten is None:
        return WAAR[factor.gevraagd_bij]
    namen = [stof.kader.factor_by_id[naam].naam.lower() for naam in factor.punten.factoren]
    return f"{PUNTEN} Het gaat om {in_a_row(namen)}."


def _answers(stof: Stof, factor: Factor) -> Iterator[Rij]:
    if factor.soort == "aantal":
        yield _number_row(stof, factor)
    for keuze in factor.keuzes:
        anker = _anchor(stof, factor, keuze.anker, keuze.punten)
        yield Rij((keuze.naam, anker, _what_it_does(stof, factor, keuze.id)))


def _anchor(stof: Stof, factor: Factor, anker: str, punten: int) -> str:
    is_counted = any(
        factor.id in ander.punten.factoren for ander in stof.kader.puntenfactoren if ander.punten
    )
    tekst = stof.regel(anker) if factor.punten is not None else anker
    return f"{tekst}\nPunten: {punten}" if is_counted and stof.met_cijfers else tekst


def _what_it_does(stof: Stof, factor: Factor, keuze: str) -> str:
    gevolgen = (
        tell_rule(stof, regel, factor)
        for regel in stof.kader.regels
        if any(holds_for(voorwaarde, factor, keuze) for voorwaarde in regel.als)
    )
    return "\n".join(capital(gevolg) for gevolg in gevolgen) or GEEN_REGEL


def _number_row(stof: Stof, factor: Factor) -> Rij:
    tot = f"Een getal van 0 tot en met {factor.hoogste}" if stof.met_cijfers else "Een getal"
    regels = [r for r in stof.kader.regels if any(v.factor == factor.id for v in r.als) or _times(r, factor)]
    is_maal = any(taak.maal == factor.id for taak in stof.kader.taken)
    gevolgen = [capital(tell_rule(stof, regel, factor)) for regel in regels]
    gevolgen += ["De minuten van de taak tellen zo vaak"] if is_maal else []
    return Rij((tot, capital(factor.eenheid) or factor.naam, "\n".join(gevolgen) or GEEN_REGEL))


def _times(regel: Regel, factor: Factor) -> bool:
    return getattr(regel.effect, "maal", None) == factor.id


def _other_rules(stof: Stof) -> tuple[VerslagBlok, ...]:
    """Return the rules without a factor: on a taak, a leefgebied or a step of the scale."""
    los = [
        regel
        for regel in stof.kader.regels
        if all(voorwaarde.factor is None for voorwaarde in regel.als)
        and getattr(regel.effect, "maal", None) is None
    ]
    if not los:
        return ()
    zinnen = tuple(f"{stof.regel(regel.tekst).removesuffix('.')}." for regel in los)
    return (Kop(2, "Andere regels"), Alinea(ANDERE_REGELS), Lijst(zinnen))
