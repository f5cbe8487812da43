"""A fact is frozen, strict and without surprises; what can't be so can't be made."""

from datetime import date, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from indicatietool.domain.antwoorden import (
    Aftrek,
    AftrekSoort,
    Antwoorden,
    Beschikbaar,
    Frequentie,
    LeefgebiedSituatie,
    OverigeBegeleiding,
    TaakAntwoord,
)
from indicatietool.domain.base import MAX_TEKST, Datum, Exact, GevuldeTekst, Sleutel, Tekst, write_exact
from indicatietool.domain.besluit import Afwijken, AfwijkenTotaal, Besluit, BinnenMarge, Overnemen
from indicatietool.domain.dossier import Dossier, Hulpvraag, Melding, Weging
from indicatietool.domain.factoren import Plaats
from indicatietool.domain.gemeente import GEMEENTEN, gemeente_naam
from indicatietool.domain.normenkader import KaderStatus, Normenkader
from indicatietool.domain.regels import Voorwaarde
from indicatietool.domain.schaal import Cel
from tests.builders import (
    VANDAAG,
    afwijken,
    make_aftrek,
    make_antwoorden,
    make_dossier,
    make_kader,
    make_leefgebied,
    make_taak,
    score,
)


def read(kind: object, value: object) -> object:
    return TypeAdapter(kind).validate_python(value, strict=True)


# Every fact


def test_fact_does_not_change():
    frequentie = Frequentie(keer=1, per_weken=1)

    with pytest.raises(ValidationError):
        frequentie.keer = 2


def test_fact_does_not_take_an_unknown_gegeven():
    with pytest.raises(ValidationError):
        Frequentie(keer=1, per_weken=1, per_maand=1)


@pytest.mark.parametrize("keer", [3.0, "3", True, None, 0, 100])
def test_whole_number_is_nothing_else(keer: object):
    with pytest.raises(ValidationError):
        Frequentie(keer=keer, per_weken=1)


def test_message_about_a_fact_does_not_repeat_what_was_typed():
    with pytest.raises(ValidationError) as geval:
        Melding(client="geheim" * 100)

    assert "geheim" not in str(geval.value)


# Text


@pytest.mark.parametrize("teken", ["\x00", "\x07", "\x1b", "\r", "\x7f", "\x85"])
def test_text_has_no_control_characters(teken: str):
    with pytest.raises(ValidationError, match="stuurteken"):
        Hulpvraag(situatie=f"voor{teken}na")


@pytest.mark.parametrize("tekst", ["", "één regel", "twee\nregels\tmet tab", "مرحبا", "🙂 ‘’ – ±"])
def test_text_may_be_in_any_script_with_lines_and_tabs(tekst: str):
    assert Hulpvraag(situatie=tekst).situatie == tekst


def test_text_has_at_most_twenty_thousand_characters():
    assert read(Tekst, "a" * MAX_TEKST) == "a" * 20_000
    with pytest.raises(ValidationError):
        read(Tekst, "a" * 20_001)


@pytest.mark.parametrize("tekst", ["", " ", "\n\t ", "\u00a0"])
def test_text_that_must_say_something_is_not_blank(tekst: str):
    with pytest.raises(ValidationError, match="is leeg"):
        read(GevuldeTekst, tekst)


@pytest.mark.parametrize("sleutel", ["a", "0482", "post-administratie", "a" * 60])
def test_sleutel_is_lower_case_digits_and_hyphens(sleutel: str):
    assert read(Sleutel, sleutel) == sleutel


@pytest.mark.parametrize("sleutel", ["", "Post", "a b", "-a", "a_b", "a\n", "../a", "a" * 61, "é"])
def test_sleutel_is_safe_as_the_name_of_a_file(sleutel: str):
    with pytest.raises(ValidationError):
        read(Sleutel, sleutel)


# Exact numbers


@pytest.mark.parametrize(
    ("waarde", "getal"),
    [(60, Fraction(60)), ("65/3", Fraction(65, 3)), ("52", Fraction(52)), (Fraction(1, 7), Fraction(1, 7))],
)
def test_exact_number_is_whole_or_a_fraction(waarde: object, getal: Fraction):
    assert read(Exact, waarde) == getal


@pytest.mark.parametrize(
    "waarde",
    [-1, Fraction(-1, 2), 4.33, True, None, "", "4,33", "4.33", "1/0", "-1/2", "1 / 2", "1/2/3", "٣"],
)
def test_exact_number_is_never_rounded_negative_or_lax(waarde: object):
    with pytest.raises(ValidationError):
        read(Exact, waarde)


@given(st.fractions(min_value=0))
def test_exact_number_is_read_back_as_it_was_written(getal: Fraction):
    assert read(Exact, write_exact(getal)) == getal


