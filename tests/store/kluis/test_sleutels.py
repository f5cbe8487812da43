"""The key file: only the right secret opens it, nothing in it can be changed, and its bounds hold."""

import json
from base64 import b64encode
from collections.abc import Callable

import pytest

from indicatietool.domain.kluis import KluisSoort
from indicatietool.errors import IntegriteitError, NieuwereVersieError, WachtwoordError
from indicatietool.store.kluis.canoniek import fingerprint
from indicatietool.store.kluis.herstelcode import new_code, read_code
from indicatietool.store.kluis.sleutelbos import Sleutelbos, new_keys, new_open_keys, parse_keys
from tests.kluizen import LICHT, WACHTWOORD

CODE = "0123456789ABCDEFGHJKMNPQRSTV"
Data = dict[str, object]


@pytest.fixture(scope="module")
def bos_en_sleutel() -> tuple[Sleutelbos, bytearray]:
    return new_keys(WACHTWOORD, CODE, "dossiers.kluis", LICHT)


@pytest.fixture
def bos(bos_en_sleutel: tuple[Sleutelbos, bytearray]) -> Sleutelbos:
    return bos_en_sleutel[0]


def tampered(bos: Sleutelbos, change: Callable[[Data], object]) -> bytes:
    """The key file with a change and a control hash that fits, as a clever hand would make it."""
    data = json.loads(bos.to_bytes())
    del data["controle"]
    change(data)
    return json.dumps({**data, "controle": fingerprint(data)}).encode()


def test_wachtwoord_and_herstelcode_give_the_same_key(bos_en_sleutel: tuple[Sleutelbos, bytearray]):
    bos, sleutel = bos_en_sleutel

    assert len(sleutel) == 32
    assert bos.unwrap("wachtwoord", WACHTWOORD) == sleutel
    assert bos.unwrap("herstelcode", CODE) == sleutel


@pytest.mark.parametrize(
    "wachtwoord", ["", WACHTWOORD + " ", WACHTWOORD.upper(), "x" * 2_000, "\ud800", "a\0b"]
)
def test_another_wachtwoord_is_refused(bos: Sleutelbos, wachtwoord: str):
    with pytest.raises(WachtwoordError, match="Het wachtwoord klopt niet"):
        bos.unwrap("wachtwoord", wachtwoord)


def test_one_secret_does_not_open_the_slot_of_the_other(bos: Sleutelbos):
    with pytest.raises(WachtwoordError, match="hoort niet bij deze kluis"):
        bos.unwrap("herstelcode", WACHTWOORD)


def test_wachtwoord_is_the_same_from_each_keyboard():
    bos, sleutel = new_keys("café en crème brûlée", CODE, "dossiers.kluis", LICHT)

    assert bos.unwrap("wachtwoord", "cafe\u0301 en\u00a0cre\u0300me bru\u0302le\u0301e") == sleutel


def test_key_file_comes_back_as_it_was_written(bos: Sleutelbos):
    assert parse_keys(bos.to_bytes()) == bos


def test_key_file_holds_no_key_and_no_secret(bos_en_sleutel: tuple[Sleutelbos, bytearray]):
    bos, sleutel = bos_en_sleutel
    inhoud = bos.to_bytes()

    assert b64encode(bytes(sleutel)) not in inhoud
    assert WACHTWOORD.encode() not in inhoud


def test_another_slot_takes_the_place_of_its_kind(bos_en_sleutel: tuple[Sleutelbos, bytearray]):
    bos, sleutel = bos_en_sleutel
    nieuw = bos.with_slot("wachtwoord", "anker molen tafel", bytes(sleutel), LICHT)

    assert nieuw.unwrap("wachtwoord", "anker molen tafel") == sleutel
    assert nieuw.unwrap("herstelcode", CODE) == sleutel
    with pytest.raises(WachtwoordError):
        nieuw.unwrap("wachtwoord", WACHTWOORD)


def test_key_file_of_an_oefenkluis_is_open():
    bos, sleutel = new_open_keys("dossiers.kluis")

    assert parse_keys(bos.to_bytes()).open_key() == sleutel
    assert bos.soort is KluisSoort.OEFEN


def test_name_of_the_database_is_no_part_of_the_fingerprint(bos: Sleutelbos):
    ander = bos.with_database("dossiers-2.kluis")

    assert ander.vingerafdruk == bos.vingerafdruk
    assert ander.to_bytes() != bos.to_bytes()


@pytest.mark.parametrize("plaats", range(0, 900, 7))
def test_one_changed_byte_is_found(bos: Sleutelbos, plaats: int):
    inhoud = bytearray(bos.to_bytes())
    plaats %= len(inhoud) - 1  # the last is the end of the line
    inhoud[plaats] ^= 1

    with pytest.raises(IntegriteitError, match=r"kluis\.json is beschadigd"):
        parse_keys(bytes(inhoud))


