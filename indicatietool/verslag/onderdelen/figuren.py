"""The two figures of a verslag, from bruto to the total and the marge of each taak, with their table."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from indicatietool.domain.antwoorden import AftrekSoort
from indicatietool.domain.indicatie import BesluitStand, TaakUitkomst
from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.voorstel import Omvang, Rekenstap, RekenstapSoort, Voorstel
from indicatietool.engine.aftrek import ZELF_VASTGESTELD
from indicatietool.verslag.blocks import (
    Kolom,
    MargeBalk,
    MargeBalken,
    Rij,
    Staaf,
    StaafSoort,
    Tabel,
    Waterval,
)
from indicatietool.verslag.onderdelen.uitkomst import show_marge
from indicatietool.verslag.zaak import Zaak


@dataclass(frozen=True, slots=True)
class Woorden:
    """Hoe de staven van bruto naar totaal heten, voor een bepaalde lezer."""

    bijschrift: str
    bruto: str
    netto: str
    totaal: str
    eigen_kracht: str
    gebruikelijke_hulp: str
    mantelzorg: str
    netwerk: str
    voorliggend: str
    norm: str
    samenval: str
    afronding: str
    keuzes: str
    maximum: str
    overige: str

    def of_help(self, soort: AftrekSoort) -> str:
        """Return the name of what a kind of help takes off."""
        return {
            AftrekSoort.EIGEN_KRACHT: self.eigen_kracht,
            AftrekSoort.GEBRUIKELIJKE_HULP: self.gebruikelijke_hulp,
            AftrekSoort.MANTELZORG: self.mantelzorg,
            AftrekSoort.NETWERK: self.netwerk,
            AftrekSoort.VOORLIGGEND: self.voorliggend,
        }[soort]


VAKWOORDEN = Woorden(
    bijschrift="Van bruto naar netto naar totaal, in minuten per week",
    bruto="Bruto: alles wat nodig is",
    netto="Netto: wat overblijft",
    totaal="Totaal per week",
    eigen_kracht="Eigen kracht",
    gebruikelijke_hulp="Gebruikelijke hulp",
    mantelzorg="Mantelzorg",
    netwerk="Sociaal netwerk",
    voorliggend="Voorliggende voorziening",
    norm="Aftrek volgens de norm",
    samenval="Taken die samenvallen",
    afronding="Afronding per taak",
    keuzes="Keuzes van de consulent",
    maximum="Maximum van het normenkader",
    overige="Overige begeleiding",
)


def waterfall(zaak: Zaak, woorden: Woorden = VAKWOORDEN) -> tuple[Waterval, Tabel]:
    """Return the bars from bruto, minus what others do, to netto and the total per week, and their table."""
    staven = tuple(_staven(zaak, woorden))
    regels = "; ".join(f"{staaf.label}: {staaf.waarde}" for staaf in staven)
    kolommen = (Kolom("Stap", 120), Kolom("Minuten per week", 50, True))
    tabel = Tabel(kolommen, tuple(Rij((staaf.label, staaf.waarde)) for staaf in staven))
    return Waterval(woorden.bijschrift, regels, staven), tabel


def _staven(zaak: Zaak, woorden: Woorden) -> Iterator[Staaf]:
    indicatie = zaak.indicatie
    nu = indicatie.bruto_per_week
    yield _level(woorden.bruto, nu)
    for label, minuten in _taken_off(zaak, woorden):
        if minuten:
            yield _change(label, nu, nu - minuten)
            nu -= minuten
    yield _level(woorden.netto, nu)
    for label, na in _after_netto(zaak, woorden):
        if na != nu:
            yield _change(label, nu, na)
            nu = na
    yield _level(woorden.totaal, nu)


def _level(label: str, minuten: Fraction) -> Staaf:
    return Staaf(label, Fraction(0), minuten, show_minutes(minuten), StaafSoort.STAND)


def _change(label: str, van: Fraction, tot: Fraction) -> Staaf:
    soort = StaafSoort.ERAF if tot < van else StaafSoort.ERBIJ
    teken = "−" if tot < van else "+"
    return Staaf(label, van, tot, f"{teken}{show_minutes(abs(tot - van))}", soort)


def _taken_off(zaak: Zaak, woorden: Woorden) -> tuple[tuple[str, Fraction], ...]:
    """Return what comes off bruto: per kind of help, by the norm, then what coincides with another taak."""
    eraf = dict.fromkeys(AftrekSoort, Fraction(0))
    norm = samenval = Fraction(0)
    for uitkomst in zaak.indicatie.taken:
        soorten = sorted((a.soort for a in zaak.antwoord(uitkomst).aftrek), key=list(AftrekSoort).index)
        aftrek = _steps(uitkomst, RekenstapSoort.AFTREK)
        by_consulent = [stap for stap in aftrek if stap.bron == ZELF_VASTGESTELD]
        for soort, stap in zip(soorten, by_consulent, strict=False):
            eraf[soort] += _off(stap)
        norm += sum(_off(stap) for stap in aftrek if stap.bron != ZELF_VASTGESTELD)
        samenval += sum(_off(stap) for stap in _steps(uitkomst, RekenstapSoort.SAMENVAL))
    per_soort = tuple((woorden.of_help(soort), minuten) for soort, minuten in eraf.items())
    return (*per_soort, (woorden.norm, norm), (woorden.samenval, samenval))


def _off(stap: Rekenstap) -> Fraction:
    return stap.voor.richt - stap.na.richt


def _steps(uitkomst: TaakUitkomst, soort: RekenstapSoort) -> tuple[Rekenstap, ...]:
    stappen = uitkomst.voorstel.stappen if isinstance(uitkomst.voorstel, Voorstel) else ()
    return tuple(stap for stap in stappen if stap.soort is soort)


def _after_netto(zaak: Zaak, woorden: Woorden) -> tuple[tuple[str, Fraction], ...]:
    """Return the levels after netto: rounding per taak, besluiten, maxima and overige begeleiding."""
    taken, totaal = zaak.indicatie.taken, zaak.indicatie.minuten_per_week
    voorstellen = (u.voorstel.omvang.richt for u in taken if isinstance(u.voorstel, Voorstel))
    voorgesteld = sum(voorstellen, Fraction(0))
    besloten = sum((u.minuten_per_week for u in taken if u.minuten_per_week is not None), Fraction(0))
    overige = sum(overig.minuten_per_week for overig in zaak.dossier.antwoorden.overige)
    return (
        (woorden.afronding, voorgesteld),
        (woorden.keuzes, besloten),
        (woorden.maximum, totaal - overige),
        (woorden.overige, totaal),
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
