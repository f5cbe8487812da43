"""The verslagen that must pass every validator: the shipped cases and the hardest that can be thought of.

A new version or kind of verslag is a line in `keurlijst`. `python -m tests.verslag.keurlijst` judges them
all, with the largest besides, and prints what veraPDF counted.
"""

import sys
from datetime import date
from fractions import Fraction
from io import BytesIO
from itertools import product
from pathlib import Path

from PIL import Image

from indicatietool.domain.antwoorden import Antwoorden
from indicatietool.domain.dossier import Hulpvraag, Melding
from indicatietool.domain.normenkader import Leefgebied, Normenkader
from indicatietool.domain.versie import Versie
from indicatietool.paths import normen_folder
from indicatietool.session.kader_uitleg import explanation
from indicatietool.session.vergelijking_verslag import difference_report
from indicatietool.store.dossiers import read_dossier
from indicatietool.store.normenkaders import GeladenKader, find_normenkaders, load_normenkader
from indicatietool.verslag.blocks import (
    Alinea,
    AlineaStijl,
    Gegeven,
    Gegevens,
    Kolom,
    Kop,
    LetOp,
    Lijst,
    MargeBalk,
    MargeBalken,
    Nadrukblok,
    NieuwePagina,
    Ondertekenaar,
    Ondertekening,
    Rij,
    RijSoort,
    Staaf,
    StaafSoort,
    Stippen,
    Stippenrij,
    Tabel,
    Verslag,
    Waterval,
)
from indicatietool.verslag.pdf import render_pdf
from indicatietool.verslag.uitvoer.evaluatie import evaluation_sheet
from tests.builders import (
    afwijken,
    as_loaded,
    make_dossier,
    make_kader,
    make_leefgebied,
    make_taak,
    score,
    tiny_kader,
)
from tests.verslag.papier import report
from tests.verslag.sessie.pagina import group_of, long_case
from tests.verslag.uitvoer.zaken import make_zaak
from tests.verslag.verapdf import ARCHIEF, TOEGANKELIJK, judge
from tests.verslag.vol_dossier import full_dossier

LANG = "Cliënt vertelt dat het huis steeds voller raakt en dat niemand de post nog openmaakt. " * 60
GEZIEN = "Op tafel lagen ongeopende brieven."
VREEMD = (
    "e\u0301a\u0308 q\u0323\u0307 Łódź Škoda “’s-Hertogenbosch” € 😀 👩\u200d👧 שלום مرحبا "
    "\u202eomgekeerd\u202c \ttab zachte\u00adstreep harde\u2011streep smal\u202fwit privé \ue000 漢字 "
    f"{'W' * 300}\n<b>&amp;</b> (x) \\ %"
)


def keurlijst(kader: Normenkader, casussen: Path) -> dict[str, Verslag]:
    """Return every verslag that must pass, by name."""
    kader_vol = tiny_kader()
    lijst = {
        f"{pad.stem}, {versie.naam}": report(kader, read_dossier(pad), versie=versie)
        for pad in sorted(casussen.glob("*.json"))
        for versie in Versie
    }
    for versie in Versie:
        lijst[f"alles ingevuld, {versie.naam}"] = report(kader_vol, full_dossier(kader_vol), versie=versie)
    lijst["sessie van 3"], lijst["sessie van 20"] = group_of(3), group_of(20)
    lijst["sessie met 60 taken"] = long_case()
    lijst["evaluatieformulier"] = evaluation_sheet(make_zaak())
    lijst |= about_kaders()
    lijst["leeg concept"] = report(kader, make_dossier(), "Er is nog niets ingevuld.")
    lijst["66 taken in 11 leefgebieden"] = many_taken(11, 6)
    lijst["lange motiveringen"] = typed(LANG)
    lijst["vreemde tekens"] = typed(VREEMD)
    lijst["elk blok"] = every_block()
    return lijst


