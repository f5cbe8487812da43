"""The two lists a court asks for: the stappenplan, and art. 2.3.2 lid 4 a to g, each with where it stands."""

from indicatietool.domain.antwoorden import LeefgebiedSituatie
from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.veld import is_filled
from indicatietool.domain.velden import VELD_BY_PAD
from indicatietool.verslag.blocks import Kolom, Rij, Tabel
from indicatietool.verslag.onderdelen.nummers import Deel
from indicatietool.verslag.zaak import Zaak

LID_4 = (
    (
        "a",
        "Behoeften, persoonskenmerken en voorkeuren",
        (Deel.HULPVRAAG, Deel.SITUATIE),
        ("hulpvraag.eigen_woorden", "hulpvraag.situatie", "hulpvraag.behoeften"),
    ),
    ("b", "Eigen kracht en gebruikelijke hulp", (Deel.OPLOSSINGEN,), ("oplossingen.eigen_kracht",)),
    (
        "c",
        "Mantelzorg en hulp uit het sociale netwerk",
        (Deel.OPLOSSINGEN,),
        ("oplossingen.mantelzorg_en_netwerk",),
    ),
    (
        "d",
        "Ondersteuning van de mantelzorger",
        (Deel.MANTELZORGER,),
        ("oplossingen.ondersteuning_mantelzorger",),
    ),
    (
        "e",
        "Algemene voorzieningen en maatschappelijk nuttige activiteiten",
        (Deel.OPLOSSINGEN,),
        ("oplossingen.algemene_voorzieningen",),
    ),
    (
        "f",
        "Samenwerking met zorgverzekeraars, publieke gezondheid, jeugdhulp, onderwijs, welzijn, wonen, "
        "werk en inkomen",
        (Deel.OPLOSSINGEN,),
        ("oplossingen.samenwerking",),
    ),
    ("g", "Eigen bijdrage", (Deel.CONCLUSIE,), ("oplossingen.eigen_bijdrage",)),
)
"""Per letter of art. 2.3.2 lid 4: what, in which parts of the verslag, and the fields that answer it."""


def law_checklist(zaak: Zaak) -> Tabel:
    """Return the letters a to g with the part of the verslag and whether it was answered."""
    kolommen = (Kolom("Onder", 14), Kolom("Onderwerp", 92), Kolom("Staat in", 32), Kolom("Stand", 32))
    return Tabel(
        kolommen,
        tuple(
            Rij((letter, wat, _parts(delen), _stand(zaak, velden))) for letter, wat, delen, velden in LID_4
        ),
    )


def stappenplan(zaak: Zaak) -> Tabel:
    """Return the five steps of the Centrale Raad van Beroep, with what came out of each.

    Bron: CRvB 21-03-2018, ECLI:NL:CRVB:2018:819; recht.md §3.2.
    """
    indicatie = zaak.indicatie
    nodig = [a for a in zaak.leefgebieden() if a.situatie is LeefgebiedSituatie.BEGELEIDING]
    stappen = (
        ("1. Wat is de hulpvraag", (Deel.HULPVRAAG,), _stand(zaak, ("hulpvraag.eigen_woorden",))),
        (
            "2. Welke problemen zijn er bij zelfredzaamheid en participatie",
            (Deel.SITUATIE, Deel.LEEFGEBIEDEN),
            f"begeleiding nodig bij {len(nodig)} van {len(zaak.kader.leefgebieden)} leefgebieden",
        ),
        (
            "3. Welke ondersteuning is nodig, naar aard en omvang (bruto)",
            (Deel.LEEFGEBIEDEN,),
            f"{_taken(len(indicatie.taken))}, {show_minutes(indicatie.bruto_per_week)} minuten per week",
        ),
        (
            "4. Wat kunnen eigen kracht, gebruikelijke hulp, mantelzorg, netwerk en andere voorzieningen",
            (Deel.OPLOSSINGEN, Deel.MANTELZORGER),
            f"{show_minutes(indicatie.aftrek_per_week)} minuten per week eraf",
        ),
        (
            "5. Wat blijft over voor een maatwerkvoorziening (netto)",
            (Deel.WEGING, Deel.CONCLUSIE),
            f"{indicatie.minuten_per_maand} minuten per maand",
        ),
    )
    kolommen = (Kolom("Stap", 84), Kolom("Staat in", 32), Kolom("Uitkomst", 54))
    return Tabel(kolommen, tuple(Rij((stap, _parts(delen), uitkomst)) for stap, delen, uitkomst in stappen))


def _parts(delen: tuple[Deel, ...]) -> str:
    woord = "onderdeel" if len(delen) == 1 else "onderdelen"
    return f"{woord} {' en '.join(str(int(deel)) for deel in delen)}"


def _stand(zaak: Zaak, velden: tuple[str, ...]) -> str:
    open_ = [pad for pad in velden if not is_filled(zaak.dossier, VELD_BY_PAD[pad])]
    if not open_:
        return "vastgelegd"
    return "nog niet ingevuld" if len(open_) == len(velden) else "deels ingevuld"


def _taken(aantal: int) -> str:
    return "1 taak" if aantal == 1 else f"{aantal} taken"
