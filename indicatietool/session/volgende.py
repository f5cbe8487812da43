"""From one thing that is still missing to the next, so that nobody has to look for it.

Comes in: what is missing, and where the consulent is. Goes out: the place to go to.
"""

from collections.abc import Sequence

from indicatietool.session.checks import Gemis
from indicatietool.session.steps import Stap


def next_gap(
    gaps: Sequence[Gemis], stappen: Sequence[Stap], stap: str, velden: Sequence[str]
) -> Gemis | None:
    """Return what to fill in next: on this step, else on a later one, else from the beginning again.

    Args:
        gaps: everything that is missing, in any order within a step.
        stappen: the steps in the order of the wizard.
        stap: the id of the step on screen.
        velden: the names of what has the focus, its own and those of what it stands in.

    Returns:
        The place after the one in hand; None when nothing is missing.
    """
    order = {stap.id: index for index, stap in enumerate(stappen)}
    here = order.get(stap, 0)
    ahead = sorted(gaps, key=lambda gap: (order.get(gap.stap, 0) - here) % len(order))
    in_hand = next((i for i, gap in enumerate(ahead) if gap.stap == stap and gap.veld in velden), -1)
    return ahead[(in_hand + 1) % len(ahead)] if ahead else None
