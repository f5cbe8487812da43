"""A list of clients to convert: read from whatever a spreadsheet saves, refused whole where it must be."""

from datetime import date
from pathlib import Path

import pytest

from indicatietool.errors import DossierError
from indicatietool.store.omzetlijst import MAX_ROWS, OmTeZetten, read_omzetlijst

KOP = "Zaaknummer;Gemeente;Huidige indicatie;Einddatum\n"


@pytest.fixture
def lijst(tmp_path: Path):
    def write(tekst: str, encoding: str = "utf-8") -> Path:
        pad = tmp_path / "lijst.csv"
        pad.write_text(tekst, encoding)
        return pad

    return write


@pytest.mark.parametrize("teken", [";", ",", "\t"])
def test_list_is_read_with_any_separator(lijst, teken):
    pad = lijst(f"{KOP}Z-1;Dordrecht;IB1 2 uur;31-12-2026\n".replace(";", teken))

    assert read_omzetlijst(pad) == (OmTeZetten("Z-1", "0505", "IB1 2 uur", date(2026, 12, 31)),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_list_is_read_as_excel_saves_it(lijst, encoding):
    assert read_omzetlijst(lijst(f"{KOP}Z-1;;Één uur;\n", encoding))[0].huidig == "Één uur"


@pytest.mark.parametrize(
    ("gemeente", "code"),
    [("Dordrecht", "0505"), ("dordrecht", "0505"), ("0505", "0505"), ("505", "0505"), ("", None)],
)
def test_gemeente_is_a_name_or_a_code(lijst, gemeente, code):
    assert read_omzetlijst(lijst(f"{KOP}Z-1;{gemeente};IB1;\n"))[0].gemeente == code


@pytest.mark.parametrize("dag", ["31-12-2026", "31/12/2026", "2026-12-31"])
def test_day_is_read_in_the_usual_ways(lijst, dag):
    assert read_omzetlijst(lijst(f"{KOP}Z-1;;IB1;{dag}\n"))[0].einddatum == date(2026, 12, 31)


def test_other_columns_are_left_out_and_the_last_of_two_rows_counts(lijst):
    pad = lijst("Naam;Zaaknummer;Huidige indicatie\nJanssen;Z-1;IB1\nJanssen;Z-1;IB3\n\n;;\n")

    assert read_omzetlijst(pad) == (OmTeZetten("Z-1", None, "IB3", None),)


@pytest.mark.parametrize(
    ("tekst", "says"),
    [
        ("", "is leeg"),
        ("BSN;Zaaknummer;Huidige indicatie\n111222333;Z-1;IB1\n", "BSN"),
        ("Naam;Adres\nJanssen;Dorpsstraat\n", "ontbreken"),
        (f"{KOP};Dordrecht;IB1;\n", "regel 2: het zaaknummer ontbreekt"),
        (f"{KOP}Z-1;Amsterdam;IB1;\n", "regel 2: deze gemeente is onbekend"),
        (f"{KOP}Z-1;;IB1;31-02-2026\n", "regel 2: deze einddatum bestaat niet"),
        (f"{KOP}Z-1;;IB1;morgen\n", "regel 2: deze einddatum bestaat niet"),
        (f"{KOP}Z-1;;{'x' * 201};\n", "regel 2: een cel is te lang"),
        (f"{KOP}Z-1;;a\x00b;\n", "regel 2: een cel is te lang of bevat een vreemd teken"),
        (KOP + "Z-1;;IB1;\n" * MAX_ROWS, "meer dan"),
    ],
    ids=["empty", "bsn", "no columns", "no zaak", "gemeente", "no such day", "no day", "long", "nul", "many"],
)
def test_list_that_can_not_be_used_is_refused_whole_without_naming_anyone(lijst, tekst, says):
    with pytest.raises(DossierError, match=says) as refused:
        read_omzetlijst(lijst(tekst))

    assert "Janssen" not in str(refused.value)
    assert "111222333" not in str(refused.value)