@given(st.integers(0, 10**60), st.integers(1, 10**60))
def test_exact_number_of_a_long_chain_of_procenten_is_read_back(teller: int, noemer: int):
    getal = Fraction(teller, noemer)

    assert Overnemen.model_validate_json(Overnemen(minuten_per_week=getal).model_dump_json()) == Overnemen(
        minuten_per_week=getal
    )


# Days


def test_day_is_read_as_it_is_written_in_a_file():
    assert read(Datum, "2028-02-29") == date(2028, 2, 29)


@pytest.mark.parametrize(
    "waarde",
    [
        "2027-02-29",
        "2027-13-01",
        "1735689600",
        "0",
        "20270131",
        "31-01-2027",
        "2027-1-1",
        "",
        20270131,
        0,
        True,
        "2027-01-31T00:00:00",
        datetime(2027, 1, 31),
    ],
    ids=str,
)
def test_day_is_nothing_but_an_existing_day(waarde: object):
    with pytest.raises(ValidationError, match="geen bestaande datum"):
        read(Datum, waarde)


# Besluiten


def test_override_without_motivering_can_not_be_made():
    with pytest.raises(ValidationError):
        Afwijken(minuten=30, grond="bijzonder")


@pytest.mark.parametrize("motivering", ["", "   ", "\n"])
def test_override_with_a_blank_motivering_can_not_be_made(motivering: str):
    with pytest.raises(ValidationError, match="is leeg; vul hier een tekst in"):
        Afwijken(minuten=30, grond="bijzonder", motivering=motivering)


def test_override_without_grond_can_not_be_made():
    with pytest.raises(ValidationError):
        Afwijken(minuten=30, grond="", motivering="Dit kost meer tijd.")


@pytest.mark.parametrize("motivering", ["", "  "])
def test_other_total_without_motivering_can_not_be_made(motivering: str):
    with pytest.raises(ValidationError):
        AfwijkenTotaal(minuten_per_maand=100, grond="afbouw", motivering=motivering)


@pytest.mark.parametrize("motivering", ["", "  "])
def test_overige_begeleiding_without_motivering_can_not_be_made(motivering: str):
    with pytest.raises(ValidationError):
        OverigeBegeleiding(omschrijving="Kapper", minuten_per_week=10, motivering=motivering)


@pytest.mark.parametrize(("minuten", "mag"), [(0, True), (10_080, True), (-1, False), (10_081, False)])
def test_minutes_fit_in_a_week(minuten: int, mag: bool):
    if mag:
        assert BinnenMarge(minuten_per_week=minuten).minuten_per_week == minuten
    else:
        with pytest.raises(ValidationError):
            BinnenMarge(minuten_per_week=minuten)


def test_besluit_is_one_of_three_kinds():
    with pytest.raises(ValidationError):
        read(Besluit, {"soort": "wegwuiven", "minuten_per_week": 3})


# Aftrek


@pytest.mark.parametrize(("minuten", "procent"), [(None, None), (10, 10), (0, 0)])
def test_aftrek_is_in_minutes_or_in_procent_and_never_both(minuten: int | None, procent: int | None):
    with pytest.raises(ValidationError, match="niet precies één hoeveelheid"):
        make_aftrek(minuten=minuten, procent=procent)


@pytest.mark.parametrize("procent", [-1, 101])
def test_aftrek_is_a_share_of_what_there_is(procent: int):
    with pytest.raises(ValidationError):
        make_aftrek(procent=procent)


def test_aftrek_without_reden_can_not_be_made():
    with pytest.raises(ValidationError):
        make_aftrek(minuten=10, reden=" ")


@pytest.mark.parametrize(
    ("aftrek", "telt"),
    [
        (make_aftrek(minuten=1), True),
        (make_aftrek(minuten=1, vrijwillig=False), False),
        (make_aftrek(minuten=1, beschikbaar=Beschikbaar.NEE), False),
        (make_aftrek(minuten=1, beschikbaar=Beschikbaar.WACHTLIJST), False),
    ],
    ids=str,
)
def test_aftrek_counts_only_when_there_and_freely_given(aftrek: Aftrek, telt: bool):
    assert aftrek.telt_mee is telt


def test_every_kind_of_help_has_a_name_a_consulent_would_say():
    assert [soort.naam for soort in AftrekSoort] == [
        "eigen kracht",
        "gebruikelijke hulp",
        "mantelzorg",
        "sociaal netwerk",
        "voorliggende voorziening",
    ]


def test_every_situatie_has_a_name_a_consulent_would_say():
    namen = [situatie.naam for situatie in LeefgebiedSituatie]

    assert len(set(namen)) == len(LeefgebiedSituatie)
    assert "niet aan de orde" in namen


