"""Reports as one HTML file: nothing is loaded, nothing runs.

The only importer of jinja2. The templates live in `templates/`; the style sheet goes into the page and its
hash into the content security policy, so that not even a style can be slipped in with a document.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from careercraft import paths
from careercraft.model.analysis import Analysis
from careercraft.render import wording
from careercraft.render.build import build
from careercraft.render.chart import WIDTH, coverage_chart, ruler, score_chart, waterfall_chart
from careercraft.render.compare import SHOWN_SCORES, ComparisonView
from careercraft.render.waterfall import silence, waterfall


def render(analysis: Analysis) -> str:
    """The report as a whole page; ends with a line break."""
    report = build(analysis)
    found = waterfall(report, analysis.verdict.threshold)
    return _page(
        "report.html.j2",
        report=report,
        verdict=report.verdict,
        ruler=ruler(analysis.verdict.interval, analysis.verdict.readiness, analysis.verdict.threshold),
        chart=score_chart(report, analysis.verdict.threshold),
        coverage=coverage_chart(report),
        waterfall=found,
        falls=waterfall_chart(found),
        silence=silence(found),
    )


def render_comparison(comparison: ComparisonView, threshold: float) -> str:
    """Several postings side by side, as a whole page."""
    rows = [
        (posting, ruler((posting.low, posting.high), posting.value, threshold))
        for posting in comparison.postings
    ]
    names = [wording.SCORE_NAMES[key] for key in SHOWN_SCORES]
    return _page("comparison.html.j2", comparison=comparison, rows=rows, score_names=names)


def _page(template: str, **parts: object) -> str:
    folder = paths.templates_dir()
    style = (folder / "report.css").read_text(encoding="utf-8")
    return (
        _environment(folder)
        .get_template(template)
        .render(chart_width=WIDTH, style=Markup(style), style_hash=_source_hash(f"\n{style}"), **parts)
    )


@cache
def _environment(folder: Path) -> Environment:
    """Compiled templates are kept: a second report of the same process takes a tenth of the time."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _source_hash(style: str) -> str:
    """As a content security policy names an inline style sheet."""
    return f"sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}"
