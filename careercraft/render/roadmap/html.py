"""A plan as one HTML file: its weeks to tick, its timeline, what comes before what, and what is left out."""

from __future__ import annotations

from careercraft.render.chart import ruler
from careercraft.render.html import page
from careercraft.render.roadmap.axis import LEFT, RIGHT, WIDTH
from careercraft.render.roadmap.curve import curve
from careercraft.render.roadmap.graph import graph
from careercraft.render.roadmap.timeline import timeline
from careercraft.render.roadmap.view import RoadmapView

_PHASE_WORDS = {
    "foundation": "what the rest builds on",
    "core": "the skills themselves",
    "applied": "put to use on something real",
    "proof": "something to show",
    "application": "resume and interviews",
}


def render(view: RoadmapView) -> str:
    """The whole page; ends with a line break."""
    drawn = timeline(view)
    return page(
        "roadmap.html.j2",
        styles=("report.css", "roadmap.css"),
        view=view,
        ruler=ruler((view.points, view.after_points), view.points, view.need),
        timeline=drawn,
        curve=curve(view, drawn.axis.scale) if drawn else None,
        pictures=graph(view),
        phase_words=_PHASE_WORDS,
        width=WIDTH,
        left=LEFT,
        right=RIGHT,
    )
