"""The HTML report without a browser: self-contained, no active content, every link has its place."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from careercraft import paths
from careercraft.render import render
from tests.render import sample_hostile as hostile
from tests.render.pages import check_links, check_nothing_is_loaded, check_policy
from tests.render.sample import all_samples
from tests.render.texts import Page

SAMPLES = all_samples()
PAGES = {name: render(analysis, "html") for name, analysis in SAMPLES.items()}


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_loaded_and_nothing_runs(name: str) -> None:
    check_nothing_is_loaded(PAGES[name])
    assert not re.search(r"url\(|@import", PAGES[name].split("</style>")[0])


@pytest.mark.parametrize("name", PAGES)
def test_every_link_has_its_place(name: str) -> None:
    check_links(PAGES[name])


def test_a_quote_leads_to_its_words() -> None:
    page = PAGES["engineer"]
    start = SAMPLES["engineer"].skills.matched[0].resume_evidence[0].start
    assert f'<a href="#resume-{start}"><q dir="auto">Built ingestion services in Python' in page
    assert f'<mark id="resume-{start}">Built ingestion services in Python for 140 sources</mark>' in page


def test_a_quote_that_stands_nowhere_has_no_link() -> None:
    assert '<q dir="auto">these words stand nowhere</q>' in PAGES["hostile"]
    assert '"><q dir="auto">these words stand nowhere' not in PAGES["hostile"].replace('class="proof">', "")


def test_hostile_text_is_text() -> None:
    page = Page(PAGES["hostile"])
    assert hostile.SCRIPT in page.text
    assert hostile.IMAGE in page.text
    assert "{{ 7 * 7 }}" in page.text
    assert "javascript:alert(4)" in page.text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", PAGES["hostile"])


@pytest.mark.parametrize("name", PAGES)
def test_the_policy_allows_this_style_and_nothing_else(name: str) -> None:
    check_policy(PAGES[name])


@pytest.mark.parametrize("name", PAGES)
def test_pictures_have_words(name: str) -> None:
    page = Page(PAGES[name])
    pictures = [attrs for tag, attrs in page.elements if tag == "svg"]
    assert all(attrs.get("aria-hidden") == "true" or attrs.get("role") == "img" for attrs in pictures)
    assert sum(attrs.get("role") == "img" for attrs in pictures) == 4
    assert "Readiness 61.3; Confidence 78.4" in PAGES["engineer"]
    assert "Skills match adds 20.51 of 35.00" in PAGES["engineer"]
    assert "readiness 61.3, FIT needs 70." in PAGES["engineer"]
    assert "Must: 2 matched, 2 in part, 2 missing" in PAGES["engineer"]


def test_a_mistake_in_a_template_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(paths.templates_dir(), tmp_path / "templates")
    (tmp_path / "templates" / "report_charts.html.j2").write_text("{{ report.no_such_field }}")
    monkeypatch.setattr(paths, "templates_dir", lambda: tmp_path / "templates")
    with pytest.raises(UndefinedError, match="no_such_field"):
        render(SAMPLES["baker"], "html")
