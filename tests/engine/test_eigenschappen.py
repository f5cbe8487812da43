"""What holds for any answers, under the shipped voorbeeldkader and under the tiny one with every effect."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import TypeVar

from hypothesis import assume, given
from hypothesis import strategies as st

from indicatietool.domain.antwoorden import LeefgebiedAntwoord, TaakAntwoord
from indicatietool.domain.indicatie import Indicatie, IndicatieStatus
from indicatietool.domain.normenkader import Normenkader
from indicatietool.domain.voorstel import NIETS, Onbepaald, RekenstapSoort, Voorstel
from indicatietool.engine.rounding import round_minutes
from indicatietool.engine.total import indicate
from tests.strategies import Geval, gevallen, voorbeeldkader

T = TypeVar("T")


def outcome(geval: Geval) -> Indicatie:
    return indicate(geval.kader, geval.dossier)


def voorstellen(geval: Geval) -> list[Voorstel]:
    return [u.voorstel for u in outcome(geval).taken if isinstance(u.voorstel, Voorstel)]


# The total


@given(gevallen())
def test_total_is_the_sum_of_its_parts_less_what_the_maxima_cap(geval: Geval):
    indicatie = outcome(geval)

    delen = sum((u.minuten_per_week for u in indicatie.taken if u.minuten_per_week is not None), Fraction(0))
    buiten = sum(overig.minuten_per_week for overig in geval.antwoorden.overige)
    begrensd = sum(
        (stap.voor - stap.na for stap in indicatie.stappen[:-2] if stap.na < stap.voor), Fraction(0)
    )
    assert indicatie.minuten_per_week == delen + buiten - begrensd


@given(gevallen())
def test_maxima_cap_exactly_to_their_limit(geval: Geval):
    kader, indicatie = geval.kader, outcome(geval)
    teksten = {maximum.tekst: maximum for maximum in kader.maxima}

    for stap in indicatie.stappen:
        maximum = teksten.get(stap.tekst)
        if maximum is not None and not maximum.taken:
            assert stap.na == maximum.minuten_per_week < stap.voor


@given(gevallen())
def test_month_is_the_week_times_the_factor_rounded_once(geval: Geval):
    wijze, indicatie = geval.kader.rekenwijze, outcome(geval)

    exact = indicatie.minuten_per_week * wijze.weken_per_maand
    assert indicatie.berekend_per_maand == round_minutes(exact, wijze.afronding_totaal)
    assert abs(indicatie.berekend_per_maand - exact) < wijze.afronding_totaal.stap


@given(gevallen())
def test_steps_of_the_total_connect_and_end_at_the_number(geval: Geval):
    indicatie = outcome(geval)

    standen = indicatie.stappen
    assert standen[0].voor == 0
    assert all(eerst.na == daarna.voor for eerst, daarna in pairwise(standen))
    assert standen[-1].na == indicatie.berekend_per_maand


@given(gevallen())
def test_the_number_is_the_sum_unless_the_consulent_set_it_otherwise(geval: Geval):
    indicatie, anders = outcome(geval), geval.dossier.afwijking_totaal

    verwacht = indicatie.berekend_per_maand if anders is None else anders.minuten_per_maand
    assert indicatie.minuten_per_maand == verwacht


# The voorstel


@given(gevallen(volledig=True))
def test_steps_of_a_voorstel_connect_for_min_richt_and_max(geval: Geval):
    for voorstel in voorstellen(geval):
        stappen = voorstel.stappen
        assert stappen[0].voor == NIETS
        assert all(eerst.na == daarna.voor for eerst, daarna in pairwise(stappen))
        assert stappen[-1].na == voorstel.omvang


@given(gevallen(volledig=True))
def test_voorstel_lies_within_its_marge_after_every_step(geval: Geval):
    for voorstel in voorstellen(geval):
        assert all(stap.na.min <= stap.na.richt <= stap.na.max for stap in voorstel.stappen)


@given(gevallen(volledig=True))
def test_netto_is_between_zero_and_bruto(geval: Geval):
    for voorstel in voorstellen(geval):
        assert 0 <= voorstel.netto.min <= voorstel.bruto.min
        assert 0 <= voorstel.netto.richt <= voorstel.bruto.richt
        assert 0 <= voorstel.netto.max <= voorstel.bruto.max


@given(gevallen(volledig=True))
def test_every_step_has_a_sentence_and_a_bron(geval: Geval):
    for voorstel in voorstellen(geval):
        assert all(stap.tekst and stap.bron for stap in voorstel.stappen)


@given(gevallen(volledig=True))
def test_more_aftrek_never_gives_more_minutes(geval: Geval):
    zonder = tuple(antwoord.model_copy(update={"aftrek": ()}) for antwoord in geval.antwoorden.taken)

    met, bruto = outcome(geval), outcome(geval.with_antwoorden(taken=zonder))

    assert met.netto_per_week <= bruto.netto_per_week


# Order


@given(gevallen(volledig=True), st.data())
def test_order_of_the_answers_does_not_matter(geval: Geval, data: st.DataObject):
    def mixed(items: Iterable[T]) -> list[T]:
        return data.draw(st.permutations(list(items)))

    def taak(antwoord: TaakAntwoord) -> TaakAntwoord:
        keuzes = dict(mixed(antwoord.keuzes.items()))
        return TaakAntwoord(**{**dict(antwoord), "keuzes": keuzes, "aftrek": tuple(mixed(antwoord.aftrek))})

    antwoorden = geval.antwoorden
    gehusseld = geval.with_antwoorden(
        keuzes=dict(mixed(antwoorden.keuzes.items())),
        leefgebieden=tuple(mixed(antwoorden.leefgebieden)),
        taken=tuple(taak(antwoord) for antwoord in mixed(antwoorden.taken)),
    )
    besluiten = tuple(mixed(geval.dossier.besluiten))
    gehusseld = Geval(geval.kader, gehusseld.dossier.with_changes(besluiten=besluiten))

    assert outcome(gehusseld) == outcome(geval)


@given(gevallen())
def test_same_answers_give_the_same_outcome(geval: Geval):
    assert outcome(geval) == outcome(geval)


# A heavier blok


def one_heavier(kader: Normenkader, antwoord: TaakAntwoord) -> TaakAntwoord | None:
    blok = kader.blok_by_code[antwoord.blok or ""]
    hoger = [b for b in kader.blokken if (b.richting, b.gradatie) == (blok.richting, blok.gradatie + 1)]
    return TaakAntwoord(**{**dict(antwoord), "blok": hoger[0].code}) if hoger else None


@given(gevallen(volledig=True, besloten=True, only=voorbeeldkader()), st.data())
def test_higher_gradatie_never_gives_fewer_minutes_in_the_voorbeeldkader(geval: Geval, data: st.DataObject):
    licht = data.draw(st.sampled_from(geval.antwoorden.taken))
    zwaar = one_heavier(geval.kader, licht)
    assume(zwaar is not None)

    taken = tuple(zwaar if antwoord is licht else antwoord for antwoord in geval.antwoorden.taken)
    zwaarder = Geval(geval.kader, geval.dossier.with_changes(besluiten=())).with_antwoorden(taken=taken)
    lichter = Geval(geval.kader, geval.dossier.with_changes(besluiten=()))

    was, werd = (outcome(g).uitkomst(licht.taak) for g in (lichter, zwaarder))
    assert isinstance(was.voorstel, Voorstel)
    assert isinstance(werd.voorstel, Voorstel)
    assert was.voorstel.bruto.richt <= werd.voorstel.bruto.richt
    assert was.voorstel.omvang.richt <= werd.voorstel.omvang.richt
    assert was.voorstel.omvang.max <= werd.voorstel.omvang.max
    assert outcome(lichter).minuten_per_maand <= outcome(zwaarder).minuten_per_maand


# Unanswered is not zero


@given(gevallen(volledig=True, besloten=True))
def test_fully_scored_and_decided_dossier_is_bepaald(geval: Geval):
    assert outcome(geval).status is IndicatieStatus.BEPAALD


@given(gevallen(volledig=True, besloten=True), st.data())
def test_any_one_missing_answer_leaves_the_taak_onbepaald_and_the_whole_voorlopig(
    geval: Geval, data: st.DataObject
):
    zonder, taken = data.draw(st.sampled_from(list(each_one_removed(geval))))

    indicatie = outcome(zonder)

    assert all(isinstance(indicatie.uitkomst(taak).voorstel, Onbepaald) for taak in taken)
    assert indicatie.status is IndicatieStatus.VOORLOPIG


def each_one_removed(geval: Geval) -> Iterator[tuple[Geval, set[str]]]:
    """Every geval with one answer less, with the taken that then can't be computed."""
    antwoorden = geval.antwoorden
    alle = {antwoord.taak for antwoord in antwoorden.taken}
    for factor in antwoorden.keuzes:
        yield geval.with_antwoorden(keuzes=without(antwoorden.keuzes, factor)), alle
    for leefgebied in antwoorden.leefgebieden:
        daar = {taak for taak in alle if geval.kader.taak_by_id[taak].leefgebied == leefgebied.leefgebied}
        for factor in leefgebied.keuzes:
            keuzes = without(leefgebied.keuzes, factor)
            nieuw = LeefgebiedAntwoord(**{**dict(leefgebied), "keuzes": keuzes})
            yield replaced(geval, leefgebied, nieuw), daar
    for antwoord in antwoorden.taken:
        changes = [{"blok": None}, *({"keuzes": without(antwoord.keuzes, f)} for f in antwoord.keuzes)]
        if antwoord.frequentie is not None:
            changes.append({"frequentie": None})
        for change in changes:
            yield replaced(geval, antwoord, TaakAntwoord(**{**dict(antwoord), **change})), {antwoord.taak}


def without(keuzes: Mapping[str, str], factor: str) -> dict[str, str]:
    return {naam: keuze for naam, keuze in keuzes.items() if naam != factor}


def replaced(geval: Geval, oud: object, nieuw: object) -> Geval:
    veld = "taken" if isinstance(oud, TaakAntwoord) else "leefgebieden"
    items = tuple(nieuw if item is oud else item for item in getattr(geval.antwoorden, veld))
    return geval.with_antwoorden(**{veld: items})


# The steps by their kind


@given(gevallen(volledig=True))
def test_kinds_of_steps_come_in_the_order_of_the_rekenmodel(geval: Geval):
    volgorde = list(RekenstapSoort)

    for voorstel in voorstellen(geval):
        soorten = [volgorde.index(stap.soort) for stap in voorstel.stappen]
        assert soorten == sorted(soorten)
