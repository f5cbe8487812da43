"""Files are read with suspicion: what is not exactly right is refused, in Dutch, with its place."""

import json
import os
from pathlib import Path

import pytest

from indicatietool.errors import BestandError, DossierError, NormenkaderError, OpslagError
from indicatietool.store.dossiers import dossier_from_json, dossier_to_json, read_dossier
from indicatietool.store.normenkaders import kader_from_toml
from indicatietool.store.reading import MAX_BYTES, MAX_DEPTH, parse_json, parse_toml, read_bytes
from tests.builders import afwijken, make_dossier, score

HIER = Path("hier.json")
ENGLISH = ("Input should", "Field required", "validation error", "Extra inputs", "Value error", "Traceback")


def as_data(**changes: object) -> dict[str, object]:
    """A dossier as plain data, with parts replaced."""
    dossier = make_dossier(score("post", keer=2), besluiten={"post": afwijken(30)})
    return {**json.loads(dossier_to_json(dossier)), **changes}


def refusal(inhoud: bytes | dict[str, object]) -> str:
    """What the user reads when these bytes are opened as a dossier."""
    with pytest.raises(DossierError) as geval:
        dossier_from_json(json.dumps(inhoud).encode() if isinstance(inhoud, dict) else inhoud, HIER)
    assert not any(word in str(geval.value) for word in ENGLISH)
    assert all(probleem.remedie for probleem in geval.value.problemen)
    return str(geval.value)


def toml_refusal(tekst: str | bytes) -> str:
    """What the user reads when this is opened as a normenkader."""
    with pytest.raises(NormenkaderError) as geval:
        parse_toml(tekst if isinstance(tekst, bytes) else tekst.encode(), Path("k.toml"), NormenkaderError)
    return str(geval.value)


# The file itself


def test_missing_file_is_named(tmp_path: Path):
    with pytest.raises(DossierError, match=r"weg\.json.*\n.*het is er niet\. Controleer de naam en de map"):
        read_dossier(tmp_path / "weg.json")


def test_folder_is_not_a_file(tmp_path: Path):
    with pytest.raises(DossierError, match=r"dit is een map\. Wijs een bestand aan"):
        read_dossier(tmp_path)


@pytest.mark.parametrize("inhoud", [b"", b"  \n\t\n"])
def test_empty_file_is_said_to_be_empty(tmp_path: Path, inhoud: bytes):
    leeg = tmp_path / "leeg.json"
    leeg.write_bytes(inhoud)

    with pytest.raises(DossierError, match=r"het is leeg\. Zet een kopie terug"):
        read_dossier(leeg)


def test_file_of_exactly_the_limit_is_read_and_one_byte_more_is_not(tmp_path: Path):
    precies, meer = tmp_path / "precies", tmp_path / "meer"
    precies.write_bytes(b"a" * MAX_BYTES)
    meer.write_bytes(b"a" * (MAX_BYTES + 1))

    assert len(read_bytes(precies, DossierError)) == MAX_BYTES
    with pytest.raises(DossierError, match="groter dan 4 MB"):
        read_bytes(meer, DossierError)


@pytest.mark.skipif(os.name != "posix", reason="een pijp bestaat alleen op posix")
def test_pipe_is_refused_and_not_waited_for(tmp_path: Path):
    pijp = tmp_path / "pijp.json"
    os.mkfifo(pijp)

    with pytest.raises(DossierError, match="geen gewoon bestand"):
        read_dossier(pijp)


def test_name_that_the_system_does_not_take_is_a_message(tmp_path: Path):
    with pytest.raises((OpslagError, BestandError), match="Controleer"):
        read_dossier(tmp_path / ("a" * 300))


# The bytes


def test_bom_before_the_json_is_forgiven():
    dossier = make_dossier()

    assert dossier_from_json(b"\xef\xbb\xbf" + dossier_to_json(dossier), HIER) == dossier


