"""Does a normenkader hold together? Every reference known, every name once, every cell there.

Comes in: a Normenkader. Goes out: Problemen; none means that the engine can't stumble over it.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches
from itertools import pairwise

from indicatietool.domain.factoren import Factor, Plaats, Puntentabel
from indicatietool.domain.normenkader import Normenkader, Taak
from indicatietool.domain.regels import MinutenErbij, Regel, Voorwaarde
from indicatietool.domain.schaal import Richting
from indicatietool.errors import Probleem


def contradictions(kader: Normenkader) -> tuple[Probleem, ...]:
    """Return everything in a kader that does not fit the rest of it; empty when it holds together."""
    return (
        *_doubled_names(kader),
        *_validity(kader),
        *_rekenwijze(kader),
        *_bronnen(kader),
        *_local_choices(kader),
        *_factoren(kader),
        *(probleem for taak in kader.taken for probleem in _taak(kader, taak)),
        *(probleem for regel in kader.regels for probleem in _regel(kader, regel)),
        *_samenval_and_maxima(kader),
        *_profielen(kader),
    )


def _doubled_names(kader: Normenkader) -> Iterator[Probleem]:
    for onderdeel, namen in (
        ("bronnen", [bron.id for bron in kader.bronnen]),
        ("blokken", [blok.code for blok in kader.blokken]),
        ("leefgebieden", [leefgebied.id for leefgebied in kader.leefgebieden]),
        ("factoren", [factor.id for factor in kader.factoren]),
        ("taken", [taak.id for taak in kader.taken]),
        ("regels", [regel.id for regel in kader.regels]),
        ("samenval", [samenval.id for samenval in kader.samenval]),
        ("maxima", [maximum.id for maximum in kader.maxima]),
        ("hoogste", [hoogste.id for hoogste in kader.hoogste]),
        ("gronden", [grond.id for grond in kader.gronden]),
        ("producten", [product.id for product in kader.producten]),
        ("profielen", [profiel.blok for profiel in kader.profielen]),
        *((f"factor {f.id} › keuzes", [keuze.id for keuze in f.keuzes]) for f in kader.factoren),
    ):
        for naam, aantal in Counter(namen).items():
            if aantal > 1:
                yield Probleem(onderdeel, f"“{naam}” staat er {aantal} keer.", "Geef elk een eigen naam.")
    treden = Counter((blok.richting or "", blok.gradatie) for blok in kader.blokken)
    for (richting, gradatie), aantal in treden.items():
        if aantal > 1:
            trede = f"{richting} gradatie {gradatie}".strip()
            yield Probleem("blokken", f"{trede} staat er {aantal} keer.", "Nummer ze oplopend.")


def _validity(kader: Normenkader) -> Iterator[Probleem]:
    kop = kader.kader
    if kop.geldig_tot is not None and kop.geldig_tot < kop.geldig_van:
        yield Probleem("kader › geldig_tot", "ligt vóór geldig_van.", "Verbeter één van beide datums.")


def _rekenwijze(kader: Normenkader) -> Iterator[Probleem]:
    wijze = kader.rekenwijze
    for naam, waarde, laagst, hoogst in (
        ("weken_per_maand", wijze.weken_per_maand, 4, 5),
        ("weken_per_jaar", wijze.weken_per_jaar, 40, 53),
        ("dagen_per_week", wijze.dagen_per_week, 1, 7),
    ):
        if not laagst <= waarde <= hoogst:
            yield Probleem(
                f"rekenwijze › {naam}", f"ligt niet tussen {laagst} en {hoogst}.", "Verbeter het getal."
            )


def _bronnen(kader: Normenkader) -> Iterator[Probleem]:
    gebruikt = [
        ("rekenwijze", kader.rekenwijze.bron),
        *((f"blok {blok.code}", blok.bron) for blok in kader.blokken),
        *((f"factor {factor.id}", factor.bron) for factor in kader.factoren),
        *((f"taak {taak.id}", taak.bron) for taak in kader.taken),
        *((f"regel {regel.id}", regel.bron) for regel in kader.regels),
        *((f"samenval {samenval.id}", samenval.bron) for samenval in kader.samenval),
        *((f"maximum {maximum.id}", maximum.bron) for maximum in kader.maxima),
        *((f"hoogste {hoogste.id}", hoogste.bron) for hoogste in kader.hoogste),
        *((f"tekst {tekst.plek}", tekst.bron) for tekst in kader.teksten),
        *((f"profiel {profiel.blok}", profiel.bron) for profiel in kader.profielen),
    ]
    for plaats, bron in gebruikt:
        yield from _unknown(f"{plaats} › bron", (bron,), kader.bron_by_id, "[[bronnen]]")


def _local_choices(kader: Normenkader) -> Iterator[Probleem]:
    for bron in kader.bronnen:
        if bron.lokaal and (bron.datum is None or not bron.eigenaar):
            yield Probleem(
                f"bron {bron.id}",
                "een eigen keuze heeft een datum en een eigenaar.",
                "Vul datum en eigenaar in, of haal lokaal weg.",
            )


def _factoren(kader: Normenkader) -> Iterator[Probleem]:
    gevraagd = {factor for taak in kader.taken for factor in taak.vraagt}
    for factor in kader.factoren:
        if factor.punten is not None:
            yield from _points(kader, factor, factor.punten)
        elif factor.gevraagd_bij is Plaats.TAAK and factor.id not in gevraagd:
            yield Probleem(
                f"factor {factor.id}",
                "wordt bij geen enkele taak gevraagd.",
                "Zet hem bij “vraagt” van een taak of haal hem weg.",
            )


def _points(kader: Normenkader, factor: Factor, tabel: Puntentabel) -> Iterator[Probleem]:
    plaats = f"factor {factor.id} › punten"
    yield from _unknown(plaats, tabel.factoren, kader.factor_by_id, "[[factoren]]")
    keuzes = [keuze.id for keuze in factor.keuzes]
    yield from _unknown(plaats, [g.keuze for g in tabel.grenzen], keuzes, "de keuzes")
    for naam in tabel.factoren:
        bekend = kader.factor_by_id.get(naam)
        if bekend is not None and bekend.punten is not None:
            yield Probleem(
                plaats, f"{naam} volgt zelf uit punten.", "Noem alleen factoren die gevraagd worden."
            )
    hoogten = [(g.vanaf, 0) if g.vanaf is not None else (g.boven or 0, 1) for g in tabel.grenzen]
    if sorted(set(hoogten)) != hoogten:
        yield Probleem(plaats, "de grenzen lopen niet op.", "Zet ze van laag naar hoog, elk één keer.")


def _taak(kader: Normenkader, taak: Taak) -> Iterator[Probleem]:
    plaats = f"taak {taak.id}"
    leefgebied = (taak.leefgebied,)
    yield from _unknown(f"{plaats} › leefgebied", leefgebied, kader.leefgebied_by_id, "[[leefgebieden]]")
    yield from _unknown(f"{plaats} › minuten", tuple(taak.minuten), kader.blok_by_code, "[[blokken]]")
    yield from _unknown(f"{plaats} › blokken", taak.blokken, kader.blok_by_code, "[[blokken]]")
    yield from _unknown(f"{plaats} › ankers", tuple(taak.ankers), kader.blok_by_code, "[[blokken]]")
    yield from _unknown(f"{plaats} › vraagt", taak.vraagt, kader.factor_by_id, "[[factoren]]")
    yield from _number(kader, f"{plaats} › maal", taak.maal)
    for blok in kader.blokken_of(taak):
        if blok.code not in taak.minuten:
            yield Probleem(
                f"{plaats} › minuten", f"blok {blok.code} ontbreekt.", "Vul de minuten van dat blok in."
            )
    for naam in taak.vraagt:
        factor = kader.factor_by_id.get(naam)
        if factor is not None and (factor.gevraagd_bij is not Plaats.TAAK or factor.punten is not None):
            yield Probleem(
                f"{plaats} › vraagt",
                f"factor {naam} wordt niet bij een taak gevraagd.",
                "Haal hem hier weg of zet gevraagd_bij op “taak”.",
            )


def _number(kader: Normenkader, plaats: str, maal: str | None) -> Iterator[Probleem]:
    if maal is None:
        return
    yield from _unknown(plaats, (maal,), kader.factor_by_id, "[[factoren]]")
    factor = kader.factor_by_id.get(maal)
    if factor is not None and factor.soort != "aantal":
        yield Probleem(plaats, f"factor {maal} is geen getal.", "Kies een factor met soort “aantal”.")


def _regel(kader: Normenkader, regel: Regel) -> Iterator[Probleem]:
    for voorwaarde in regel.als:
        yield from _voorwaarde(kader, f"regel {regel.id} › als", voorwaarde)
    if isinstance(regel.effect, MinutenErbij):
        yield from _number(kader, f"regel {regel.id} › effect › maal", regel.effect.maal)


def _voorwaarde(kader: Normenkader, plaats: str, voorwaarde: Voorwaarde) -> Iterator[Probleem]:
    taken = (*voorwaarde.taken, *voorwaarde.met_een_van, *voorwaarde.met_alle)
    yield from _unknown(plaats, voorwaarde.blokken, kader.blok_by_code, "[[blokken]]")
    yield from _unknown(plaats, taken, kader.taak_by_id, "[[taken]]")
    yield from _unknown(plaats, voorwaarde.leefgebieden, kader.leefgebied_by_id, "[[leefgebieden]]")
    if voorwaarde.factor is None:
        return
    yield from _unknown(plaats, (voorwaarde.factor,), kader.factor_by_id, "[[factoren]]")
    factor = kader.factor_by_id.get(voorwaarde.factor)
    if factor is None:
        return
    keuzes = [keuze.id for keuze in factor.keuzes]
    if (factor.soort == "aantal") == bool(voorwaarde.keuzes):
        wat = "is een getal" if factor.soort == "aantal" else "heeft keuzes"
        remedie = "Gebruik keuzes, of vanaf, boven, tot_en_met of onder."
        yield Probleem(plaats, f"factor {factor.id} {wat}.", remedie)
    else:
        yield from _unknown(plaats, voorwaarde.keuzes, keuzes, f"de keuzes van factor {factor.id}")


def _samenval_and_maxima(kader: Normenkader) -> Iterator[Probleem]:
    for samenval in kader.samenval:
        plaats = f"samenval {samenval.id}"
        yield from _unknown(plaats, (samenval.taak, samenval.met), kader.taak_by_id, "[[taken]]")
        if samenval.taak == samenval.met:
            yield Probleem(plaats, "een taak kan niet met zichzelf samenvallen.", "Noem twee taken.")
    paren = Counter(frozenset((samenval.taak, samenval.met)) for samenval in kader.samenval)
    for paar, aantal in paren.items():
        if aantal > 1:
            namen = " en ".join(sorted(paar))
            yield Probleem("samenval", f"{namen} staan er {aantal} keer samen.", "Trek het één keer af.")
    for hoogste in kader.hoogste:
        yield from _unknown(f"hoogste {hoogste.id} › taken", hoogste.taken, kader.taak_by_id, "[[taken]]")
    in_groepen: Counter[str] = Counter()
    for maximum in kader.maxima:
        plaats = f"maximum {maximum.id}"
        yield from _unknown(f"{plaats} › taken", maximum.taken, kader.taak_by_id, "[[taken]]")
        for voorwaarde in maximum.als:
            yield from _voorwaarde(kader, f"{plaats} › als", voorwaarde)
        if maximum.groep is None and not maximum.als:
            in_groepen.update(set(maximum.taken))
    for taak, aantal in in_groepen.items():
        if aantal > 1:
            yield Probleem("maxima", f"taak {taak} staat in {aantal} groepen.", "Zet haar in één groep.")


def _profielen(kader: Normenkader) -> Iterator[Probleem]:
    for profiel in kader.profielen:
        plaats = f"profiel {profiel.blok}"
        yield from _unknown(f"{plaats} › blok", (profiel.blok,), kader.blok_by_code, "[[blokken]]")
        yield from _unknown(f"{plaats} › product", (profiel.product,), kader.product_by_id, "[[producten]]")
        if profiel.tot_minuten_per_week <= profiel.vanaf_minuten_per_week:
            yield Probleem(plaats, "tot ligt niet boven vanaf.", "Verbeter de grenzen.")
    for richting in (*Richting, None):
        banden = sorted(
            (
                p
                for p in kader.profielen
                if p.blok in kader.blok_by_code and _richting(kader, p.blok) is richting
            ),
            key=lambda profiel: profiel.vanaf_minuten_per_week,
        )
        for lager, hoger in pairwise(banden):
            if lager.tot_minuten_per_week != hoger.vanaf_minuten_per_week:
                yield Probleem(
                    f"profiel {hoger.blok} › vanaf_minuten_per_week",
                    f"sluit niet aan op het einde van {lager.blok}.",
                    "Laat de banden op elkaar aansluiten, zonder gat of overlap.",
                )


def _richting(kader: Normenkader, code: str) -> Richting | None:
    blok = kader.blok_by_code.get(code)
    return blok.richting if blok else None


def _unknown(plaats: str, namen: Sequence[str], bekend: Collection[str], waar: str) -> Iterator[Probleem]:
    for naam in namen:
        if naam not in bekend:
            close = get_close_matches(naam, bekend, n=1)
            remedie = f"Bedoelt u “{close[0]}”?" if close else "Verbeter de naam of voeg hem daar toe."
            yield Probleem(plaats, f"“{naam}” staat niet in {waar}.", remedie)
