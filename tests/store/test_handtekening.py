"""A signature in minisign's format: good, absent or wrong, and what that means for kader and verslag."""

import base64
from datetime import date
from pathlib import Path

import pytest

from indicatietool.domain.normenkader import KaderStatus
from indicatietool.errors import InvoerError, NormenkaderError
from indicatietool.session.report import compose_report
from indicatietool.session.session import Session
from indicatietool.store.normenkaders import GeladenKader, load_normenkader
from indicatietool.store.signature import PubliekeSleutel, configured_key, is_signed
from indicatietool.store.template import write_template
from indicatietool.verslag.blocks import texts_in
from tests.builders import GEEN_VINGERAFDRUK, VANDAAG, make_dossier, make_kader, score
from tests.minisign import Ondertekenaar

INHOUD = b"norm = 1\n"
SDD = Ondertekenaar()
SLEUTEL = PubliekeSleutel.read(SDD.publiek)
REAL = (
    "untrusted comment: signature from minisign secret key\n"
    "RWQf6LRCGA9i59SLOFxz6NxvASXDJeRtuZykwQepbDEGt87ig1BNpWaVWuNrm73YiIiJbq71Wi+dP9eKL8OC351vwIasSSbXxwA=\n"
    "trusted comment: timestamp:1555779966\tfile:test\n"
    "QtKMXWyYcwdpZAlPF7tE2ENJkRd1ujvKjlj1m9RtHTBnZPa5WKU5uWRs5GoP5M/VqE81QFuMKI5k/SfNQUaOAA==\n",
    "untrusted comment: signature from minisign secret key\n"
    "RUQf6LRCGA9i559r3g7V1qNyJDApGip8MfqcadIgT9CuhV3EMhHoN1mGTkUidF/z7SrlQgXdy8ofjb7bNJJylDOocrCo8KLzZwo=\n"
    "trusted comment: timestamp:1633700835\tfile:test\tprehashed\n"
    "wLMDjy9FLAuxZ3q4NlEvkgtyhrr0gtTu6KC4KBJdITbbOeAi1zBIYo0v4iTgt8jJpIidRJnp94ABQkJAgAooBQ==\n",
)
"""Of the file “test”, from the tests of the minisign-verify crate (MIT, F. Denis)."""


@pytest.fixture
def bestand(tmp_path: Path) -> Path:
    pad = tmp_path / "normenkader.toml"
    pad.write_bytes(INHOUD)
    return pad


@pytest.fixture
def kader(tmp_path: Path) -> Path:
    write_template(tmp_path / "mijn" / "1", "mijn", "1", date(2027, 1, 4))
    return tmp_path / "mijn" / "1"


@pytest.fixture
def with_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INDICATIETOOL_PUBLIEKE_SLEUTEL", SDD.publiek)


# The signature itself


def test_key_looks_as_minisign_writes_it():
    assert SDD.publiek.startswith("RW")
    assert PubliekeSleutel.read(f"untrusted comment: minisign public key\n{SDD.publiek}\n") == SLEUTEL


@pytest.mark.parametrize("regels", REAL, ids=["legacy", "prehashed"])
def test_signature_that_minisign_itself_made_is_accepted(bestand: Path, regels: str):
    bestand.with_name("normenkader.toml.minisig").write_text(regels)
    sleutel = PubliekeSleutel.read("RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3")

    assert is_signed(bestand, b"test", sleutel) is True
    with pytest.raises(NormenkaderError):
        is_signed(bestand, b"Test", sleutel)


@pytest.mark.parametrize("soort", [b"Ed", b"ED"], ids=["legacy", "prehashed"])
def test_both_kinds_of_signature_count(bestand: Path, soort: bytes):
    SDD.sign_file(bestand, soort=soort)

    assert is_signed(bestand, INHOUD, SLEUTEL) is True


def test_windows_line_ends_in_the_signature_are_fine(bestand: Path):
    teken = SDD.sign_file(bestand)
    teken.write_bytes(teken.read_bytes().replace(b"\n", b"\r\n"))

    assert is_signed(bestand, INHOUD, SLEUTEL) is True


def test_no_signature_is_not_signed_and_no_key_asks_nothing(bestand: Path):
    assert is_signed(bestand, INHOUD, SLEUTEL) is False
    assert is_signed(bestand, INHOUD, None) is None


@pytest.mark.parametrize("soort", [b"Ed", b"ED"], ids=["legacy", "prehashed"])
def test_one_changed_byte_is_refused(bestand: Path, soort: bytes):
    SDD.sign_file(bestand, soort=soort)

    with pytest.raises(NormenkaderError, match="hoort niet bij dit bestand"):
        is_signed(bestand, b"norm = 2\n", SLEUTEL)


def test_signature_of_another_key_is_refused(bestand: Path):
    Ondertekenaar(b"x" * 32, b"87654321").sign_file(bestand)

    with pytest.raises(NormenkaderError, match="met een andere sleutel gezet"):
        is_signed(bestand, INHOUD, SLEUTEL)


def test_signature_of_another_key_under_the_same_number_is_refused(bestand: Path):
    Ondertekenaar(b"x" * 32).sign_file(bestand)

    with pytest.raises(NormenkaderError, match="hoort niet bij dit bestand"):
        is_signed(bestand, INHOUD, SLEUTEL)


