"""OpenDocument texts (LibreOffice, OpenOffice, Google Docs), from their XML in document order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from careercraft.errors import InputError
from careercraft.model.document import Document
from careercraft.read.assemble import Source, assemble
from careercraft.read.odt_styles import Styles, local, qualified
from careercraft.read.odt_walk import OdtWalker
from careercraft.read.package import MissingPartError, Package, open_package
from careercraft.read.word_lines import only_pictures_error

_HEADERS = ("header-first", "header", "header-left")
_FOOTERS = ("footer-first", "footer", "footer-left")


def read_odt(data: bytes, source: Source) -> Document:
    """Raises `InputError` for what is no text document, is damaged, encrypted, or would unpack to something huge."""
    with open_package(data, source.name, "an OpenDocument text", ".odt") as package:
        if b"encryption-data" in (package.data("META-INF/manifest.xml") or b""):
            raise InputError(
                f"{source.name} is encrypted and needs a password",
                "open it with the password and save it without one, or export it as PDF",
            )
        walker = _walk(package)
    drafts = walker.finished()
    if not drafts and walker.pictures and not walker.hidden:
        raise only_pictures_error(source.name)
    return assemble(drafts, source, "odt", hidden=walker.hidden)


def _walk(package: Package) -> OdtWalker:
    content, styles = package.xml("content.xml"), package.xml("styles.xml")
    if content is None:
        raise MissingPartError("content.xml")
    body = content.find(f"{qualified('office:body')}/{qualified('office:text')}")
    if body is None:
        raise MissingPartError("text body")
    common = _child(styles, "office:styles")
    of_pages = Styles(_child(styles, "office:automatic-styles"), common)
    walker = OdtWalker()
    for part in _page_parts(styles, _HEADERS):
        walker.walk(part, of_pages)
    walker.walk(body, Styles(_child(content, "office:automatic-styles"), common))
    for part in _page_parts(styles, _FOOTERS):
        walker.walk(part, of_pages)
    return walker


def _page_parts(styles: Any, kinds: tuple[str, ...]) -> Iterator[Any]:
    """Headers or footers of the page styles, each text once."""
    seen: set[str] = set()
    masters = _child(styles, "office:master-styles")
    for page in masters if masters is not None else ():
        parts = [part for kind in kinds for part in page if local(part) == kind]
        for part in parts:
            words = " ".join("".join(part.itertext()).split())
            if words not in seen and part.get(qualified("style:display")) != "false":
                seen.add(words)
                yield part


def _child(parent: Any, name: str) -> Any:
    return None if parent is None else parent.find(qualified(name))
