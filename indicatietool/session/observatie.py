"""Where one concrete observation is asked: where the score is heavy. Advice; without it everything goes on.

Comes in: kader and the answers of a taak. Goes out: why it is asked, or nothing.

Bron: eis 22.
"""

from indicatietool.domain.antwoorden import TaakAntwoord
from indicatietool.domain.normenkader import Normenkader


def why_observed(kader: Normenkader, antwoord: TaakAntwoord | None) -> str:
    """Return why a concrete observation is asked at a taak; empty where it is not.

    A blok is heavy in the upper half of the gradaties that the taak can have: 3 and 4 of four.
    """
    blok = kader.blok_by_code.get(antwoord.blok or "") if antwoord is not None else None
    if antwoord is None or blok is None:
        return ""
    gradaties = [b.gradatie for b in kader.blokken_of(kader.taak_by_id[antwoord.taak])]
    if blok.gradatie * 2 <= min(gradaties) + max(gradaties):
        return ""
    return (
        f"{kader.schaal.naam} {blok.code} is zwaar. Schrijf één voorbeeld op dat u zag of hoorde. "
        f"Dan is later te zien waarom {blok.code} past."
    )
