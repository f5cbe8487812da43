"""How the number comes about: an invented case of the kader itself, every step with its sum.

Comes in: the Stof with its worked example. Goes out: tables of steps; without figures only
whether minutes come or go.
"""

from collections.abc import Iterator
from fractions import Fraction

from indicatietool.domain.indicatie import TaakUitkomst
from indicatietool.domain.tekst import show_exact
from indicatietool.domain.voorstel import Rekenstap, RekenstapSoort, Voorstel
from indicatietool.verslag.bewerking import sums_of, sums_of_total
from indicatietool.verslag.blocks import (
    Alinea,
    AlineaStijl,
    Gegevens,
    Kolom,
    Kop,
    Lijst,
    Nadrukblok,
    Rij,
    RijSoort,
    Tabel,
    VerslagBlok,
)
from indicatietool.verslag.invulling import row
from indicatietool.verslag.uitleg.stof import Stof, Werkvoorbeeld

SOORTEN = (
    (RekenstapSoort.BASIS, "Begin. Dit zijn de minuten die bij de taak horen."),
    (RekenstapSoort.FREQUENTIE, "Hoe vaak. Dit maakt er minuten per week van."),
    (RekenstapSoort.REGEL, "Vragen. Een antwoord geeft minuten erbij of eraf."),
    (RekenstapSoort.AFTREK, "Hulp van anderen. Wat een ander doet, gaat eraf."),
    (RekenstapSoort.SAMENVAL, "Dezelfde tijd. Wat in één keer gaat, telt één keer."),
    (RekenstapSoort.AFRONDING, "Afronden. Dat gebeurt alleen waar het staat."),
)
INLEIDING = "De som gaat bij elke taak in deze volgorde:"
VOORBEELD = "Hieronder staat een verzonnen geval. Het hoort bij dit normenkader en wordt steeds nagerekend."
GEEN_VOORBEELD = "Bij dit normenkader hoort nog geen uitgewerkt geval."
LEZEN = (
    "Onder elke stap staat de som. U kunt die zelf narekenen. "
    "Breuken zijn precies: 1/2 is een halve minuut. Het teken × gaat voor + en −."
)
ZONDER = "De getallen staan er niet bij. Wel ziet u of er minuten bij komen of af gaan."
SAMEN = "Daarna worden alle taken opgeteld:"
ANDERE_TAKEN = "Zo ging het ook bij de andere taken van dit geval."


def rekenen(stof: Stof) -> tuple[VerslagBlok, ...]:
    """Return the order of the sum and one worked example."""
    lijst = Lijst(tuple(zin for _, zin in SOORTEN))
    voorbeeld = stof.voorbeeld
    if voorbeeld is None:
        return (Alinea(INLEIDING), lijst, Alinea(GEEN_VOORBEELD, AlineaStijl.LEEG))
    return (
        Alinea(INLEIDING),
        lijst,
        Alinea(VOORBEELD),
        Alinea(LEZEN if stof.met_cijfers else ZONDER),
        Kop(2, f"Het voorbeeld: {voorbeeld.titel}"),
        *_shown(stof, voorbeeld),
        Kop(2, "Alles samen"),
        Alinea(SAMEN),
        _sum(stof, voorbeeld),
        *_outcome(stof, voorbeeld),
    )


def _shown(stof: Stof, voorbeeld: Werkvoorbeeld) -> Iterator[VerslagBlok]:
    """Yield every taak for an aanbieder; for a client the one with the most steps."""
    taken = [u for u in voorbeeld.zaak.indicatie.taken if isinstance(u.voorstel, Voorstel)]
    if not taken:
        return
    rijkst = max(taken, key=lambda u: len(u.voorstel.stappen) if isinstance(u.voorstel, Voorstel) else 0)
    for uitkomst in [rijkst] if stof.is_for_client else taken:
        yield from _taak(stof, voorbeeld, uitkomst)
    if stof.is_for_client and len(taken) > 1:
        yield Alinea(ANDERE_TAKEN)


