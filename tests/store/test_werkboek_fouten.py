"""A workbook with mistakes is refused whole, with every mistake at its sheet and cell; never a traceback."""

import io
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from indicatietool.errors import NormenkaderError
from indicatietool.store.normenkaders import GeladenKader
from indicatietool.store.workbook import open as workbook_open
from indicatietool.store.workbook import read_workbook, write_workbook
from tests.builders import as_loaded, tiny_kader


@pytest.fixture
def pad(voorbeeldkader: GeladenKader, tmp_path: Path) -> Path:
    write_workbook(voorbeeldkader, tmp_path / "kader.xlsx")
    return tmp_path / "kader.xlsx"


def find(werkmap: Workbook, blad: str, rij: int, kolom: str) -> str:
    """The address of a column in a row; of a gegeven on a sheet of gegevens."""
    vel = werkmap[blad]
    if vel.cell(1, 1).value == "gegeven":
        return next(f"B{cellen[0].row}" for cellen in vel.iter_rows() if cellen[0].value == kolom)
    return next(f"{cel.column_letter}{rij}" for cel in vel[1] if cel.value == kolom)


def plant(pad: Path, *fouten: tuple[str, int, str, Any]) -> list[str]:
    """Put wrong values in cells and return their places."""
    werkmap = load_workbook(pad)
    plekken = []
    for blad, rij, kolom, waarde in fouten:
        cel = find(werkmap, blad, rij, kolom)
        werkmap[blad][cel].value = waarde
        plekken.append(f"blad {blad}, cel {cel}")
    werkmap.save(pad)
    return plekken


def problems(pad: Path) -> dict[str, str]:
    with pytest.raises(NormenkaderError) as gevangen:
        read_workbook(pad)
    assert len({p.plaats for p in gevangen.value.problemen}) == len(gevangen.value.problemen)
    return {p.plaats: f"{p.wat} {p.remedie}" for p in gevangen.value.problemen}


DERTIG = (
    ("Kader", 0, "versie", 2026.1),
    ("Kader", 0, "status", "definitief"),
    ("Kader", 0, "geldig_van", "1 januari"),
    ("Kader", 0, "formaat", 2),
    ("Kader", 0, "naam", None),
    ("Rekenwijze", 0, "weken_per_maand", 4.33),
    ("Rekenwijze", 0, "afronding_totaal.stap", 0),
    ("Rekenwijze", 0, "afronding_totaal.richting", "hoog"),
    ("Schaal", 0, "bandbreedte", "hoog"),
    ("Bronnen", 2, "id", "Schatting"),
    ("Bronnen", 3, "lokaal", "misschien"),
    ("Bronnen", 15, "datum", datetime(2026, 1, 1, 12, 30)),
    ("Blokken", 2, "marge.onder_procent", 150),
    ("Blokken", 3, "richting", "vooruit"),
    ("Blokken", 4, "gradatie", "drie"),
    ("Leefgebieden", 3, "naam", None),
    ("Leefgebieden", 4, "gevoelig", 7),
    ("Factoren", 2, "gevraagd_bij", "huis"),
    ("Keuzes", 3, "bij factor", "vrom"),
    ("Keuzes", 4, "anker", "   "),
    ("Taken", 2, "minuten.O1", "=1+1"),
    ("Taken", 3, "minuten.O2", "20|40|30"),
    ("Taken", 4, "minuten.O3", "veel"),
    ("Taken", 5, "minuten.O4", 20_000),
    ("Taken", 6, "per", "kwartaal"),
    ("Taken", 7, "leefgebied", "wonem"),
    ("Taken", 8, "bron", "schatting-minutem"),
    ("Regels", 2, "effect.procent", 4_000),
    ("Profielen", 2, "looptijd_maanden", 12.5),
    ("Gronden", 2, "uitleg", "=SUM(A1)"),
)


def test_thirty_mistakes_give_thirty_messages_with_sheet_and_cell_in_one_go(pad: Path):
    # Bronnen A2 is renamed: whoever points at it would be wrong too, so nobody does
    werkmap = load_workbook(pad)
    blad = werkmap["Bronnen"]
    blad.insert_rows(2)
    for kolom, waarde in enumerate(("los", "Los", None, "nee"), start=1):
        blad.cell(2, kolom).value = waarde
    werkmap.save(pad)

    plekken = plant(pad, *DERTIG)

    assert len(set(plekken)) == 30
    gevonden = problems(pad)
    assert set(gevonden) == set(plekken)
    assert len(gevonden) == 30


@pytest.mark.parametrize(
    ("fout", "wat"),
    [
        (("Kader", 0, "versie", 2026.1), "Excel maakte er een getal van. Zet de celeigenschap op Tekst"),
        (("Taken", 2, "minuten.O1", "=1+1"), "bevat een formule"),
        (("Taken", 3, "minuten.O2", "20|40|30"), "moeten oplopen"),
        (("Taken", 7, "leefgebied", "wonem"), "Bedoelt u “wonen”?"),
        (("Taken", 4, "minuten.O3", "veel"), "Schrijf een getal (45), een bereik (20|30|40)"),
        (("Keuzes", 3, "bij factor", "vrom"), "“vrom” staat niet op blad Factoren. Bedoelt u “vorm”?"),
        (("Taken", 4, "id", "dagstructuur"), "“dagstructuur” staat er al"),
        (("Taken", 2, "minuten.B4", None), "blok B4 ontbreekt"),
        (("Kader", 0, "geldig_tot", "2020-01-01"), "ligt vóór geldig_van"),
        (("Regels", 2, "effect.minuten", 5), "kent dit formaat niet"),
        (("Regels", 2, "effect.soort", None), "mist de soort"),
    ],
    ids=lambda deel: deel if isinstance(deel, str) else "",
)
def test_a_mistake_is_told_in_its_cell(fout: tuple[str, int, str, Any], wat: str, pad: Path):
    (plek,) = plant(pad, fout)

    assert wat in problems(pad)[plek]


