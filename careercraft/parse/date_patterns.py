"""The shapes of a single date: patterns only, in the order in which `dates` tries them."""

from __future__ import annotations

import re

NAMED = re.compile(
    r"""
    (?<!\w)
    (?:(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|\.|º|ª)?[ ](?:de\s|of\s)?)?            # 15 | 1er | 15. | 1st of
    (?P<name>[^\W\d_]{3,10})\.?                                               # January | Sept. | März
    (?:\s(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?\s?,)?                             # January 15, 2020
    (?:\s?[,/\-–]\s?|\s{1,3}(?:(?:de|del|of)\s)?)?                            # Jan 2020 | Jan, 2020 | enero de 2020
    (?P<year>(?:19|20)\d\d|['’‘]\s?\d\d|(?<=[-/])\d\d)                        # 2020 | '18 | Jan-18
    (?!\d)
    """,
    re.VERBOSE,
)
YEAR_NAMED = re.compile(
    r"""
    (?<![\d/.-])(?P<year>(?:19|20)\d\d)
    [-/](?P<name>[^\W\d_]{3,10})\.?                  # 2019-Mar
    (?!\w|[ ,]{0,2}(?:(?:de|del|of)[ ])?['’]?\d)                          # "2015-May 2018" is a period
    """,
    re.VERBOSE,
)
ISO = re.compile(
    r"""
    (?<![\d/.-])(?P<year>(?:19|20)\d\d)
    (?P<sep>[-/.])(?P<month>0[1-9]|1[0-2]|[1-9])     # 2019-03 | 2019/3
    (?:(?P=sep)(?P<day>[0-3]?\d))?                   # 2019-03-15
    (?![\d]|[/.]\d)
    """,
    re.VERBOSE,
)
NUMERIC = re.compile(
    r"""
    (?<![\d/.,-])
    (?:(?P<first>[0-3]?\d)(?:\s?[/-]\s?|\.\s?(?=\d\d?\.)))?   # the day, or the month in the American order
    (?P<second>[0-3]?\d)(?:\s?[/-]\s?|\.)                    # the month; "2. 2014" is a list number and a year
    (?P<year>(?:19|20)\d\d)(?!\d|[.,]\d)
    """,
    re.VERBOSE,
)
SEASON = re.compile(
    r"(?<!\w)(?P<name>[^\W\d_]{3,10}|[QqT][1-4]|[HS][12])[\s,'’/-]{1,2}(?P<year>(?:19|20)\d\d|\d\d)(?!\d)"
)
SUMMERS = re.compile(
    r"""
    (?<!\w)(?P<name>[^\W\d_]{3,9})s\b(?:\sof\b|\sbetween\b|\sfrom\b|,|:)?\s?\(?     # Summers | Summers of | summers,
    (?P<first>(?:19|20)\d\d)
    (?:(?:,\s?(?:19|20)\d\d)*,?\s?(?:[-–—/&,]|to|and|through)\s?(?P<last>(?:19|20)\d\d))?   # – 2017 | , 2016 and 2017
    (?!\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)
PLACE_ENDS = frozenset({"spring", "fall"})
"""In "Colorado Springs, 2015 – 2017" and "Sioux Falls" they are no season: these two must be set off."""
SET_OFF = re.compile(r"(?:^|[\n(|•·–—,;:-])\s*$")
SHORT = re.compile(r"(?<![\d/.$€£])(?P<month>0?[1-9]|1[0-2])/(?P<year>\d\d)(?![\d/])")
YEAR = re.compile(r"(?<![\w$€£#.,/+-])(?<!\d:)(?P<year>19[4-9]\d|20[0-4]\d)(?!\w|[.,:]\d|\s?[%+€$£])")
LOOSE_YEAR = re.compile(r"(?<=[-–—/])(?<!\b\d{3}-)(?P<year>19[4-9]\d|20[0-4]\d)(?!\w|[.,:]\d|\s?[%+€$£])")
QUOTED_YEAR = re.compile(r"(?<!\w)['’‘](?P<year>\d\d)(?!\w)")
