"""OpenDocument texts from raw XML, for what a word processor can't be made to write in a test."""

from __future__ import annotations

import zipfile
from io import BytesIO

_NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
_XMLNS = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _NAMES.items())
MIMETYPE = "application/vnd.oasis.opendocument.text"


def style(name: str, properties: str, family: str = "text", parent: str = "") -> str:
    """`properties` are attributes of the text properties."""
    based = f' style:parent-style-name="{parent}"' if parent else ""
    return (
        f'<style:style style:name="{name}" style:family="{family}"{based}>'
        f"<style:text-properties {properties}/></style:style>"
    )


def odt(
    body: str, *, styles: str = "", common: str = "", page: str = "", manifest: str = "", doctype: str = ""
) -> bytes:
    """`styles` are the document's own, `common` the shared ones, `page` what a page style holds."""
    parts = {
        "mimetype": MIMETYPE,
        "content.xml": (
            f"{doctype}<office:document-content {_XMLNS}>"
            f"<office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
        ),
        "styles.xml": (
            f"<office:document-styles {_XMLNS}><office:styles>{common}</office:styles>"
            '<office:automatic-styles><style:style style:name="P1" style:family="paragraph">'
            '<style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>'
            f'<office:master-styles><style:master-page style:name="Standard">{page}</style:master-page>'
            "</office:master-styles></office:document-styles>"
        ),
        "META-INF/manifest.xml": manifest or "<manifest/>",
    }
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()
