"""The house style of the gemeenten: what ships is complete, what is wrong is refused in Dutch."""

from pathlib import Path

import pytest

from indicatietool.domain.gemeente import GEMEENTEN
from indicatietool.domain.gemeenteprofiel import MIN_CONTRAST, contrast_on_white
from indicatietool.errors import HuisstijlError
from indicatietool.paths import resources_folder
from indicatietool.store.huisstijl import MAX_LOGO_BYTES, load_profielen, read_profielen
from tests.verslag.plaatje import png

DORDRECHT = """
formaat = 1

[[gemeenten]]
code = "0505"
naam = "Dordrecht"
status = "vastgesteld"
"""


def write(map_: Path, inhoud: str) -> Path:
    pad = map_ / "gemeenten.toml"
    pad.write_text(inhoud, "utf-8")
    return pad


def test_shipped_file_has_the_seven_gemeenten_with_neutral_texts_marked_as_voorbeeld() -> None:
    profielen = load_profielen(resources_folder())

    assert {code: geladen.profiel.naam for code, geladen in profielen.items()} == {
        gemeente.code: gemeente.naam for gemeente in GEMEENTEN
    }
    for geladen in profielen.values():
        profiel = geladen.profiel
        assert profiel.status == "voorbeeld"
        assert profiel.naam in profiel.namens
        assert profiel.naam in profiel.verordening
        assert profiel.contact
        assert all((profiel.bij_einddatum, profiel.initiatief, profiel.bezwaar, profiel.voettekst))
        assert contrast_on_white(profiel.kleur) >= MIN_CONTRAST


def test_own_file_goes_before_the_shipped_one_gemeente_by_gemeente(tmp_path: Path) -> None:
    write(tmp_path, DORDRECHT)
    profielen = load_profielen(resources_folder(), tmp_path)

    assert len(profielen) == 7
    assert profielen["0505"].profiel.status == "vastgesteld"
    assert profielen["0610"].profiel.status == "voorbeeld"


def test_folder_without_a_file_changes_nothing(tmp_path: Path) -> None:
    assert load_profielen(resources_folder(), tmp_path) == load_profielen(resources_folder())
    assert load_profielen(tmp_path) == {}


def test_logo_beside_the_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "stad.png").write_bytes(png(30, 10))
    (geladen,) = read_profielen(write(tmp_path, DORDRECHT + 'logo = "stad.png"'))

    assert geladen.logo == png(30, 10)


@pytest.mark.parametrize(
    ("regel", "wat"),
    [
        ('kleur = "#FFCC00"', "op wit niet goed te lezen"),
        ('kleur = "blauw"', "is geen kleur"),
        ('kleur = "#12345é"', "is geen kleur"),
        ('logo = "../geheim.png"', "is geen naam van een plaatje"),
        ('logo = "/etc/logo.png"', "is geen naam van een plaatje"),
        ('logo = "logo.jpg"', "is geen naam van een plaatje"),
        ('logo = ".png"', "is geen naam van een plaatje"),
        ('voetekst = "x"', "kent dit formaat niet. Bedoelt u “voettekst”?"),
        ("contact = 3", "moet een lijst zijn"),
        ('verslag_is_aanvraag = "ja"', "moet true of false zijn"),
        (f'voettekst = "{"x" * 201}"', "is te lang: hoogstens 200 tekens"),
    ],
)
def test_mistake_is_told_with_its_place(tmp_path: Path, regel: str, wat: str) -> None:
    with pytest.raises(HuisstijlError, match="huisstijlbestand") as fout:
        read_profielen(write(tmp_path, DORDRECHT + regel))

    assert wat in str(fout.value)
    assert "0505" in str(fout.value)


def test_gemeente_twice_is_refused(tmp_path: Path) -> None:
    tweemaal = DORDRECHT + DORDRECHT.replace("formaat = 1", "")

    with pytest.raises(HuisstijlError, match="0505 staat er twee keer"):
        read_profielen(write(tmp_path, tweemaal))


@pytest.mark.parametrize("inhoud", ["", "formaat = 1", "formaat = 2", "formaat = true\ngemeenten = []", "["])
def test_file_that_is_no_house_style_is_refused(tmp_path: Path, inhoud: str) -> None:
    with pytest.raises(HuisstijlError, match=r"gemeenten\.toml"):
        read_profielen(write(tmp_path, inhoud))


@pytest.mark.parametrize(
    ("inhoud", "wat"),
    [
        (None, "het is er niet"),
        (b"GIF89a", "geen PNG die te gebruiken is"),
        (png(10, 10)[:-20], "geen PNG die te gebruiken is"),
        (png(10, 10).replace(b"IDAT", b"IDAX"), "geen PNG die te gebruiken is"),
        (png(0, 10), "geen PNG die te gebruiken is"),
        (png(4000, 1), "groter dan 3000 beeldpunten"),
        (png(10, 10) + b"\0" * MAX_LOGO_BYTES, "groter dan 300 kB"),
    ],
    ids=["weg", "gif", "afgekapt", "beschadigd", "leeg", "te breed", "te groot"],
)
def test_logo_that_cannot_be_used_is_refused(tmp_path: Path, inhoud: bytes | None, wat: str) -> None:
    if inhoud is not None:
        (tmp_path / "stad.png").write_bytes(inhoud)

    with pytest.raises(HuisstijlError, match=wat):
        read_profielen(write(tmp_path, DORDRECHT + 'logo = "stad.png"'))


@pytest.mark.parametrize(("kleur", "contrast"), [("#000000", 21), ("#FFFFFF", 1), ("#767676", 4.54)])
def test_contrast_is_that_of_the_norm(kleur: str, contrast: float) -> None:
    assert contrast_on_white(kleur) == pytest.approx(contrast, abs=0.01)
