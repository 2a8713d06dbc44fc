"""Another home: location_match and what contains it may move, nothing else. And another telephone."""

from __future__ import annotations

from collections.abc import Iterator

from careercraft.audit.swap import Edit, Sheet, Swap, as_text, edited

PLACES = (
    "Lagos, Nigeria",
    "Berlin, Germany",
    "Phoenix, AZ",
    "Bangkok, Thailand",
    "Reading, UK",
    "Medellín, Colombia",
)
PHONES = ("+234 803 555 0142", "+49 30 901820", "(602) 555-0142", "+66 2 555 0142")


def address_swaps(sheet: Sheet) -> Iterator[Swap]:
    location = sheet.resume.location
    if location is None:
        return
    shown = " ".join(location.value.split())
    for place in PLACES:
        changed = edited(sheet.text, [Edit(location.span.start, location.span.end, place)])
        yield Swap(kind="address", what=f"{shown} -> {place}", after=as_text(changed))


def phone_swaps(sheet: Sheet) -> Iterator[Swap]:
    if not sheet.resume.phones:
        return
    phone = sheet.resume.phones[0]
    for number in PHONES:
        changed = edited(sheet.text, [Edit(phone.span.start, phone.span.end, number)])
        yield Swap(kind="phone", what=f"{phone.value} -> {number}", after=as_text(changed))
