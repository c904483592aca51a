# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which pairs with a key in common are worth comparing: by points that are cheap to count, in rough bits.

They weigh what the model weighs, dates, sex, citizenship, place and the sounds of the names, without a look at a
letter. For columns and for SQL, the same.
"""

from typing import Final

import numpy as np
import numpy.typing as npt

from ponte.people.matching.encoding import Traits
from ponte.people.matching.table_keys import Kind

Rows = npt.NDArray[np.int32]
Kinds = npt.NDArray[np.uint8]
Flags = npt.NDArray[np.bool_]

LEAST: Final = -8
# A paper in common is always worth it, a telephone nearly.
OF_PAPER, OF_NUMBER = 100, 10
SAME_DATE, SWAPPED, SAME_YEAR, PARTLY, OTHER_DATE = 9, 8, 4, 2, -4
OTHER_YEAR, NEAR_YEAR, FAR_YEAR, NEAR = 3, -3, -7, 2
OTHER_SEX, OTHER_ORIGIN = -5, -6
SAME_PLACE, OTHER_PLACE = 1, -2
# What all sounds of the shorter name, and all of the longer one, say; and where none is in common.
OF_SHORTER, OF_LONGER, NO_SOUND = 13.0, 8.5, -24

SQL: Final = f"""
CASE a.kind WHEN {int(Kind.PAPER)} THEN {OF_PAPER} WHEN {int(Kind.NUMBER)} THEN {OF_NUMBER} ELSE 0 END
+ CASE WHEN a.year = 0 OR b.year = 0 THEN 0
    WHEN a.year = b.year THEN CASE WHEN a.day = 0 OR b.day = 0 THEN {SAME_YEAR}
        WHEN a.day = b.day AND a.month = b.month THEN {SAME_DATE}
        WHEN a.day = b.month AND a.month = b.day THEN {SWAPPED}
        WHEN a.day = b.day OR a.month = b.month THEN {PARTLY}
        ELSE {OTHER_DATE} END
    WHEN a.day > 0 AND a.day = b.day AND a.month = b.month THEN {OTHER_YEAR}
    WHEN abs(a.year - b.year) <= {NEAR} THEN {NEAR_YEAR}
    ELSE {FAR_YEAR} END
+ CASE WHEN a.sex = 0 OR b.sex = 0 OR a.sex = b.sex THEN 0 ELSE {OTHER_SEX} END
+ CASE WHEN a.origin = 0 OR b.origin = 0 OR (a.origin & b.origin) <> 0 THEN 0 ELSE {OTHER_ORIGIN} END
+ CASE WHEN a.place = 0 OR b.place = 0 THEN 0 WHEN a.place = b.place THEN {SAME_PLACE} ELSE {OTHER_PLACE} END
+ CASE WHEN a.sounds = 0 OR b.sounds = 0 THEN 0
    ELSE bit_count(a.sketch & b.sketch) * (CAST({OF_SHORTER} AS DOUBLE) / least(a.sounds, b.sounds)
        + CAST({OF_LONGER} AS DOUBLE) / greatest(a.sounds, b.sounds)) + {NO_SOUND} END
>= {LEAST}
"""


def worth_it(traits: Traits, one: Rows, other: Rows, kinds: Kinds) -> Flags:
    """For each pair of rows and the kind of the key in common."""
    points = np.where(kinds == Kind.PAPER, OF_PAPER, np.where(kinds == Kind.NUMBER, OF_NUMBER, 0))
    points += _of_dates(traits, one, other)
    sex, other_sex = traits.sex[one], traits.sex[other]
    points += OTHER_SEX * ((sex != other_sex) & (sex > 0) & (other_sex > 0))
    origin, other_origin = traits.origin[one], traits.origin[other]
    points += OTHER_ORIGIN * (((origin & other_origin) == 0) & (origin != 0) & (other_origin != 0))
    place, other_place = traits.place[one], traits.place[other]
    points += np.where(place == other_place, SAME_PLACE, OTHER_PLACE) * ((place > 0) & (other_place > 0))
    return np.asarray(points + _of_sounds(traits, one, other) >= LEAST)


def _of_dates(traits: Traits, one: Rows, other: Rows) -> npt.NDArray[np.int_]:
    year, other_year = traits.year[one], traits.year[other]
    day, other_day, month, other_month = traits.day[one], traits.day[other], traits.month[one], traits.month[other]
    full = (day > 0) & (other_day > 0)
    same_day, same_month = day == other_day, month == other_month
    swapped = (day == other_month) & (month == other_day)
    partly = np.where(same_day | same_month, PARTLY, OTHER_DATE)
    of_one_year = np.where(same_day & same_month, SAME_DATE, np.where(swapped, SWAPPED, partly))
    near = np.where(np.abs(year - other_year) <= NEAR, NEAR_YEAR, FAR_YEAR)
    of_two = np.where(full & same_day & same_month, OTHER_YEAR, near)
    points = np.where(year == other_year, np.where(full, of_one_year, SAME_YEAR), of_two)
    return np.where((year > 0) & (other_year > 0), points, 0)


def _of_sounds(traits: Traits, one: Rows, other: Rows) -> npt.NDArray[np.float64]:
    here, there = traits.sounds[one], traits.sounds[other]
    common = np.bitwise_count(traits.sketch[one] & traits.sketch[other])
    shorter, longer = np.maximum(np.minimum(here, there), 1), np.maximum(np.maximum(here, there), 1)
    points = common * (OF_SHORTER / shorter + OF_LONGER / longer) + NO_SOUND
    return np.where((here > 0) & (there > 0), points, 0)
