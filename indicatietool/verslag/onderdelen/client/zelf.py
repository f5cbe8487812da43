"""Cliëntversie: what the client can do, what others do, and where no begeleiding is needed."""

from indicatietool.domain.antwoorden import Aftrek, AftrekSoort, Beschikbaar, LeefgebiedSituatie
from indicatietool.verslag.blocks import Kolom, Kop, Lijst, Rij, Tabel, VerslagBlok
from indicatietool.verslag.onderdelen.client.woorden import told
from indicatietool.verslag.zaak import Zaak

VELDEN = (
    ("Wat u en uw huisgenoten zelf kunnen", "oplossingen.eigen_kracht"),
    ("Wat mensen om u heen doen", "oplossingen.mantelzorg_en_netwerk"),
    ("Hulp voor wie u helpt", "oplossingen.ondersteuning_mantelzorger"),
    ("Wat er in uw buurt is", "oplossingen.algemene_voorzieningen"),
    ("Samenwerking met andere hulp", "oplossingen.samenwerking"),
    ("Hulp uit andere wetten", "oplossingen.andere_wetten"),
    ("Uw geloof, overtuiging of cultuur", "oplossingen.levensovertuiging"),
    ("Afspraken voor als het slecht gaat", "oplossingen.crisisafspraken"),
    ("De eigen bijdrage", "oplossingen.eigen_bijdrage"),
)
WIE = {
    AftrekSoort.EIGEN_KRACHT: "u zelf",
    AftrekSoort.GEBRUIKELIJKE_HULP: "uw huisgenoten",
    AftrekSoort.MANTELZORG: "uw mantelzorger",
    AftrekSoort.NETWERK: "mensen om u heen",
    AftrekSoort.VOORLIGGEND: "andere hulp",
}
NIET_MEE = {
    Beschikbaar.JA: "telt niet mee: het kan niet of wil niet",
    Beschikbaar.NEE: "telt niet mee: deze hulp is er nu niet",
    Beschikbaar.WACHTLIJST: "telt niet mee: er is een wachtlijst",
    Beschikbaar.OVERBELAST: "telt niet mee: het is te zwaar",
}
WAAROM_GEEN = {
    LeefgebiedSituatie.EIGEN_KRACHT: "dit lukt u zelf",
    LeefgebiedSituatie.NETWERK: "mensen om u heen helpen u",
    LeefgebiedSituatie.VOORLIGGEND: "andere hulp lost dit op",
    LeefgebiedSituatie.WIL_NIET: "u wilt hier geen hulp",
    LeefgebiedSituatie.NIET_AAN_DE_ORDE: "dit speelt nu niet",
}


def zelf(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return what is solved without begeleiding, as the consulent wrote it down.

    Bron: Wmo 2015 art. 2.3.2 lid 4 onder b tot en met g.
    """
    return (
        *(blok for titel, pad in VELDEN for blok in told(zaak, titel, pad)),
        *_helpers(zaak),
        *_without(zaak),
    )


def _helpers(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    rijen = tuple(
        Rij((uitkomst.naam, WIE[aftrek.soort], _how_much(aftrek)), toelichting=aftrek.reden.strip())
        for uitkomst in zaak.indicatie.taken
        for aftrek in zaak.antwoord(uitkomst).aftrek
    )
    if not rijen:
        return ()
    kolommen = (Kolom("Waarbij", 70), Kolom("Wie helpt", 40), Kolom("Hoeveel", 60))
    return (Kop(2, "Wie u waarbij helpt"), Tabel(kolommen, rijen))


def _how_much(aftrek: Aftrek) -> str:
    if not aftrek.telt_mee:
        return NIET_MEE[aftrek.beschikbaar]
    if aftrek.procent is not None:
        return f"{aftrek.procent} % van de tijd"
    return f"{aftrek.minuten_per_week} minuten per week"


def _without(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    regels = tuple(
        f"{zaak.leefgebied_naam(antwoord.leefgebied)}: {WAAROM_GEEN[antwoord.situatie]}. "
        f"{antwoord.toelichting.strip()}".strip()
        for antwoord in zaak.leefgebieden()
        if antwoord.situatie is not LeefgebiedSituatie.BEGELEIDING
    )
    return (Kop(2, "Hier is geen begeleiding nodig"), Lijst(regels)) if regels else ()
