"""A normenkader in words: what each part is, which figures it has and where they come from.

Comes in: a kader. Goes out: sections of rows, for the browser on screen and for `norm toon`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from indicatietool.domain.factoren import Factor
from indicatietool.domain.normenkader import Normenkader, Taak
from indicatietool.domain.regels import Effect, MinutenErbij, Procent, Regel, Vervalt, Voorwaarde
from indicatietool.domain.schaal import Blok, Cel, CelWaarde, OpenCel, TenHoogsteCel
from indicatietool.engine.reach import limits_for, rules_for


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """Eén onderdeel van een normenkader: groep, titel en regels van naam en tekst."""

    groep: str
    titel: str
    regels: tuple[tuple[str, str], ...]

    def matches(self, words: str) -> bool:
        """Tell whether every word occurs somewhere in this part, whatever the case."""
        text = " ".join((self.groep, self.titel, *(f"{naam} {tekst}" for naam, tekst in self.regels))).lower()
        return all(word in text for word in words.lower().split())


def parts_of(kader: Normenkader) -> tuple[Onderdeel, ...]:
    """Return all parts of a kader, taken by leefgebied first."""
    return (
        _head(kader),
        *(_taak(kader, taak) for leefgebied in kader.leefgebieden for taak in kader.taken_of(leefgebied.id)),
        *(_blok(kader, blok) for blok in kader.blokken),
        *(_factor(kader, factor) for factor in kader.factoren),
        *(_regel(kader, regel) for regel in kader.regels),
        *_rest(kader),
    )


def show_cell(cel: CelWaarde) -> str:
    """Return a cell in words.

    >>> show_cell(30), show_cell(Cel(min=20, richt=30, max=45)), show_cell(TenHoogsteCel(ten_hoogste=60))
    ('30', '30 (20 tot 45)', 'ten hoogste 60')
    """
    match cel:
        case TenHoogsteCel():
            return f"ten hoogste {cel.ten_hoogste}"
        case OpenCel():
            return f"open ({cel.stand}): {cel.open}"
        case Cel(richt=None):
            return f"{cel.min} tot {cel.max}"
        case Cel():
            return f"{cel.richt} ({cel.min} tot {cel.max})"
        case _:
            return str(cel)


def _head(kader: Normenkader) -> Onderdeel:
    kop, wijze = kader.kader, kader.rekenwijze
    geldig = f"{kop.geldig_van:%d-%m-%Y} tot en met "
    geldig += f"{kop.geldig_tot:%d-%m-%Y}" if kop.geldig_tot else "een nieuwe versie"
    afronding = f"{wijze.afronding_totaal.richting} op {wijze.afronding_totaal.stap} minuten per maand"
    return Onderdeel(
        "Het kader",
        f"{kop.naam} {kop.versie}",
        (
            ("Status", str(kop.status)),
            ("Uitgever", kop.uitgever),
            ("Geldig", geldig),
            ("Cijfers delen", "ja" if kop.deelt_cijfers else "nee, alleen voor intern gebruik"),
            ("Toelichting", kop.toelichting),
            ("Weken per maand", str(wijze.weken_per_maand)),
            ("Afronding", afronding),
            ("Bron van de rekenwijze", kader.bron_text_by_id[wijze.bron]),
        ),
    )


def _taak(kader: Normenkader, taak: Taak) -> Onderdeel:
    cellen = [
        (
            f"{kader.schaal.naam} {code}",
            f"{show_cell(cel)} minuten per {taak.per}. {_anker(kader, taak, code)}",
        )
        for code, cel in taak.minuten.items()
    ]
    if taak.vast is not None:
        cellen = [("Minuten", f"{show_cell(taak.vast)} per {taak.per}")]
    gevraagd = [factor.naam for factor in kader.factoren_by_taak[taak.id]]
    regels = [*(r.tekst for r in rules_for(kader, taak)), *(d.tekst for d in limits_for(kader, taak))]
    return Onderdeel(
        kader.leefgebied_by_id[taak.leefgebied].naam,
        taak.naam,
        (
            ("Wat het is", taak.omschrijving),
            *cellen,
            ("Gevraagd", ", ".join(gevraagd) or "niets"),
            ("Regels en grenzen die kunnen gelden", "\n".join(regels) or "geen"),
            *_bron(kader, taak.bron),
        ),
    )


def _anker(kader: Normenkader, taak: Taak, code: str) -> str:
    return taak.ankers.get(code, kader.blok_by_code[code].anker)


def _blok(kader: Normenkader, blok: Blok) -> Onderdeel:
    marge = f"{blok.marge.onder_procent} % eronder tot {blok.marge.boven_procent} % erboven"
    richting = (("Richting", f"{blok.richting}gericht"),) if blok.richting else ()
    return Onderdeel(
        kader.schaal.naam,
        f"{blok.code} · {blok.naam}",
        (*richting, ("Te herkennen aan", blok.anker), ("Marge", marge), *_bron(kader, blok.bron)),
    )


def _factor(kader: Normenkader, factor: Factor) -> Onderdeel:
    keuzes = tuple((keuze.naam, keuze.anker) for keuze in factor.keuzes)
    getal = (("Getal", f"0 tot en met {factor.hoogste} {factor.eenheid}"),) if not keuzes else ()
    return Onderdeel(
        "Factoren",
        factor.naam,
        (
            ("Vraag", factor.vraag),
            ("Gevraagd bij", str(factor.gevraagd_bij)),
            ("Uitleg", factor.uitleg),
            *keuzes,
            *getal,
            *_bron(kader, factor.bron),
        ),
    )


def _regel(kader: Normenkader, regel: Regel) -> Onderdeel:
    als = "\n".join(_condition(kader, voorwaarde) for voorwaarde in regel.als)
    return Onderdeel(
        "Regels",
        regel.tekst,
        (("Geldt als", als), ("Effect", show_effect(regel.effect)), *_bron(kader, regel.bron)),
    )


def show_effect(effect: Effect) -> str:
    """Return what a rule does, in words."""
    match effect:
        case Procent():
            return f"{effect.procent:+d} % van de {effect.van}"
        case MinutenErbij():
            maal = f", maal {effect.maal}" if effect.maal else ""
            return f"{effect.minuten:+d} minuten per {effect.per}{maal}"
        case Vervalt():
            return "er blijft niets over"
        case _:
            wat = {"vervangt": "wordt", "maximum": "ten hoogste", "minimum": "ten minste"}[effect.soort]
            return f"{wat} {effect.minuten} minuten per {effect.per}"


def _condition(kader: Normenkader, v: Voorwaarde) -> str:
    delen = []
    if v.factor is not None:
        factor = kader.factor_by_id[v.factor]
        grenzen = (("vanaf", v.vanaf), ("boven", v.boven), ("tot en met", v.tot_en_met), ("onder", v.onder))
        getallen = [f"{woord} {grens}" for woord, grens in grenzen if grens is not None]
        delen.append(f"{factor.naam}: {' of '.join(map(factor.tell, v.keuzes)) or ' en '.join(getallen)}")
    for woord, namen in (
        ("richting", v.richtingen),
        ("bij", v.blokken),
        ("taak", [kader.taak_by_id[taak].naam for taak in v.taken]),
        ("leefgebied", [kader.leefgebied_by_id[gebied].naam for gebied in v.leefgebieden]),
        ("met een van", [kader.taak_by_id[taak].naam for taak in v.met_een_van]),
        ("met alle", [kader.taak_by_id[taak].naam for taak in v.met_alle]),
        ("gemeente", v.gemeenten),
    ):
        if namen:
            delen.append(f"{woord} {', '.join(namen)}")
    return ("niet: " if v.niet else "") + "; ".join(delen)


def _rest(kader: Normenkader) -> Iterator[Onderdeel]:
    for maximum in kader.maxima:
        als = "\n".join(_condition(kader, v) for v in maximum.als) or "altijd"
        hoeveel = f"{maximum.minuten_per_week} minuten per week"
        rows = (("Ten hoogste", hoeveel), ("Geldt als", als), *_bron(kader, maximum.bron))
        yield Onderdeel("Maxima", maximum.tekst, rows)
    for samenval in kader.samenval:
        hoeveel = f"{samenval.minuten_per_week} minuten per week eraf"
        yield Onderdeel("Samenval", samenval.tekst, (("Aftrek", hoeveel), *_bron(kader, samenval.bron)))
    for grond in kader.gronden:
        yield Onderdeel("Gronden om af te wijken", grond.naam, (("Uitleg", grond.uitleg),))
    for profiel in kader.profielen:
        band = f"vanaf {profiel.vanaf_minuten_per_week} tot {profiel.tot_minuten_per_week} minuten per week"
        rows = (
            ("Band", band),
            ("Product", kader.product_by_id[profiel.product].naam),
            ("Looptijd", f"{profiel.looptijd_maanden} maanden"),
            *_bron(kader, profiel.bron),
        )
        yield Onderdeel("Profielen", profiel.blok, rows)
    for bron in kader.bronnen:
        lokaal = (("SDD-keuze", f"{bron.datum}, {bron.eigenaar}"),) if bron.lokaal else ()
        yield Onderdeel("Bronnen", bron.titel, (("Vindplaats", bron.vindplaats), *lokaal))


def _bron(kader: Normenkader, bron: str) -> tuple[tuple[str, str], ...]:
    gevonden = kader.bron_by_id[bron]
    vindplaats = (("Te lezen in", gevonden.vindplaats),) if gevonden.vindplaats else ()
    return (("Bron", kader.bron_text_by_id[bron]), *vindplaats)