def test_changed_trusted_comment_is_refused(bestand: Path):
    teken = SDD.sign_file(bestand)
    teken.write_bytes(teken.read_bytes().replace(b"timestamp:1795305600", b"timestamp:1795305601"))

    with pytest.raises(NormenkaderError, match="toelichting bij deze handtekening is gewijzigd"):
        is_signed(bestand, INHOUD, SLEUTEL)


def lines_of(teken: bytes, **anders: bytes) -> bytes:
    regels = teken.splitlines()
    return b"\n".join(anders.get(f"r{n}", regel) for n, regel in enumerate(regels))


@pytest.mark.parametrize(
    ("teken", "woorden"),
    [
        (b"onzin", "geen minisign-handtekening"),
        (b"a\nb\nc\nd\n", "geen minisign-handtekening"),
        (lines_of(SDD.sign(INHOUD), r1=b"@@@"), "beschadigd"),
        (lines_of(SDD.sign(INHOUD), r3=b"AAAA"), "beschadigd"),
        (lines_of(SDD.sign(INHOUD), r1=base64.b64encode(b"XX" + b"0" * 72)), "onbekend"),
        (SDD.sign(INHOUD) + b"en nog wat\n", "geen minisign-handtekening"),
        (b"\xff\xfe" * 40, "geen minisign-handtekening"),
    ],
)
def test_damaged_signature_is_refused_with_one_message(bestand: Path, teken: bytes, woorden: str):
    bestand.with_name("normenkader.toml.minisig").write_bytes(teken)

    with pytest.raises(NormenkaderError, match=woorden):
        is_signed(bestand, INHOUD, SLEUTEL)


# The key in the settings


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("INDICATIETOOL_PUBLIEKE_SLEUTEL", raising=False)
    monkeypatch.setenv("INDICATIETOOL_MAP", str(tmp_path))
    return tmp_path / "indicatietool.toml"


def test_without_settings_there_is_no_key(settings: Path):
    assert configured_key() is None


def test_key_comes_from_the_settings_file(settings: Path):
    settings.write_text(f'[normen]\npublieke_sleutel = "{SDD.publiek}"\n')

    assert configured_key() == SLEUTEL


def test_environment_goes_before_the_settings_file(settings: Path, monkeypatch: pytest.MonkeyPatch):
    settings.write_text('[normen]\npublieke_sleutel = "onzin"\n')
    monkeypatch.setenv("INDICATIETOOL_PUBLIEKE_SLEUTEL", SDD.publiek)

    assert configured_key() == SLEUTEL


@pytest.mark.parametrize(
    "tekst",
    [
        "[normen]\npublieke_sleutel = 3\n",
        '[normen]\npublieke_sleutel = "RWonzin"\n',
        '[normen]\npublieke-sleutel = "RW"\n',
        "normen = 1\n",
        "geen toml",
        "[normen]\npublieke_sleutel = 'é'\n",
    ],
)
def test_settings_that_can_not_be_read_are_refused_never_ignored(settings: Path, tekst: str):
    settings.write_text(tekst, "utf-8")

    with pytest.raises(InvoerError):
        configured_key()


def test_settings_about_something_else_set_no_key(settings: Path):
    settings.write_text("[scherm]\nletters = 12\n")

    assert configured_key() is None


# What it means for a kader


def test_without_a_key_nothing_is_asked(kader: Path):
    geladen = load_normenkader(kader)

    assert (geladen.ondertekend, geladen.watermerk_reden) == (None, "")


def test_signed_kader_goes_without_watermark(kader: Path, with_key: None):
    SDD.sign_file(kader / "normenkader.toml")

    geladen = load_normenkader(kader)

    assert (geladen.ondertekend, geladen.watermerk_reden) == (True, "")


def test_unsigned_kader_loads_with_a_reason_for_a_watermark(kader: Path, with_key: None):
    geladen = load_normenkader(kader)

    assert (geladen.ondertekend, geladen.watermerk_reden) == (False, "norm niet ondertekend")


def test_kader_changed_after_signing_does_not_load(kader: Path, with_key: None):
    bestand = kader / "normenkader.toml"
    SDD.sign_file(bestand)
    bestand.write_bytes(bestand.read_bytes() + b"\n")

    with pytest.raises(NormenkaderError, match=r"normenkader\.toml\.minisig: deze handtekening hoort niet"):
        load_normenkader(kader)


@pytest.mark.parametrize(
    ("ondertekend", "watermerk"),
    [
        (None, "CONCEPT"),
        (True, "CONCEPT"),
        (False, "CONCEPT · NORM NIET ONDERTEKEND"),
    ],
)
def test_verslag_of_an_unsigned_kader_says_so(tmp_path: Path, ondertekend: bool | None, watermerk: str):
    vastgesteld = make_kader(status=KaderStatus.VASTGESTELD)
    geladen = GeladenKader(vastgesteld, GEEN_VINGERAFDRUK, tmp_path, (), ondertekend)
    session = Session(make_dossier(score()), geladen, None, VANDAAG)

    verslag = compose_report(session)

    assert verslag.watermerk == watermerk
    assert ("Norm niet ondertekend" in "\n".join(texts_in(verslag))) is (ondertekend is False)
