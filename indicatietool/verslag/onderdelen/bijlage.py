"""Part 14: everything a third party needs to recompute the number, with the source of each figure."""

from indicatietool.domain.besluit import Afwijken, BinnenMarge, Overnemen
from indicatietool.domain.factoren import Factor, Plaats
from indicatietool.domain.indicatie import BesluitStand, TaakUitkomst
from indicatietool.domain.tekst import show_exact
from indicatietool.domain.voorstel import BeoordeelZelf, Omvang, Onbepaald, Rekenstap, Voorstel
from indicatietool.engine.aftrek import ZELF_VASTGESTELD
from indicatietool.engine.score import Chosen, chosen_for
from indicatietool.verslag.bewerking import sums_of
from indicatietool.verslag.blocks import (
    Alinea,
    AlineaStijl,
    Gegeven,
    Kolom,
    Kop,
    Lijst,
    Rij,
    Tabel,
    VerslagBlok,
)
from indicatietool.verslag.bronnen import CONSULENT, Bronnenlijst, sources_of
from indicatietool.verslag.invulling import row, table_of
from indicatietool.verslag.onderdelen.nummers import Deel
from indicatietool.verslag.onderdelen.optelling import whole_table
from indicatietool.verslag.onderdelen.uitkomst import how_often
from indicatietool.verslag.onderdelen.verantwoording import verantwoording
from indicatietool.verslag.zaak import Zaak

LEESWIJZER = (
    "Hier staat elke stap van de berekening, met een som die u zelf kunt narekenen. Elke som begint met het "
    "getal waarmee de vorige eindigt. Breuken zijn exact: 21 2/3 is eenentwintig hele en twee derde minuut. "
    "Het teken × gaat voor + en −. Er wordt alleen afgerond waar dat als stap staat. De marge gaat door "
    "dezelfde stappen als het voorstel."
)
LEESWIJZER_BRON = (
    f"Een nummer als [1] verwijst naar de lijst met bronnen. {CONSULENT} betekent: {ZELF_VASTGESTELD}."
)
RECHTSBRONNEN = (
    "Opbouw van het onderzoek: Wmo 2015 art. 2.3.2 en CRvB 21-03-2018, ECLI:NL:CRVB:2018:819.",
    "Indicatie in tijd: CRvB 26-05-2021, ECLI:NL:CRVB:2021:1381.",
    "Motivering: Awb art. 3:46 en 3:47. Afwijken in bijzondere omstandigheden: Awb art. 4:84.",
)


