"""The report as one HTML file: nothing is loaded, nothing runs.

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
from careercraft.render.build import build
from careercraft.render.chart import WIDTH, coverage_chart, ruler, score_chart


def render(analysis: Analysis) -> str:
    """The report as a whole page; ends with a line break."""
    folder = paths.templates_dir()
    style = (folder / "report.css").read_text(encoding="utf-8")
    report = build(analysis)
    return (
        _environment(folder)
        .get_template("report.html.j2")
        .render(
            report=report,
            verdict=report.verdict,
            ruler=ruler(analysis.verdict, report.verdict),
            chart=score_chart(report, analysis.verdict.threshold),
            coverage=coverage_chart(report),
            chart_width=WIDTH,
            style=Markup(style),
            style_hash=_source_hash(f"\n{style}"),
        )
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
