"""What every HTML page of ours keeps to. Each check fails with what breaks it."""

from __future__ import annotations

import base64
import hashlib
import re

from tests.render.texts import Page

_LOADING = {"script", "link", "img", "iframe", "object", "embed", "form", "base", "image", "use"}


def check_nothing_is_loaded(source: str) -> None:
    page = Page(source)
    assert not {tag for tag, _ in page.elements} & _LOADING
    assert [key for _, attrs in page.elements for key in attrs if key.startswith("on")] == []
    assert page.values("src") == []


def check_links(source: str) -> None:
    page = Page(source)
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    hrefs = page.values("href")
    assert {href[1:] for href in hrefs if href.startswith("#")} <= set(ids)
    assert all(href.startswith(("#", "https://", "http://")) for href in hrefs)
    labels = [part for value in page.values("aria-labelledby") for part in value.split()]
    assert set(labels) <= set(ids)


def check_policy(source: str) -> None:
    """It allows the page's own style, by its hash, and nothing else."""
    policy = next(
        attrs["content"] for tag, attrs in Page(source).elements
        if tag == "meta" and attrs.get("http-equiv") == "Content-Security-Policy"
    )  # fmt: skip
    style = re.search("<style>(.*?)</style>", source, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert " style=" not in source.split("</style>")[1]