# Antwoorden and dossier


def test_taak_is_answered_once():
    with pytest.raises(ValidationError, match="taak post staat er twee keer"):
        make_antwoorden(score("post"), score("post"))


def test_leefgebied_is_answered_once():
    with pytest.raises(ValidationError, match="leefgebied geld staat er twee keer"):
        make_antwoorden(leefgebieden=(make_leefgebied("geld"), make_leefgebied("geld")))


def test_taak_has_one_besluit():
    dossier = make_dossier(score("post"), besluiten={"post": afwijken(1)})

    with pytest.raises(ValidationError, match="over taak post staan twee besluiten"):
        dossier.with_changes(besluiten=dossier.besluiten * 2)


def test_untouched_taak_has_no_answers_that_look_like_zero():
    antwoord = TaakAntwoord(taak="post")

    assert (antwoord.blok, antwoord.frequentie, antwoord.keuzes, antwoord.aftrek) == (None, None, {}, ())


def test_answers_are_found_by_taak_and_leefgebied():
    antwoorden = make_antwoorden(score("post"), leefgebieden=(make_leefgebied("geld"),))

    assert antwoorden.taak("post") == score("post")
    assert antwoorden.leefgebied("geld") == make_leefgebied("geld")
    assert antwoorden.taak("koken") is None
    assert Antwoorden().leefgebied("geld") is None


def test_end_is_not_before_the_start():
    with pytest.raises(ValidationError, match="einddatum ligt vóór ingangsdatum"):
        Weging(ingangsdatum=date(2027, 2, 1), einddatum=date(2027, 1, 31))


def test_one_day_is_a_looptijd():
    weging = Weging(ingangsdatum=date(2027, 2, 1), einddatum=date(2027, 2, 1))

    assert weging.einddatum == weging.ingangsdatum


def test_with_changes_checks_what_it_changes():
    with pytest.raises(ValidationError):
        make_dossier().with_changes(nummer="Geen Nummer")


def test_dossier_is_of_formaat_two():
    with pytest.raises(ValidationError):
        Dossier(formaat=1, nummer="a", gemaakt=VANDAAG, kader=make_dossier().kader)


@pytest.mark.parametrize(
    ("keer", "per_weken", "woorden"),
    [(1, 1, "1 keer per week"), (3, 2, "3 keer per 2 weken"), (1, 52, "1 keer per jaar")],
)
def test_frequentie_is_said_in_words(keer: int, per_weken: int, woorden: str):
    assert str(Frequentie(keer=keer, per_weken=per_weken)) == woorden


# Gemeenten


def test_there_are_seven_gemeenten_each_with_its_own_code():
    assert len({gemeente.code for gemeente in GEMEENTEN}) == 7


@pytest.mark.parametrize(("code", "naam"), [("0505", "Dordrecht"), ("9999", ""), (None, "")])
def test_gemeente_is_found_by_its_code(code: str | None, naam: str):
    assert gemeente_naam(code) == naam


# Normenkader


@pytest.mark.parametrize(("laag", "richt", "hoog"), [(10, 5, 20), (5, 30, 20), (3, 2, 1)])
def test_cell_rises_from_min_to_max(laag: int, richt: int, hoog: int):
    with pytest.raises(ValidationError, match="min, richt en max moeten oplopen"):
        Cel(min=laag, richt=richt, max=hoog)


def test_condition_that_says_nothing_can_not_be_made():
    with pytest.raises(ValidationError, match="noem een factor, richting, blok, taak of leefgebied"):
        Voorwaarde()


@pytest.mark.parametrize("als", [{"factor": "motivatie"}, {"keuzes": ("goed",)}])
def test_condition_on_a_factor_names_its_keuzes(als: dict[str, object]):
    with pytest.raises(ValidationError, match="factor en keuzes horen bij elkaar"):
        Voorwaarde(**als)


def test_parts_of_a_kader_are_found_by_their_name():
    kader: Normenkader = make_kader(make_taak("post"), make_taak("koken", leefgebied="wonen"))

    assert [taak.id for taak in kader.taken_of("wonen")] == ["koken"]
    assert kader.profiel_by_blok["O2"].vanaf_minuten_per_week == 60
    assert kader.product_by_id["licht"].naam == "Licht"
    assert kader.factoren_at(Plaats.DOSSIER) == ()


@pytest.mark.parametrize("status", KaderStatus)
def test_only_a_kader_that_is_vastgesteld_goes_without_watermark(status: KaderStatus):
    assert make_kader(status=status).is_vastgesteld is (status is KaderStatus.VASTGESTELD)
