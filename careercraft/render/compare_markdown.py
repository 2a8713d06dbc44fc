"""Several postings for one resume, as Markdown for a code forge."""

from __future__ import annotations

from collections.abc import Iterator

from careercraft.render.compare import SHOWN_SCORES, ComparisonView, PostingView
from careercraft.render.markdown_text import bullets, escape, section, table
from careercraft.render.wording import SCORE_NAMES


def render(comparison: ComparisonView) -> str:
    """Complete; ends with a line break."""
    blocks = [
        f"# {escape(comparison.heading)}",
        f"{comparison.counts}; FIT needs {comparison.threshold}.",
        _postings(comparison.postings),
        *section("The way to each", _ways(comparison.postings)),
        *section("In common", _common(comparison)),
        *section("Not read", [bullets(f"{escape(i.file)}: {escape(i.reason)}" for i in comparison.unread)]),
        "---\n\n<sub>" + " · ".join(f"{name} {escape(value)}" for name, value in comparison.engine) + "</sub>"
        if comparison.engine
        else "",
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _postings(postings: tuple[PostingView, ...]) -> str:
    names = [SCORE_NAMES[key] for key in SHOWN_SCORES]
    head = ["#", "Posting", "Verdict", "Readiness", "Could be", "Confidence", *names, "Must-haves missing",
            "Mandatory, not shown", "Mandatory, not known"]  # fmt: skip
    rows = [
        [
            posting.rank, _name(posting), _verdict(posting), posting.readiness, posting.interval,
            f"{posting.confidence} %", *posting.scores, _listed(posting.missing), _listed(posting.unmet),
            _listed(posting.unknown),
        ]
        for posting in postings
    ]  # fmt: skip
    return table(head, {0, *range(3, 6 + len(names))}, rows)


def _name(posting: PostingView) -> str:
    name = " · ".join(escape(part) for part in (posting.title, posting.company) if part)
    return name if posting.file == posting.title else f"{name}<br>{escape(posting.file)}"


def _verdict(posting: PostingView) -> str:
    return f"{'✅' if posting.fit else '❌'} {posting.label}" + (", borderline" if posting.borderline else "")


def _listed(names: tuple[str, ...]) -> str:
    return "; ".join(map(escape, names))


def _ways(postings: tuple[PostingView, ...]) -> Iterator[str]:
    yield "\n".join(
        f"- No. {posting.rank}, {escape(posting.title)}: {escape(posting.way_out)}"
        for posting in postings
        if posting.way_out
    )


def _common(comparison: ComparisonView) -> Iterator[str]:
    rows = ([escape(gap.name), gap.stands, gap.turns, gap.worth] for gap in comparison.common)
    yield table(["Gap", "Where", "Closing it", "Wins"], set(), rows) or comparison.silence
