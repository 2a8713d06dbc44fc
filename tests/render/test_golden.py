"""Every format of every sample, byte for byte. `python -m tests.render.regold` writes the files anew."""

from __future__ import annotations

import msgspec
import pytest

from careercraft.errors import UsageError
from careercraft.render import FORMATS, render
from tests.render.regold import GOLDEN, outputs, roadmap_outputs
from tests.render.sample import all_samples
from tests.render.sample_roadmap import all_roadmaps

SAMPLES = all_samples()
ENDINGS = tuple(outputs(SAMPLES["baker"]))
ROADMAPS = all_roadmaps()
ROADMAP_ENDINGS = tuple(roadmap_outputs(*ROADMAPS["nurse"]))


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("name", SAMPLES)
def test_golden(name: str, ending: str) -> None:
    assert outputs(SAMPLES[name])[ending].encode() == (GOLDEN / f"{name}.{ending}").read_bytes()


@pytest.mark.parametrize("ending", ROADMAP_ENDINGS)
@pytest.mark.parametrize("name", ROADMAPS)
def test_golden_roadmap(name: str, ending: str) -> None:
    written = (GOLDEN / f"roadmap_{name}.{ending}").read_bytes()
    assert roadmap_outputs(*ROADMAPS[name])[ending].encode() == written


def test_no_golden_file_is_left_over() -> None:
    expected = {f"{name}.{ending}" for name in SAMPLES for ending in ENDINGS}
    expected |= {f"roadmap_{name}.{ending}" for name in ROADMAPS for ending in ROADMAP_ENDINGS}
    assert {path.name for path in GOLDEN.iterdir()} == expected


@pytest.mark.parametrize("format", FORMATS)
def test_a_changed_value_changes_every_format(format: str) -> None:
    analysis = SAMPLES["engineer"]
    verdict = msgspec.structs.replace(analysis.verdict, readiness=61.4)
    changed = msgspec.structs.replace(analysis, verdict=verdict)
    assert render(changed, format) != render(analysis, format)


@pytest.mark.parametrize("format", [f for f in FORMATS if f != "json"])
def test_the_moment_it_ran_is_no_part_of_a_report(format: str) -> None:
    later = msgspec.structs.replace(SAMPLES["nurse"], created="2031-12-31T23:59:59Z")
    assert render(later, format) == render(SAMPLES["nurse"], format)


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(UsageError, match="unknown format: pdf"):
        render(SAMPLES["baker"], "pdf")