def test_bytes_that_are_not_utf8_are_refused_with_their_line():
    assert "regel 2: hier staat geen UTF-8. Bewaar het bestand als UTF-8." in refusal(b'{\n"nummer": "\xff"}')


def test_utf16_is_refused():
    assert "geen UTF-8" in refusal(json.dumps(as_data()).encode("utf-16"))


@pytest.mark.parametrize(
    ("tekst", "plaats"),
    [
        (b'{"nummer": "a",}', "regel 1, teken 16"),
        (b'{\n"nummer": a}', "regel 2, teken 11"),
        (b'{"nummer": "a"', "regel 1"),
        (b"{'nummer': 'a'}", "regel 1, teken 2"),
        (b'{"nummer": "a"} {}', "regel 1, teken 17"),
    ],
)
def test_broken_json_is_refused_with_line_and_character(tekst: bytes, plaats: str):
    assert f"{plaats}" in refusal(tekst)
    assert "hier klopt de JSON niet" in refusal(tekst)


@pytest.mark.parametrize("tekst", [b"[]", b"3", b'"dossier"', b"null"])
def test_json_that_is_not_an_object_is_refused(tekst: bytes):
    assert "het is geen JSON-object. Het moet beginnen met {." in refusal(tekst)


def test_key_that_stands_twice_is_refused_also_deep_inside():
    dubbel = b'{"melding": {"zaaknummer": "1", "client": "A", "client": "B"}}'

    assert "“client”: staat er twee keer. Haal er één weg." in refusal(dubbel)


@pytest.mark.parametrize("getal", [b"NaN", b"Infinity", b"-Infinity"])
def test_number_that_is_no_number_is_refused(getal: bytes):
    tekst = b'{"melding": {"advies_minuten_per_maand": ' + getal + b"}}"

    assert f"{getal.decode()} is geen getal" in refusal(tekst)


@pytest.mark.parametrize("diepte", [MAX_DEPTH + 1, 150, 300, 900, 100_000])
@pytest.mark.parametrize(("begin", "einde"), [("[", "]"), ('{"a":', "}")])
def test_too_deep_json_is_refused(diepte: int, begin: str, einde: str):
    kern = "[]" if begin == "[" else "{}"
    tekst = '{"a":' + begin * (diepte - 1) + kern + einde * (diepte - 1) + "}"

    assert "te diep genest" in refusal(tekst.encode())


def test_number_of_ten_thousand_digits_is_refused():
    tekst = b'{"melding": {"advies_minuten_per_maand": ' + b"9" * 10_000 + b"}}"

    assert "een te lang getal" in refusal(tekst)


def test_half_a_surrogate_is_refused():
    assert "bevat een teken dat geen tekst is" in refusal(b'{"nummer": "\\ud800"}')


def test_number_too_large_for_a_float_is_refused():
    tekst = json.dumps(as_data(melding={"advies_minuten_per_maand": 10})).replace("10}", "1e400}")

    assert "moet een geheel getal zijn" in refusal(tekst.encode())


# The contents


@pytest.mark.parametrize("getal", [3.0, "3", True, 3.5, [3], {"n": 3}])
def test_whole_number_is_not_taken_from_something_else(getal: object):
    antwoorden = {"taken": [{"taak": "post", "frequentie": {"keer": getal, "per_weken": 1}}]}

    melding = refusal(as_data(antwoorden=antwoorden))

    assert "antwoorden › taken › nr. 1 (post) › frequentie › keer: moet een geheel getal zijn." in melding


@pytest.mark.parametrize("waarde", ["true", "ja", 1, 0])
def test_yes_or_no_is_not_taken_from_something_else(waarde: object):
    assert "melding › spoed: moet true of false zijn." in refusal(as_data(melding={"spoed": waarde}))


@pytest.mark.parametrize("waarde", ["31-01-2027", "2027-02-30", "1735689600", 1735689600, "vandaag", True])
def test_day_is_not_taken_from_something_else(waarde: object):
    melding = refusal(as_data(weging={"ingangsdatum": waarde}))

    assert "weging › ingangsdatum: is geen bestaande datum. Schrijf bijvoorbeeld 2027-01-31." in melding


