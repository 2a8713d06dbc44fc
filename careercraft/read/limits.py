"""How large a document may be before it is refused."""

from __future__ import annotations

from msgspec import Struct

from careercraft.errors import InputError


class Limits(Struct, frozen=True, kw_only=True):
    """A book is no resume: past these, reading stops with an `InputError`."""

    max_bytes: int = 20_000_000
    max_pages: int = 60
    max_chars: int = 300_000

    def check_bytes(self, size: int, name: str) -> None:
        if size > self.max_bytes:
            raise InputError(
                f"{name} is too large: {_megabytes(size)} MB, the limit is {_megabytes(self.max_bytes)} MB",
                "give the resume or the posting alone, or raise the limit `max_bytes` in the settings",
            )

    def check_pages(self, pages: int, name: str) -> None:
        if pages > self.max_pages:
            raise InputError(
                f"{name} has {pages} pages, the limit is {self.max_pages}",
                "give the resume or the posting alone, or raise the limit `max_pages` in the settings",
            )

    def check_chars(self, chars: int, name: str) -> None:
        if chars > self.max_chars:
            raise InputError(
                f"{name} holds too much text: {chars:,} characters, the limit is {self.max_chars:,}",
                "give the resume or the posting alone, or raise the limit `max_chars` in the settings",
            )


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f}".removesuffix(".0")
