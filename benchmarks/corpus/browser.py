"""Headless Chromium without a network: a page as printed, and the words that it shows."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from benchmarks.corpus.themes import MissingTool

_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND")
_STAMP = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}")
_NOTHING = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
_DAY = b"20261120120000"


class Page:
    """A page that can be loaded again and again."""

    def __init__(self, page: Any) -> None:
        self._page = page

    def text(self, html: str) -> str:
        """What the page shows in print: nothing that its style sheets hide."""
        self._load(html)
        return str(self._page.inner_text("body"))

    def pdf(self, html: str) -> bytes:
        """Printed on A4; the times of making are those of a fixed day, so that the bytes stay the same."""
        self._load(html)
        return _STAMP.sub(rb"\g<1>" + _DAY, self._page.pdf(format="A4"))

    def _load(self, html: str) -> None:
        self._page.set_content(html, wait_until="load")


def _refuse(route: Any) -> None:
    """A picture prints as nothing; refused, it would print the words that stand for it."""
    if route.request.resource_type == "image":
        route.fulfill(content_type="image/svg+xml", body=_NOTHING)
    else:
        route.abort()


@contextmanager
def open_page() -> Iterator[Page]:
    """Every request is refused, so themes fall back to fonts and styles of their own."""
    binary = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if binary is None:
        raise MissingTool("printing needs Chromium (apt install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=binary, args=list(_ARGUMENTS))
        context = browser.new_context(locale="en-US", timezone_id="UTC")
        context.route("**/*", _refuse)
        page = context.new_page()
        page.emulate_media(media="print")
        yield Page(page)
        browser.close()
