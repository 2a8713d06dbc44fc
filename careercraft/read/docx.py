"""Word documents, from their XML in document order.

python-docx isn't used for reading: it leaves out text boxes, insertions and content controls, and takes
45 ms to import. Its own base, lxml, is enough.
"""

from __future__ import annotations

import posixpath
from typing import Any

from careercraft.model.document import Document
from careercraft.read.assemble import Source, assemble
from careercraft.read.docx_styles import Styles, qualified
from careercraft.read.docx_walk import BodyWalker
from careercraft.read.package import MissingPartError, Package, open_package
from careercraft.read.word_lines import only_pictures_error

_RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def read_docx(data: bytes, source: Source) -> Document:
    """Raises `InputError` for what is no Word document, is damaged, or would unpack to something huge."""
    with open_package(data, source.name, "a Word document", ".docx") as package:
        walker = _walk(package)
    drafts = walker.finished()
    if not drafts and walker.pictures and not walker.hidden:
        raise only_pictures_error(source.name)
    return assemble(drafts, source, "docx", hidden=walker.hidden)


def _walk(package: Package) -> BodyWalker:
    main = _main_name(package)
    root = package.xml(main)
    body = root.find(qualified("body")) if root is not None else None
    if body is None:
        raise MissingPartError("body")
    walker = BodyWalker(Styles(package.xml("word/styles.xml"), package.xml("word/numbering.xml")))
    related = _relations(package, main)
    for name in _attached(body, related, main, "headerReference"):
        _walk_margin(walker, package, name)
    walker.walk(body, related)
    for name in _attached(body, related, main, "footerReference"):
        _walk_margin(walker, package, name)
    return walker


def _walk_margin(walker: BodyWalker, package: Package, name: str) -> None:
    root = package.xml(name)
    if root is not None:
        walker.walk(root, _relations(package, name), margin=True)


def _main_name(package: Package) -> str:
    if "word/document.xml" in package.names:
        return "word/document.xml"
    found = sorted(
        name for name in package.names if name.startswith("word/document") and name.endswith(".xml")
    )
    if not found:
        raise MissingPartError("word/document.xml")
    return found[0]


def _attached(body: Any, related: dict[str, str], main: str, kind: str) -> list[str]:
    """Names of the headers' or footers' parts that the sections refer to, each once."""
    identifiers = dict.fromkeys(item.get(_RELATIONSHIP, "") for item in body.iter(qualified(kind)))
    folder = posixpath.dirname(main)
    targets = (related[identifier] for identifier in identifiers if identifier in related)
    return [posixpath.normpath(posixpath.join(folder, target)) for target in targets]


def _relations(package: Package, part: str) -> dict[str, str]:
    """Targets of a part's relationships by their ids: other parts, and addresses of links."""
    folder, name = posixpath.split(part)
    relations = package.xml(f"{folder}/_rels/{name}.rels")
    return {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in (() if relations is None else relations)
    }
