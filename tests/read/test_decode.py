"""Text files in whatever encoding they were saved."""

from __future__ import annotations

import pytest

from careercraft.errors import InputError
from careercraft.read.decode import decode

ENGLISH = "Jane Doe – Résumé\r\nData Engineer at “Café Übermut” since 2019\r\n• Saved €40k; naïve façade\r\n"
GERMAN = "Jürgen Müller\nLagerleiter bei Größe & Söhne, München – seit März 2019\nFührung von 12 Leuten\n"
FRENCH = "Anne Lefèvre\nContrôleuse de gestion à Besançon, depuis février 2018\nClôture, œuvre complète – 45 000 €\n"
SPANISH = "María Peña\n¿Por qué? ¡Sí! Jefa de cocina en Coruña, 3ª planta, nº 5\n"
ICELANDIC = "Þórður Guðmundsson\nVerkfræðingur í Reykjavík frá árinu 2019, ábyrgð á gögnum\n"
POLISH = "Łukasz Wójcik\nInżynier danych, od marca 2019 do teraz\nZbudowałem hurtownię danych, zespół pięciu osób\n"
RUSSIAN = (
    "Иван Петров\nИнженер данных, Москва, с марта 2019 по настоящее время\nСоздал хранилище данных, команда\n"
)
JAPANESE = "山田太郎\n2019年3月から現在まで、株式会社でデータエンジニアとして勤務しています。\n学歴：大学工学部卒業\n"
CHINESE = "王小明\n2019年3月至今，在北京某公司担任数据工程师，负责建设数据平台。\n教育：大学计算机系硕士\n"
CASES = [
    *((ENGLISH, name) for name in ("cp1252", "mac_roman", "utf-8", "utf-8-sig")),
    *((ENGLISH, name) for name in ("utf-16", "utf-16-le", "utf-16-be", "utf-32")),
    *((GERMAN, name) for name in ("cp1252", "mac_roman")),
    (GERMAN.replace("–", "-"), "latin-1"),
    (GERMAN.replace("–", "-"), "cp850"),
    *((FRENCH, name) for name in ("cp1252", "mac_roman")),
    (FRENCH.replace("–", "-"), "iso8859-15"),
    *((SPANISH, name) for name in ("cp1252", "mac_roman")),
    *((ICELANDIC, name) for name in ("cp1252", "latin-1")),
    *((POLISH, name) for name in ("cp1250", "iso8859-2")),
    *((RUSSIAN, name) for name in ("koi8-r", "cp1251", "iso8859-5", "utf-16-le", "utf-16-be")),
    *((JAPANESE, name) for name in ("shift_jis", "euc_jp", "iso2022_jp", "utf-16-le")),
    *((CHINESE, name) for name in ("gb18030", "utf-16-be")),
]


@pytest.mark.parametrize(("text", "encoding"), CASES, ids=[f"{text[:6]}-{name}" for text, name in CASES])
def test_encodings(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


def test_signs_of_windows_stay() -> None:
    text = "¬ a list mark\n¦ another\nMore than 3 ½ years, ±2 µm, £25,000–£30,000, naïve\n"
    assert decode(text.encode("cp1252"), "a.txt") == text


def test_utf8_with_a_stray_byte() -> None:
    text = decode("Jane – Café\n".encode() + b"\xe9t\xe9\n", "a.txt")
    assert text.startswith("Jane")
    assert text.endswith("été\n")


@pytest.mark.parametrize(
    "data",
    [
        b"\0\1\2\3" * 50,
        bytes(range(256)) * 4,
        b"ab\1cde\2fgh\x1bij" * 20,
        b"a\0bc\0def\0" * 9,
        b"MZ\x90\0\3\0\0\0" * 9,
    ],
)
def test_no_text(data: bytes) -> None:
    with pytest.raises(InputError, match="binary file"):
        decode(data, "a.txt")


def test_a_stray_control_does_not_make_a_text_a_program() -> None:
    assert "Nurse" in decode(b"Jane Doe\x0b\nNurse at the harbor hospital\n" * 3, "a.txt")
