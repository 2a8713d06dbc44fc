"""A model's prose, and what was asked of it: part of `build`. The prose is marked with its model's name wherever it
stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import UNSET, UnsetType

from careercraft.model.analysis import Analysis, Narrative
from careercraft.render import view
from careercraft.render.wording import clean
from careercraft.score.prose_words import counted
from careercraft.score.usage_words import told

_BLOCK = re.compile(r"\s*(?:#{1,6}\s+(?=\S)|(?P<item>[-*•]\s+)(?=\S))")
"""What begins a heading or an item in a model's Markdown."""


def build_narrative(narrative: Narrative | UnsetType) -> view.NarrativeView | None:
    if isinstance(narrative, UnsetType):
        return None
    return view.NarrativeView(
        model=clean(narrative.model),
        paragraphs=tuple(_paragraphs(narrative.text)),
        flags=tuple((clean(flag.quote), clean(flag.reason)) for flag in narrative.flags),
        left_out=_left_out(narrative),
    )


def _paragraphs(text: str) -> Iterator[view.ParagraphView]:
    """Headings and list items by themselves, other lines joined up to an empty one."""
    for block in text.split("\n\n"):
        lines: list[str] = []
        for line in [*block.split("\n"), ""]:
            found = _BLOCK.match(line)
            if (found or not line) and clean(" ".join(lines)):
                yield view.ParagraphView(kind="text", text=clean(" ".join(lines)))
                lines = []
            if found and clean(line[found.end() :]):
                yield view.ParagraphView(
                    kind="item" if found["item"] else "heading", text=clean(line[found.end() :])
                )
            elif not found:
                lines.append(line)


def _left_out(narrative: Narrative) -> str:
    count = sum(narrative.dropped.values())
    early = "It ends early, since the model broke off." if narrative.text.strip() else "The model broke off."
    ends = early if narrative.cut else ""
    if not count:
        return ends
    verb = "sentence was" if count == 1 else "sentences were"
    return f"{count} {verb} taken out: {counted(narrative.dropped)}. {ends}".strip()


def asked(analysis: Analysis) -> str:
    """The model's name; empty where none was asked."""
    if analysis.narrative is not UNSET:
        return clean(analysis.narrative.model)
    return "" if analysis.proposals is UNSET else clean(analysis.proposals.model)


def use(analysis: Analysis) -> str:
    """A sentence: by which prompts, in which versions, and what it took."""
    prompts = [] if analysis.proposals is UNSET else [*analysis.proposals.prompts]
    if analysis.narrative is not UNSET and analysis.narrative.prompt is not UNSET:
        prompts.append(analysis.narrative.prompt)
    by = f"Prompts: {', '.join(map(clean, prompts))}." if prompts else ""
    took = "" if analysis.usage is UNSET else f"It took {told(analysis.usage)}."
    return f"{by} {took}".strip()
