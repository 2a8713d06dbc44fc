"""The tokens of an RTF file to draft lines. Groups wait on a list, so that no nesting is too deep."""

from __future__ import annotations

import re

from msgspec import structs

from careercraft.read.colors import WHITE
from careercraft.read.links import field_target
from careercraft.read.rtf_sink import Sink
from careercraft.read.rtf_state import State, apply
from careercraft.read.rtf_tables import SYMBOL_CODEC, Tables
from careercraft.read.rtf_tokens import SYMBOLS, Token, codec_of_page
from careercraft.read.word_lines import Paragraph, WordBody

_SKIPPED_TAGS = """
info pict object pn pnseclvl nonesttables xe tc rxe bkmkstart bkmkend atnid atnauthor annotation atrfstart
atrfend operator datafield sp shprslt ftnsep ftnsepc filetbl comment revtbl listtable listoverridetable upr
"""
_SKIPPED = frozenset(_SKIPPED_TAGS.split())
_KEPT = frozenset(("shpinst", "do", "ud", "nesttableprops", "shptxt", "pntext", "listtext", "fldinst"))
"""Groups that say they may be skipped, and hold text all the same."""
_FLOWS = {
    "header": "header", "headerl": "header", "headerr": "header", "headerf": "header", "footer": "footer",
    "footerl": "footer", "footerr": "footer", "footerf": "footer", "footnote": "box", "shptxt": "box",
    "dptxbxtext": "box",
}  # fmt: skip
_TABLES = frozenset(("fonttbl", "colortbl", "stylesheet"))
_DEEPEST = 200
"""Groups in groups. Word's text boxes in tables in text boxes come to about 30; what is deeper is read flat."""
_LONGEST_FIELD = 2000
_CODE_PAGES = {"mac": 10000, "pc": 437, "pca": 850}
_ENDS = frozenset(("par", "sect", "page", "column", "nestrow", "\n", "\r"))
_NUMBER = re.compile(r"\w")