def _taak(stof: Stof, voorbeeld: Werkvoorbeeld, uitkomst: TaakUitkomst) -> Iterator[VerslagBlok]:
    voorstel = uitkomst.voorstel
    if not isinstance(voorstel, Voorstel):
        return
    yield Kop(3, uitkomst.naam)
    antwoord = voorbeeld.zaak.antwoord(uitkomst)
    blok = stof.kader.blok_by_code.get(uitkomst.blok or "")
    if blok is not None:
        anker = stof.kader.taak_by_id[uitkomst.taak].ankers.get(blok.code, blok.anker)
        yield Gegevens(
            tuple(
                rij
                for rij in (
                    row("Gekozen", f"{blok.code}, {blok.naam}"),
                    row("Want", anker),
                    row("Wat er te zien is", antwoord.observatie, nodig=False),
                )
                if rij is not None
            )
        )
    sommen = sums_of(voorbeeld.zaak, uitkomst, voorstel)
    yield _steps(stof, tuple(zip(voorstel.stappen, sommen, strict=True)))


def _steps(stof: Stof, stappen: tuple[tuple[Rekenstap, str], ...]) -> Tabel:
    if not stof.met_cijfers:
        rijen = tuple(Rij((stof.regel(stap.tekst), _direction_of(stap))) for stap, _ in stappen)
        return Tabel((Kolom("Stap", 130), Kolom("Wat er gebeurt", 40)), rijen)
    kolommen = (Kolom("Stap", 100), Kolom("Uitkomst", 24, True), Kolom("Ruimte", 46, True))
    return Tabel(kolommen, tuple(Rij(_cells(stap), toelichting=som) for stap, som in stappen))


def _cells(stap: Rekenstap) -> tuple[str, ...]:
    na = stap.na
    ruimte = "" if na.min == na.max else f"{show_exact(na.min)} tot {show_exact(na.max)}"
    return stap.tekst, show_exact(na.richt), ruimte


def _direction_of(stap: Rekenstap) -> str:
    if stap.soort is RekenstapSoort.BASIS:
        return "begin"
    if stap.soort is RekenstapSoort.FREQUENTIE:
        return "minuten per week"
    return _direction(stap.voor.richt, stap.na.richt)


def _direction(voor: Fraction, na: Fraction) -> str:
    if na == voor:
        return "blijft gelijk"
    return "minuten erbij" if na > voor else "minuten eraf"


def _sum(stof: Stof, voorbeeld: Werkvoorbeeld) -> Tabel:
    stappen = voorbeeld.zaak.indicatie.stappen
    if not stof.met_cijfers:
        return Tabel((Kolom("Stap", 170),), tuple(Rij((stof.regel(stap.tekst),)) for stap in stappen))
    sommen = sums_of_total(voorbeeld.zaak)
    laatste = len(stappen) - 1
    rijen = tuple(
        Rij(
            (stap.tekst, show_exact(stap.na)),
            toelichting=som,
            soort=RijSoort.TOTAAL if nummer == laatste else RijSoort.GEWOON,
        )
        for nummer, (stap, som) in enumerate(zip(stappen, sommen, strict=True))
    )
    return Tabel((Kolom("Stap", 130), Kolom("Uitkomst", 40, True)), rijen)


def _outcome(stof: Stof, voorbeeld: Werkvoorbeeld) -> tuple[VerslagBlok, ...]:
    if not stof.met_cijfers:
        return (Alinea("Zo komt er één aantal minuten per maand uit.", AlineaStijl.NADRUK),)
    minuten = voorbeeld.zaak.indicatie.minuten_per_maand
    woord = "minuut" if minuten == 1 else "minuten"
    return (Nadrukblok("Uitkomst van dit voorbeeld", f"{minuten} {woord} per maand", ()),)
