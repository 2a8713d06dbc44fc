"""The dependency graph: what it says is what the plan says, and nothing lies over anything else."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET
from msgspec.structs import replace

from careercraft.model.plan import Roadmap
from careercraft.render.roadmap.build import build
from careercraft.render.roadmap.graph import Picture, graph
from careercraft.render.roadmap.layers import columns, crossings, heights, layer_of, neighbors, route, spread
from careercraft.render.roadmap.lettering import width
from tests.render.sample_roadmap import engineer, engineer_progress
from tests.render.sample_roadmap_sizes import forty

Edges = list[tuple[int, int]]


@st.composite
def plans(draw: st.DrawFn) -> Roadmap:
    """Skills in an order in which each may need, and save hours by, some before it."""
    count = draw(st.integers(1, 14))
    base = engineer().skills[1]
    skills = []
    for at in range(count):
        before = [f"s{other}" for other in range(at)]
        after = draw(st.lists(st.sampled_from(before), unique=True, max_size=3)) if before else []
        shares = draw(st.none() | st.sampled_from(before)) if before else None
        skill = replace(
            base, id=f"s{at}", name=f"Skill {at}", after=tuple(after), shares_with=shares or UNSET
        )
        skills.append(skill)
    return replace(engineer(), skills=tuple(skills))


def pictures(roadmap: Roadmap) -> tuple[Picture, ...]:
    return graph(build(roadmap))


def reached(pairs: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """All that follows from pairs of before and after."""
    found = set(pairs)
    while more := {(a, d) for a, b in found for c, d in found if b == c} - found:
        found |= more
    return found


@given(plans())
def test_the_arrows_say_what_the_plan_says(roadmap: Roadmap) -> None:
    names = {skill.id: skill.name for skill in roadmap.skills}
    said = [
        word for picture in pictures(roadmap) for arrow in picture.arrows for word in arrow.said.split("; ")
    ]
    first = {tuple(word.split(" comes before ")) for word in said if " comes before " in word}
    shared = {tuple(word.split(" saves hours of ")) for word in said if " saves hours of " in word}
    needs = {(names[other], skill.name) for skill in roadmap.skills for other in skill.after}
    assert first <= needs
    assert reached(first) == reached(needs)  # type: ignore[arg-type]
    assert all(pair not in reached(first - {pair}) for pair in first)  # type: ignore[arg-type]
    assert shared == {(names[skill.shares_with], skill.name) for skill in roadmap.skills if skill.shares_with}


@given(plans())
def test_every_skill_that_hangs_on_another_is_drawn_once(roadmap: Roadmap) -> None:
    drawn = [box.name for picture in pictures(roadmap) for box in picture.boxes]
    tied = {other for skill in roadmap.skills for other in (*skill.after, skill.shares_with) if other}
    tied |= {skill.id for skill in roadmap.skills if skill.after or skill.shares_with}
    assert sorted(drawn) == sorted(skill.name for skill in roadmap.skills if skill.id in tied)


def ends(path: str) -> tuple[float, float, float, float]:
    x, y = map(float, re.findall(r"M([\d.]+) ([\d.]+)", path)[0])
    to, down = map(float, re.findall(r"([\d.]+) ([\d.]+)$", path)[0])
    return x, y, to, down


def fits(picture: Picture) -> None:
    boxes = {box.name: box for box in picture.boxes}
    for box in picture.boxes:
        assert box.x >= 0
        assert box.x + picture.box_width <= picture.width
        assert box.y >= 0
        assert box.y + picture.box_height <= picture.height
        for line in box.lines:
            assert box.y < line.y < box.y + picture.box_height
            room = width(line.text, 11 if line.small else 12.5, bold=not line.small)
            assert box.text + room <= box.x + picture.box_width
    for one, other in combinations(picture.boxes, 2):
        apart = abs(one.y - other.y) >= picture.box_height + 11
        assert one.x != other.x or apart
    for arrow in picture.arrows:
        first, second = re.split(" comes before | saves hours of ", arrow.said.split("; ")[0])
        x, y, to, down = ends(arrow.path)
        middle = picture.box_height / 2
        assert (x, round(y - middle)) == (boxes[first].x + picture.box_width, round(boxes[first].y))
        assert (to + (6 if arrow.head else 0), round(down - middle)) == (
            boxes[second].x,
            round(boxes[second].y),
        )
        assert boxes[first].x < boxes[second].x


@given(plans())
def test_boxes_and_arrows_are_in_their_places(roadmap: Roadmap) -> None:
    for picture in pictures(roadmap):
        fits(picture)


def test_forty_skills_are_in_their_places() -> None:
    found = pictures(forty())
    assert sum(len(picture.boxes) for picture in found) == 37
    for picture in found:
        fits(picture)


def test_the_check_of_places_can_fail() -> None:
    (picture,) = pictures(engineer())
    fits(picture)
    moved = replace(picture.boxes[1], x=picture.boxes[0].x, y=picture.boxes[0].y + 5)
    with pytest.raises(AssertionError):
        fits(replace(picture, boxes=(picture.boxes[0], moved)))


def test_what_is_asked_and_what_is_done_can_be_told() -> None:
    (picture,) = graph(build(engineer(), engineer_progress()))
    docker, kubernetes = picture.boxes
    assert (docker.asked, docker.done, kubernetes.asked, kubernetes.done) == (False, True, True, False)
    assert [line.text for line in docker.lines] == ["✓ Docker", "to intermediate · 10 h"]
    (arrow,) = picture.arrows
    assert (bool(arrow.head), arrow.shares) == (True, True)
    assert arrow.said == "Docker comes before Kubernetes; Docker saves hours of Kubernetes"


def test_skills_that_need_nothing_are_not_drawn() -> None:
    alone = tuple(skill for skill in engineer().skills if skill.id == "apache-airflow")
    assert pictures(replace(engineer(), skills=alone)) == ()
    assert pictures(replace(engineer(), skills=())) == ()


def test_a_circle_in_the_order_is_no_endless_loop() -> None:
    docker, kubernetes, airflow = engineer().skills
    round_about = replace(
        engineer(), skills=(replace(docker, after=("kubernetes", "docker")), kubernetes, airflow)
    )
    (picture,) = pictures(round_about)
    assert picture.description == "Docker comes before Kubernetes. Docker saves hours of Kubernetes."


@st.composite
def edges(draw: st.DrawFn) -> tuple[int, Edges]:
    count = draw(st.integers(2, 12))
    pair = st.tuples(st.integers(0, count - 2), st.integers(1, count - 1)).filter(
        lambda item: item[0] < item[1]
    )
    return count, sorted(set(draw(st.lists(pair, min_size=1, max_size=16))))


@given(edges())
def test_layers_rise_along_every_edge(drawn: tuple[int, Edges]) -> None:
    count, found = drawn
    layers = layer_of(count, found)
    assert all(layers[first] < layers[second] for first, second in found)
    assert min(layers) == 0


@given(edges())
def test_sweeps_never_add_crossings(drawn: tuple[int, Edges]) -> None:
    count, found = drawn
    layers = layer_of(count, found)
    before, after = neighbors(found, layers)
    swept = columns(count, found, layers)
    assert sorted(node for column in swept for node in column if isinstance(node, int)) == list(range(count))
    plain: list[list[object]] = [[] for _ in swept]
    for node in range(count):
        plain[layers[node]].append(node)
    for edge in found:
        for point in route(edge, layers)[1:-1]:
            assert not isinstance(point, int)
            plain[point[2]].append(point)
    assert crossings(swept, after) <= crossings(plain, after)  # type: ignore[arg-type]
    middle = heights(swept, (before, after), 20.0, 10.0)
    for column in swept:
        for one, other in pairwise(column):
            room = 20.0 * (isinstance(one, int) + isinstance(other, int)) + 10.0
            assert middle[other] - middle[one] >= room - 0.2


def test_two_that_cross_are_untangled() -> None:
    found = [(0, 3), (1, 2)]
    swept = columns(4, found, layer_of(4, found))
    assert crossings(swept, neighbors(found, layer_of(4, found))[1]) == 0
    assert crossings([[0, 1], [2, 3]], {0: [3], 1: [2]}) == 1


@given(st.lists(st.floats(-100, 100), min_size=1, max_size=8), st.floats(1, 30))
def test_spread_keeps_its_distances_and_nothing_is_nearer(wanted: list[float], gap: float) -> None:
    apart = [gap] * (len(wanted) - 1)
    found = spread(wanted, apart)
    assert all(second - first >= gap - 1e-6 for first, second in pairwise(found))
    cost = sum((a - b) ** 2 for a, b in zip(found, wanted, strict=True))
    for other in (
        [max(wanted) + gap * at for at in range(len(wanted))],
        [gap * at for at in range(len(wanted))],
    ):
        assert cost <= sum((a - b) ** 2 for a, b in zip(other, wanted, strict=True)) + 1e-6


def test_spread_leaves_what_is_far_enough_apart() -> None:
    assert spread([0, 50, 100], [10, 10]) == [0, 50, 100]
    assert spread([10, 10], [20]) == [0, 20]
