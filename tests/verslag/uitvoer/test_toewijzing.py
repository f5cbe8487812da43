"""The toewijzingsblok: what the backoffice gets, and why it sometimes gets nothing."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicatietool.domain.dossier import Leveringsvorm, SoortOnderzoek, Volumevorm
from indicatietool.domain.eerder import EerderOnderzoek
from indicatietool.domain.fasen import Fase, FaseSoort, TijdelijkeLijn
from indicatietool.domain.normenkader import KaderStatus
from indicatietool.errors import VerslagError
from indicatietool.verslag.uitvoer.iwmo import objections
from indicatietool.verslag.uitvoer.toewijzing import Toewijzingsblok, make_toewijzing
from indicatietool.verslag.uitvoer.toewijzing_tekst import (
    KOLOMMEN,
    toewijzing_as_csv,
    toewijzing_as_json,
    toewijzing_as_text,
)
from tests.builders import make_dossier, make_kader, score
from tests.verslag.uitvoer.zaken import (
    CODE,
    EINDE,
    NAAM,
    START,
    VANDAAG,
    cells,
    finished,
    make_zaak,
    with_code,
)

FASEN = (
    Fase(
        soort=FaseSoort.START,
        van=START,
        tot=date(2027, 4, 30),
        minuten_per_maand=900,
        motivering="Een zware start.",
    ),
    Fase(soort=FaseSoort.VERVOLG, van=date(2027, 5, 1), tot=EINDE),
)
CRISIS = TijdelijkeLijn(
    omschrijving="Crisis na verhuizing van mevrouw Jansen",
    van=date(2027, 3, 1),
    tot=date(2027, 3, 31),
    minuten_per_maand=200,
    motivering="Tijdelijk meer nodig.",
)


def blok(**changes: object) -> Toewijzingsblok:
    return make_toewijzing(make_zaak(**changes), VANDAAG)


def refusal(**changes: object) -> str:
    with pytest.raises(VerslagError) as geweigerd:
        blok(**changes)
    return str(geweigerd.value)


def test_one_indicatie_is_one_line_in_minutes_per_month() -> None:
    (regel,) = blok().regels

    assert (regel.categorie, regel.productcode) == ("02", CODE)
    assert (regel.toewijzingsdatum, regel.ingangsdatum, regel.einddatum) == (VANDAAG, START, EINDE)
    assert regel.omvang is not None
    assert (regel.omvang.volume, regel.omvang.eenheid, regel.omvang.frequentie) == (240, "01", "4")
    assert regel.reden_wijziging == ""


def test_each_fase_and_each_temporary_line_is_a_line() -> None:
    regels = blok(fasen=FASEN, tijdelijke_lijnen=(CRISIS,)).regels

    assert [(r.soort, r.omvang and r.omvang.volume) for r in regels] == [
        ("start", 900),
        ("vervolg", 240),
        ("tijdelijk", 200),
    ]


def test_total_over_the_duration_per_line() -> None:
    regels = blok(fasen=FASEN, tijdelijke_lijnen=(CRISIS,), weging={"volumevorm": Volumevorm.TOTAAL}).regels

    assert [(r.omvang.volume, r.omvang.frequentie) for r in regels if r.omvang] == [
        (3 * 900, "6"),
        (9 * 240, "6"),
        (200, "6"),
    ]


def test_lines_of_one_product_that_share_days_are_named_with_their_sum() -> None:
    opmerkingen = " ".join(blok(fasen=FASEN, tijdelijke_lijnen=(CRISIS,)).opmerkingen)

    assert "van 1-3-2027 tot en met 31-3-2027" in opmerkingen.lower()
    assert "1100 minuten" in opmerkingen
    assert "OP259" in opmerkingen


def test_gap_between_fasen_is_named() -> None:
    fasen = (FASEN[0], Fase(soort=FaseSoort.VERVOLG, van=date(2027, 6, 1), tot=EINDE))

    assert any(
        "Van 1-5-2027 tot en met 31-5-2027 is er geen fase" in zin for zin in blok(fasen=fasen).opmerkingen
    )


def test_start_in_the_middle_of_a_month_gives_advice_per_month_only() -> None:
    midden = {"ingangsdatum": date(2027, 2, 14)}

    assert any("IV078" in zin for zin in blok(weging=midden).opmerkingen)
    totaal = blok(weging={**midden, "volumevorm": Volumevorm.TOTAAL})
    assert not any("IV078" in zin for zin in totaal.opmerkingen)
    assert blok().opmerkingen == ()


def test_herziening_ends_the_old_line_and_gives_a_new_one() -> None:
    eerder = EerderOnderzoek(minuten_per_maand=600, einddatum=date(2027, 12, 31))
    herzien = blok(melding={"soort_onderzoek": SoortOnderzoek.HERZIENING}, eerder=eerder)

    assert herzien.eindigt is not None
    assert herzien.eindigt.einddatum == START - timedelta(days=1)
    assert herzien.eindigt.reden_wijziging == "05"
    assert [regel.reden_wijziging for regel in herzien.regels] == [""]
    assert any("OP257" in zin for zin in herzien.opmerkingen)


def test_volume_of_a_total_may_change_in_the_existing_toewijzing() -> None:
    totaal = blok(
        melding={"soort_onderzoek": SoortOnderzoek.HERZIENING}, weging={"volumevorm": Volumevorm.TOTAAL}
    )

    assert any("OP033x1" in zin for zin in totaal.opmerkingen)


def test_omzetting_ends_the_old_line_for_the_new_financing() -> None:
    omzetting = blok(melding={"soort_onderzoek": SoortOnderzoek.OMZETTING})

    assert omzetting.eindigt is not None
    assert omzetting.eindigt.reden_wijziging == "10"


def test_herindicatie_after_the_end_ends_nothing() -> None:
    eerder = EerderOnderzoek(minuten_per_maand=600, einddatum=START - timedelta(days=1))
    herindicatie = blok(melding={"soort_onderzoek": SoortOnderzoek.HERINDICATIE}, eerder=eerder)

    assert herindicatie.eindigt is None
    assert [regel.reden_wijziging for regel in herindicatie.regels] == ["04"]


def test_same_minutes_while_the_old_one_runs_is_an_extension() -> None:
    eerder = EerderOnderzoek(minuten_per_maand=240, einddatum=date(2027, 1, 31))
    herindicatie = blok(melding={"soort_onderzoek": SoortOnderzoek.HERINDICATIE}, eerder=eerder)

    assert any("OP380" in zin and "31-1-2028" in zin for zin in herindicatie.opmerkingen)


@pytest.mark.parametrize(
    ("changes", "woorden"),
    [
        ({"melding": {"geheim_adres": True}}, ("OP003", "Bel de backoffice")),
        ({"weging": {"leveringsvorm": Leveringsvorm.PGB}}, ("OP043", "pgb")),
        ({"weging": {"leveringsvorm": None}}, ("leveringsvorm is nog niet gekozen",)),
        ({"weging": {"einddatum": None}}, ("einddatum ontbreekt",)),
        ({"weging": {"product": None}}, ("product is nog niet gekozen",)),
        ({"besluiten": ()}, ("nog voorlopig",)),
    ],
)
def test_what_stands_in_the_way_is_told(changes: dict[str, object], woorden: tuple[str, ...]) -> None:
    bericht = refusal(**changes)

    assert all(woord in bericht for woord in woorden)
    assert NAAM not in bericht


def test_everything_in_the_way_is_told_at_once() -> None:
    bericht = refusal(melding={"geheim_adres": True}, weging={"leveringsvorm": None, "product": None})

    assert bericht.count("  - ") == 3


def test_kader_without_codes_says_so() -> None:
    with pytest.raises(VerslagError, match="heeft geen iWmo-productcodes"):
        make_toewijzing(make_zaak(make_kader()), VANDAAG)


def test_volume_beyond_eight_digits_is_refused() -> None:
    lang = (
        Fase(
            soort=FaseSoort.START,
            van=date(1, 1, 1),
            tot=date(9999, 12, 31),
            minuten_per_maand=44_640,
            motivering="x",
        ),
    )

    assert "IV042" in refusal(fasen=lang, weging={"volumevorm": Volumevorm.TOTAAL})


@pytest.mark.parametrize("status", [s for s in KaderStatus if s is not KaderStatus.VASTGESTELD])
def test_kader_that_is_not_vastgesteld_is_named(status: KaderStatus) -> None:
    zaak = make_zaak(with_code(make_kader(status=status)))

    assert any("niet vastgesteld" in zin for zin in make_toewijzing(zaak, VANDAAG).opmerkingen)


def test_practice_is_named_everywhere() -> None:
    oefening = blok(oefening=True)

    assert "OEFENING" in toewijzing_as_text(oefening)
    assert cells(toewijzing_as_csv(oefening))[1][1] == "ja"
    assert json.loads(toewijzing_as_json(oefening))["oefening"] is True


def test_three_forms_hold_the_same_lines_and_no_name() -> None:
    eerder = EerderOnderzoek(minuten_per_maand=600, einddatum=date(2027, 12, 31))
    alles = blok(
        melding={"soort_onderzoek": SoortOnderzoek.HERZIENING},
        eerder=eerder,
        fasen=FASEN,
        tijdelijke_lijnen=(CRISIS,),
    )
    rijen = cells(toewijzing_as_csv(alles))
    uit_json = json.loads(toewijzing_as_json(alles))["regels"]

    assert tuple(rijen[0]) == KOLOMMEN
    assert [rij[2] for rij in rijen[1:]] == ["eindigt", "start", "vervolg", "tijdelijk"]
    assert [["" if w is None else str(w) for w in regel.values()] for regel in uit_json] == [
        r[2:] for r in rijen[1:]
    ]
    tekst = toewijzing_as_text(alles)
    assert tekst.count("Regel ") == 3
    assert "Oude toewijzing: eindigt op 31-1-2027" in tekst
    for vorm in (toewijzing_as_csv(alles), toewijzing_as_json(alles), tekst.encode()):
        assert NAAM.encode() not in vorm
        assert b"Jansen" not in vorm


@given(
    minuten=st.integers(0, 44_640),
    start=st.dates(date(2026, 2, 1), date(2035, 1, 1)),
    dagen=st.integers(0, 4_000),
    vorm=st.sampled_from([None, *Volumevorm]),
    soort=st.sampled_from(SoortOnderzoek),
)
def test_every_indicatie_keeps_the_rules(
    minuten: int, start: date, dagen: int, vorm: Volumevorm | None, soort: SoortOnderzoek
) -> None:
    kader = with_code(make_kader())
    lang = start + timedelta(days=dagen)
    dossier = finished(
        kader,
        melding={"soort_onderzoek": soort},
        weging={"ingangsdatum": start, "einddatum": lang, "volumevorm": vorm},
        afwijking_totaal=make_dossier(score(), totaal=minuten).afwijking_totaal,
    )
    gemaakt = make_toewijzing(make_zaak(kader, dossier), VANDAAG)

    assert not any(tuple(objections(regel)) for regel in gemaakt.regels)
    assert gemaakt.regels[0].omvang is not None
    assert type(gemaakt.regels[0].omvang.volume) is int
