"""The HTML report in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.browser.conftest import Open
from tests.render import sample_hostile
from tests.render.sample import all_samples
from tests.render.sample_comparison import COMPARISONS

pytestmark = pytest.mark.browser

NAMES = (*all_samples(), *(f"comparison {name}" for name in COMPARISONS), "what if")
WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
OPEN_ALL = "document.querySelectorAll('details').forEach(details => { details.open = true })"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", NAMES)
def test_it_fits_and_asks_for_nothing(
    open_page: Open, reports: dict[str, Path], name: str, width: int
) -> None:
    visit = open_page(reports[name], width)
    assert visit.page.evaluate(OVERFLOW) == 0
    visit.page.evaluate(OPEN_ALL)
    assert visit.page.evaluate(OVERFLOW) == 0
    assert visit.requests == [reports[name].as_uri()]
    assert visit.complaints == []


def test_the_checks_can_fail(open_page: Open, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text(
        "<div style='width:2000px'>wide</div><img src='missing.png'><script>alert(1); missing()</script>"
    )
    visit = open_page(bad, 360)
    assert visit.page.evaluate(OVERFLOW) > 0
    assert len(visit.requests) == 2
    assert len(visit.complaints) == 3


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing(
    open_page: Open, reports: dict[str, Path], axe: Path, name: str, width: int, scheme: str
) -> None:
    visit = open_page(reports[name], width, scheme, bypass_csp=True)
    visit.page.evaluate(OPEN_ALL)
    visit.page.add_script_tag(path=str(axe))
    found = visit.page.evaluate("axe.run()")["violations"]
    assert [(item["id"], [node["html"] for node in item["nodes"]]) for item in found] == []


def test_axe_can_find_something(open_page: Open, axe: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text("<p style='color:#999'>pale</p><img src='data:,'>")
    visit = open_page(bad)
    visit.page.add_script_tag(path=str(axe))
    assert {"color-contrast", "image-alt"} <= {
        item["id"] for item in visit.page.evaluate("axe.run()")["violations"]
    }


def test_light_and_dark_differ(open_page: Open, reports: dict[str, Path]) -> None:
    color = "getComputedStyle(document.body).backgroundColor"
    colors = [open_page(reports["nurse"], scheme=scheme).page.evaluate(color) for scheme in SCHEMES]
    assert colors == ["rgb(243, 245, 249)", "rgb(15, 20, 28)"]


def test_a_script_is_shown_as_text(open_page: Open, reports: dict[str, Path]) -> None:
    visit = open_page(reports["hostile"])
    shown = visit.page.inner_text("body")
    assert sample_hostile.SCRIPT in shown
    assert visit.page.evaluate("document.scripts.length + document.images.length") == 0
    assert visit.complaints == []


def test_the_policy_stops_a_script(open_page: Open, reports: dict[str, Path], tmp_path: Path) -> None:
    slipped = tmp_path / "slipped.html"
    source = reports["nurse"].read_text(encoding="utf-8")
    slipped.write_text(source.replace("</main>", "<script>document.title = 'run'</script></main>"))
    visit = open_page(slipped)
    assert visit.page.title() != "run"
    assert any("Content Security Policy" in complaint for complaint in visit.complaints)


def test_a_quote_leads_to_its_place(open_page: Open, reports: dict[str, Path]) -> None:
    page = open_page(reports["engineer"]).page
    page.get_by_role("link", name="Ran stakeholder workshops to agree").click(position={"x": 60, "y": 12})
    mark = page.locator("mark:target")
    assert mark.inner_text().startswith("Ran stakeholder workshops to agree")
    page.wait_for_function(
        "box = document.querySelector('mark:target').getBoundingClientRect(),"
        "box.top >= 0 && box.bottom <= innerHeight"
    )


@pytest.mark.parametrize("name", NAMES)
def test_it_prints(open_page: Open, reports: dict[str, Path], name: str) -> None:
    printed = open_page(reports[name], scheme="dark").page.pdf(format="A4")
    pages = re.findall(rb"/Type\s*/Page\b", printed)
    assert 1 <= len(pages) <= 6
