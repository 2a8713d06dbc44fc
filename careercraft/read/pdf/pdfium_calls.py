"""The pdfium functions that are called thousands of times a page.

They are bound again with pointers as plain integers, which are cheaper than ctypes' pointer objects and can
be keys of a dict.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2_raw as pdfium


def bind(name: str, result: Any, *arguments: Any) -> Any:
    address = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value or 0
    return ctypes.CFUNCTYPE(result, *arguments)(address)


text_object = bind("FPDFText_GetTextObject", ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
loose_box = bind("FPDFText_GetLooseCharBox", ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
char_box = bind(
    "FPDFText_GetCharBox", ctypes.c_int, ctypes.c_void_p, ctypes.c_int, *[ctypes.POINTER(ctypes.c_double)] * 4
)
origin = bind(
    "FPDFText_GetCharOrigin", ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p
)
matrix = bind("FPDFText_GetMatrix", ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
font_size = bind("FPDFText_GetFontSize", ctypes.c_double, ctypes.c_void_p, ctypes.c_int)
fill = bind("FPDFPageObj_GetFillColor", ctypes.c_int, ctypes.c_void_p, *[ctypes.POINTER(ctypes.c_uint)] * 4)
mode = bind("FPDFTextObj_GetTextRenderMode", ctypes.c_int, ctypes.c_void_p)
font = bind("FPDFTextObj_GetFont", ctypes.c_void_p, ctypes.c_void_p)
font_name = bind(
    "FPDFFont_GetBaseFontName", ctypes.c_size_t, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t
)
count_chars = bind("FPDFText_CountChars", ctypes.c_int, ctypes.c_void_p)
get_text = bind(
    "FPDFText_GetText", ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_int, ctypes.c_char_p
)
unicode = bind("FPDFText_GetUnicode", ctypes.c_uint, ctypes.c_void_p, ctypes.c_int)


_P = ctypes.c_void_p
_FLOATS = [ctypes.POINTER(ctypes.c_float)] * 4
count_objects = bind("FPDFPage_CountObjects", ctypes.c_int, _P)
page_object = bind("FPDFPage_GetObject", _P, _P, ctypes.c_int)
form_count = bind("FPDFFormObj_CountObjects", ctypes.c_int, _P)
form_object = bind("FPDFFormObj_GetObject", _P, _P, ctypes.c_ulong)
object_type = bind("FPDFPageObj_GetType", ctypes.c_int, _P)
object_bounds = bind("FPDFPageObj_GetBounds", ctypes.c_int, _P, *_FLOATS)
object_matrix = bind("FPDFPageObj_GetMatrix", ctypes.c_int, _P, _P)
has_transparency = bind("FPDFPageObj_HasTransparency", ctypes.c_int, _P)
draw_mode = bind(
    "FPDFPath_GetDrawMode", ctypes.c_int, _P, ctypes.POINTER(ctypes.c_int), ctypes.POINTER(ctypes.c_int)
)
count_segments = bind("FPDFPath_CountSegments", ctypes.c_int, _P)
clip_path = bind("FPDFPageObj_GetClipPath", _P, _P)
count_clips = bind("FPDFClipPath_CountPaths", ctypes.c_int, _P)
count_clip_segments = bind("FPDFClipPath_CountPathSegments", ctypes.c_int, _P, ctypes.c_int)
clip_segment = bind("FPDFClipPath_GetPathSegment", _P, _P, ctypes.c_int, ctypes.c_int)
segment_point = bind("FPDFPathSegment_GetPoint", ctypes.c_int, _P, *_FLOATS[:2])
