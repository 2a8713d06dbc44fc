"""The page of a plan in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from careercraft.render.roadmap import render_roadmap
from tests.browser.conftest import Open
from tests.browser.test_report import OVERFLOW, SCHEMES
from tests.render.sample_roadmap import HOSTILE, all_roadmaps
from tests.render.sample_roadmap_sizes import all_sizes

pytestmark = pytest.mark.browser

SAMPLES = all_roadmaps() | all_sizes()
WIDTHS = (320, 1280)
PAGES_OF_PAPER = {
    "engineer": 4,
    "nurse": 2,
    "hostile": 5,
    "one week": 2,
    "one skill": 2,
    "finished": 4,
    "nothing left": 2,
}
TODAY = "2026-12-14"


@pytest.fixture(scope="session")
def plans(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("plans")
    paths = {name: folder / f"{name}.html" for name in SAMPLES}
    for name, (roadmap, progress) in SAMPLES.items():
        page = render_roadmap(roadmap, progress, "html", number=3, today=TODAY)
        paths[name].write_text(page, encoding="utf-8")
    return paths


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", SAMPLES)
def test_it_fits_and_asks_for_nothing(open_page: Open, plans: dict[str, Path], name: str, width: int) -> None:
    visit = open_page(plans[name], width)
    assert visit.page.evaluate(OVERFLOW) == 0
    assert visit.requests == [plans[name].as_uri()]
    assert visit.complaints == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["engineer", "nurse", "hostile", "nothing left"])
def test_axe_finds_nothing(
    open_page: Open, plans: dict[str, Path], axe: Path, name: str, width: int, scheme: str
) -> None:
    visit = open_page(plans[name], width, scheme, bypass_csp=True)
    visit.page.add_script_tag(path=str(axe))
    found = visit.page.evaluate("axe.run()")["violations"]
    assert [(item["id"], [node["html"] for node in item["nodes"]]) for item in found] == []


# axe doesn't look into pictures: what is drawn is held against what it is drawn on.
CONTRAST = """() => {
  const parse = color => (color.match(/[0-9.]+/g) || []).map(Number)
  const part = value => { value /= 255; return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4 }
  const light = ([red, green, blue]) => 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)
  const ratio = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b)
    return (high + 0.05) / (low + 0.05)
  }
  const under = node => {
    for (let at = node.closest('svg').parentElement; at; at = at.parentElement) {
      const color = parse(getComputedStyle(at).backgroundColor)
      if (color.length && color[3] !== 0) return color
    }
  }
  const kinds = [
    ['svg[role=img] text, svg[role=img] tspan', 'fill', 4.5],
    ['svg .stretch, svg .head, svg .flip', 'fill', 3],
    ['svg .climb, svg .threshold, svg .node, svg .arrow, svg .dot:not(.flip)', 'stroke', 3],
    ['svg [class^=mark]:not(text)', 'stroke', 3],
  ]
  return kinds.flatMap(([which, property, least]) => [...document.querySelectorAll(which)].map(node => {
    const found = ratio(parse(getComputedStyle(node)[property]), under(node))
    return [node.outerHTML.slice(0, 90), Math.round(found * 100) / 100, found >= least]
  }))
}"""


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", ["engineer", "nurse", "forty"])
def test_what_is_drawn_can_be_seen(open_page: Open, plans: dict[str, Path], name: str, scheme: str) -> None:
    found = open_page(plans[name], scheme=scheme).page.evaluate(CONTRAST)
    assert len(found) > 20
    assert [(html, ratio) for html, ratio, enough in found if not enough] == []


def test_the_check_of_contrast_can_fail(open_page: Open, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text(
        "<body style='background: rgb(255, 255, 255)'><svg role='img'><text style='fill: #aaa'>pale</text>"
        "<text style='fill: #111'>dark</text></svg>"
    )
    found = open_page(bad).page.evaluate(CONTRAST)
    assert [(ratio, enough) for _, ratio, enough in found] == [(2.32, False), (18.88, True)]


def test_light_and_dark_differ(open_page: Open, plans: dict[str, Path]) -> None:
    color = "getComputedStyle(document.querySelector('svg .stretch')).fill"
    colors = [open_page(plans["engineer"], scheme=scheme).page.evaluate(color) for scheme in SCHEMES]
    assert colors == ["rgb(102, 114, 140)", "rgb(152, 165, 190)"]


TOUCHING = """() => {
  const overlap = (a, b) =>
    a.left < b.right - .5 && b.left < a.right - .5 && a.top < b.bottom - 2 && b.top < a.bottom - 2
  const outside = (box, frame) =>
    box.left < frame.left - .5 || box.right > frame.right + .5 || box.top < frame.top - 1
  const found = []
  for (const picture of document.querySelectorAll('svg[role=img]')) {
    const frame = picture.getBoundingClientRect()
    const texts = [...picture.querySelectorAll('text')].map(node => [node.textContent, node.getBoundingClientRect()])
    texts.forEach(([word, box], at) => {
      if (outside(box, frame)) found.push([word, 'frame'])
      texts.slice(0, at).forEach(([other, beside]) => { if (overlap(box, beside)) found.push([word, other]) })
    })
    for (const node of picture.querySelectorAll('g')) {
      const box = node.querySelector('rect')?.getBoundingClientRect()
      if (!box) continue
      for (const text of node.querySelectorAll('text')) {
        const inner = text.getBoundingClientRect()
        if (inner.right > box.right || inner.bottom > box.bottom + 1) found.push([text.textContent, 'box'])
      }
    }
  }
  return found
}"""


@pytest.mark.parametrize("name", [name for name in SAMPLES if name != "hostile"])
def test_no_words_of_a_picture_touch(open_page: Open, plans: dict[str, Path], name: str) -> None:
    assert open_page(plans[name]).page.evaluate(TOUCHING) == []


def test_the_check_of_words_can_fail(open_page: Open, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text(
        "<svg role='img' width='90' height='40'><text x='5' y='20'>one</text><text x='12' y='22'>two</text>"
        "<text x='70' y='20'>out of it</text></svg>"
    )
    found = open_page(bad).page.evaluate(TOUCHING)
    assert found == [["two", "one"], ["out of it", "frame"]]


def test_a_script_is_shown_as_text(open_page: Open, plans: dict[str, Path]) -> None:
    visit = open_page(plans["hostile"])
    assert HOSTILE[0] in visit.page.inner_text("body")
    assert visit.page.evaluate("document.scripts.length + document.images.length") == 0
    assert (
        visit.page.evaluate(
            "[...document.links].filter(link => !/^(https?:|#)/.test(link.getAttribute('href'))).length"
        )
        == 0
    )
    assert visit.complaints == []


def test_pictures_scroll_within_themselves_by_keyboard(open_page: Open, plans: dict[str, Path]) -> None:
    page = open_page(plans["engineer"], 320).page
    region = page.get_by_role("region", name="Timeline, pictures")
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0")
    assert page.evaluate("document.scrollingElement.scrollLeft") == 0


def test_a_phase_leads_to_its_week(open_page: Open, plans: dict[str, Path]) -> None:
    page = open_page(plans["engineer"]).page
    page.get_by_role("link", name="weeks 6–7").click()
    assert page.locator(":target").inner_text() == "Week 6"
    page.wait_for_function("document.querySelector(':target').getBoundingClientRect().top >= 0")


def test_boxes_and_done_tasks_are_told_apart_by_more_than_color(
    open_page: Open, plans: dict[str, Path]
) -> None:
    page = open_page(plans["engineer"]).page
    drawn = "node => getComputedStyle(node, '::after').content"
    states = {
        state: page.locator(f".box.{state}").first.evaluate(drawn) for state in ("todo", "done", "started")
    }
    assert states == {"todo": "none", "done": '""', "started": '""'}


@pytest.mark.parametrize("name", PAGES_OF_PAPER)
def test_it_prints(open_page: Open, plans: dict[str, Path], name: str) -> None:
    printed = open_page(plans[name], scheme="dark").page.pdf(format="A4")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= PAGES_OF_PAPER[name]


def test_no_week_is_split_between_two_sheets(open_page: Open, plans: dict[str, Path], tmp_path: Path) -> None:
    """The words of each week are all on the sheet of its heading."""
    pdfium = pytest.importorskip("pypdfium2")
    path = tmp_path / "plan.pdf"
    open_page(plans["forty"]).page.pdf(path=str(path), format="A4")
    document = pdfium.PdfDocument(path)
    sheets = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    weeks = SAMPLES["forty"][0].weeks
    for week in weeks:
        sheet = [text for text in sheets if f"{week.first} to {week.last}" in text]
        assert len(sheet) == 1
        after = sheet[0].split(f"{week.first} to {week.last}")[1]
        own = re.split(r"Week \d+ \d{4}-", after)[0]
        assert all(f"{number_of(id)}. " in own for id in {session.task for session in week.sessions}), (
            week.number
        )
    assert len(sheets) < 30


def number_of(id: str) -> int:
    return next(task.number for task in SAMPLES["forty"][0].tasks if task.id == id)
