"""The `.indicatie` file: the same bytes each time, everything back as it was, and nothing believed unseen."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.kluis import ONTBREEKT, Gebeurtenis, GebeurtenisSoort, Wijziging
from indicatietool.errors import (
    DossierError,
    IntegriteitError,
    NormenkaderError,
    OverdrachtError,
    WachtwoordError,
)
from indicatietool.store.dossiers import read_dossier
from indicatietool.store.kluis import Kdf
from indicatietool.store.normenkaders import GeladenKader, kader_from_seal, load_normenkader
from indicatietool.store.overdracht import (
    Pakket,
    kader_files,
    kader_of,
    pack,
    read_overdracht,
    unpack,
    unpacked_kader,
    write_overdracht,
)
from tests.strategies import Geval, gevallen

LICHT = Kdf(geheugen_kib=8_192, rondes=1, banen=1)
WACHTWOORD = "vijf losse woorden op papier"
MOMENT = datetime(2027, 1, 4, 9, 30, 0, 123, tzinfo=UTC)
STAP = Gebeurtenis(
    dossier="casus-o2",
    volg=1,
    moment=MOMENT,
    actor="A. Consulent",
    soort=GebeurtenisSoort.WIJZIGING,
    wat="Gemeente",
    waarom="",
    van=None,
    wijzigingen=(Wijziging(("melding", "gemeente"), None, "0505"), Wijziging(("fasen", 0), ONTBREEKT, {})),
)


@pytest.fixture(scope="module")
def dossier(kader_folder: Path, voorbeeldkader: GeladenKader) -> Dossier:
    model = read_dossier(kader_folder / "casussen" / "o2-weer-op-orde.json")
    return model.with_changes(kader=voorbeeldkader.verwijzing)


@pytest.fixture(scope="module")
def pakket(dossier: Dossier, voorbeeldkader: GeladenKader) -> Pakket:
    return Pakket.of(dossier, kader_files(voorbeeldkader), {"datum": "2027-01-04"}, (STAP,))


def test_everything_comes_back(pakket: Pakket, tmp_path: Path) -> None:
    pad = tmp_path / "casus-o2.indicatie"
    write_overdracht(pad, pakket)

    assert read_overdracht(pad) == pakket


def test_same_pakket_gives_the_same_bytes(pakket: Pakket) -> None:
    andersom = dict(reversed(pakket.kader.items()))

    assert pack(pakket) == pack(Pakket.of(pakket.dossier, andersom, pakket.verantwoording, (STAP,)))


def test_kader_travels_to_the_byte_with_its_examples(pakket: Pakket, kader_folder: Path) -> None:
    assert pakket.kader["normenkader.toml"] == (kader_folder / "normenkader.toml").read_bytes()
    assert {"bron.md", "voorbeelden.toml", "casussen/o2-weer-op-orde.json"} <= set(pakket.kader)


def test_kader_is_checked_and_not_installed(pakket: Pakket, voorbeeldkader: GeladenKader) -> None:
    geladen = kader_of(unpack(pack(pakket), "x"))

    assert geladen.sha256 == voorbeeldkader.sha256
    assert geladen.kader == voorbeeldkader.kader
    assert geladen.folder == Path()


def test_kader_from_outside_can_be_looked_at_as_a_folder(pakket: Pakket) -> None:
    with unpacked_kader(pakket) as folder:
        assert load_normenkader(folder).sha256 == pakket.dossier.kader.sha256
    assert not folder.exists()


def test_kader_of_a_seal_travels_alone(dossier: Dossier, voorbeeldkader: GeladenKader) -> None:
    alleen = Pakket.of(dossier, kader_files(kader_from_seal(voorbeeldkader.inhoud)))

    assert list(alleen.kader) == ["normenkader.toml"]
    assert kader_of(unpack(pack(alleen), "x")).kader == voorbeeldkader.kader


def test_other_figures_under_a_published_version_are_refused(pakket: Pakket) -> None:
    anders = pakket.kader["normenkader.toml"] + b"\n# anders\n"
    vals = Pakket.of(pakket.dossier, {**pakket.kader, "normenkader.toml": anders})

    with pytest.raises(NormenkaderError, match="vastgesteld"):
        kader_of(unpack(pack(vals), "x"))


def test_kader_that_fails_its_own_examples_is_refused(pakket: Pakket, tmp_path: Path) -> None:
    voorbeelden = pakket.kader["voorbeelden.toml"].replace(
        b"minuten_per_maand = 810", b"minuten_per_maand = 811"
    )
    assert voorbeelden != pakket.kader["voorbeelden.toml"]
    fout = Pakket.of(pakket.dossier, {**pakket.kader, "voorbeelden.toml": voorbeelden})

    with pytest.raises(NormenkaderError, match="voorbeelden"):
        kader_of(unpack(pack(fout), "x"), tmp_path)


def test_dossier_of_another_kader_is_refused(pakket: Pakket) -> None:
    verwijzing = pakket.dossier.kader.model_copy(update={"versie": "2031.1"})
    ander = Pakket.of(pakket.dossier.with_changes(kader=verwijzing), pakket.kader)

    with pytest.raises(DossierError, match="hoort bij"):
        kader_of(unpack(pack(ander), "x"))


@settings(max_examples=25)
@given(gevallen())
def test_any_dossier_comes_back(geval: Geval) -> None:
    reis = Pakket.of(geval.dossier, {"normenkader.toml": b"kader"})

    assert unpack(pack(reis), "x") == reis


def test_wachtwoord_opens_what_it_closed(pakket: Pakket, tmp_path: Path) -> None:
    pad = tmp_path / "a.indicatie"
    write_overdracht(pad, pakket, WACHTWOORD, kdf=LICHT)

    assert b"dossier.json" not in pad.read_bytes()
    assert read_overdracht(pad, WACHTWOORD) == pakket


@pytest.mark.parametrize("gegeven", [None, "", "fout", WACHTWOORD.upper(), WACHTWOORD + " "])
def test_wrong_wachtwoord_is_told(gegeven: str | None, pakket: Pakket, tmp_path: Path) -> None:
    pad = tmp_path / "a.indicatie"
    write_overdracht(pad, pakket, WACHTWOORD, kdf=LICHT)

    with pytest.raises(WachtwoordError) as fout:
        read_overdracht(pad, gegeven)
    assert fout.value.exit_code == 6


def test_each_changed_place_of_a_closed_file_is_found(pakket: Pakket, tmp_path: Path) -> None:
    pad = tmp_path / "a.indicatie"
    heel = write_overdracht(pad, Pakket.of(pakket.dossier, {"normenkader.toml": b"k"}), WACHTWOORD, kdf=LICHT)

    for plek in [*range(0, 400, 7), len(heel) // 2, len(heel) - 17, len(heel) - 1]:
        pad.write_bytes(heel[:plek] + bytes([heel[plek] ^ 1]) + heel[plek + 1 :])
        with pytest.raises((IntegriteitError, WachtwoordError, OverdrachtError)):
            read_overdracht(pad, WACHTWOORD)
    for lengte in (16, 18, 60, len(heel) // 2, len(heel) - 1):
        pad.write_bytes(heel[:lengte])
        with pytest.raises((IntegriteitError, OverdrachtError)):
            read_overdracht(pad, WACHTWOORD)


def test_demand_for_too_much_memory_is_refused_before_it_is_taken(pakket: Pakket, tmp_path: Path) -> None:
    pad = tmp_path / "a.indicatie"
    heel = write_overdracht(pad, pakket, WACHTWOORD, kdf=LICHT)
    pad.write_bytes(heel.replace(b'"geheugen_kib":8192', b'"geheugen_kib":9999'))

    with pytest.raises(IntegriteitError):
        read_overdracht(pad, WACHTWOORD)


def test_no_file_and_a_folder_are_told(tmp_path: Path) -> None:
    for pad in (tmp_path / "weg.indicatie", tmp_path):
        with pytest.raises(OverdrachtError):
            read_overdracht(pad)
