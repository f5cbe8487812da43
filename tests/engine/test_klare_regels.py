"""A rule that was prepared holds exactly when the rule of the kader does."""

from hypothesis import given, settings

from indicatietool.engine.propose import case_of
from indicatietool.engine.regels import _holds_for, all_hold
from tests.strategies import gevallen


@settings(max_examples=40)
@given(gevallen())
def test_prepared_rule_holds_when_its_conditions_do(geval):
    kader = geval.kader
    for antwoord in geval.antwoorden.taken:
        vraag = case_of(kader, geval.antwoorden, antwoord, None)
        for deel in ("bruto", "aftrek"):
            klaar = kader.klare_regels(deel)
            assert tuple(k.regel for k in klaar) == kader.regels_of(deel)
            assert [_holds_for(k, vraag) for k in klaar] == [all_hold(k.regel.als, vraag) for k in klaar]
