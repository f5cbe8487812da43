"""The data of the two figures in part 9: from bruto to the total, and the marge of each taak."""

from collections.abc import Iterator
from fractions import Fraction

from indicatietool.domain.antwoorden import AftrekSoort
from indicatietool.domain.indicatie import BesluitStand, TaakUitkomst
from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.voorstel import Omvang, Rekenstap, RekenstapSoort, Voorstel
from indicatietool.verslag.blocks import MargeBalk, MargeBalken, Staaf, StaafSoort, Waterval
from indicatietool.verslag.onderdelen.uitkomst import show_marge
from indicatietool.verslag.zaak import Zaak

NETTO = "Netto: wat overblijft"


def waterfall(zaak: Zaak) -> Waterval:
    """Return the bars from bruto, minus what others do, to netto and the total per week."""
    staven = tuple(_staven(zaak))
    regels = "; ".join(f"{staaf.label}: {staaf.waarde}" for staaf in staven)
    return Waterval("Van bruto naar netto naar totaal, in minuten per week", regels, staven)


def _staven(zaak: Zaak) -> Iterator[Staaf]:
    indicatie = zaak.indicatie
    nu = indicatie.bruto_per_week
    yield _level("Bruto: alles wat nodig is", nu)
    for label, minuten in _taken_off(zaak):
        if minuten:
            yield _change(label, nu, nu - minuten)
            nu -= minuten
    yield _level(NETTO, nu)
    for label, na in _after_netto(zaak):
        if na != nu:
            yield _change(label, nu, na)
            nu = na
    yield _level("Totaal per week", nu)


def _level(label: str, minuten: Fraction) -> Staaf:
    return Staaf(label, Fraction(0), minuten, show_minutes(minuten), StaafSoort.STAND)


def _change(label: str, van: Fraction, tot: Fraction) -> Staaf:
    soort = StaafSoort.ERAF if tot < van else StaafSoort.ERBIJ
    teken = "−" if tot < van else "+"
    return Staaf(label, van, tot, f"{teken}{show_minutes(abs(tot - van))}", soort)


def _taken_off(zaak: Zaak) -> tuple[tuple[str, Fraction], ...]:
    """Return what comes off bruto: per kind of help, then what coincides with another taak."""
    eraf = dict.fromkeys(AftrekSoort, Fraction(0))
    samenval = Fraction(0)
    for uitkomst in zaak.indicatie.taken:
        soorten = sorted((a.soort for a in zaak.antwoord(uitkomst).aftrek), key=list(AftrekSoort).index)
        for soort, stap in zip(soorten, _steps(uitkomst, RekenstapSoort.AFTREK), strict=False):
            eraf[soort] += stap.voor.richt - stap.na.richt
        samenval += sum(stap.voor.richt - stap.na.richt for stap in _steps(uitkomst, RekenstapSoort.SAMENVAL))
    per_soort = tuple((soort.naam.capitalize(), minuten) for soort, minuten in eraf.items())
    return (*per_soort, ("Taken die samenvallen", samenval))


def _steps(uitkomst: TaakUitkomst, soort: RekenstapSoort) -> tuple[Rekenstap, ...]:
    stappen = uitkomst.voorstel.stappen if isinstance(uitkomst.voorstel, Voorstel) else ()
    return tuple(stap for stap in stappen if stap.soort is soort)


def _after_netto(zaak: Zaak) -> tuple[tuple[str, Fraction], ...]:
    """Return the levels after netto: rounding per taak, besluiten, maxima and overige begeleiding."""
    taken, totaal = zaak.indicatie.taken, zaak.indicatie.minuten_per_week
    voorstellen = (u.voorstel.omvang.richt for u in taken if isinstance(u.voorstel, Voorstel))
    voorgesteld = sum(voorstellen, Fraction(0))
    besloten = sum((u.minuten_per_week for u in taken if u.minuten_per_week is not None), Fraction(0))
    overige = sum(overig.minuten_per_week for overig in zaak.dossier.antwoorden.overige)
    return (
        ("Afronding per taak", voorgesteld),
        ("Keuzes van de consulent", besloten),
        ("Maximum van het normenkader", totaal - overige),
        ("Overige begeleiding", totaal),
    )


def margin_bars(zaak: Zaak) -> tuple[MargeBalken, ...]:
    """Return the marge of each taak with its voorstel and besluit; nothing without a voorstel."""
    balken = tuple(
        _balk(uitkomst, uitkomst.voorstel.omvang)
        for uitkomst in zaak.indicatie.taken
        if isinstance(uitkomst.voorstel, Voorstel)
    )
    if not balken:
        return ()
    regels = "; ".join(f"{balk.label}: {balk.waarde}" for balk in balken)
    return (MargeBalken("Marge, voorstel en besluit per taak, in minuten per week", regels, balken),)


def _balk(uitkomst: TaakUitkomst, omvang: Omvang) -> MargeBalk:
    gekozen = uitkomst.minuten_per_week if uitkomst.stand is BesluitStand.GENOMEN else None
    marge = f"{show_minutes(omvang.richt)} ({show_marge(omvang)})"
    besluit = f"besluit {show_minutes(gekozen)}" if gekozen is not None else "besluit open"
    return MargeBalk(uitkomst.naam, omvang.min, omvang.richt, omvang.max, gekozen, f"{marge} {besluit}")
