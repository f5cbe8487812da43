"""The lesson: any kader can be told, and every figure on a slide is one of the kader or of the engine."""

import re

import pytest

from indicatietool.domain.factoren import Factor, Plaats, Puntengrens, Puntentabel
from indicatietool.domain.normenkader import KaderStatus
from indicatietool.domain.schaal import OpenCel
from indicatietool.domain.tekst import show_minutes
from indicatietool.domain.voorstel import Voorstel
from indicatietool.engine.propose import cell_omvang, propose
from indicatietool.engine.reach import rules_for
from indicatietool.engine.total import indicate
from indicatietool.session.kader_view import parts_of
from indicatietool.session.les import lesson, mark_of
from indicatietool.session.les_cijfers import effects, example_taak, neutral_case, telling_case
from indicatietool.store.dossiers import read_dossier
from tests.builders import as_loaded, make_factor, make_kader, make_taak, tiny_kader

SHIPPED = ("voorbeeld-begeleiding", "awbz-2014-bijlage-6", "huishoudelijke-ondersteuning")


@pytest.mark.parametrize("naam", SHIPPED)
def test_every_shipped_kader_is_a_lesson(kaders_by_id, naam):
    geladen = kaders_by_id[naam]
    kader, dias = geladen.kader, lesson(geladen)

    assert dias[0].titel == f"{kader.kader.naam} {kader.kader.versie}"
    assert {factor.naam for factor in kader.factoren} <= {dia.titel for dia in dias}
    assert {dia.deel for dia in dias} >= {"Het kader", "Factoren", "Rekenen", "Profielen"}
    assert all(dia.titel and dia.tekst and (dia.kolommen or dia.slot) for dia in dias)
    assert not [dia.titel for dia in dias if re.search(r"None|Fraction|\{|\}", dia.tekst)]
    assert lesson(geladen) == dias


@pytest.mark.parametrize("naam", SHIPPED)
def test_every_slide_that_names_a_place_can_be_read_there(kaders_by_id, naam):
    geladen = kaders_by_id[naam]
    plaatsen = {(part.groep, part.titel) for part in parts_of(geladen.kader)}
    titels = {titel for _, titel in plaatsen}

    for dia in lesson(geladen):
        groep, titel = dia.vindplaats
        assert (groep, titel) in plaatsen if groep else titel in {*titels, ""}


def test_each_blok_stands_beside_its_neighbour_with_anchor_minutes_and_marge(voorbeeldkader):
    kader = voorbeeldkader.kader
    taak = example_taak(kader)
    dias = {dia.titel: dia for dia in lesson(voorbeeldkader)}

    for een, ander in (("O1", "O2"), ("O3", "O4"), ("B2", "B3"), ("O2", "B2")):
        kolommen = dias[f"{een} of {ander}?"].kolommen
        for code, kolom in zip((een, ander), kolommen, strict=True):
            blok = kader.blok_by_code[code]
            omvang = cell_omvang(taak.minuten[code], blok, kader.schaal)
            assert kolom.kop == f"{code} · {blok.naam}"
            assert kolom.getal == f"{show_minutes(omvang.richt)} minuten per keer"
            assert blok.anker in kolom.regels
            assert any(taak.ankers[code] in regel for regel in kolom.regels)
            marge = f"{show_minutes(omvang.min)} tot {show_minutes(omvang.max)}"
            assert f"Marge: {marge} minuten." in kolom.regels


def test_a_kader_without_a_scale_tells_its_taken_and_no_blokken(kaders_by_id):
    dias = lesson(kaders_by_id["huishoudelijke-ondersteuning"])

    assert "Blok" not in {dia.deel for dia in dias}
    schoon = next(dia for dia in dias if dia.titel == "Schoon en leefbaar huis")
    assert schoon.kolommen[0].getal == "6480 minuten per jaar"
    was = next(dia for dia in dias if dia.titel == "Wasverzorging")
    assert was.kolommen[0].getal == "open norm"


def test_the_effect_of_a_factor_is_that_of_the_engine(voorbeeldkader):
    kader = voorbeeldkader.kader
    geval = neutral_case(kader, kader.taak_by_id["post-administratie"], "O2")
    factor = kader.factor_by_id["risico"]

    for effect in effects(kader, geval, factor):
        antwoord = geval.antwoorden.taak("post-administratie")
        anders = antwoord.model_copy(update={"keuzes": {**antwoord.keuzes, "risico": effect.keuze}})
        voorstel = propose(kader, geval.antwoorden.model_copy(update={"taken": (anders,)}), anders)
        assert isinstance(voorstel, Voorstel)
        assert effect.minuten == voorstel.omvang.richt
        assert effect.verschil == voorstel.omvang.richt - geval.minuten


