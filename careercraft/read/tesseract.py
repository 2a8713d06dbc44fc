"""Tesseract, the OCR program, if it is installed. A process of its own does the work; nothing goes over the network."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache

from careercraft.errors import InputError

_SECONDS = 120
"""For one page; a dense page at 300 dpi takes 3 to 8."""
_INSTALL = (
    "install tesseract (Debian, Ubuntu: apt install tesseract-ocr; macOS: brew install tesseract; "
    "Windows: winget install UB-Mannheim.TesseractOCR) and try again"
)


@cache
def tesseract_version() -> str | None:
    """As `5.3.0`; None where it isn't installed or doesn't run."""
    lines = _output("--version").splitlines()
    words = lines[0].split() if lines else []
    return words[1].removeprefix("v") if len(words) > 1 and words[0].lower() == "tesseract" else None


@cache
def tesseract_languages() -> tuple[str, ...]:
    """Its installed languages by tesseract's own names, `eng`, `deu`, and `osd` for telling how a page is turned."""
    _, *names = _output("--list-langs").splitlines() or [""]
    return tuple(sorted(name.strip() for name in names if name.strip()))


def require_tesseract(name: str) -> str:
    """The version; raises `InputError`, naming the document, without a tesseract that runs."""
    version = tesseract_version()
    if version is None:
        raise InputError(f"{name} is a scan or a picture, and tesseract isn't installed to read it", _INSTALL)
    return version


def hocr_of(image: bytes, language: str, name: str) -> bytes:
    """The hOCR page of one picture file. Raises `InputError` when tesseract fails or takes too long."""
    turned = "1" if "osd" in tesseract_languages() else "3"
    options = ["-l", language, "--psm", turned, "-c", "tessedit_create_hocr=1"]
    try:
        done = subprocess.run(
            [_program(), "stdin", "stdout", *options],
            input=image, capture_output=True, env=_environment(), timeout=_SECONDS, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise InputError(
            f"{name} takes tesseract more than {_SECONDS} seconds",
            "scan it at 300 dpi, or run OCRmyPDF on it and give the result",
        ) from None
    except OSError as error:
        raise InputError(f"{name}: tesseract can't be started ({error.strerror})", _INSTALL) from None
    if done.returncode != 0 or not done.stdout.strip():
        raise InputError(
            f"{name} can't be read by tesseract{_reason(done.stderr)}",
            "open the picture in a viewer and save it as PNG, or check tesseract's languages "
            "(tesseract --list-langs)",
        )
    return done.stdout


def _reason(stderr: bytes) -> str:
    """Its first line that tells an error, without the estimates that it prints besides."""
    lines = [line.strip() for line in stderr.decode("utf-8", "replace").splitlines() if line.strip()]
    told = [line for line in lines if "rror" in line or "ailed" in line]
    return f": {told[0][:120]}" if told else ""


def _program() -> str:
    return shutil.which("tesseract") or "tesseract"


def _environment() -> dict[str, str]:
    # Its threads fight each other for small pages: one is faster, and the same on every machine.
    return {**os.environ, "OMP_THREAD_LIMIT": "1"}


def _output(option: str) -> str:
    try:
        done = subprocess.run([_program(), option], capture_output=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""
