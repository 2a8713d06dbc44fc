"""Rich Text Format: words, structure and code pages, and files that are none."""

from __future__ import annotations

import pytest

from careercraft.errors import InputError
from careercraft.model.document import Document
from careercraft.read import Limits, read_bytes
from tests.read.conftest import texts

HEAD = (
    r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset2 Symbol;}{\f3\fcharset128 MS;}}"
    r"{\colortbl;\red255\green255\blue255;\red32\green48\blue64;}"
    r"{\stylesheet{\s0 Normal;}{\s1\sbasedon0\b\fs32 heading 1;}{\s2\sbasedon1 My Heading;}{\s3\fs48 Title;}}"
)


def read(body: str) -> Document:
    return read_bytes((r"{\rtf1\ansi\ansicpg1252 " + HEAD + body + "}").encode("cp1252"), "a.rtf")


def test_paragraphs_lines_and_signs() -> None:
    document = read(
        r"Jane\~Doe\par 2019 \endash  2022\tab Acme\line\ldblquote x\rdblquote\emdash co\_op re\-do \{a\\b\}\par"
    )
    assert texts(document) == ["Jane Doe", "2019 – 2022  Acme", "“x”—co-op redo {a\\b}"]


def test_headings_by_style_and_outline() -> None:
    document = read(
        r"\pard\s3 Jane\par\pard\plain\s1 Work\par\pard\plain\s2 Mine\par\pard\plain\outlinelevel2 Deep\par"
        r"\pard\plain\fs24 body text\par"
    )
    assert [line.heading for line in document.lines] == [1, 1, 1, 3, 0]
    assert [line.bold for line in document.lines] == [False, True, True, False, False]
    assert document.lines[0].size == 2.0


def test_lists() -> None:
    document = read(
        r"{\listtext\f2\'b7\tab}one\par{\pntext 2.\tab}two\par\pard\ls1\ilvl1 three\par\pard four\par"
    )
    assert texts(document) == ["• one", "2. two", "• three", "four"]
    assert document.lines[2].indent == 1.0


def test_tables() -> None:
    row = r"\trowd\cellx1000\cellx5000\pard\intbl {}\cell {}\cell\row "
    document = read(
        row.replace("{}", "2019", 1).replace("{}", "Nurse")
        + r"\trowd\pard\intbl 2016\cell Helper\par{\listtext -}washed\cell\row\pard after\par"
    )
    assert texts(document) == ["2019  Nurse", "2016  Helper", "• washed", "after"]


def test_table_in_a_cell() -> None:
    document = read(
        r"\trowd\pard\intbl\itap2 a\nestcell{\nonesttables\par}b\nestcell{\*\nesttableprops\trowd\nestrow}"
        r"{\nonesttables\par}\cell\row\pard z\par"
    )
    assert texts(document) == ["a  b", "z"]
    nested = r"\pard\intbl\itap2 a\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}"
    unended = read(rf"\trowd\pard\intbl 2019\cell Nurse\par{nested}\pard after\par")
    assert texts(unended) == ["2019  Nurse", "a", "after"]


@pytest.mark.parametrize(
    ("run", "reason"),
    [(r"{\v secret}", "hidden_run"), (r"{\cf1 secret}", "color"), (r"{\fs2 secret}", "tiny")],
)
def test_hidden_text(run: str, reason: str) -> None:
    document = read(rf"seen {run}\par")
    assert document.text == "seen"
    assert [(item.text, item.reason) for item in document.hidden] == [("secret", reason)]


@pytest.mark.parametrize(
    "run",
    [
        r"{\cf1\highlight2 seen}\par", r"\pard\cbpat2\cf1 seen\par",
        r"\trowd\clcbpat2\cellx900\pard\intbl\cf1 seen\cell\row",
    ],
)  # fmt: skip
def test_white_on_dark_is_seen(run: str) -> None:
    assert read(run).text == "seen"


def test_deleted_text_goes() -> None:
    assert read(r"kept{\deleted\b  gone} too\par").text == "kept too"


def test_code_pages_and_unicode() -> None:
    document = read(
        r"M\'fcller \u1055\'3f\u1088?\u1080? {\f1\'cc\'e8\'f0} {\f3\'93\'fa\'96\'7b} \u-10179?\u-8704? "
        r"{\uc0\u233}t\uc2\u233\'65\'66 end\par"
    )
    assert document.text == "Müller При Мир 日本 😀 été end"


def test_raw_utf8_is_taken_as_such() -> None:
    data = "{\\rtf1\\ansi Zoë Müller – Wien\\par}".encode()
    assert read_bytes(data, "a.rtf").text == "Zoë Müller – Wien"


def test_headers_footers_boxes_and_notes() -> None:
    document = read(
        r"{\header Jane Doe\par}{\headerf Jane Doe\par}{\footer Page\par}body{\footnote a note}"
        r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt boxed\par}}{\shprslt old}} goes on\par"
    )
    assert texts(document) == ["Jane Doe", "body goes on", "a note", "boxed", "Page"]


def test_what_is_no_text_is_passed_over() -> None:
    document = read(
        r"{\info{\author A. N. Other}}{\*\generator Word;}{\pict\pngblip 89504e47}{\object{\*\objdata 0105}}"
        r"{\*\unknown words}{\upr{a}{\*\ud{\u228?}}}b{\bin5 }}}}}c\par"
    )
    assert document.text == "äbc"


def test_links() -> None:
    document = read(
        r'{\field{\*\fldinst{HYPERLINK "https://github.com/jane"}}{\fldrslt{GitHub}}} and '
        r"{\field{\*\fldinst PAGE}{\fldrslt 1}}\par"
    )
    assert document.text == "GitHub and 1"
    assert [(link.target, document.quote(link.span)) for link in document.links] == [
        ("https://github.com/jane", "GitHub")
    ]


def test_only_a_picture() -> None:
    with pytest.raises(InputError, match="only pictures"):
        read(r"{\pict\pngblip 89504e47}\par")


@pytest.mark.parametrize("data", [b"{\\rtf1", b"{\\rtf1 }", b"{\\rtf1{\\v}}", b"{\\rtf1\\", b"{\\rtf1}}}}"])
def test_without_text(data: bytes) -> None:
    with pytest.raises(InputError, match="is empty"):
        read_bytes(data, "a.rtf")


def test_unbalanced_groups_lose_no_text() -> None:
    assert read_bytes(b"{\\rtf1 one}} two{{ three", "a.rtf").text == "one two three"
    assert read_bytes(b"{\\rtf1 one\\header  two", "a.rtf").text == "one two"


def test_nesting_without_end() -> None:
    deep = b"{\\rtf1 a" + b"{\\shptxt b" * 50_000
    assert set(read_bytes(deep, "a.rtf", Limits(max_chars=400_000)).text) == {"a", "b", "\n"}
    assert read_bytes(b"{\\rtf1 " + b"{" * 100_000 + b"x" + b"}" * 100_000 + b"y", "a.rtf").text == "xy"
