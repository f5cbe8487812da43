"""A kader with all that the shipped ones lack: one direction, points, open cells, numbers, the highest."""

from indicatietool.domain.factoren import Factor, Keuze, Plaats, Puntengrens, Puntentabel
from indicatietool.domain.normenkader import Afrondingsregel, KaderStatus, Normenkader, Per, Taak
from indicatietool.domain.regels import (
    Hoogste,
    Maximum,
    MinutenErbij,
    Periode,
    Regel,
    TenMinste,
    Vervangt,
    Voorwaarde,
)
from indicatietool.domain.schaal import Blok, Cel, Marge, OpenCel, Schaal, TenHoogsteCel
from tests.builders import make_kader, procent, vervalt


def wide_kader() -> Normenkader:
    """Return the kader; the steps of its scale are called rang and have no direction."""
    rangen = tuple(
        Blok(
            code=f"R{n}",
            naam=f"Rang {n}",
            gradatie=n,
            anker=f"Te zien bij rang {n}.",
            marge=Marge(onder_procent=0, boven_procent=0),
            bron="norm",
        )
        for n in (1, 2, 3)
    )
    kader = make_kader(
        _taak(
            "post", minuten={"R1": Cel(min=20, max=40), "R2": TenHoogsteCel(ten_hoogste=60), "R3": _open()}
        ),
        _taak("kamers-doen", vast=15, maal="kamers", per=Per.DAG, vraagt=("kamers",)),
        _taak("koken", vast=_open(), leefgebied="wonen"),
        _taak("bellen", minuten={"R1": 5}, blokken=("R1",), per=Per.JAAR),
        _taak("lezen", minuten={"R1": 5}, blokken=("R1",)),
        blokken=rangen,
        factoren=_factoren(),
        regels=_regels(),
        maxima=(
            Maximum(
                id="grens",
                tekst="Ten hoogste 3 uur per week",
                als=(Voorwaarde(met_een_van=("post", "koken")), Voorwaarde(factor="kamers", boven=2)),
                groep="combinatie",
                minuten_per_week=180,
                bron="regels",
            ),
        ),
        profielen=(),
        afronding_taak=Afrondingsregel(stap=5, richting="omhoog"),
        naam="ruim",
        status=KaderStatus.VOORBEELD,
    )
    zwaarste = Hoogste(id="een", tekst="Alleen de zwaarste telt", taken=("post", "bellen"), bron="regels")
    return Normenkader(
        **{**dict(kader), "schaal": Schaal(naam="Rang", bandbreedte="boven"), "hoogste": (zwaarste,)}
    )


def _open() -> OpenCel:
    return OpenCel(open="Nog niet genormeerd; vaak is het 25 minuten.", stand="gevraagd")


def _taak(naam: str, **changes: object) -> Taak:
    gegevens = {
        "id": naam,
        "naam": naam.replace("-", " ").capitalize(),
        "leefgebied": "geld",
        "omschrijving": "Hulp.",
        "per": Per.WEEK,
        "vraagt": (),
        "bron": "norm",
    }
    return Taak(**{**gegevens, **changes})  # type: ignore[arg-type]


def _factoren() -> tuple[Factor, ...]:
    gewoon = {"vraag": "Hoe is het?", "gevraagd_bij": Plaats.DOSSIER, "van": "client", "bron": "norm"}
    punten = Puntentabel(
        factoren=("geheugen",),
        grenzen=(Puntengrens(keuze="licht", vanaf=0), Puntengrens(keuze="zwaar", boven=4)),
    )
    return (
        Factor(
            **{**gewoon, "gevraagd_bij": Plaats.TAAK},
            id="kamers",
            naam="Kamers",
            soort="aantal",
            hoogste=9,
            eenheid="kamer",
        ),
        Factor(
            **gewoon,
            id="geheugen",
            naam="Geheugen",
            keuzes=(_keuze("goed", 0), _keuze("slecht", 6)),
        ),
        Factor(
            **gewoon,
            id="zwaarte",
            naam="Zwaarte",
            keuzes=(_keuze("licht"), _keuze("zwaar", anker="meer dan 4 punten")),
            punten=punten,
        ),
    )


def _keuze(naam: str, punten: int = 0, anker: str = "") -> Keuze:
    return Keuze(id=naam, naam=naam.capitalize(), anker=anker or f"Te zien: {naam}.", punten=punten)


def _regels() -> tuple[Regel, ...]:
    def regel(naam: str, effect: object, *als: Voorwaarde, deel: str = "bruto") -> Regel:
        return Regel(
            id=naam, tekst=f"De regel {naam}: 12 % erbij", als=als, effect=effect, deel=deel, bron="regels"
        )

    return (
        regel(
            "zwaar",
            procent(12, van="tussenstand"),
            Voorwaarde(factor="zwaarte", keuzes=("zwaar",)),
            Voorwaarde(niet=True, met_alle=("post", "bellen")),
        ),
        regel(
            "kamer",
            MinutenErbij(soort="minuten", minuten=4, per=Periode.MAAND, maal="kamers"),
            Voorwaarde(factor="kamers", vanaf=1, tot_en_met=5),
        ),
        regel("niet-goed", procent(-5), Voorwaarde(niet=True, factor="geheugen", keuzes=("goed",))),
        regel("niets", procent(0), Voorwaarde(factor="geheugen", keuzes=("goed",)), deel="aftrek"),
        regel("elders", vervalt(), Voorwaarde(gemeenten=("0505",)), Voorwaarde(leefgebieden=("wonen",))),
        regel("vast", Vervangt(soort="vervangt", minuten=30), Voorwaarde(blokken=("R2", "R3"))),
        regel("bodem", TenMinste(soort="minimum", minuten=10), Voorwaarde(taken=("lezen",))),
    )
