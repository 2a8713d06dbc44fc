"""Whether a text colour can be told from its background."""

from __future__ import annotations

WHITE = 0xFFFFFF
_MIN_CONTRAST = 1.2
"""WCAG contrast ratio. The palest grey that designers use for secondary text (#ccc on white) has 1.6."""
_MAX_DISTANCE = 48
"""Largest difference of a colour channel: yellow on white has little contrast and is still seen."""


def blends(color: int, ground: int) -> bool:
    """Two 0xRRGGBB colours that a person would not tell apart."""
    distance = max(abs((color >> shift & 0xFF) - (ground >> shift & 0xFF)) for shift in (16, 8, 0))
    return distance <= _MAX_DISTANCE and contrast(color, ground) < _MIN_CONTRAST


def contrast(first: int, second: int) -> float:
    """WCAG 2 contrast ratio of two 0xRRGGBB colours: 1 (the same luminance) to 21."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: int) -> float:
    red, green, blue = (_linear((color >> shift & 0xFF) / 255) for shift in (16, 8, 0))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
