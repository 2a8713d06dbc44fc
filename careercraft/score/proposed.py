"""What a model's proposals make of the numbers: the same analysis with them and without, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import structs

from careercraft.model.analysis import Analysis
from careercraft.model.proposed import Proposal, Proposals
from careercraft.score.identity import id_of
from careercraft.score.what_if import moved_scores


def told(
    without: Analysis,
    counting: Analysis,
    kept: Sequence[Proposal],
    dropped: Mapping[str, int],
    *,
    model: str,
    prompts: Sequence[str],
    counted: bool,
) -> Analysis:
    """The one of the two that the person wants, with the proposals and what they move. What isn't `counted` leaves the
    analysis as it is without a model, but for this part."""
    proposals = Proposals(
        model=model,
        prompts=tuple(prompts),
        counted=counted,
        kept=tuple(kept),
        dropped=dict(dropped),
        verdict_without=without.verdict,
        verdict_with=counting.verdict,
        scores=tuple(moved_scores(without.scores, counting.scores)),
    )
    chosen = structs.replace(counting if counted else without, proposals=proposals)
    return structs.replace(chosen, id=id_of(chosen))
