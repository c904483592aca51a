# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which word may be short for another: an initial, or what is left of a name when its beginning or end is."""

from typing import Final

import numpy as np
import numpy.typing as npt

from ponte.people.matching.names.vocabulary import NO_WORD, Form, Ids, Vocabulary

FEWEST_LETTERS: Final = 3


def may_be_short(vocabulary: Vocabulary, left: Ids, right: Ids) -> npt.NDArray[np.bool_]:
    """For each pair of rows of word numbers: whether a word of the one may stand for a word of the other."""
    found = np.zeros(len(left), bool)
    for one in left.T:
        for other in right.T:
            rows = np.flatnonzero((one != NO_WORD) & (other != NO_WORD) & ~found)
            distinct, back = np.unique(one[rows].astype(np.int64) << 32 | other[rows], return_inverse=True)
            short = [
                _is_short(vocabulary.forms[pair >> 32], vocabulary.forms[pair & 0xFFFFFFFF])
                for pair in distinct.tolist()
            ]
            found[rows] = np.array(short, bool)[back]
    return found


def _is_short(one: tuple[Form, ...], other: tuple[Form, ...]) -> bool:
    return any(_stands_for(*sorted((a.spelling, b.spelling), key=len)) for a in one for b in other)


def _stands_for(short: str, whole: str) -> bool:
    if len(short) == 1:
        return whole.startswith(short)
    return len(short) >= FEWEST_LETTERS and (whole.startswith(short) or whole.endswith(short))
