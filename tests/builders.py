"""Small kaders and dossiers, built in Python, that say only what a test is about.

The tiny kader has three taken, eight blokken, a factor at each place and one rule of every effect kind.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from indicatietool.domain.antwoorden import (
    Aftrek,
    AftrekSoort,
    Antwoorden,
    Beschikbaar,
    Duur,
    Frequentie,
    LeefgebiedAntwoord,
    LeefgebiedSituatie,
    OverigeBegeleiding,
    TaakAntwoord,
)
from indicatietool.domain.besluit import Afwijken, AfwijkenTotaal, Besluit, Overnemen, TaakBesluit
from indicatietool.domain.dossier import Dossier, KaderVerwijzing
from indicatietool.domain.factoren import Factor, Keuze, Plaats
from indicatietool.domain.normenkader import (
    Afrondingsregel,
    Bron,
    Grond,
    KaderStatus,
    Kop,
    Leefgebied,
    Normenkader,
    Per,
    Product,
    Profiel,
    Rekenwijze,
    Taak,
)
from indicatietool.domain.regels import (
    Effect,
    Maximum,
    MinutenErbij,
    Procent,
    Regel,
    Samenval,
    TenHoogste,
    TenMinste,
    Vervalt,
    Vervangt,
    Voorwaarde,
)
from indicatietool.domain.schaal import Blok, Cel, Marge, OpenCel, Richting
from indicatietool.domain.voorstel import Voorstel
from indicatietool.engine.propose import propose
from indicatietool.store.normenkaders import GeladenKader

VANDAAG = date(2027, 1, 4)
BLOKKEN = ("O1", "O2", "O3", "O4", "B1", "B2", "B3", "B4")
GEEN_VINGERAFDRUK = "0" * 64

# parts of a kader


def make_blok(code: str, *, onder: int = 20, boven: int = 30) -> Blok:
    """Return a blok such as "O3", with a marge in procent."""
    return Blok(
        code=code,
        naam=f"Blok {code}",
        richting=Richting.ONTWIKKEL if code[0] == "O" else Richting.BEHOUD,
        gradatie=int(code[1]),
        anker=f"Zichtbaar gedrag bij {code}.",
        marge=Marge(onder_procent=onder, boven_procent=boven),
        bron="norm",
    )


def make_factor(naam: str, *keuzes: str, bij: Plaats = Plaats.TAAK) -> Factor:
    """Return a factor with these keuzes, asked at this place."""
    return Factor(
        id=naam,
        naam=naam.capitalize(),
        vraag=f"Hoe is het met {naam}?",
        gevraagd_bij=bij,
        van="client",
        keuzes=tuple(Keuze(id=keuze, naam=keuze, anker=f"Te zien: {keuze}.") for keuze in keuzes),
        bron="norm",
    )


def make_taak(
    naam: str = "post",
    *,
    per: Per = Per.WEEK,
    minuten: int | Cel = 60,
    cellen: Mapping[str, int | Cel] | None = None,
    leefgebied: str = "geld",
    vraagt: Sequence[str] = (),
    open_norm: str = "",
) -> Taak:
    """Return a taak with the same minutes for every blok, but for the cellen that are given."""
    return Taak(
        id=naam,
        naam=naam.capitalize(),
        leefgebied=leefgebied,
        omschrijving=f"Hulp bij {naam}.",
        per=per,
        minuten={} if open_norm else dict.fromkeys(BLOKKEN, minuten) | dict(cellen or {}),
        vast=OpenCel(open=open_norm) if open_norm else None,
        vraagt=tuple(vraagt),
        bron="norm",
    )


def rising(start: int, step: int) -> dict[str, int | Cel]:
    """Return cellen that rise with the gradatie: O1 and B1 start, each next one a step more."""
    return {code: start + step * (int(code[1]) - 1) for code in BLOKKEN}


def make_regel(naam: str, effect: Effect, **als: object) -> Regel:
    """Return a rule under one condition; without a condition it holds for every blok."""
    return Regel(
        id=naam,
        tekst=f"Regel {naam}",
        als=(Voorwaarde(**(als or {"blokken": BLOKKEN})),),
        effect=effect,
        bron="regels",
    )


def procent(aantal: int, *, van: str = "basis") -> Procent:
    """Return an effect in procent of the basis or of the tussenstand."""
    return Procent(soort="procent", procent=aantal, van=van)


def erbij(minuten: int) -> MinutenErbij:
    """Return an effect of minutes per week more (or less)."""
    return MinutenErbij(soort="minuten", minuten=minuten)


def vervangt(minuten: int) -> Vervangt:
    """Return an effect that puts minutes per week in the place of what was there."""
    return Vervangt(soort="vervangt", minuten=minuten)


def vervalt() -> Vervalt:
    """Return an effect that leaves nothing."""
    return Vervalt(soort="vervalt")


def ten_hoogste(minuten: int) -> TenHoogste:
    """Return an effect that caps."""
    return TenHoogste(soort="maximum", minuten=minuten)


def ten_minste(minuten: int) -> TenMinste:
    """Return an effect that lifts to a floor."""
    return TenMinste(soort="minimum", minuten=minuten)


def make_samenval(taak: str, met: str, minuten: int) -> Samenval:
    """Return a pair of taken that partly share their time."""
    return Samenval(
        id=f"{taak}-bij-{met}",
        taak=taak,
        met=met,
        minuten_per_week=minuten,
        tekst=f"{taak} valt deels samen met {met}",
        bron="regels",
    )


def make_maximum(naam: str, minuten: int, *taken: str) -> Maximum:
    """Return a maximum for these taken, or for all together when none is named."""
    return Maximum(
        id=naam, tekst=f"Ten hoogste {minuten}", taken=taken, minuten_per_week=minuten, bron="regels"
    )


def make_profiel(blok: str, vanaf: int, tot: int, *, looptijd: int = 12) -> Profiel:
    """Return a profiel with its band in minutes per week."""
    return Profiel(
        blok=blok,
        vanaf_minuten_per_week=vanaf,
        tot_minuten_per_week=tot,
        product="licht",
        looptijd_maanden=looptijd,
        eerste_evaluatie_maanden=3,
        evaluatie_elke_maanden=6,
        aanleveren_weken_ervoor=4,
        bron="norm",
    )


PROFIELEN = (
    make_profiel("O1", 0, 60),
    make_profiel("O2", 60, 120),
    make_profiel("O3", 120, 240),
    make_profiel("O4", 240, 10_080),
    make_profiel("B1", 0, 30),
    make_profiel("B2", 30, 90),
    make_profiel("B3", 90, 180),
    make_profiel("B4", 180, 10_080),
)


def make_kader(
    *taken: Taak,
    regels: Sequence[Regel] = (),
    factoren: Sequence[Factor] = (),
    samenval: Sequence[Samenval] = (),
    maxima: Sequence[Maximum] = (),
    profielen: Sequence[Profiel] = PROFIELEN,
    blokken: Sequence[Blok] | None = None,
    weken_per_maand: int | str = 4,
    weken_per_jaar: int = 52,
    dagen_per_week: int = 7,
    afronding: Afrondingsregel | None = None,
    afronding_taak: Afrondingsregel | None = None,
    naam: str = "klein",
    versie: str = "1",
    status: KaderStatus = KaderStatus.VASTGESTELD,
    geldig_van: date = date(2026, 1, 1),
    geldig_tot: date | None = None,
) -> Normenkader:
    """Return a kader with these taken; four weeks in a month and rounding to whole minutes."""
    return Normenkader(
        kader=Kop(
            formaat=1,
            id=naam,
            naam="Klein kader",
            versie=versie,
            status=status,
            uitgever="de tests",
            geldig_van=geldig_van,
            geldig_tot=geldig_tot,
        ),
        rekenwijze=Rekenwijze(
            weken_per_maand=weken_per_maand,
            weken_per_jaar=weken_per_jaar,
            dagen_per_week=dagen_per_week,
            afronding_totaal=afronding or Afrondingsregel(stap=1, richting="dichtstbij"),
            afronding_taak=afronding_taak,
            bron="norm",
        ),
        bronnen=(
            Bron(id="norm", titel="De norm"),
            Bron(id="regels", titel="De regels"),
            Bron(id="eigen", titel="Eigen keuze", lokaal=True, datum=VANDAAG, eigenaar="beleid"),
        ),
        blokken=tuple(blokken or (make_blok(code) for code in BLOKKEN)),
        leefgebieden=(
            Leefgebied(id="geld", naam="Geld", omschrijving="Alles met geld."),
            Leefgebied(id="wonen", naam="Wonen", omschrijving="Alles in huis."),
            Leefgebied(id="vrije-tijd", naam="Vrije tijd", omschrijving="Alles ernaast."),
        ),
        factoren=tuple(factoren),
        taken=taken or (make_taak(),),
        regels=tuple(regels),
        samenval=tuple(samenval),
        maxima=tuple(maxima),
        gronden=(
            Grond(id="bijzonder", naam="Bijzonder", uitleg="Een bijzondere situatie."),
            Grond(id="afbouw", naam="Afbouw", uitleg="De hulp wordt minder."),
        ),
        producten=(Product(id="licht", naam="Licht", omschrijving="Lichte hulp."),),
        profielen=tuple(profielen),
    )


def tiny_kader() -> Normenkader:
    """Return the kader with one of everything: each Per that differs, each effect, each place of a factor."""
    return make_kader(
        make_taak("post", per=Per.KEER, cellen=rising(20, 10), vraagt=("motivatie",)),
        make_taak(
            "opruimen",
            per=Per.WEEK,
            cellen=rising(30, 15) | {"O4": Cel(min=60, richt=75, max=130)},
            leefgebied="wonen",
            vraagt=("motivatie", "veiligheid"),
        ),
        make_taak("waakvlam", per=Per.MAAND, cellen=rising(10, 10), leefgebied="wonen"),
        factoren=(
            make_factor("motivatie", "goed", "matig"),
            make_factor("veiligheid", "veilig", "vast", "niets", "genoeg", "basis"),
            make_factor("drukte", "rustig", "druk", bij=Plaats.LEEFGEBIED),
            make_factor("planbaar", "ja", "nee", bij=Plaats.DOSSIER),
        ),
        regels=(
            make_regel("matig", procent(10), factor="motivatie", keuzes=("matig",)),
            make_regel("druk", procent(15, van="tussenstand"), factor="drukte", keuzes=("druk",)),
            make_regel("niet-planbaar", erbij(7), factor="planbaar", keuzes=("nee",)),
            make_regel("vast", vervangt(45), factor="veiligheid", keuzes=("vast",)),
            make_regel("niets", vervalt(), factor="veiligheid", keuzes=("niets",)),
            make_regel("genoeg", ten_hoogste(40), factor="veiligheid", keuzes=("genoeg",)),
            make_regel("basis", ten_minste(50), factor="veiligheid", keuzes=("basis",)),
            make_regel("korting", procent(-10), factor="planbaar", keuzes=("ja",)),
        ),
        samenval=(make_samenval("waakvlam", "opruimen", 2),),
        maxima=(make_maximum("thuis", 90, "opruimen", "waakvlam"), make_maximum("alles", 400)),
        weken_per_maand="52/12",
        afronding=Afrondingsregel(stap=5, richting="omhoog"),
    )


def as_loaded(kader: Normenkader, folder: Path = Path("normen/klein/1")) -> GeladenKader:
    """Return a kader that was made in Python as if it came from disk."""
    return GeladenKader(kader, GEEN_VINGERAFDRUK, folder, ())


# parts of a dossier


def score(
    taak: str = "post",
    blok: str | None = "O1",
    *,
    keer: int | None = None,
    per_weken: int = 1,
    aftrek: Sequence[Aftrek] = (),
    observatie: str = "",
    **keuzes: str,
) -> TaakAntwoord:
    """Return the answers about one taak: blok, frequentie and a keuze per factor."""
    return TaakAntwoord(
        taak=taak,
        blok=blok,
        frequentie=None if keer is None else Frequentie(keer=keer, per_weken=per_weken),
        keuzes=keuzes,
        aftrek=tuple(aftrek),
        observatie=observatie,
    )


def make_aftrek(
    *,
    minuten: int | None = None,
    procent: int | None = None,
    soort: AftrekSoort = AftrekSoort.MANTELZORG,
    beschikbaar: Beschikbaar = Beschikbaar.JA,
    duur: Duur = Duur.STRUCTUREEL,
    vrijwillig: bool = True,
    reden: str = "Een zus doet dit elke week.",
) -> Aftrek:
    """Return what another takes over: minutes or procent, there and freely given."""
    return Aftrek(
        soort=soort,
        minuten_per_week=minuten,
        procent=procent,
        reden=reden,
        beschikbaar=beschikbaar,
        duur=duur,
        vrijwillig=vrijwillig,
    )


def make_leefgebied(
    naam: str = "geld",
    situatie: LeefgebiedSituatie = LeefgebiedSituatie.BEGELEIDING,
    *,
    problemen: str = "",
    doel: str = "",
    **keuzes: str,
) -> LeefgebiedAntwoord:
    """Return how a leefgebied stands."""
    return LeefgebiedAntwoord(
        leefgebied=naam, situatie=situatie, problemen=problemen, doel=doel, keuzes=keuzes
    )


def make_antwoorden(
    *taken: TaakAntwoord,
    leefgebieden: Sequence[LeefgebiedAntwoord] = (),
    overige: Sequence[OverigeBegeleiding] = (),
    **keuzes: str,
) -> Antwoorden:
    """Return all answers; keuzes are those of factoren of the whole dossier."""
    return Antwoorden(taken=taken, leefgebieden=tuple(leefgebieden), overige=tuple(overige), keuzes=keuzes)


def make_overig(minuten: int = 15, omschrijving: str = "Mee naar de kapper") -> OverigeBegeleiding:
    """Return a line outside the kader."""
    return OverigeBegeleiding(
        omschrijving=omschrijving, minuten_per_week=minuten, motivering="Dit kan niemand anders doen."
    )


def afwijken(
    minuten: int, *, grond: str = "bijzonder", motivering: str = "Het kost hier meer tijd."
) -> Afwijken:
    """Return a departure with its grond and motivering."""
    return Afwijken(minuten=minuten, grond=grond, motivering=motivering)


def make_dossier(
    *taken: TaakAntwoord,
    kader: KaderVerwijzing | None = None,
    leefgebieden: Sequence[LeefgebiedAntwoord] = (),
    overige: Sequence[OverigeBegeleiding] = (),
    besluiten: Mapping[str, Besluit] | None = None,
    totaal: int | None = None,
    nummer: str = "2027-0001",
    **keuzes: str,
) -> Dossier:
    """Return a dossier with these scores and besluiten (taak → besluit)."""
    return Dossier(
        nummer=nummer,
        gemaakt=VANDAAG,
        kader=kader or KaderVerwijzing(id="klein", versie="1", sha256=GEEN_VINGERAFDRUK),
        antwoorden=make_antwoorden(*taken, leefgebieden=leefgebieden, overige=overige, **keuzes),
        besluiten=tuple(TaakBesluit(taak=taak, besluit=b) for taak, b in (besluiten or {}).items()),
        afwijking_totaal=(
            None
            if totaal is None
            else AfwijkenTotaal(minuten_per_maand=totaal, grond="afbouw", motivering="De hulp loopt af.")
        ),
    )


def take_all_over(kader: Normenkader, dossier: Dossier) -> Dossier:
    """Return the dossier with every voorstel taken over as it stands."""
    besluiten = tuple(
        TaakBesluit(taak=antwoord.taak, besluit=Overnemen(minuten_per_week=voorstel.omvang.richt))
        for antwoord in dossier.antwoorden.taken
        if isinstance(voorstel := propose(kader, dossier.antwoorden, antwoord), Voorstel)
    )
    return dossier.with_changes(besluiten=besluiten)
