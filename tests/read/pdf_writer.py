"""A PDF writer as small as the tests need: standard fonts, text in any style, rectangles, pictures."""

from __future__ import annotations

import math

FONTS = {
    "F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Symbol", "F4": "ZapfDingbats", "F5": "Helvetica-Oblique",
}  # fmt: skip
LIGATURES = "/Differences [1 /fi /fl /ffi /ffl]"
"""Of F5, which has no table that says what its characters mean."""
Color = tuple[float, float, float]


class Page:
    """A page of 600 x 800 points. `y` counts from the top, as the reader's own coordinates do."""

    width, height = 600, 800

    def __init__(self, rotate: int = 0) -> None:
        self.content: list[str] = []
        self.annotations: list[str] = []
        self.rotate = rotate

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float = 10,
        *,
        font: str = "F1",
        color: Color = (0, 0, 0),
        mode: int = 0,
        spacing: float = 0,
        angle: int = 0,
    ) -> Page:
        cos, sin = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}[angle]
        data = text.encode("cp1252")
        escaped = "".join(f"\\{byte:03o}" if byte > 126 or byte in b"()\\" else chr(byte) for byte in data)
        self.content.append(
            f"BT {' '.join(map(str, color))} rg {mode} Tr {spacing} Tc /{font} {size} Tf "
            f"{cos} {sin} {-sin} {cos} {x} {self.height - y} Tm ({escaped}) Tj ET"
        )
        return self

    def lines(self, x: float, y: float, *texts: str, size: float = 10, leading: float = 13) -> Page:
        for number, text in enumerate(texts):
            self.text(x, y + number * leading, text, size)
        return self

    def rectangle(self, x: float, y: float, width: float, height: float, color: Color) -> Page:
        red, green, blue = color
        self.content.append(f"{red} {green} {blue} rg {x} {self.height - y - height} {width} {height} re f")
        return self

    def rule(self, x: float, y: float, width: float, height: float) -> Page:
        """A line drawn as a stroke, level or upright."""
        y0 = self.height - y
        self.content.append(f"0 0 0 RG 0.5 w {x} {y0} m {x + width} {y0 - height} l S")
        return self

    def link(self, x: float, y: float, width: float, height: float, target: str) -> Page:
        box = f"{x} {self.height - y - height} {x + width} {self.height - y}"
        self.annotations.append(
            f"<< /Type /Annot /Subtype /Link /Rect [{box}] /A << /S /URI /URI ({target}) >> >>"
        )
        return self

    def clear_text(self, x: float, y: float, text: str) -> Page:
        """Painted with an opacity of nothing."""
        self.content.append("q /G1 gs")
        self.text(x, y, text)
        self.content.append("Q")
        return self

    def clipped_text(self, box: tuple[float, float, float, float], x: float, y: float, text: str) -> Page:
        """`box` is x, y, width and height of what is left open."""
        left, top, width, height = box
        self.content.append(f"q {left} {self.height - top - height} {width} {height} re W n")
        self.text(x, y, text)
        self.content.append("Q")
        return self

    def disc(self, x: float, y: float, radius: float, color: Color) -> Page:
        """Of many short straight segments, as some programs write every curve."""
        steps = [
            (x + radius * math.cos(turn / 8), self.height - y + radius * math.sin(turn / 8))
            for turn in range(50)
        ]
        path = " ".join(f"{px:.2f} {py:.2f} {'l' if index else 'm'}" for index, (px, py) in enumerate(steps))
        self.content.append(f"{' '.join(map(str, color))} rg {path} f")
        return self

    def picture(self, x: float, y: float, width: float, height: float, name: str = "Im1") -> Page:
        """`Im1` is opaque; `Im2` has a mask that lets everything through."""
        self.content.append(f"q {width} 0 0 {height} {x} {self.height - y - height} cm /{name} Do Q")
        return self


def build(*pages: Page) -> bytes:
    """The file, with a cross-reference table that holds."""
    objects: list[bytes] = []

    def add(body: str, stream: bytes | None = None) -> int:
        data = body.encode("latin-1")
        if stream is not None:
            data += b"\nstream\n" + stream + b"\nendstream"
        objects.append(data)
        return len(objects)

    add("<< /Type /Catalog /Pages 2 0 R >>")
    add("")  # the page tree, once its pages are known
    # WinAnsi is what `text` encodes to; the symbol fonts keep their own encoding.
    fonts = " ".join(f"/{key} {add(_font(name))} 0 R" for key, name in FONTS.items())
    pixel = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8"
    image = add(f"<< {pixel} /ColorSpace /DeviceRGB /Length 3 >>", b"\x40\x80\xc0")
    mask = add(f"<< {pixel} /ColorSpace /DeviceGray /Length 1 >>", b"\0")
    masked = add(f"<< {pixel} /ColorSpace /DeviceRGB /SMask {mask} 0 R /Length 3 >>", b"\x40\x80\xc0")
    pictures = f"/Im1 {image} 0 R /Im2 {masked} 0 R"
    kids = []
    for page in pages:
        stream = "\n".join(page.content).encode("latin-1")
        contents = add(f"<< /Length {len(stream)} >>", stream)
        kids.append(
            add(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.width} {page.height}]"
                f" /Rotate {page.rotate} /Contents {contents} 0 R"
                f" /Annots [{' '.join(page.annotations)}]"
                f" /Resources << /Font << {fonts} >> /XObject << {pictures} >>"
                f" /ExtGState << /G1 << /ca 0 >> >> >> >>"
            )
        )
    objects[1] = (
        f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>".encode()
    )
    return _serialized(objects)


def _font(name: str) -> str:
    if name == "Helvetica-Oblique":
        encoding = f"<< /Type /Encoding /BaseEncoding /WinAnsiEncoding {LIGATURES} >>"
        return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding {encoding} >>"
    encoding = " /Encoding /WinAnsiEncoding" if name.startswith("Helvetica") else ""
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name}{encoding} >>"


def _serialized(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
