"""Rich Text Format, as WordPad, TextEdit, Word and LibreOffice write it.

striprtf, the library for it, gives the bare text: hidden and deleted words, the text of boxes, headings, lists and
the cells of tables are lost in it. Those are what a resume is read by.
"""

from __future__ import annotations

from careercraft.model.document import Document
from careercraft.read.assemble import Source, assemble
from careercraft.read.rtf_tokens import tokens
from careercraft.read.rtf_walk import RtfWalker
from careercraft.read.word_lines import only_pictures_error


def read_rtf(data: bytes, source: Source) -> Document:
    """Raises `InputError` when there is no text in it, or too much. What is broken is read as far as it makes sense."""
    walker = RtfWalker()
    for token in tokens(data):
        walker.take(token)
    walker.done()
    drafts = walker.finished()
    if not drafts and walker.pictures and not walker.hidden:
        raise only_pictures_error(source.name)
    return assemble(drafts, source, "rtf", hidden=walker.hidden)
