"""A remembered voorstel is the voorstel: whatever was computed before makes no difference."""

from hypothesis import given, settings
from hypothesis import strategies as st

from indicatietool.domain.antwoorden import Antwoorden
from indicatietool.domain.normenkader import Per
from indicatietool.engine import rekenaar
from indicatietool.engine.propose import propose
from indicatietool.engine.rekenaar import Rekenaar
from indicatietool.engine.total import indicate
from tests.builders import make_dossier, make_kader, make_samenval, make_taak, score
from tests.strategies import gevallen, voorbeeldkader


@settings(max_examples=25)
@given(st.lists(gevallen(only=voorbeeldkader()), min_size=2, max_size=5), st.data())
def test_outcome_does_not_depend_on_what_was_computed_before(reeks, data):
    rekenaar = Rekenaar(voorbeeldkader())
    gemengd = [_mixed(geval, data) for geval in reeks]

    for geval in (*reeks, *gemengd, *reeks):
        assert rekenaar.indicate(geval.dossier) == indicate(geval.kader, geval.dossier)


def _mixed(geval, data):
    """One answer of the taak less, the rest the same objects: what a change on the screen does."""
    taken = geval.antwoorden.taken
    weg = data.draw(st.sampled_from(taken)).taak
    return geval.with_antwoorden(taken=tuple(taak for taak in taken if taak.taak != weg))


def test_only_a_taak_whose_answers_changed_is_computed_again(monkeypatch):
    kader = make_kader(make_taak("post"), make_taak("bellen"), make_taak("koken", leefgebied="wonen"))
    dossier = make_dossier(score("post"), score("bellen"), score("koken"))
    computed = []
    monkeypatch.setattr(rekenaar, "propose", lambda *args: (computed.append(args[2].taak), propose(*args))[1])
    uitgerekend = Rekenaar(kader)
    uitgerekend.indicate(dossier)
    computed.clear()

    oud = dossier.antwoorden
    anders = Antwoorden(**{**dict(oud), "taken": (score("post", "O2"), *oud.taken[1:])})
    uitgerekend.indicate(dossier.with_changes(antwoorden=anders))

    assert computed == ["post"]


def test_a_taak_that_joins_is_felt_by_the_others():
    kader = make_kader(
        make_taak("post"), make_taak("bellen", per=Per.WEEK), samenval=(make_samenval("post", "bellen", 10),)
    )
    rekenaar = Rekenaar(kader)
    alleen = rekenaar.indicate(make_dossier(score("post")))
    samen = rekenaar.indicate(make_dossier(score("post"), score("bellen")))

    assert samen.uitkomst("post").netto == alleen.uitkomst("post").netto - 10
