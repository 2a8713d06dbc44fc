"""A headless Chromium, Debian's own, driven by Playwright; skips, saying why, where one is missing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from careercraft.render import render
from careercraft.render.compare import render as render_comparison
from tests.render.sample import all_samples
from tests.render.sample_comparison import COMPARISONS
from tests.render.sample_what_if import asked_what_if

_ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    binary = shutil.which("chromium")
    if binary is None:
        pytest.skip("chromium is not installed (apt install chromium)")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=binary, args=_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> Path:
    """axe-core's own script; it is fetched for the tests and no part of the project."""
    value = os.environ.get("AXE_CORE", "")
    if not value:
        pytest.skip("AXE_CORE is not set (npm install axe-core, then the path of axe.min.js)")
    return Path(value)


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("reports")
    pages = {name: render(analysis, "html") for name, analysis in all_samples().items()}
    pages |= {f"comparison {name}": render_comparison(make(), "html") for name, make in COMPARISONS.items()}
    pages["what if"] = render(asked_what_if(), "html")
    paths = {name: folder / f"{name}.html" for name in pages}
    for name, page in pages.items():
        paths[name].write_text(page, encoding="utf-8")
    return paths


class Visit:
    """A page that was opened, with what it said and asked for on the way."""

    def __init__(self, page: Any, path: Path) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (self.complaints.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(path.as_uri())


Open = Callable[..., Visit]


@pytest.fixture
def open_page(chromium: Any) -> Iterator[Open]:
    """`open_page(path, width=1280, scheme="light", bypass_csp=False)`."""
    contexts: list[Any] = []

    def open_(path: Path, width: int = 1280, scheme: str = "light", bypass_csp: bool = False) -> Visit:
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=bypass_csp
        )
        contexts.append(context)
        return Visit(context.new_page(), path)

    yield open_
    for context in contexts:
        context.close()
