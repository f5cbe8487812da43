"""A comparison with the model in words: sentences for the screen, text to copy, JSON for scripts.

Comes in: a ModelVergelijking. Goes out: text. Computes nothing.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from indicatietool.domain.base import write_exact
from indicatietool.session.oefenen.vergelijk import ModelVergelijking, TaakVergelijking, Verschil
from indicatietool.session.uitleg_zinnen import minutes

ADD_UP = "De verschillen tellen niet altijd precies op: taken hangen samen en de som wordt afgerond."
SAME = "Dit antwoordde u zoals het model."
ONLY_YOU = "U koos deze taak. Het model niet."
ONLY_MODEL = "Het model koos deze taak. U niet."


def effect_in_words(hoger: int) -> str:
    """Return what a difference does to the own sum.

    >>> effect_in_words(35), effect_in_words(-1)
    ('u komt 35 minuten per maand hoger uit', 'u komt 1 minuut per maand lager uit')
    """
    if not hoger:
        return "geen verschil in de som"
    return f"u komt {minutes(abs(hoger))} per maand {'hoger' if hoger > 0 else 'lager'} uit"


def standing_of(taak: TaakVergelijking) -> str:
    """Return in a few words how a taak stands: both blokken, and what the difference does per month."""
    if taak.is_gelijk:
        return "gelijk"
    if not taak.in_model:
        wie = "alleen u"
    elif not taak.gekozen:
        wie = "alleen het model"
    elif taak.eigen_blok == taak.model_blok:
        wie = taak.model_blok
    else:
        wie = f"u {taak.eigen_blok or 'open'}, model {taak.model_blok}"
    kant = f"{minutes(abs(taak.hoger))} {'hoger' if taak.hoger > 0 else 'lager'}"
    return " · ".join(deel for deel in (wie, kant if taak.hoger else "zelfde som") if deel)


def minutes_of(taak: TaakVergelijking) -> str:
    """Return the minutes per week of both."""
    return f"U: {per_week(taak.eigen_per_week)}. Model: {per_week(taak.model_per_week)}."


def totals_of(vergelijking: ModelVergelijking) -> str:
    """Return both outcomes in minutes per month."""
    eigen, model = minutes(vergelijking.eigen_per_maand), minutes(vergelijking.model_per_maand)
    return f"U: {eigen} per maand. Model: {model} per maand."


def note_of(taak: TaakVergelijking) -> str:
    """Return what there is to say where no answers stand side by side; empty where they do."""
    if not taak.in_model:
        return ONLY_YOU
    if not taak.gekozen:
        return ONLY_MODEL
    return SAME if taak.is_gelijk else ""


def as_text(vergelijking: ModelVergelijking) -> str:
    """Return the whole comparison as plain text, to copy."""
    return "\n".join(_text(vergelijking))


def as_json(vergelijking: ModelVergelijking) -> Mapping[str, object]:
    """Return the comparison for scripts; minutes per week are ints, or strings like "65/3" where exact."""
    return {
        "titel": vergelijking.casus.titel,
        "kenmerk": vergelijking.casus.kenmerk,
        "samenvatting": vergelijking.samenvatting,
        "gelijk": vergelijking.gelijk,
        "eigen_per_maand": vergelijking.eigen_per_maand,
        "model_per_maand": vergelijking.model_per_maand,
        "taken": [_taak_json(taak) for taak in vergelijking.taken],
        "algemeen": [_verschil_json(verschil) for verschil in vergelijking.algemeen],
    }


def _text(vergelijking: ModelVergelijking) -> Iterator[str]:
    yield f"Oefencasus: {vergelijking.casus.titel}"
    yield vergelijking.samenvatting
    yield totals_of(vergelijking)
    if vergelijking.algemeen:
        yield "\nVoor het hele dossier"
        for verschil in vergelijking.algemeen:
            yield from _verschil(verschil)
    for taak in vergelijking.taken:
        yield f"\n{taak.naam} ({standing_of(taak)})"
        yield f"  {minutes_of(taak)}"
        if note_of(taak):
            yield f"  {note_of(taak)}"
        for verschil in taak.verschillen:
            yield from _verschil(verschil)
        if taak.reden is not None:
            yield f"  Waarom het model dit kiest: {taak.reden.waarom}"
            if taak.reden.waarom_niet:
                yield f"  Waarom iets anders niet past: {taak.reden.waarom_niet}"
    yield f"\n{ADD_UP}"


def _verschil(verschil: Verschil) -> Iterator[str]:
    yield f"  {verschil.vraag}: {effect_in_words(verschil.hoger)}"
    for wie, antwoord, anker in (
        ("u", verschil.eigen, verschil.eigen_anker),
        ("model", verschil.model, verschil.model_anker),
    ):
        yield f"    {wie}: {antwoord}" + (f" — {anker}" if anker else "")


def per_week(aantal: Fraction | None) -> str:
    """Return minutes per week in words; None is a taak that counts none, or none yet."""
    return "geen minuten" if aantal is None else f"{minutes(aantal)} per week"


def _taak_json(taak: TaakVergelijking) -> Mapping[str, object]:
    return {
        "taak": taak.taak,
        "gelijk": taak.is_gelijk,
        "gekozen": taak.gekozen,
        "in_model": taak.in_model,
        "eigen_blok": taak.eigen_blok or None,
        "model_blok": taak.model_blok or None,
        "eigen_per_week": None if taak.eigen_per_week is None else write_exact(taak.eigen_per_week),
        "model_per_week": None if taak.model_per_week is None else write_exact(taak.model_per_week),
        "hoger_per_maand": taak.hoger,
        "verschillen": [_verschil_json(verschil) for verschil in taak.verschillen],
        "waarom": taak.reden.waarom if taak.reden else None,
        "waarom_niet": taak.reden.waarom_niet if taak.reden else None,
    }


def _verschil_json(verschil: Verschil) -> Mapping[str, object]:
    return {
        "vraag": verschil.vraag,
        "eigen": verschil.eigen,
        "model": verschil.model,
        "eigen_anker": verschil.eigen_anker,
        "gemist_anker": verschil.model_anker,
        "hoger_per_maand": verschil.hoger,
    }
