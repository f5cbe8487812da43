"""The table of typed fields must fit the dossier: wizard, missing list and report all read it."""

from datetime import date

import pytest

from indicatietool.domain.dossier import Afronding, Dossier, Hulpvraag, Melding, Oplossingen, Weging
from indicatietool.domain.veld import Veld, VeldSoort, text_of, value_of
from indicatietool.domain.velden import ALLE_GROEPEN, ALLE_VELDEN, VELD_BY_PAD
from tests.builders import make_dossier

SECTIES = {
    "melding": Melding,
    "hulpvraag": Hulpvraag,
    "oplossingen": Oplossingen,
    "weging": Weging,
    "afronding": Afronding,
}
WITH_PAGES_OF_THEIR_OWN = {
    "melding.gemeente",
    "weging.behoud_motivering",
    "weging.profiel",
    "weging.profiel_motivering",
    "weging.product",
    "weging.product_motivering",
}


def test_each_veld_stands_once_in_the_table():
    assert len(VELD_BY_PAD) == len(ALLE_VELDEN)


def test_table_and_dossier_know_the_same_velden():
    in_dossier = {f"{sectie}.{naam}" for sectie, soort in SECTIES.items() for naam in soort.model_fields}

    assert set(VELD_BY_PAD) == in_dossier - WITH_PAGES_OF_THEIR_OWN


@pytest.mark.parametrize("veld", ALLE_VELDEN, ids=lambda veld: veld.pad)
def test_veld_is_empty_in_a_new_dossier(veld: Veld):
    dossier = make_dossier()

    assert value_of(dossier, veld) in (None, "")
    assert text_of(dossier, veld) == ""


@pytest.mark.parametrize("veld", ALLE_VELDEN, ids=lambda veld: veld.pad)
def test_veld_has_choices_only_when_it_is_a_choice(veld: Veld):
    assert bool(veld.keuzes) is (veld.soort is VeldSoort.KEUZE)
    assert veld.label


def test_every_group_has_a_title_and_velden():
    assert all(groep.titel and groep.velden for groep in ALLE_GROEPEN)


@pytest.mark.parametrize(
    ("pad", "waarde", "tekst"),
    [
        ("melding.spoed", True, "ja"),
        ("melding.spoed", False, "nee"),
        ("melding.meldingsdatum", date(2027, 3, 1), "1-3-2027"),
        ("melding.soort_onderzoek", "herziening", "herziening na een verandering"),
        ("melding.advies_gevolgd", "deels", "deels gevolgd"),
        ("weging.leveringsvorm", "pgb", "pgb"),
        ("melding.advies_minuten_per_maand", 120, "120"),
        ("hulpvraag.situatie", "Woont alleen.", "Woont alleen."),
    ],
)
def test_veld_is_shown_in_the_words_of_a_reader(pad: str, waarde: object, tekst: str):
    sectie, _, naam = pad.partition(".")
    deel = SECTIES[sectie].model_validate({naam: waarde}, strict=False)
    dossier: Dossier = make_dossier().with_changes(**{sectie: deel})

    assert text_of(dossier, VELD_BY_PAD[pad]) == tekst
