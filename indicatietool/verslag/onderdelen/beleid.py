"""Part 9: the weighing in words: plussen en minnen, the principles of the policy and what is special."""

from fractions import Fraction

from indicatietool.domain.antwoorden import LeefgebiedSituatie
from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.velden import VELD_BY_PAD
from indicatietool.domain.voorstel import Voorstel
from indicatietool.verslag.blocks import Alinea, AlineaStijl, Kop, VerslagBlok
from indicatietool.verslag.invulling import field, paragraphs, words_of
from indicatietool.verslag.zaak import Zaak

UITGANGSPUNTEN = ("weging.normaliseren", "weging.zelfredzaamheid", "weging.naar_de_voorkant")
NIETS_VASTGELEGD = "Hierover is niets vastgelegd."
GEEN_BIJZONDERE = "Er zijn geen bijzondere omstandigheden genoemd."
ONZEKER = (
    "De consulent vindt deze inschatting nog onzeker. Bij de eerste evaluatie wordt gekeken of zij klopt."
)


def motivering(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return why this is the number, under the headings that the policy asks for.

    Bron: eisen 9, 34, 87 en 95.
    """
    weging = zaak.dossier.weging
    omstandigheden = paragraphs(weging.bijzondere_omstandigheden)
    return (
        Kop(2, "Plussen en minnen", "Awb art. 3:46"),
        *words_of(zaak.dossier, "weging.plussen_en_minnen"),
        *_behoud(zaak),
        Kop(2, "Uitgangspunten van het beleid"),
        *(blok for pad in UITGANGSPUNTEN for blok in _principle(zaak, pad)),
        Kop(2, "Bijzondere omstandigheden", "Awb art. 4:84"),
        *(omstandigheden or (Alinea(GEEN_BIJZONDERE, AlineaStijl.LEEG),)),
        *field(zaak.dossier, "weging.verwachte_pieken"),
        *((Alinea(ONZEKER, AlineaStijl.NADRUK),) if weging.onzeker else ()),
    )


def coverage(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    """Return how much of the minutes rests on taken with a norm, and how many leefgebieden are active.

    Bron: eis 10.
    """
    antwoorden = zaak.dossier.antwoorden
    uit_norm = Fraction(0)
    buiten = Fraction(sum(overig.minuten_per_week for overig in antwoorden.overige))
    for uitkomst in zaak.indicatie.taken:
        minuten = uitkomst.minuten_per_week or 0
        if isinstance(uitkomst.voorstel, Voorstel):
            uit_norm += minuten
        else:
            buiten += minuten
    actief = sum(a.situatie is LeefgebiedSituatie.BEGELEIDING for a in antwoorden.leefgebieden)
    zinnen = [f"Bij {actief} van de {len(zaak.kader.leefgebieden)} leefgebieden is begeleiding nodig."]
    if samen := uit_norm + buiten:
        zinnen.append(
            f"{show_minutes(100 * uit_norm / samen)} % van de minuten komt uit taken met een norm: "
            f"{show_minutes(uit_norm)} van {show_minutes(samen)} minuten per week."
        )
    return (Kop(2, "Dekking door de norm"), Alinea(" ".join(zinnen)))


def _behoud(zaak: Zaak) -> tuple[VerslagBlok, ...]:
    tekst = paragraphs(zaak.dossier.weging.behoud_motivering)
    return (Kop(3, "Waarom de situatie stabiel houden nu past"), *tekst) if tekst else ()


def _principle(zaak: Zaak, pad: str) -> tuple[VerslagBlok, ...]:
    veld = VELD_BY_PAD[pad]
    tekst = paragraphs(getattr(zaak.dossier.weging, veld.naam))
    return (Kop(3, veld.label), *(tekst or (Alinea(NIETS_VASTGELEGD, AlineaStijl.LEEG),)))