def change(pad: Path, doe: Callable[[Workbook], object]) -> None:
    werkmap = load_workbook(pad)
    doe(werkmap)
    werkmap.save(pad)


@pytest.mark.parametrize(
    ("doe", "plek", "wat"),
    [
        (lambda w: w.remove(w["Regels als"]), "blad Regels als", "ontbreekt"),
        (lambda w: w.create_sheet("Taaken"), "blad Taaken", "Bedoelt u “Taken”?"),
        (lambda w: w["Taken"].delete_cols(4), "blad Taken, kolom omschrijving", "ontbreekt"),
        (lambda w: w["Gronden"].cell(1, 2, "naan"), "blad Gronden, cel B1", "Bedoelt u “naam”?"),
        (lambda w: w["Gronden"].cell(3, 9, "kladje"), "blad Gronden, cel I3", "staat buiten de tabel"),
        (lambda w: w["Kader"].cell(3, 1, "uitgever"), "blad Kader, gegeven id", "ontbreekt"),
        (lambda w: w["Gronden"].cell(6_000, 1, "x"), "blad Gronden", "meer dan 5000 rijen"),
        (lambda w: w["Gronden"].cell(2, 900, "x"), "blad Gronden, cel AHP2", "staat voorbij kolom GR"),
        (lambda w: w["Ankers"].delete_cols(1), "blad Ankers, kolom bij taak", "ontbreekt"),
    ],
)
def test_a_workbook_that_was_taken_apart_is_refused(
    doe: Callable[[Workbook], object], plek: str, wat: str, pad: Path
):
    change(pad, doe)

    assert wat in problems(pad)[plek]


def test_empty_rows_between_and_below_do_not_matter(pad: Path, voorbeeldkader: GeladenKader):
    change(pad, lambda w: (w["Taken"].insert_rows(3, 2), w["Ankers"].insert_rows(5)))

    assert read_workbook(pad) == voorbeeldkader.kader


# what is no workbook, or a weapon


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path):
    bom = tmp_path / "bom.xlsx"
    with zipfile.ZipFile(bom, "w", zipfile.ZIP_DEFLATED) as pak:
        pak.writestr("xl/workbook.xml", b"0" * (workbook_open.MAX_UNPACKED + 1))

    assert "uitgepakt te groot" in problems(bom)["bestand"]


@pytest.mark.parametrize(
    ("naam", "inhoud", "wat"),
    [
        ("xl/vbaProject.bin", b"x", "macro's"),
        ("xl/x.xml", b'<!DOCTYPE x [<!ENTITY a "b">]>', "onveilig onderdeel"),
        ("xl/x.xml", "<!DOCTYPE x>".encode("utf-16"), "onveilig onderdeel"),
        ("xl/workbook.xml", b"<geen", "beschadigd"),
    ],
)
def test_a_dangerous_or_broken_part_is_refused(naam: str, inhoud: bytes, wat: str, pad: Path):
    with zipfile.ZipFile(pad) as pak:
        delen = {deel: pak.read(deel) for deel in pak.namelist()}
    with zipfile.ZipFile(pad, "w") as pak:
        for deel, bytes_ in {**delen, naam: inhoud}.items():
            pak.writestr(deel, bytes_)

    assert wat in problems(pad)["bestand"]


@pytest.mark.parametrize("inhoud", [b"", b"geen zip", b"PK\x03\x04" + b"\0" * 40, b"\xd0\xcf\x11\xe0" * 9])
def test_what_is_no_workbook_is_refused(inhoud: bytes, tmp_path: Path):
    (tmp_path / "x.xlsx").write_bytes(inhoud)

    assert "bestand" in problems(tmp_path / "x.xlsx")


def test_other_workbooks_are_refused(tmp_path: Path):
    Workbook().save(tmp_path / "leeg.xlsx")

    assert "ontbreekt" in problems(tmp_path / "leeg.xlsx")["blad Kader"]


@pytest.fixture(scope="module")
def klein() -> bytes:
    return _as_bytes()


def _as_bytes() -> bytes:
    from indicatietool.store.workbook.write import make_workbook

    inhoud = io.BytesIO()
    make_workbook(as_loaded(tiny_kader()).kader).save(inhoud)
    return inhoud.getvalue()


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_anything_in_any_cell_is_read_or_refused_in_words(data: st.DataObject, klein: bytes, tmp_path: Path):
    werkmap = load_workbook(io.BytesIO(klein))
    for _ in range(data.draw(st.integers(1, 5))):
        blad = werkmap[data.draw(st.sampled_from(werkmap.sheetnames))]
        cel = blad.cell(data.draw(st.integers(1, 12)), data.draw(st.integers(1, 12)))
        cel.value = data.draw(
            st.none()
            | st.booleans()
            | st.integers(-(10**20), 10**20)
            | st.floats()
            | st.datetimes(datetime(1901, 1, 1))
            | st.sampled_from(("=A1", "≤5", "5|6", "open:", "open (x): y", "norm", "O1", "#REF!", ",", "ja"))
            | st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=8)
        )
    werkmap.save(tmp_path / "x.xlsx")

    assert all(plek.startswith(("blad ", "bestand")) for plek in refused(tmp_path / "x.xlsx"))


def refused(pad: Path) -> list[str]:
    """The places of what is wrong; empty when the workbook is read."""
    try:
        read_workbook(pad)
    except NormenkaderError as error:
        return [probleem.plaats for probleem in error.problemen]
    return []
