"""Figures and bars from the outcomes of RJDB's rows, and the rows that lose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import mean
from typing import Any

from benchmarks.fit_bench import lower_bar, share_bar
from benchmarks.fit_rjdb import FORMS, Outcome, Two
from benchmarks.fit_years import shortened
from benchmarks.intervals import ratio_interval
from benchmarks.pairs import f1, removed_figures

LOWER = 0.05
"""How much lower a figure may be without headings and lists."""
_PAIRS = {
    "as_is": 0.98, "as_is.padded": 0.97, "as_is.both_padded": 0.97, "as_is.padded_with_tasks": None,
    "prose": None, "prose.padded": None,
}  # fmt: skip
"""Least share of rows in which the matched resume wins; None has a bar against its other form, or none."""

Figures = tuple[dict[str, Any], list[dict[str, Any]]]


def wins(pair: Two) -> bool:
    """A tie loses, and so does a matched resume that was refused."""
    one, other = pair
    return one is not None and (other is None or one > other)


def pair_bars(outcomes: Sequence[Outcome]) -> Figures:
    """Matched over unmatched, by form and padding."""
    bars, figures = [], {}
    for name, least in _PAIRS.items():
        pairs = [row.readiness[name] for row in outcomes if name in row.readiness]
        if not pairs:
            continue
        bar = share_bar(f"pairs.{name}", [wins(pair) for pair in pairs], least or 0.0)
        figures[name] = {
            "share": bar["value"], "interval": bar["interval"], "rows": bar["of"],
            "ties": sum(one == other for one, other in pairs),
            "mean_matched": round(mean(one or 0.0 for one, _ in pairs), 1),
            "mean_unmatched": round(mean(other or 0.0 for _, other in pairs), 1),
        }  # fmt: skip
        bars += [bar] if least else []
    for name in ("", ".padded"):
        before, after = figures.get(f"as_is{name}"), figures.get(f"prose{name}")
        if before and after:
            bars.append(lower_bar(f"pairs.prose{name}.lower_by", before["share"], after["share"], LOWER))
    return figures, bars


def removed_bars(outcomes: Sequence[Outcome]) -> Figures:
    """Removed skills among the reported gaps."""
    figures = {}
    for form in FORMS:
        counts = [row.counts[form] for row in outcomes]
        figures[form] = {**removed_figures(counts), "f1_interval": ratio_interval(counts, f1)}
    value = figures["as_is"]["f1"]
    bar = {
        "figure": "removed.as_is.f1", "value": value, "interval": figures["as_is"]["f1_interval"],
        "of": len(outcomes), "bar": 0.80, "met": value >= 0.80,
    }  # fmt: skip
    return figures, [bar, lower_bar("removed.prose.lower_by", value, figures["prose"]["f1"], LOWER)]


def year_bars(outcomes: Sequence[Outcome]) -> Figures:
    """experience_match of rows whose shortened years fall under what is asked; and where a whole position is gone."""
    under = [row for row in outcomes if falls_under(row)]
    gone = [row for row in outcomes if "without including" in row.row["Filtered-information"]["Experience"]]
    shares = {form: [wins(row.experience[form]) for row in under] for form in FORMS}
    as_is, prose = (share_bar(f"years.{form}", shares[form], 0.95) for form in FORMS)
    figures = {
        **{form: {"share": bar["value"], "rows": bar["of"]} for form, bar in (("as_is", as_is), ("prose", prose))},
        "position_gone": {
            form: share_bar(form, [wins(row.experience[form]) for row in gone], 0.0)["value"] for form in FORMS
        },
    }  # fmt: skip
    return figures, [as_is, lower_bar("years.prose.lower_by", as_is["value"], prose["value"], LOWER)]


def falls_under(row: Outcome) -> bool:
    found = shortened(row.row)
    return found is not None and found.asked is not None and found.left < found.asked


def other_bars(outcomes: Sequence[Outcome]) -> Figures:
    """Other rows' matched resumes under the row's own."""
    shares = {
        form: [wins((row.readiness[form][0], other)) for row in outcomes for other in row.others[form]]
        for form in FORMS
    }
    as_is, prose = (share_bar(f"others.{form}", shares[form], 0.99) for form in FORMS)
    figures = {
        form: {
            "share": bar["value"],
            "pairs": bar["of"],
            "mean_other": round(mean(other or 0.0 for row in outcomes for other in row.others[form]), 1),
        }
        for form, bar in (("as_is", as_is), ("prose", prose))
    }
    return figures, [as_is, lower_bar("others.prose.lower_by", as_is["value"], prose["value"], LOWER)]


def misses(outcomes: Sequence[Outcome], parts: set[str]) -> Iterator[str]:
    """The losing rows, with what moved and where the removed skills stand."""
    for row in outcomes if "pairs" in parts else ():
        for form in FORMS:
            lost = {
                name: pair for name, pair in row.readiness.items() if name.startswith(form) and not wins(pair)
            }
            if lost:
                yield f"\n#{row.number} " + ", ".join(
                    f"{name} {one} : {two}" for name, (one, two) in lost.items()
                )
                yield f"      {row.told[form]}"
    for row in outcomes:
        for form, pair in row.experience.items():
            if "years" in parts and falls_under(row) and not wins(pair):
                yield f"\n#{row.number} years {form}: experience_match {pair[0]} -> {pair[1]}: {shortened(row.row)}"
    for row in outcomes:
        for form, found in row.others.items():
            over = [other for other in found if not wins((row.readiness[form][0], other))]
            if over:
                title = row.row["Experiences"][0]
                yield f"\n#{row.number} others {form}: own {row.readiness[form][0]}, others {over} ({title})"