@pytest.mark.parametrize(
    "inhoud",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"formaat":1}', b"{}" + b" " * 70_000, b"[" * 60_000],
    ids=range(8),
)
def test_what_is_no_key_file_is_damaged(inhoud: bytes):
    with pytest.raises(IntegriteitError, match="Zet een kopie terug"):
        parse_keys(inhoud)


def test_half_a_key_file_is_damaged(bos: Sleutelbos):
    inhoud = bos.to_bytes()

    for lengte in range(0, len(inhoud) - 2, 50):
        with pytest.raises(IntegriteitError):
            parse_keys(inhoud[:lengte])


def test_key_file_of_a_newer_program_is_refused(bos: Sleutelbos):
    with pytest.raises(NieuwereVersieError, match="Werk de indicatietool bij"):
        parse_keys(tampered(bos, lambda data: data.update(formaat=2)))


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [
        ("geheugen_kib", 8_191),
        ("geheugen_kib", 1_048_577),
        ("geheugen_kib", 2**40),
        ("geheugen_kib", True),
        ("geheugen_kib", 8192.0),
        ("rondes", 0),
        ("rondes", 21),
        ("banen", 0),
        ("banen", 17),
        ("naam", "pbkdf2"),
        ("zout", "AAAA"),
        ("zout", 16),
    ],
)
def test_weight_of_trying_has_bounds_that_are_looked_at_first(bos: Sleutelbos, naam: str, waarde: object):
    def change(data: Data) -> None:
        data["sloten"][0]["kdf"][naam] = waarde  # type: ignore[index]

    with pytest.raises(IntegriteitError, match="beschadigd"):
        parse_keys(tampered(bos, change))


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.update(formaat=True),
        lambda data: data.update(formaat=0),
        lambda data: data.update(soort="oefen"),
        lambda data: data.update(soort="ander"),
        lambda data: data.update(kluis="x"),
        lambda data: data.update(database="../../etc/passwd"),
        lambda data: data.update(database="dossiers-0.kluis"),
        lambda data: data.update(sloten=[]),
        lambda data: data.update(sloten=[*data["sloten"], data["sloten"][0]]),
        lambda data: data.update(sloten=[data["sloten"][0], data["sloten"][0]]),
        lambda data: data.update(sloten=[{"soort": "open", "sleutel": b64encode(bytes(32)).decode()}]),
        lambda data: data["sloten"].append({"soort": "open", "sleutel": b64encode(bytes(32)).decode()}),
        lambda data: data["sloten"][0].update(sleutel="A"),
        lambda data: data["sloten"][0].update(nonce=None),
        lambda data: data["sloten"][0].update(extra=1),
        lambda data: data.pop("kluis"),
    ],
    ids=range(16),
)
def test_key_file_of_another_shape_is_damaged(bos: Sleutelbos, change: Callable[[Data], object]):
    with pytest.raises(IntegriteitError, match="beschadigd"):
        parse_keys(tampered(bos, change))


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.update(kluis="0" * 32),
        lambda data: data["sloten"][0]["kdf"].update(rondes=2),
        lambda data: data["sloten"][0]["kdf"].update(geheugen_kib=8_193),
        lambda data: data["sloten"][0]["kdf"].update(zout=data["sloten"][1]["kdf"]["zout"]),
        lambda data: data["sloten"][0].update(nonce=data["sloten"][1]["nonce"]),
        lambda data: data["sloten"][0].update(sleutel=data["sloten"][1]["sleutel"]),
    ],
    ids=range(6),
)
def test_what_belongs_to_a_wrapped_key_can_not_be_changed(bos: Sleutelbos, change: Callable[[Data], object]):
    with pytest.raises(WachtwoordError):
        parse_keys(tampered(bos, change)).unwrap("wachtwoord", WACHTWOORD)


def test_herstelcode_is_seven_groups_of_four_and_never_the_same():
    codes = {new_code() for _ in range(200)}

    assert len(codes) == 200
    assert all([len(groep) for groep in code.split("-")] == [4] * 7 for code in codes)
    assert not set("".join(codes)) & set("ILOU")


def test_herstelcode_may_be_typed_loosely():
    code = new_code()
    slordig = f" {code.lower().replace('-', ' ').replace('0', 'o').replace('1', 'l')}\n"

    assert read_code(slordig) == read_code(code) == code.replace("-", "")


def test_typing_mistake_in_a_herstelcode_is_told_before_anything_slow():
    code = "DN6E-DKQZ-GCV6-BQAP-XN7M-Y9HW-D0YE"
    assert read_code(code)

    for fout in (code[:-1] + "F", "X" + code[1:], code.replace("DKQZ", "KDQZ")):
        with pytest.raises(WachtwoordError, match="typefout in de herstelcode"):
            read_code(fout)


@pytest.mark.parametrize(
    "tekst", ["", "x", "vijf losse woorden", "É" * 28, "0" * 27, "0" * 29, "\ud800" * 28]
)
def test_what_is_no_herstelcode_is_told(tekst: str):
    with pytest.raises(WachtwoordError, match="Dit is geen herstelcode"):
        read_code(tekst)
