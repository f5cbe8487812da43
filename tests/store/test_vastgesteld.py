"""A published version never changes: not one byte, not by another name, not in the register."""

import hashlib
from datetime import date
from pathlib import Path

import pytest

from indicatietool.errors import NormenkaderError
from indicatietool.paths import normen_folder
from indicatietool.store.normenkaders import KADER_FILE, load_normenkader, read_normenkader
from indicatietool.store.template import write_template
from indicatietool.store.vastgesteld import publish, read_register, register_of

DAG = date(2027, 1, 4)


@pytest.fixture
def kader(tmp_path: Path) -> Path:
    write_template(tmp_path / "mijn" / "1", "mijn", "1", DAG)
    return tmp_path / "mijn" / "1"


def freeze(kader: Path) -> bool:
    return publish(kader / KADER_FILE, "mijn", "1", load_normenkader(kader).sha256, DAG)


def change(kader: Path, oud: str, nieuw: str) -> None:
    bestand = kader / KADER_FILE
    tekst = bestand.read_text("utf-8")
    assert oud in tekst
    bestand.write_text(tekst.replace(oud, nieuw, 1), "utf-8")


def test_shipped_register_can_be_read():
    assert read_register(normen_folder() / "vastgesteld.toml") is not None


def test_without_a_register_nothing_is_published(kader: Path):
    assert read_register(register_of(kader / KADER_FILE)).vastgesteld == ()
    assert load_normenkader(kader)


def test_published_version_is_in_the_register_with_its_fingerprint(kader: Path):
    assert freeze(kader) is True

    (vast,) = read_register(kader.parent.parent / "vastgesteld.toml").vastgesteld
    sha256 = hashlib.sha256((kader / KADER_FILE).read_bytes()).hexdigest()
    assert (vast.id, vast.versie, vast.sha256, vast.datum) == ("mijn", "1", sha256, DAG)
    assert load_normenkader(kader).sha256 == sha256


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        ("T1 = 15", "T1 = 16"),
        ("# Een nieuw", "# een nieuw"),
        ('versie = "1"', 'versie = "2"'),
        ('id = "mijn"', 'id = "mijx"'),
        ("[kader]", "[kader"),
    ],
    ids=["a figure", "a comment", "its own versie", "its own id", "no TOML any more"],
)
def test_one_changed_byte_in_a_published_version_is_refused(kader: Path, oud: str, nieuw: str):
    freeze(kader)
    change(kader, oud, nieuw)

    for read in (load_normenkader, read_normenkader):
        with pytest.raises(NormenkaderError, match="mijn 1 is vastgesteld op 04-01-2027 en daarna gewijzigd"):
            read(kader)


def test_every_byte_counts(kader: Path):
    freeze(kader)
    bestand = kader / KADER_FILE
    inhoud = bestand.read_bytes()
    for plek in range(0, len(inhoud), 97):
        bestand.write_bytes(inhoud[:plek] + bytes([inhoud[plek] ^ 1]) + inhoud[plek + 1 :])
        with pytest.raises(NormenkaderError, match="daarna gewijzigd"):
            load_normenkader(kader)


def test_published_version_in_a_folder_of_another_name_is_still_bound(kader: Path):
    freeze(kader)
    change(kader, "T1 = 15", "T1 = 16")
    elders = kader.rename(kader.with_name("kopie"))

    with pytest.raises(NormenkaderError, match="daarna gewijzigd"):
        load_normenkader(elders)


def test_other_version_beside_it_is_free(kader: Path):
    freeze(kader)
    write_template(kader.parent / "2", "mijn", "2", DAG)

    assert load_normenkader(kader.parent / "2").kader.kader.versie == "2"


def test_publishing_twice_changes_nothing(kader: Path):
    freeze(kader)
    register = kader.parent.parent / "vastgesteld.toml"
    inhoud = register.read_bytes()

    assert freeze(kader) is False
    assert register.read_bytes() == inhoud


def test_existing_entry_is_never_changed(kader: Path):
    freeze(kader)
    register = kader.parent.parent / "vastgesteld.toml"
    inhoud = register.read_bytes()

    with pytest.raises(NormenkaderError, match="mijn 1 is al anders vastgesteld"):
        publish(kader / KADER_FILE, "mijn", "1", "0" * 64, DAG)
    assert register.read_bytes() == inhoud


def test_publishing_leaves_what_stood_in_the_register_to_the_byte(kader: Path):
    register = kader.parent.parent / "vastgesteld.toml"
    eerder = b'# van de beheerder\r\n[[vastgesteld]]\r\nid = "oud"\r\nversie = "1"\r\nsha256 = "'
    eerder += b"a" * 64 + b'"\r\ndatum = 2026-01-01\r\n'
    register.write_bytes(eerder)

    freeze(kader)

    assert register.read_bytes().startswith(eerder.rstrip())
    assert [v.id for v in read_register(register).vastgesteld] == ["oud", "mijn"]


def test_folder_of_another_name_can_not_be_published(kader: Path):
    elders = kader.rename(kader.with_name("kopie"))

    with pytest.raises(NormenkaderError, match=r"de map heet mijn/kopie\. Noem haar mijn/1"):
        freeze(elders)


@pytest.mark.parametrize(
    ("inhoud", "woorden"),
    [
        ("[[vastgesteld]]\n", "ontbreekt"),
        ("onzin", "hier ontbreekt een ="),
        ('[[vastgesteld]]\nid="mijn"\nversie="1"\nsha256="kort"\ndatum=2027-01-01\n', "64 tekens"),
        (f'[[vastgesteld]]\nid="mijn"\nversie="1"\nsha256="{"a" * 64}"\ndatum=2027-01-01\n' * 2, "twee keer"),
    ],
)
def test_damaged_register_is_refused_never_ignored(kader: Path, inhoud: str, woorden: str):
    (kader.parent.parent / "vastgesteld.toml").write_text(inhoud)

    with pytest.raises(NormenkaderError, match=woorden):
        load_normenkader(kader)
