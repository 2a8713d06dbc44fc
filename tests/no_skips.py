"""Where CI is set everything that a test needs is installed, so a skip means that a guard was lost: it fails."""

from __future__ import annotations

import os
from collections.abc import Generator
from typing import Any

import pytest


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_makereport() -> Generator[None, Any, Any]:
    """A skipped test."""
    report = yield
    return _failed(report)


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_make_collect_report() -> Generator[None, Any, Any]:
    """A module that is skipped whole."""
    report = yield
    return _failed(report)


def _failed(report: Any) -> Any:
    """An expected failure counts as skipped for pytest; it stays what it is."""
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("CI"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{reason}\nA skip fails where CI is set: install what the test needs."
    return report
