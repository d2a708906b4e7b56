"""The words of English time expressions, as data."""

from __future__ import annotations

_MONTHS = (
    "january february march april may june july august september october november "
    "december"
).split()
MONTHS = {name: n for n, name in enumerate(_MONTHS, 1)}
MONTH_SHORT = {name[:3]: n for name, n in MONTHS.items()} | {"sept": 9}
MONTH_ANY = MONTH_SHORT | MONTHS
# Names that are also other words or first names: alone they need more than a capital.
MONTH_DOUBTFUL = frozenset("may march april june august jan mar dec sun sat".split())

_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAYS = {name: n for n, name in enumerate(_WEEKDAYS, 1)}
WEEKDAY_SHORT = {
    "mon": 1,
    "tue": 2,
    "tues": 2,
    "wed": 3,
    "weds": 3,
    "thu": 4,
    "thur": 4,
    "thurs": 4,
    "fri": 5,
}
# "Black Friday", "Bloody Sunday": the name of one day, or of a thing.
WEEKDAY_NAMES = frozenset(
    "black bloody super good cyber ash easter palm holy maundy giving taco ruby".split()
)

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

# Unit: its letter in a TIMEX3 duration, and whether it is a time of day.
UNITS = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "night": "N",
    "week": "W",
    "weekend": "WE",
    "fortnight": "FN",
    "month": "MO",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "millennium": "MI",
}
UNIT_FORMS = (
    dict(UNITS.items())
    | {f"{name}s": code for name, code in UNITS.items()}
    | {"centuries": "CE", "millennia": "MI", "hrs": "H", "hr": "H", "mins": "M"}
    | {"secs": "S", "yrs": "Y", "yr": "Y", "wks": "W", "min": "M"}
)
PLURAL_UNITS = frozenset(
    form for form in UNIT_FORMS if form.endswith("s") or form == "millennia"
) - {"hrs", "mins", "secs", "yrs", "wks"}

PARTS_OF_DAY = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "mornings": "MO",
    "afternoons": "AF",
    "evenings": "EV",
    "nights": "NI",
    "dawn": "MO",
    "dusk": "EV",
    "noon": "NOON",
    "midday": "NOON",
    "midnight": "MIDNIGHT",
    "lunchtime": "MI",
    "daybreak": "MO",
    "nightfall": "EV",
    "predawn": "MO",
}


# Offsets in minutes, for the zones that English-language news prints.
ZONES = {
    "gmt": 0,
    "utc": 0,
    "bst": 60,
    "cet": 60,
    "cest": 120,
    "eet": 120,
    "eest": 180,
    "msk": 180,
    "ist": 330,
    "jst": 540,
    "kst": 540,
    "aest": 600,
    "aedt": 660,
    "est": -300,
    "edt": -240,
    "cst": -360,
    "cdt": -300,
    "mst": -420,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
    "akst": -540,
    "hst": -600,
}
# "ET" holds in winter and summer alike: which offset it is depends on the day.
LOOSE_ZONES = frozenset({"et", "ct", "mt", "pt", "eastern", "pacific", "central"})

ORDINALS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh "
        "twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
        "nineteenth twentieth".split(),
        1,
    )
}
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})

DECADE_WORDS = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}

ADVERB_SETS = {
    "daily": "P1D",
    "nightly": "P1D",
    "hourly": "PT1H",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "bimonthly": "P2M",
    "quarterly": "P3M",
    "yearly": "P1Y",
    "annual": "P1Y",
    "annually": "P1Y",
    "semiannual": "P6M",
    "semiannually": "P6M",
    "biennial": "P2Y",
}

PREFIXED_SETS = {
    "biweekly": "P2W",
    "bimonthly": "P2M",
    "biannual": "P6M",
    "semiweekly": "P3.5D",
    "semimonthly": "P0.5M",
    "semiannual": "P6M",
    "semiannually": "P6M",
}

PAST_PHRASES = (
    ("in", "the", "past"),
    ("the", "past"),
    ("recently",),
    ("lately",),
    ("the", "distant", "past"),
    ("until", "recently"),
)
PRESENT_PHRASES = (
    ("now",),
    ("right", "now"),
    ("currently",),
    ("at", "present"),
    ("presently",),
    ("nowadays",),
    ("these", "days"),
    ("at", "the", "moment"),
    ("at", "this", "time"),
    ("at", "this", "point"),
    ("for", "the", "time", "being"),
    ("to", "date"),
    ("to", "this", "day"),
    ("current",),
    ("today's", "world"),
)
FUTURE_PHRASES = (
    ("the", "future"),
    ("the", "near", "future"),
    ("the", "foreseeable", "future"),
    ("the", "coming", "days"),
    ("the", "coming", "weeks"),
    ("the", "coming", "months"),
    ("the", "coming", "years"),
    ("coming", "days"),
    ("coming", "weeks"),
    ("coming", "months"),
    ("coming", "years"),
)

EARLY = frozenset({"early"})
LATE = frozenset({"late"})
EDGE_START = frozenset({"beginning", "start", "dawn", "onset"})
EDGE_END = frozenset({"end", "close"})
EDGE_MIDDLE = frozenset({"middle"})

# After these a bare month or four digits are a time.
TIME_PREPOSITIONS = frozenset(
    "in since until till by from to of during before after between through throughout "
    "around circa early late mid and or for on last next this that through past as "
    "come back every each following ending ended beginning starting".split()
)
