"""What a gemeente has of its own comes out in each version: on whose behalf, texts, colour, logo, footer."""

import pytest

from indicatietool.domain.gemeenteprofiel import Gemeenteprofiel
from indicatietool.domain.normenkader import NormTekst
from indicatietool.domain.versie import Versie
from indicatietool.verslag.blocks import Ondertekening, Verslag
from tests.builders import tiny_kader
from tests.verslag.papier import report, words
from tests.verslag.plaatje import png
from tests.verslag.vol_dossier import full_dossier

KADER = tiny_kader()
DOSSIER = full_dossier(KADER)
PROFIEL = Gemeenteprofiel(
    code="0505",
    naam="Dordrecht",
    status="vastgesteld",
    namens="Namens het college van Dordrecht, mandaat 12.",
    kleur="#7A1F5C",
    voettekst="Stadskantoor",
    contact=("Bel 14 078",),
    bij_einddatum="Op de laatste dag stopt het.",
    initiatief="Wij bellen u twee maanden vooraf.",
    verordening="Verordening 2027",
    bezwaar="Bezwaar kan bij de commissie.",
)


def made(versie: Versie, **anders: object) -> Verslag:
    profiel = Gemeenteprofiel(**{**dict(PROFIEL), **anders})
    return report(KADER, DOSSIER, versie=versie, profiel=profiel, logo=png(2, 1))


@pytest.mark.parametrize("versie", Versie)
def test_colour_logo_and_footer_are_those_of_the_gemeente(versie: Versie) -> None:
    verslag = made(versie)

    assert (verslag.kleur, verslag.logo) == ("#7A1F5C", png(2, 1))
    assert verslag.logo_alternatief == "Logo van de gemeente Dordrecht"
    assert "Stadskantoor" in verslag.voettekst


@pytest.mark.parametrize(
    ("versie", "teksten"),
    [
        (Versie.DOSSIER, ("namens", "bij_einddatum", "initiatief", "verordening")),
        (Versie.CLIENT, ("namens", "bij_einddatum", "initiatief", "verordening", "bezwaar")),
        (Versie.AANBIEDER, ("namens", "bij_einddatum")),
    ],
)
def test_texts_of_the_gemeente_stand_in_the_version(versie: Versie, teksten: tuple[str, ...]) -> None:
    tekst = words(made(versie))

    assert [naam for naam in teksten if getattr(PROFIEL, naam) not in tekst] == []
    assert ("Bel 14 078" in tekst) is (versie is not Versie.DOSSIER)


def test_gemeente_may_ask_for_an_aanvraag_of_its_own() -> None:
    for versie in (Versie.DOSSIER, Versie.CLIENT):
        (met,) = (b for b in made(versie).blokken if isinstance(b, Ondertekening))
        (zonder,) = (
            b for b in made(versie, verslag_is_aanvraag=False).blokken if isinstance(b, Ondertekening)
        )

        assert "Stuur mij het formulier." not in met.aanvraag
        assert zonder.aanvraag == "Ik wil een aanvraag doen. Stuur mij het formulier."
    assert "U krijgt daarvoor een formulier." in words(made(Versie.CLIENT, verslag_is_aanvraag=False))


def test_text_of_the_kader_stands_until_the_gemeente_has_established_its_own() -> None:
    tekst = NormTekst(plek="namens", tekst="Namens het college, volgens het kader.", bron="norm")
    kader = KADER.model_copy(update={"teksten": (tekst,)})
    vast = words(report(kader, DOSSIER, profiel=PROFIEL))
    voorlopig = words(
        report(kader, DOSSIER, profiel=Gemeenteprofiel(**{**dict(PROFIEL), "status": "voorbeeld"}))
    )

    assert (PROFIEL.namens in vast, tekst.tekst in vast) == (True, False)
    assert (PROFIEL.namens in voorlopig, tekst.tekst in voorlopig) == (False, True)
    assert "de gemeente heeft deze teksten nog niet vastgesteld" in voorlopig
    assert "nog niet vastgesteld" not in vast


@pytest.mark.parametrize("versie", Versie)
def test_verslag_stands_on_its_own_without_a_profiel(versie: Versie) -> None:
    verslag = report(KADER, DOSSIER, versie=versie)

    assert (verslag.logo, verslag.logo_alternatief) == (b"", "")
    assert "Verordening" not in words(verslag)