def test_control_character_is_refused_and_not_repeated():
    melding = refusal(as_data(hulpvraag={"situatie": "geheim\x1b[31m"}))

    assert "hulpvraag › situatie: bevat een stuurteken." in melding
    assert "geheim" not in melding


def test_text_of_twenty_thousand_characters_fits_and_one_more_does_not():
    past = json.dumps(as_data(hulpvraag={"situatie": "é" * 20_000})).encode()

    assert len(dossier_from_json(past, HIER).hulpvraag.situatie) == 20_000
    melding = refusal(as_data(hulpvraag={"situatie": "é" * 20_001}))
    assert "hulpvraag › situatie: is te lang: hoogstens 20000 tekens. Kort de tekst in." in melding


def test_override_without_motivering_gives_one_dutch_message():
    besluit = {"taak": "post", "besluit": {"soort": "afwijken", "minuten": 30, "grond": "bijzonder"}}

    melding = refusal(as_data(besluiten=[besluit]))

    assert melding == (
        "hier.json: dit dossier is niet te gebruiken (1 probleem).\n"
        "  - besluiten › nr. 1 (post) › besluit › motivering: ontbreekt. Vul dit gegeven in."
    )


def test_override_with_a_blank_motivering_gives_one_dutch_message():
    besluit = {"soort": "afwijken", "minuten": 30, "grond": "bijzonder", "motivering": "  "}

    melding = refusal(as_data(besluiten=[{"taak": "post", "besluit": besluit}]))

    assert melding.splitlines()[1:] == [
        "  - besluiten › nr. 1 (post) › besluit › motivering: is leeg. Vul hier een tekst in."
    ]


def test_unknown_kind_of_besluit_names_the_kinds():
    melding = refusal(as_data(besluiten=[{"taak": "post", "besluit": {"soort": "gokken"}}]))

    assert "besluit: heeft een onbekende soort. Kies uit 'overnemen', 'binnen_marge', 'afwijken'." in melding


def test_misspelt_key_gets_a_suggestion():
    melding = refusal(as_data(hulpvraag={"situaite": "Woont alleen."}))

    assert "hulpvraag › situaite: kent dit formaat niet. Bedoelt u “situatie”?" in melding


def test_dossier_of_a_newer_formaat_asks_for_a_newer_program():
    assert "formaat: is van een nieuwere versie. Werk de indicatietool bij." in refusal(as_data(formaat=3))


@pytest.mark.parametrize("formaat", [0, -1, "1", True, 1.0, None])
def test_formaat_is_a_known_number(formaat: object):
    assert "\n  - formaat: " in refusal(as_data(formaat=formaat))


def test_all_problems_are_told_at_once():
    melding = refusal(as_data(nummer="A B", melding={"spoed": "ja"}, weging={"profiel": "laag"}))

    assert "(3 problemen)" in melding
    assert melding.count("\n  - ") == 3


def test_never_more_than_fifty_problems():
    taken = [{"taak": "A B"} for _ in range(120)]

    assert "(50 problemen)" in refusal(as_data(antwoorden={"taken": taken}))


def test_dossier_that_is_refused_is_left_as_it_is(tmp_path: Path):
    stuk = tmp_path / "2027-0001.json"
    inhoud = json.dumps(as_data(nummer="A B"), indent=7).encode() + b"\r\n"
    stuk.write_bytes(inhoud)

    with pytest.raises(DossierError):
        read_dossier(stuk)

    assert stuk.read_bytes() == inhoud


# TOML


