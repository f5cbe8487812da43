"""What changed leads from the old value to the new and back, for any two values, and is small."""

import json
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicatietool.domain.kluis import ONTBREEKT, Json, Wijziging
from indicatietool.store.kluis.wijzigingen import apply, changes, from_json, revert, to_json, whole

losse = st.none() | st.booleans() | st.integers(-2, 2) | st.sampled_from((0.0, 1.0, "", "a", "é"))
bomen: st.SearchStrategy[Json] = st.recursive(
    losse,
    lambda deel: st.lists(deel, max_size=5) | st.dictionaries(st.sampled_from("abcd"), deel, max_size=4),
    max_leaves=25,
)


def same(left: object, right: object) -> bool:
    """Equal as JSON; in Python 1, 1.0 and True are equal too."""
    return json.dumps(left, sort_keys=True) == json.dumps(right, sort_keys=True)


@given(bomen, bomen)
def test_changes_lead_to_the_new_value_and_back(old: Json, new: Json):
    kept = deepcopy(old), deepcopy(new)
    gewijzigd = changes(old, new)

    assert same(apply(old, gewijzigd), new)
    assert same(revert(new, gewijzigd), old)
    assert same([old, new], list(kept)), "what comes in is not changed"


@given(bomen, bomen)
def test_changes_come_back_the_same_from_json(old: Json, new: Json):
    gewijzigd = changes(old, new)

    assert from_json(json.loads(json.dumps(to_json(gewijzigd)))) == gewijzigd


@given(bomen)
def test_nothing_changed_is_no_change(old: Json):
    assert changes(old, deepcopy(old)) == ()


@given(st.lists(losse, max_size=6), losse, st.integers(0, 6))
def test_one_more_in_a_list_is_one_change(old: list[Json], value: Json, place: int):
    place = min(place, len(old))
    new = [*old[:place], value, *old[place:]]

    (wijziging,) = changes(old, new)

    assert wijziging.oud is ONTBREEKT
    assert same(revert(new, [wijziging]), old)


def test_a_change_deep_inside_names_only_its_place():
    old: Json = {"taken": [{"taak": "post", "blok": "O1"}, {"taak": "eten", "blok": None}], "naam": "x"}
    new: Json = {"taken": [{"taak": "post", "blok": "O1"}, {"taak": "eten", "blok": "O2"}], "naam": "x"}

    assert changes(old, new) == (Wijziging(("taken", 1, "blok"), None, "O2"),)


def test_the_whole_leads_from_nothing_to_the_first_value():
    assert apply(None, whole({"a": 1})) == {"a": 1}


@pytest.mark.parametrize(
    ("inhoud", "wijziging"),
    [
        ({"a": 1}, Wijziging(("b", "c"), 1, 2)),
        ({"a": 1}, Wijziging(("a",), 2, 3)),
        ({"a": 1}, Wijziging(("a",), True, 3)),
        ({"a": 1}, Wijziging(("b",), 1, ONTBREEKT)),
        ([1, 2], Wijziging((5,), 1, 3)),
        ([1, 2], Wijziging((2,), 1, 3)),
        ([1, 2], Wijziging((-1,), 2, 3)),
        ([1, 2], Wijziging((0,), 2, ONTBREEKT)),
        ([1, 2], Wijziging(("a",), 1, 3)),
        ("a", Wijziging((), "b", "c")),
        ("a", Wijziging((), "a", ONTBREEKT)),
    ],
    ids=str,
)
def test_change_that_does_not_fit_is_refused(inhoud: Json, wijziging: Wijziging):
    with pytest.raises(ValueError, match="change"):
        apply(inhoud, [wijziging])
