"""Making the documents of a corpus, each with its truth beside it.

    <folder>/<person>.<template>.pdf|docx           the document
    <folder>/<person>.<template>.truth.json         what it prints

Only what is missing is made; delete a document or the folder to have it made again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from benchmarks.corpus import docx_templates
from benchmarks.corpus.browser import Page, open_page
from benchmarks.corpus.people import for_themes
from benchmarks.corpus.themes import Renderer, install
from benchmarks.corpus.tracer import Show, printed
from benchmarks.corpus.truth import truth_of

Resume = dict[str, Any]
Progress = Callable[[str], None]


def build(
    people: dict[str, Resume], themes: Iterable[str], folder: Path, progress: Progress, *, docx: bool = True
) -> None:
    """Raises `MissingTool` where npm or Chromium isn't there; the DOCX are made before."""
    folder.mkdir(parents=True, exist_ok=True)
    for person, resume in people.items() if docx else ():
        for name, template in docx_templates.TEMPLATES.items():
            _docx(folder / f"{person}.{name}.docx", resume, template)
            progress(f"{person}.{name}.docx")
    missing = [
        (folder / f"{person}.{theme}.pdf", theme, resume)
        for theme in themes
        for person, resume in people.items()
        if not _is_made(folder / f"{person}.{theme}.pdf")
    ]
    if missing:
        _pdfs(missing, folder / ".themes", progress)


def truth_path(document: Path) -> Path:
    return document.with_suffix(".truth.json")


def _is_made(document: Path) -> bool:
    return document.exists() and truth_path(document).exists()


def _docx(path: Path, resume: Resume, template: docx_templates.Template) -> None:
    if _is_made(path):
        return
    path.write_bytes(docx_templates.save(template(resume)))
    _write_truth(path, resume, lambda shown: docx_templates.text(template(shown)))


def _pdfs(missing: list[tuple[Path, str, Resume]], themes: Path, progress: Progress) -> None:
    install(themes)
    with ExitStack() as stack:
        page = stack.enter_context(open_page())
        renderer = stack.enter_context(Renderer(themes))
        for path, theme, resume in missing:
            _pdf(path, theme, resume, renderer, page)
            progress(path.name)


def _pdf(path: Path, theme: str, resume: Resume, renderer: Renderer, page: Page) -> None:
    def html(shown: Resume) -> str:
        return renderer.html(theme, for_themes(shown))

    path.write_bytes(page.pdf(html(resume)))
    _write_truth(path, resume, lambda shown: page.text(html(shown)))


def _write_truth(path: Path, resume: Resume, show: Show) -> None:
    truth = truth_of(resume, printed(resume, show))
    truth_path(path).write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", "utf-8")
