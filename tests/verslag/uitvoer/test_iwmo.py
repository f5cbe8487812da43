"""The rules of iWmo 3.2: each one refuses what it must, and only that."""

from dataclasses import replace
from datetime import date

import pytest

from indicatietool.verslag.uitvoer.iwmo import ToegewezenOmvang, Toewijzingsregel, objections

GOED = Toewijzingsregel(
    soort="indicatie",
    productcode="02A03",
    toewijzingsdatum=date(2027, 1, 4),
    ingangsdatum=date(2027, 2, 1),
    einddatum=date(2027, 7, 31),
    omvang=ToegewezenOmvang(780, "01", "4"),
)


def broken(**changes: object) -> list[str]:
    return [bezwaar.regel for bezwaar in objections(replace(GOED, **changes))]


@pytest.mark.parametrize(
    "omvang",
    [
        ToegewezenOmvang(0, "01", "4"),
        ToegewezenOmvang(99_999_999, "01", "6"),
        ToegewezenOmvang(13, "04", "2"),
    ],
)
def test_line_within_the_rules_is_allowed(omvang: ToegewezenOmvang) -> None:
    assert broken(omvang=omvang) == []


@pytest.mark.parametrize("volume", [-1, 100_000_000, 7.5, "780", True, None])
def test_volume_is_a_whole_number_of_at_most_eight_digits(volume: object) -> None:
    assert broken(omvang=ToegewezenOmvang(volume, "01", "4")) == ["IV042"]  # type: ignore[arg-type]


@pytest.mark.parametrize("code", ["02A031", "02a", "2 A", "é"])
def test_productcode_has_one_to_five_characters(code: str) -> None:
    assert broken(productcode=code) == ["LDT_ProductCode"]


def test_productcode_needs_an_omvang() -> None:
    assert broken(omvang=None) == ["CD041"]
    assert broken(omvang=None, productcode="") == []


def test_weekly_frequency_needs_an_end() -> None:
    assert broken(omvang=ToegewezenOmvang(180, "01", "2"), einddatum=None) == ["CD076"]
    assert broken(omvang=ToegewezenOmvang(780, "01", "4"), einddatum=None) == []


def test_end_is_not_before_the_start() -> None:
    assert broken(einddatum=date(2027, 1, 31)) == ["CS003"]
    assert broken(einddatum=date(2027, 2, 1)) == []


@pytest.mark.parametrize(
    ("veld", "waarde", "regel"),
    [("categorie", "2", "WMO020"), ("categorie", "19", "WMO020"), ("reden_wijziging", "01", "WMO002")],
)
def test_unknown_code_is_refused(veld: str, waarde: str, regel: str) -> None:
    assert broken(**{veld: waarde}) == [regel]


@pytest.mark.parametrize(("eenheid", "frequentie", "regel"), [("08", "4", "WJ756"), ("01", "3", "WMO757")])
def test_unknown_unit_or_frequency_is_refused(eenheid: str, frequentie: str, regel: str) -> None:
    assert broken(omvang=ToegewezenOmvang(780, eenheid, frequentie)) == [regel]