def bijlage(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return the calculation per taak, the sum, the sources and the verantwoording."""
    bronnen = sources_of(zaak)
    return (
        Alinea(LEESWIJZER),
        Alinea(LEESWIJZER_BRON),
        *_shared_scores(zaak),
        *(blok for uitkomst in zaak.indicatie.taken for blok in _taak(zaak, uitkomst, bronnen)),
        Kop(2, "Optelling"),
        whole_table(zaak),
        *_bronnen(bronnen),
        *verantwoording(zaak),
    )


def _shared_scores(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return once what was answered for the whole dossier; it counts in the steps of every taak."""
    gekozen = zaak.dossier.antwoorden.keuzes
    tabel = table_of(*_factoren(zaak.kader.factoren_at(Plaats.DOSSIER), gekozen))
    return (Kop(2, "Antwoorden die voor alle taken gelden"), *tabel) if tabel else ()


def _taak(zaak: Zaak, uitkomst: TaakUitkomst, bronnen: Bronnenlijst) -> tuple[VerslagBlok, ...]:
    return (
        Kop(2, f"Berekening: {uitkomst.naam}"),
        *table_of(*_scores(zaak, uitkomst)),
        *_bill(zaak, uitkomst, bronnen),
        Alinea(_counted(uitkomst), AlineaStijl.NADRUK),
    )


def _scores(zaak: Zaak, uitkomst: TaakUitkomst) -> tuple[Gegeven | None, ...]:
    taak = zaak.kader.taak_by_id[uitkomst.taak]
    gekozen = chosen_for(zaak.kader, zaak.dossier.antwoorden, taak, zaak.antwoord(uitkomst))
    eigen = tuple(f for f in zaak.kader.factoren if f.gevraagd_bij is not Plaats.DOSSIER)
    return (
        row("Taak", taak.omschrijving),
        row(zaak.kader.schaal.naam, _blok(zaak, uitkomst)),
        row("Hoe vaak", how_often(zaak, uitkomst)),
        *_factoren(eigen, gekozen),
    )


def _factoren(factoren: tuple[Factor, ...], gekozen: Chosen) -> tuple[Gegeven | None, ...]:
    return tuple(row(f.naam, f.tell_with_anker(gekozen[f.id])) for f in factoren if f.id in gekozen)


def _blok(zaak: Zaak, uitkomst: TaakUitkomst) -> str:
    blok = zaak.kader.blok_by_code.get(uitkomst.blok or "")
    if blok is None:
        return ""
    anker = zaak.kader.taak_by_id[uitkomst.taak].ankers.get(blok.code, blok.anker)
    return f"{zaak.blok_naam(blok.code)}. {anker}"


def _bill(zaak: Zaak, uitkomst: TaakUitkomst, bronnen: Bronnenlijst) -> tuple[VerslagBlok, ...]:
    match uitkomst.voorstel:
        case Voorstel():
            sommen = sums_of(zaak, uitkomst, uitkomst.voorstel)
            return (_steps_table(uitkomst.voorstel, sommen, bronnen),)
        case BeoordeelZelf():
            zin = f"Het kader geeft geen aantal minuten; de consulent bepaalt het. {uitkomst.voorstel.uitleg}"
            return (Alinea(zin),)
        case Onbepaald():
            vragen = tuple(vraag.tekst.capitalize() for vraag in uitkomst.voorstel.open_vragen)
            return (Alinea("Nog geen berekening: er staan vragen open.", AlineaStijl.LEEG), Lijst(vragen))


def _steps_table(voorstel: Voorstel, sommen: tuple[str, ...], bronnen: Bronnenlijst) -> Tabel:
    kolommen = (
        Kolom("Stap", 88),
        Kolom("Voor", 19, True),
        Kolom("Na", 19, True),
        Kolom("Marge na deze stap", 30, True),
        Kolom("Bron", 14),
    )
    stappen = zip(voorstel.stappen, sommen, strict=True)
    return Tabel(kolommen, tuple(_step_row(stap, som, bronnen) for stap, som in stappen))


def _step_row(stap: Rekenstap, som: str, bronnen: Bronnenlijst) -> Rij:
    voor, na = show_exact(stap.voor.richt), show_exact(stap.na.richt)
    return Rij((stap.tekst, voor, na, _marge(stap.na), bronnen.mark(stap.bron)), toelichting=som)


def _counted(uitkomst: TaakUitkomst) -> str:
    """Return what was decided about a taak and what counts, in a line that a reader can find."""
    minuten = uitkomst.minuten_per_week
    telt = "nog niets" if minuten is None else f"{show_exact(minuten)} minuten per week"
    return f"{_decided(uitkomst)}. Telt mee: {telt}."


def _decided(uitkomst: TaakUitkomst) -> str:
    if uitkomst.stand is not BesluitStand.GENOMEN:
        return "Er is nog geen besluit van de consulent"
    match uitkomst.besluit:
        case Overnemen():
            return "Besluit van de consulent: voorstel overgenomen"
        case BinnenMarge():
            return "Besluit van de consulent: gekozen binnen de marge"
        case Afwijken():
            return f"Besluit van de consulent: afgeweken, zie onderdeel {Deel.AFWIJKING}"
        case None:
            return "Er is nog geen besluit van de consulent"


def _marge(omvang: Omvang) -> str:
    return f"{show_exact(omvang.min)} – {show_exact(omvang.max)}"


def _bronnen(bronnen: Bronnenlijst) -> tuple[VerslagBlok, ...]:
    kolommen = (Kolom("Nr", 12), Kolom("Bron", 80), Kolom("Vindplaats", 50), Kolom("Soort", 28))
    rijen = tuple(
        Rij((bronnen.mark(bron.titel), bron.titel, bron.vindplaats, "SDD-keuze" if bron.lokaal else "kader"))
        for bron in bronnen.bronnen
    )
    consulent = Rij((CONSULENT, ZELF_VASTGESTELD, "dit dossier", "consulent"))
    return (Kop(2, "Bronnen"), Tabel(kolommen, (*rijen, consulent)), Lijst(RECHTSBRONNEN))
