"""Reports as one HTML file: nothing is loaded, nothing runs.

The only importer of jinja2. The templates live in `templates/`; the style sheet goes into the page and its
hash into the content security policy, so that not even a style can be slipped in with a document.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from careercraft import paths
from careercraft.model.analysis import Analysis
from careercraft.render import wording
from careercraft.render.build import build
from careercraft.render.chart import WIDTH, coverage_chart, ruler, score_chart, waterfall_chart
from careercraft.render.compare import SHOWN_SCORES, ComparisonView
from careercraft.render.waterfall import silence, waterfall

_DAY = re.compile(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b", re.ASCII)
_HOURS = re.compile(r"(?<=[0-9]) h\b")


def render(analysis: Analysis) -> str:
    """The report as a whole page; ends with a line break."""
    report = build(analysis)
    found = waterfall(report, analysis.verdict.threshold)
    return page(
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
    return page("comparison.html.j2", comparison=comparison, rows=rows, score_names=names)


def page(template: str, styles: Sequence[str] = ("report.css",), **parts: object) -> str:
    """A template with its style sheets, one after another, and what it shows."""
    folder = paths.templates_dir()
    style = "".join((folder / name).read_text(encoding="utf-8") for name in styles)
    return (
        _environment(folder)
        .get_template(template)
        .render(chart_width=WIDTH, style=Markup(style), style_hash=_source_hash(f"\n{style}"), **parts)
    )


@cache
def _environment(folder: Path) -> Environment:
    """Compiled templates are kept: a second report of the same process takes a tenth of the time."""
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["whole"] = _whole
    return environment


def _whole(text: str) -> Markup:
    """Escaped, with days and hours that stay on one line."""
    days = _DAY.sub(r"<time>\g<0></time>", str(escape(text)))
    return Markup(_HOURS.sub("\N{NO-BREAK SPACE}h", days))


def _source_hash(style: str) -> str:
    """As a content security policy names an inline style sheet."""
    return f"sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}"
