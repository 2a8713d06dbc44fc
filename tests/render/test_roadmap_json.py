"""The contract of a plan: what is written can be read back, and the schema describes it."""

from __future__ import annotations

import json

import jsonschema
import msgspec
import pytest

from careercraft.model.plan import Roadmap
from careercraft.render.roadmap import render_roadmap
from careercraft.render.roadmap.json import RoadmapReport, encode
from careercraft.render.schema import build
from tests.render.sample_roadmap import all_roadmaps

SAMPLES = all_roadmaps()


@pytest.mark.parametrize("name", SAMPLES)
def test_it_can_be_read_back(name: str) -> None:
    roadmap, progress = SAMPLES[name]
    found = msgspec.json.decode(encode(roadmap, progress, 3), type=RoadmapReport)
    assert {key: getattr(found, key) for key in Roadmap.__struct_fields__} == {
        key: getattr(roadmap, key) for key in Roadmap.__struct_fields__
    }
    assert (found.progress or None, found.number) == (progress, 3)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_schema_holds(name: str) -> None:
    data = json.loads(render_roadmap(*SAMPLES[name], "json", number=3))
    jsonschema.validate(data, build("roadmap"))
    del data["weeks"][0]["goal"]
    with pytest.raises(jsonschema.ValidationError, match="goal"):
        jsonschema.validate(data, build("roadmap"))


def test_what_is_not_known_is_left_out() -> None:
    data = json.loads(render_roadmap(SAMPLES["nurse"][0], None, "json"))
    assert list(data)[:3] == ["schema", "id", "created"]
    assert not {"number", "progress"} & set(data)