@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [
        ("a = 1\na = 2\n", "regel 2, teken 6: deze naam staat er al; elke naam mag één keer."),
        ("[a]\n[a]", "deze tabel staat er al"),
        ("a = {b = 1, b = 2}", "deze naam staat er al"),
        ("a = {b = 1}\na.c = 1", "deze tabel is al afgesloten"),
        ("a = [1, 2", "een lijst is niet afgesloten met ]"),
        ("a = {b = 1", "een tabel is niet afgesloten met }"),
        ("a = {\nb = 1}", "hier hoort een naam te staan"),
        ('a = "tekst', "een tekst is niet afgesloten"),
        ('a = """tekst', "een tekst is niet afgesloten"),
        ('a = "x\ny"', "hier staat een teken dat niet mag"),
        ("a = 2027-02-30", "deze datum bestaat niet"),
        ("a 1", "hier ontbreekt een ="),
        ("a = 1 b = 2", "hier staat iets te veel"),
        ("[a\nb = 1", "een kop is niet afgesloten met ]"),
        ("[[a]\nb = 1", "een kop van twee haken is niet afgesloten met ]]"),
        ("a = tekst", "deze waarde klopt niet; zet tekst tussen aanhalingstekens"),
        ("= 1", "hier hoort een naam, een kop of een opmerking te staan"),
        ('a = "c:\\map"', "een \\ in een tekst moet dubbel: \\\\."),
        ("a =", "deze waarde klopt niet"),
    ],
)
def test_mistake_in_toml_is_told_in_dutch(tekst: str, woorden: str):
    melding = toml_refusal(tekst)

    assert woorden in melding
    assert "normen/LEESMIJ.md toont hoe" in melding


@pytest.mark.parametrize(
    "tekst",
    [
        "a = " + "[" * 30 + "]" * 30,
        "a = " + "[ " * 30 + "] " * 30,
        "a = " + "[ " * 5_000 + "] " * 5_000,
        "[" + ".".join("abcdefghijklmnopqrstuvwxyz") + "]",
        ".".join("abcdefghijklmnopqrstuvwxyz") + " = 1",
        "x" + ".a" * 14_000 + " = 1",
        "a = " + "{a = " * 300 + "1" + "}" * 300,
        "a = " + "{a = " * 500 + "1" + "}" * 500,
    ],
    ids=lambda tekst: tekst[:12],
)
def test_too_deep_toml_is_refused(tekst: str):
    assert "te diep genest" in toml_refusal(tekst)


def test_toml_with_a_line_that_is_too_long_is_refused_with_its_number():
    melding = toml_refusal("a = 1\nb = '" + "x" * 30_000 + "'")

    assert "regel 2: is langer dan 30000 tekens. Kort de regel in." in melding


def test_toml_with_a_number_of_ten_thousand_digits_is_refused():
    assert "een onmogelijk getal" in toml_refusal("a = " + "9" * 10_000)


def test_long_sentences_are_not_mistaken_for_depth():
    tekst = 'a = "' + "Eén zin. " * 200 + '"\nb = """\n' + "Nog. Een. Zin. " * 20 + '\n"""'

    assert set(parse_toml(tekst.encode(), Path("k.toml"), NormenkaderError)) == {"a", "b"}


def test_bom_before_the_toml_is_forgiven():
    assert parse_toml(b"\xef\xbb\xbfa = 1", Path("k.toml"), NormenkaderError) == {"a": 1}


@pytest.mark.parametrize("waarde", ["nan", "inf", "1e400", "3.0", '"3"', "true", "12:30:00", "2027-01-01"])
def test_number_in_a_kader_is_not_taken_from_something_else(kader_folder: Path, waarde: str):
    tekst = (kader_folder / "normenkader.toml").read_text("utf-8")
    tekst = tekst.replace("looptijd_maanden = 12", f"looptijd_maanden = {waarde}", 1)

    with pytest.raises(NormenkaderError, match="looptijd_maanden: moet een geheel getal zijn") as geval:
        kader_from_toml(tekst.encode(), Path("k.toml"))

    assert len(geval.value.problemen) == 1


def test_json_of_another_kind_of_file_names_that_kind():
    with pytest.raises(NormenkaderError, match="dit normenkader is niet te gebruiken"):
        parse_json(b"[", HIER, NormenkaderError)
