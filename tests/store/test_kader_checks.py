"""The borders of what holds together: on the border is right, one past it is not."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from indicatietool.errors import NormenkaderError
from indicatietool.store.kader_checks import contradictions
from indicatietool.store.normenkaders import load_normenkader
from indicatietool.store.reading import MAX_DEPTH, MAX_LINE, parse_json, parse_toml
from tests.builders import VANDAAG, make_kader, make_profiel

MUSEUM = Path(__file__).parents[1] / "normen" / "kapot"
K_TOML = Path("k.toml")


def places(**parts: object) -> list[str]:
    return [probleem.plaats for probleem in contradictions(make_kader(**parts))]


@pytest.mark.parametrize(("duur", "mag"), [(1, True), (0, True), (-1, False)])
def test_kader_may_hold_for_one_day(duur: int, mag: bool):
    einde = VANDAAG + timedelta(days=duur)

    assert (places(geldig_van=VANDAAG, geldig_tot=einde) == []) is mag


@pytest.mark.parametrize(("tot", "mag"), [(11, True), (10, False), (9, False)])
def test_band_of_a_profiel_holds_at_least_one_minute(tot: int, mag: bool):
    assert (places(profielen=(make_profiel("O1", 10, tot),)) == []) is mag


@pytest.mark.parametrize(("vanaf", "mag"), [(59, False), (60, True), (61, False)])
def test_band_begins_where_the_one_below_ends(vanaf: int, mag: bool):
    profielen = (make_profiel("O2", vanaf, 90), make_profiel("O1", 0, 60), make_profiel("B1", 5, 10))

    assert (places(profielen=profielen) == []) is mag


@pytest.mark.parametrize(
    ("wijze", "mag"),
    [
        ({"weken_per_maand": 4}, True),
        ({"weken_per_maand": 5}, True),
        ({"weken_per_maand": "399/100"}, False),
        ({"weken_per_maand": "501/100"}, False),
        ({"weken_per_jaar": 40}, True),
        ({"weken_per_jaar": 53}, True),
        ({"weken_per_jaar": 39}, False),
        ({"weken_per_jaar": 54}, False),
        ({"dagen_per_week": 1}, True),
        ({"dagen_per_week": 7}, True),
        ({"dagen_per_week": 0}, False),
        ({"dagen_per_week": 8}, False),
    ],
    ids=str,
)
def test_conversion_lies_between_what_is_possible(wijze: dict[str, object], mag: bool):
    assert (places(**wijze) == []) is mag


@pytest.mark.parametrize(
    ("vanaf", "tot", "mag"),
    [(90, 90, True), (60, 90, True), (90, 120, True), (91, 120, False), (0, 89, False)],
)
def test_example_may_lie_on_the_border_of_its_band(tmp_path: Path, vanaf: int, tot: int, mag: bool):
    (tmp_path / "normenkader.toml").write_bytes((MUSEUM / "goed.toml").read_bytes())
    (tmp_path / "casussen").mkdir()
    casus = (MUSEUM / "voorbeelden" / "casussen" / "een.json").read_bytes()
    (tmp_path / "casussen" / "een.json").write_bytes(casus)
    voorbeeld = (MUSEUM / "voorbeelden" / "goed.toml").read_text("utf-8")
    voorbeeld = voorbeeld.replace("vanaf = 60", f"vanaf = {vanaf}").replace("tot = 120", f"tot = {tot}")
    (tmp_path / "voorbeelden.toml").write_text(voorbeeld, "utf-8")

    if mag:
        assert len(load_normenkader(tmp_path).voorbeelden) == 1
    else:
        with pytest.raises(NormenkaderError, match="ligt buiten"):
            load_normenkader(tmp_path)


def test_line_of_exactly_the_limit_is_read():
    regel = 'a = "' + "x" * (MAX_LINE - 6) + '"'
    assert len(regel) == MAX_LINE

    assert parse_toml(regel.encode(), K_TOML, NormenkaderError)
    with pytest.raises(NormenkaderError, match="is langer dan"):
        parse_toml(f"{regel} ".encode(), K_TOML, NormenkaderError)


@pytest.mark.parametrize(("lagen", "mag"), [(MAX_DEPTH - 1, True), (MAX_DEPTH, False)])
def test_depth_of_exactly_the_limit_is_read(lagen: int, mag: bool):
    data: object = "kern"
    for _ in range(lagen):
        data = {"a": data}

    if mag:
        assert parse_json(json.dumps(data).encode(), Path("a.json"), NormenkaderError) == data
    else:
        with pytest.raises(NormenkaderError, match="te diep genest"):
            parse_json(json.dumps(data).encode(), Path("a.json"), NormenkaderError)