class RtfWalker(WordBody):
    """Takes tokens one by one; after `done` the drafts are there."""

    def __init__(self) -> None:
        super().__init__()
        self._tables = Tables()
        self._state = State()
        self._groups: list[tuple[State, str, Sink]] = []
        self._main = self._sink = Sink(WHITE)
        self._aside: dict[str, list[Paragraph]] = {"header": [], "footer": []}
        self._deeper = 0
        self._star = False
        self._flow = ""
        self._to_skip = 0
        self._bytes = bytearray()
        self._units = ""
        self._mark = ""
        self._field = ""
        self._cells: list[int | None] = []
        self._cell: int | None = None

    def take(self, token: Token) -> None:
        if token.byte >= 0:
            self._take_bytes(bytes((token.byte,)))
        elif token.text:
            self._take_bytes(token.text.encode("latin-1"))
        else:
            self._flush()
            self._to_skip = 0
            self._take_word(token.word, token.number)

    def done(self) -> None:
        """Emits headers, body and footers."""
        self._flush()
        self._deeper = 0
        while self._groups:
            self._end_group()
        body = self._main.close()
        for paragraph in (*_once(self._aside["header"]), *body, *_once(self._aside["footer"])):
            self.emit(paragraph)

    def _take_word(self, word: str, number: int | None) -> None:
        star, self._star = self._star, word == "*"
        if word == "{group":
            self._begin_group()
        elif word == "}group":
            self._end_group()
        elif word != "*" and not self._opens(word, star):
            self._control(word, number)

    def _opens(self, word: str, star: bool) -> bool:
        """Whether the word gives its group a purpose of its own; `star` marks groups that may be skipped."""
        state = self._state
        if word in _FLOWS and not state.skipped:
            self._open_flow(_FLOWS[word])
        elif word in _TABLES:
            state.table = word
        elif word in ("pntext", "listtext"):
            state.in_mark = True
        elif word == "fldinst":
            state.in_field, self._field = True, ""
        elif word == "fldrslt":
            state.link = field_target(self._field) or state.link
        elif word == "ud":
            state.skipped = False
        elif word in _SKIPPED or (star and word not in _KEPT):
            self.pictures += word in ("pict", "object")
            state.skipped = True
        else:
            return star
        return True

    def _open_flow(self, flow: str) -> None:
        """One a group: text under a word that stands where no writer puts it stays where it is."""
        if self._deeper or len(self._groups) < 2 or self._groups[-1][2] is not self._sink:
            return
        self._flow, self._sink = flow, Sink(None if flow == "box" else WHITE)
        self._state = State(font=self._state.font, substitutes=self._state.substitutes)

    def _begin_group(self) -> None:
        if len(self._groups) < _DEEPEST:
            self._groups.append((structs.replace(self._state), self._flow, self._sink))
        else:
            self._deeper += 1

    def _end_group(self) -> None:
        if self._deeper:
            self._deeper -= 1
            return
        if not self._groups:
            return
        in_mark, flow, sink = self._state.in_mark, self._flow, self._sink
        self._state, self._flow, self._sink = self._groups.pop()
        if in_mark and not self._state.in_mark:
            self._end_mark()
        if sink is not self._sink:
            target = self._aside.get(flow)
            paragraphs = sink.close()
            if target is None:
                self._sink.put_after(paragraphs)
            else:
                target.extend(paragraphs)

    def _end_mark(self) -> None:
        mark, self._mark = self._mark.strip(), ""
        if mark:
            self._sink.marker = f"{mark} " if _NUMBER.search(mark) and len(mark) <= 8 else "• "

    def _control(self, word: str, number: int | None) -> None:
        state = self._state
        if state.table:
            self._tables.take(state.table, word, number)
        elif word == "ansicpg" or word in _CODE_PAGES:
            page = _CODE_PAGES.get(word, number or 0)
            self._tables.default_codec = codec_of_page(page) or self._tables.default_codec
        elif word == "u" and number is not None:
            self._take_code(number)
        elif state.skipped:
            return
        elif word in SYMBOLS:
            self._put(SYMBOLS[word])
        elif not self._structure(word, number):
            apply(state, word, number, self._tables)

    def _structure(self, word: str, number: int | None) -> bool:
        """Ends of lines, paragraphs, cells and rows."""
        state = self._state
        if word in _ENDS:
            self._mark_listed()
            self._sink.end_paragraph(state.level, state.heading, word == "nestrow" or state.in_table)
        elif word == "line":
            self._sink.break_line()
        elif word == "cell":
            self._mark_listed()
            self._sink.end_cell(state.level, state.heading)
        elif word == "row":
            self._sink.end_row()
        elif word == "trowd":
            self._cells, self._cell = [], None
        elif word == "clcbpat":
            self._cell = self._tables.color(number)
        elif word == "cellx":
            self._cells.append(self._cell)
            self._cell = None
        else:
            return False
        return True

    def _mark_listed(self) -> None:
        """A list whose writer leaves the marks to the reader."""
        if self._state.listed and not self._sink.marker:
            self._sink.marker = "• "

    def _take_bytes(self, data: bytes) -> None:
        """In the font's code page, less those that stand for the \\u before them."""
        self._star = False
        passed = min(self._to_skip, len(data))
        self._to_skip -= passed
        if not self._state.skipped:
            self._bytes += data[passed:]

    def _take_code(self, number: int) -> None:
        """A UTF-16 unit, as a signed number."""
        self._to_skip = self._state.substitutes
        if not self._state.skipped:
            self._put(chr(number & 0xFFFF))

    def _flush(self) -> None:
        if not self._bytes:
            return
        data, codec = bytes(self._bytes), self._tables.codec(self._state.font)
        self._bytes.clear()
        if self._state.table:
            self._tables.take_text(self._state.table, data.decode("latin-1"))
        elif codec == SYMBOL_CODEC:  # where clean_line looks for the signs of such fonts
            self._put("".join(chr(0xF000 + byte) if byte > 0x20 else " " for byte in data))
        else:
            self._put(_decoded(data, codec))

    def _put(self, text: str) -> None:
        state = self._state
        if state.skipped or state.deleted or state.table:
            return
        if state.in_field:
            self._field += text if len(self._field) < _LONGEST_FIELD else ""
            return
        if state.in_mark:
            self._mark += text[:20]
            return
        if self._units or "\ud800" <= text <= "\udbff":  # the halves of a pair come one by one
            text, self._units = self._units + text, ""
            if len(text) == 1:
                self._units = text
                return
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
        self.add_to(self._sink, text)

    def add_to(self, sink: Sink, text: str) -> None:
        state = self._state
        ground = sink.ground if state.shade is None else state.shade
        if state.in_table and sink.column < len(self._cells):
            shade = self._cells[sink.column]
            ground = ground if shade is None else shade
        self.link = state.link
        self.add(text, sink.current, state.run, ground)


def _decoded(data: bytes, codec: str) -> str:
    """Some writers put raw UTF-8 where the code page's bytes belong."""
    if not data.isascii():
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            return data.decode(codec, "replace")
    return data.decode("ascii")


def _once(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Each section of a document repeats its headers."""
    found = {
        "".join(piece.text for line in item.lines for piece in line): item for item in reversed(paragraphs)
    }
    return list(reversed(found.values()))
