"""Two kaders on the same case: every number is the engine's, and nothing is left out in silence."""

import pytest

from indicatietool.domain.dossier import Dossier
from indicatietool.domain.normenkader import Normenkader
from indicatietool.engine.total import indicate
from indicatietool.session.naast_elkaar import UNKNOWN, cases_of, side_by_side
from indicatietool.session.uitleg_zinnen import signed
from indicatietool.store.dossiers import read_dossier
from tests.builders import as_loaded

TAAK = "post-administratie"


@pytest.fixture
def dossier(voorbeeldkader) -> Dossier:
    """A case of the voorbeeldkader with its model answers."""
    return read_dossier(voorbeeldkader.folder / "casussen" / "o2-weer-op-orde.json")


def changed(kader, **changes):
    """Return a next version of a kader."""
    kop = kader.kader.model_copy(update={"versie": "2027.1"})
    delen = {naam: getattr(kader, naam) for naam in Normenkader.model_fields}
    return as_loaded(Normenkader(**{**delen, "kader": kop, **changes}))


def with_cell(kader, taak: str, blok: str, minuten: int):
    """Return a next version in which one norm differs."""
    taken = tuple(
        t.model_copy(update={"minuten": {**t.minuten, blok: minuten}}) if t.id == taak else t
        for t in kader.taken
    )
    return changed(kader, taken=taken)


def test_the_same_kader_twice_gives_the_same_numbers(voorbeeldkader, dossier):
    naast = side_by_side(voorbeeldkader, voorbeeldkader, dossier)

    assert {rij.verschil for rij in naast.taken} == {"niets veranderd"}
    assert naast.links.weggelaten == naast.links.open_vragen == ()
    assert "niets veranderd" in naast.zin


def test_one_norm_that_differs_moves_one_taak_and_the_total(voorbeeldkader, dossier):
    blok = dossier.antwoorden.taak(TAAK).blok
    nieuw = with_cell(voorbeeldkader.kader, TAAK, blok, 80)
    voorstellen = dossier.with_changes(besluiten=())

    naast = side_by_side(voorbeeldkader, nieuw, dossier)

    indicaties = [indicate(k.kader, voorstellen) for k in (voorbeeldkader, nieuw)]
    totalen = [indicatie.berekend_per_maand for indicatie in indicaties]
    assert [naast.links.per_maand, naast.rechts.per_maand] == totalen
    assert naast.totaal.verschil == signed(totalen[1] - totalen[0])
    andere = {rij.naam: rij.verschil for rij in naast.taken if rij.verschil != "niets veranderd"}
    assert list(andere) == ["Post en administratie"]
    minuten = [indicatie.uitkomst(TAAK).voorstel.omvang.richt for indicatie in indicaties]
    assert andere["Post en administratie"] == signed(minuten[1] - minuten[0])
    assert minuten[0] != minuten[1]


def test_a_taak_and_a_factor_that_are_gone_are_named_not_guessed(voorbeeldkader, dossier):
    kader = voorbeeldkader.kader
    zonder = changed(
        kader,
        taken=tuple(taak for taak in kader.taken if taak.id != TAAK),
        factoren=tuple(f for f in kader.factoren if f.id != "planbaarheid"),
        regels=tuple(r for r in kader.regels if not any(v.factor == "planbaarheid" for v in r.als)),
    )

    naast = side_by_side(voorbeeldkader, zonder, dossier)

    assert "taak Post en administratie" in naast.rechts.weggelaten
    assert "antwoord op planbaarheid" in naast.rechts.weggelaten
    rij = next(rij for rij in naast.taken if rij.naam == "Post en administratie")
    assert (rij.rechts, rij.verschil) == (UNKNOWN, "")


def test_a_question_that_is_new_is_told_as_open(voorbeeldkader, dossier):
    kader = voorbeeldkader.kader
    eerste = next(factor for factor in kader.factoren if factor.id == "planbaarheid")
    nieuw = changed(
        kader, factoren=(*kader.factoren, eerste.model_copy(update={"id": "afstand", "naam": "Afstand"}))
    )

    naast = side_by_side(voorbeeldkader, nieuw, dossier)

    assert naast.rechts.per_maand == 0
    assert any("beantwoord afstand" in vraag for vraag in naast.rechts.open_vragen)


def test_kaders_with_nothing_in_common_say_so_instead_of_a_difference(voorbeeldkader, kaders_by_id, dossier):
    awbz = kaders_by_id["awbz-2014-bijlage-6"]

    naast = side_by_side(voorbeeldkader, awbz, dossier)

    assert naast.zin == f"{awbz.name} kent geen enkele taak van deze casus."
    assert naast.totaal.verschil == ""


def test_besluiten_do_not_hide_what_the_kaders_propose(voorbeeldkader, dossier):
    nieuw = with_cell(voorbeeldkader.kader, TAAK, dossier.antwoorden.taak(TAAK).blok, 80)
    zonder = dossier.with_changes(besluiten=())

    assert side_by_side(voorbeeldkader, nieuw, dossier) == side_by_side(voorbeeldkader, nieuw, zonder)


def test_every_shipped_kader_offers_its_own_cases(kaders_by_id):
    for geladen in kaders_by_id.values():
        assert len(cases_of(geladen)) == len(geladen.voorbeelden) > 0