@pytest.mark.parametrize("naam", SHIPPED)
def test_neutral_answers_leave_the_cell_as_it_is(kaders_by_id, naam):
    kader = kaders_by_id[naam].kader
    for taak in kader.taken:
        blok = next(iter(taak.minuten), None)
        geval = neutral_case(kader, taak, blok)
        cel = taak.vast if blok is None else taak.minuten[blok]
        assert (geval is None) == isinstance(cel, OpenCel)
        leans_on_others = any(v.met_een_van or v.met_alle for r in rules_for(kader, taak) for v in r.als)
        if geval is not None and not leans_on_others:
            antwoord = geval.antwoorden.taak(taak.id)
            stappen = propose(kader, geval.antwoorden, antwoord).stappen
            basis = [stap.na for stap in stappen if stap.soort in ("basis", "frequentie")][-1]
            assert stappen[-1].na.richt == basis.richt


def test_a_factor_that_does_something_is_shown_where_it_does(kaders_by_id):
    kader = kaders_by_id["voorbeeld-begeleiding"].kader
    first = neutral_case(kader, example_taak(kader), "O2")

    for factor in kader.factoren:
        geval = telling_case(kader, factor, first)
        assert any(effect.verschil for effect in effects(kader, geval, factor)), factor.id


def test_the_arithmetic_is_the_trace_of_one_worked_example_step_by_step(voorbeeldkader):
    dias = [dia for dia in lesson(voorbeeldkader) if dia.deel == "Rekenen"]
    *stappen, totaal = dias
    titel = totaal.inleiding
    voorbeeld = next(v for v in voorbeeldkader.voorbeelden if v.titel == titel)
    dossier = read_dossier(voorbeeldkader.folder / "casussen" / voorbeeld.casus)
    indicatie = indicate(voorbeeldkader.kader, dossier)
    uitkomst = next(u for u in indicatie.taken if stappen[0].inleiding.endswith(f"Taak: {u.naam}."))

    assert len(stappen) == len(uitkomst.voorstel.stappen) > 2
    for nummer, (dia, stap) in enumerate(zip(stappen, uitkomst.voorstel.stappen, strict=True)):
        assert dia.kolommen[-1].getal.endswith(show_minutes(stap.na.richt))
        assert len(dia.kolommen[0].regels) == (nummer if nummer else 1)
    assert totaal.kolommen[-1].getal == f"{voorbeeld.minuten_per_maand} minuten per maand"


@pytest.mark.parametrize(
    ("status", "merk"),
    [
        (KaderStatus.VOORBEELD, "Voorbeeld: deze cijfers zijn niet vastgesteld"),
        (KaderStatus.CONCEPT, "Concept: deze cijfers zijn niet vastgesteld"),
        (KaderStatus.VERVALLEN, "Vervallen: deze cijfers gelden niet meer"),
        (KaderStatus.VASTGESTELD, ""),
    ],
)
def test_figures_that_may_not_be_used_are_marked(status, merk):
    geladen = as_loaded(make_kader(make_taak(), status=status))

    assert mark_of(geladen) == merk
    eerste, *rest = lesson(geladen)
    assert not eerste.heeft_cijfers
    assert all(dia.heeft_cijfers for dia in rest)


def test_a_factor_that_follows_from_points_says_from_what_and_from_where_on():
    pijn = make_factor("pijn", "geen", "veel")
    som = Factor(
        **{
            **{naam: getattr(make_factor("zwaarte", "licht", "zwaar"), naam) for naam in Factor.model_fields},
            "punten": Puntentabel(
                factoren=("pijn",),
                grenzen=(Puntengrens(keuze="licht", vanaf=0), Puntengrens(keuze="zwaar", boven=3)),
            ),
        }
    )
    dias = lesson(as_loaded(make_kader(make_taak(vraagt=("pijn",)), factoren=(pijn, som))))

    dia = next(dia for dia in dias if dia.titel == "Zwaarte")
    assert dia.inleiding == "Dit wordt niet gevraagd. Het volgt uit de punten van: Pijn."
    assert dia.kolommen[0].regels == ("licht: vanaf 0 punten", "zwaar: boven 3 punten")


def test_a_kader_without_examples_has_no_arithmetic_but_is_a_lesson_all_the_same():
    geladen = as_loaded(tiny_kader())

    dias = lesson(geladen)

    assert "Rekenen" not in {dia.deel for dia in dias}
    assert {factor.naam for factor in geladen.kader.factoren_at(Plaats.TAAK)} <= {dia.titel for dia in dias}