def about_kaders() -> dict[str, Verslag]:
    """Return the short explanation of every shipped kader; of a small one the long one and a difference."""
    klein, dag = as_loaded(tiny_kader()), date(2026, 11, 22)
    ander = as_loaded(make_kader(versie="2"))
    lijst = {f"{geladen.name} uitgelegd": explanation(geladen, dag, Versie.CLIENT) for geladen in shipped()}
    lijst["klein kader uitgelegd zonder cijfers"] = explanation(klein, dag, met_cijfers=False)
    lijst["verschil tussen kaders"] = difference_report(klein, ander, dag, eigen=[full_dossier(klein.kader)])
    return lijst


def all_about_kaders() -> dict[str, Verslag]:
    """Return every explanation and every difference of the shipped kaders, with figures and without."""
    dag, geladen = date(2026, 11, 22), shipped()
    return {
        **{
            f"{een.name} uitgelegd, met cijfers: {cijfers}": explanation(een, dag, met_cijfers=cijfers)
            for een, cijfers in product(geladen, (True, False))
        },
        **{
            f"{een.name} en {twee.name}, met cijfers: {cijfers}": difference_report(
                een, twee, dag, met_cijfers=cijfers
            )
            for een, twee, cijfers in product(geladen, geladen, (True, False))
        },
    }


def shipped() -> tuple[GeladenKader, ...]:
    """Return the kaders that come with the program."""
    return tuple(load_normenkader(folder) for folder in find_normenkaders(normen_folder()))


def many_taken(leefgebieden: int, taken: int) -> Verslag:
    """Return the verslag of so many taken in each of so many leefgebieden, each with an observatie."""
    gebieden = tuple(
        Leefgebied(id=f"gebied-{nummer}", naam=f"Leefgebied {nummer}", omschrijving="Van alles.")
        for nummer in range(leefgebieden)
    )
    alle = [
        make_taak(f"taak-{gebied.id}-{nummer}", leefgebied=gebied.id)
        for gebied in gebieden
        for nummer in range(taken)
    ]
    antwoorden = Antwoorden().model_copy(
        update={
            "taken": tuple(score(taak.id, "O2", observatie=GEZIEN) for taak in alle),
            "leefgebieden": tuple(
                make_leefgebied(gebied.id, problemen="Post blijft liggen.", doel="Post is open.")
                for gebied in gebieden
            ),
        }
    )  # more taken than a kader may have, so not validated
    kader = make_kader().model_copy(update={"leefgebieden": gebieden, "taken": tuple(alle)})
    return report(kader, make_dossier().model_copy(update={"antwoorden": antwoorden}))


def typed(tekst: str) -> Verslag:
    """Return a verslag with this text in every kind of field."""
    taken = [make_taak(f"taak-{nummer}") for nummer in range(12)]
    return report(
        make_kader(*taken),
        make_dossier(
            *(score(taak.id, observatie=tekst) for taak in taken),
            leefgebieden=[make_leefgebied("geld", problemen=tekst, doel=tekst)],
            besluiten={taak.id: afwijken(30, motivering=tekst) for taak in taken},
        ).with_changes(
            melding=Melding(client=tekst[:200], zaaknummer=tekst[:200], stukken=tekst),
            hulpvraag=Hulpvraag(eigen_woorden=tekst, situatie=tekst),
        ),
    )


