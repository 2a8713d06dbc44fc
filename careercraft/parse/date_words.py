"""The words of dates in the seven languages read here: months, seasons, separators, "present", "since".

Data, not code: a language is added by adding its words. Keys are lower case and without a final dot.
"""

from __future__ import annotations

from careercraft.parse.tables import word_set

MONTHS: dict[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "january jan janvier janv januar jänner jän enero ene janeiro gennaio gen januari",
            "february feb febr février févr fév fevrier februar feber febrero fevereiro fev febbraio februari",
            "march mar mars märz mär maerz mrz marzo março marco maart mrt maa",
            "april apr avril avr abril abr aprile",
            "may mai mayo maio maggio mag mei",
            "june jun juin juni junio junho giugno giu",
            "july jul juillet juil jui juli julio julho luglio lug",
            "august aug août aout agosto ago augustus",
            "september sept sep septembre septiembre setiembre setembro set settembre sett",
            "october oct octobre oktober okt octubre outubro out ottobre ott",
            "november nov novembre noviembre novembro",
            "december dec décembre déc decembre dezember dez diciembre dic dezembro dicembre",
        ),
        start=1,
    )
    for word in words.split()
}

# A season stands for its months on the northern half of the earth. Winter stays inside its year, as in
# academic terms ("Winter 2020" is January and February 2020), so that no range jumps over New Year.
SEASONS: dict[str, tuple[int, int]] = {
    **dict.fromkeys(sorted(word_set("spring printemps frühjahr frühling primavera lente")), (3, 5)),
    **dict.fromkeys(sorted(word_set("summer été ete sommer verano verão estate zomer")), (6, 8)),
    **dict.fromkeys(sorted(word_set("fall autumn automne herbst otoño outono autunno herfst")), (9, 11)),
    **dict.fromkeys(sorted(word_set("winter hiver invierno inverno")), (1, 2)),
    **dict.fromkeys(sorted(word_set("h1 s1")), (1, 6)),
    **dict.fromkeys(sorted(word_set("h2 s2")), (7, 12)),
    **{f"{letter}{n}": (3 * n - 2, 3 * n) for letter in "qt" for n in range(1, 5)},
}

# Between two dates. The one-letter words are safe because a date must stand on both sides.
SEPARATORS = (
    r"[-–—−‐‑―~→>/]+|to|t o|until|till|til|through|thru|bis|zum|à|a|au|jusqu[’']?(?:à|en|au)?|al|hasta"
    r"|até|ate|ao|fino\s+a[ld]?|tot(?:\s+en\s+met)?|t/m|up\s+to"
)

PRESENT = (
    r"present(?:\s+(?:day|time))?|(?:the\s+)?current(?:ly)?(?:\s+(?:position|role|job))?|now|to-?day|to\s?date|date|ongoing|on-going|still|in\s+progress|continuing"
    r"|heute|jetzt|aktuell|gegenwart|laufend|dato|fortlaufend|dauert\s+an"
    r"|aujourd[’']?\s?hui|auj(?:\.|(?!\w))|présent|actuel(?:lement)?|en\s+cours|ce\s+jour|maintenant"
    r"|(?:la\s+)?actualidad|la\s+actual|actual(?:mente)?|presente|hoy|la\s+fecha|en\s+curso|ahora"
    r"|(?:o\s+)?(?:momento|presente)|atualidade|atual(?:mente)?|hoje|agora|em\s+curso|data\s+atual|dias?\s+(?:atuais|de\s+hoje)"
    r"|oggi|attual(?:e|mente)|att(?:\.|(?!\w))|in\s+corso|ad\s+oggi"
    r"|heden|nu|vandaag|huidig|doorlopend"
)

PARTS_OF_YEAR = (
    r"early|mid|late|beginning\s+of|end\s+of|anfang|mitte|ende|début|mi|fin|principios\s+de|mediados\s+de"
    r"|finales\s+de|início\s+de|meados\s+de|fim\s+de|inizio|metà|fine|begin|half|medio|eind"
)
"""Between a separator and a year; the precision stays the year ("early 2019 – late 2020")."""

SINCE = (
    r"since|as\s+of|starting(?:\s+in)?|ongoing\s+from|seit|ab|depuis(?:\s+le)?|à\s+partir\s+de"
    r"|desde|a\s+partir\s+de|dal|da|sinds|vanaf"
)