def every_block() -> Verslag:
    """Return a verslag with every kind of block in its most awkward shape."""
    kop, som = Rij(("Kop",), soort=RijSoort.TUSSENKOP), Rij(("Som", "144"), soort=RijSoort.TOTAAL)
    rij = Rij(("Taak", "12\nminuten", "Lang " * 400), toelichting="Waarom. " * 300)
    kolommen = (Kolom("Wat", 40), Kolom("Hoeveel", 20, True), Kolom("", 60))
    balken = tuple(
        MargeBalk(f"Taak {n} 😀", n, n + Fraction(5), n + Fraction(9), None if n % 3 else n, f"{n}")
        for n in map(Fraction, range(60))
    )
    staven = (
        Staaf("Bruto", Fraction(0), Fraction(90), "90", StaafSoort.STAND),
        Staaf("Eraf", Fraction(90), Fraction(60), "−30", StaafSoort.ERAF),
        Staaf("Erbij", Fraction(60), Fraction(61), "+1", StaafSoort.ERBIJ),
    )
    stippen = tuple(
        Stippenrij(f"Taak {n} 😀", (Fraction(n),) * (1 + n), None if n % 3 else Fraction(n, 7), f"{n}")
        for n in range(45)
    )
    ondertekenaars = Ondertekenaar("Cliënt", "L. Łukasz"), Ondertekenaar("Consulent")
    blokken = (
        Kop(3, "Een kop die te diep begint", "Wmo 2015 art. 2.3.2"),
        *(Alinea(LANG if stijl is AlineaStijl.CITAAT else "Kort.", stijl) for stijl in AlineaStijl),
        Alinea(""),
        Kop(1, "Kop " * 100),
        Kop(3, "Twee niveaus dieper"),
        Lijst(()),
        Lijst(("Een punt.", LANG, "")),
        Gegevens((Gegeven("Naam", ""), Gegeven("Leeg", "Geen.", "Awb", is_leeg=True), Gegeven("L", LANG))),
        Tabel(kolommen, (), "Een tabel zonder rijen"),
        Tabel(kolommen, (kop, *[rij] * 12, som), "Een tabel over veel bladzijden"),
        Nadrukblok("Indicatie", "1885 minuten", ("per maand", LANG)),
        LetOp("Let op", LANG, ("Een", "Twee")),
        LetOp("Zonder regels", "Kort."),
        Waterval("Waterval", "Bruto: 90; netto: 60", staven),
        Waterval("Zonder staven", "", ()),
        MargeBalken("Marges", "", balken),
        Stippen("Een rij stippen per taak", "", stippen),
        Stippen("Zonder rijen", "", ()),
        NieuwePagina(),
        NieuwePagina(),
        Kop(2, "Ondertekening"),
        Ondertekening(("Gezien", LANG[:300]), "Ik doe een aanvraag", ondertekenaars),
        Ondertekening((), "Alleen dit", ()),
    )
    return Verslag(
        titel="Verslag met <alles> & meer",
        kenmerk="zaak \U0001f600 “X”",
        kopregels=("OEFENING", "Een regel"),
        blokken=blokken,
        watermerk="CONCEPT · VOORBEELD 😀",
        voettekst="Een voettekst die te lang is. " * 12,
        datum=date(2026, 11, 22),
        auteur="Gemeente ’s-Hertogenbosch & co",
        is_concept=True,
        kleur="#7a1f5c",
        logo=picture(),
        logo_alternatief="Logo van de gemeente",
    )


def picture() -> bytes:
    """Return a small PNG that is transparent in part."""
    bestand = BytesIO()
    Image.new("RGBA", (80, 30), (200, 30, 60, 120)).save(bestand, "PNG")
    return bestand.getvalue()


def main() -> None:
    """Judge every verslag of the list, and the largest, and print what veraPDF says."""
    folder = normen_folder() / "voorbeeld-begeleiding" / "2026.1"
    lijst = keurlijst(load_normenkader(folder).kader, folder / "casussen")
    lijst |= all_about_kaders()
    lijst["660 taken in 11 leefgebieden"] = many_taken(11, 60)
    oordelen = judge({naam: render_pdf(verslag) for naam, verslag in lijst.items()}, ARCHIEF, TOEGANKELIJK)
    print(*oordelen, sep="\n")
    print(f"{sum(o.is_goed for o in oordelen)} van {len(oordelen)} goed")
    sys.exit(not all(oordeel.is_goed for oordeel in oordelen))


if __name__ == "__main__":
    main()
