# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a Latin spelling sounds like, for ears that do not know which language it comes from.

`units` turns letters and digraphs into one character per sound; vowels keep only their colour (a, i, u).
`skeleton` keeps the consonants in coarse classes, which is what survives from one romanisation to the next.
"""

import re
from functools import lru_cache

# A capital stands for a sound that takes two letters: S sh, C ch, J j, X kh, G gh.
_DIGRAPHS = (
    ("tsch", "C"), ("schtsch", "S"), ("shch", "S"), ("sch", "S"), ("tch", "C"), ("tsh", "C"), ("dzh", "J"),
    ("chr", "kr"), ("cch", "k"), ("sz", "S"), ("cz", "C"), ("sh", "S"), ("ch", "C"), ("zh", "J"),
    ("dj", "J"), ("dz", "z"), ("kh", "X"), ("gh", "G"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("bh", "b"),
    ("ck", "k"), ("cq", "k"), ("qu", "k"), ("tz", "s"), ("ts", "s"), ("gn", "n"), ("ng", "ng"),
    ("oo", "u"), ("ou", "u"), ("ee", "i"), ("ea", "i"), ("ie", "i"), ("ei", "i"), ("ai", "i"), ("ay", "i"),
    ("au", "u"), ("ow", "u"), ("aw", "u"), ("ew", "u"), ("eu", "u"),
)  # fmt: skip
_DIGRAPH = re.compile("|".join(sorted({letters for letters, _ in _DIGRAPHS}, key=len, reverse=True)))
_UNIT_OF = dict(_DIGRAPHS)
_SOFT_SC = re.compile(r"sc(?=[ei])")
_SOFT_C = re.compile(r"c(?=[eiy])")
_SOFT_G = re.compile(r"g(?=[ei])")
_SEMIVOWEL_U = re.compile(r"^(?:ou|u|o)(?=[aei])")
_SEMIVOWEL_I = re.compile(r"^i(?=[aou])")
_INITIAL_X = re.compile(r"^xh?")
_REPEATED = re.compile(r"(.)\1+")
_LETTERS = str.maketrans({"c": "k", "q": "k", "e": "a", "o": "u", "y": "i", "x": "ks"})

_CLASSES = str.maketrans(
    {
        "b": "B", "p": "B", "f": "F", "v": "F", "t": "T", "d": "D", "s": "S", "z": "S", "S": "S", "C": "S",
        "J": "J", "j": "J", "g": "J", "G": "J", "k": "K", "X": "K", "m": "M", "n": "N", "l": "L", "r": "R",
        "h": None, "w": None, "y": None, "a": None, "i": None, "u": None,
    }
)  # fmt: skip


@lru_cache(maxsize=1 << 18)
def units(spelling: str) -> str:
    """One character per sound of a lower-case ASCII spelling: "youssef" and "yusuf" become "yusaf" and "yusuf".

    An apostrophe keeps two letters apart that would be one sound.
    """
    text = _INITIAL_X.sub("S", spelling)
    text = _SEMIVOWEL_U.sub("w", text)
    text = _SEMIVOWEL_I.sub("y", text)
    text = _SOFT_SC.sub("S", text)
    text = _DIGRAPH.sub(lambda found: _UNIT_OF[found[0]], text)
    text = _SOFT_C.sub("s", text)
    text = _SOFT_G.sub("J", text).replace("'", "")
    head, tail = text[:1], text[1:].translate(_LETTERS)
    if head not in {"y", "w"}:
        head = head.translate(_LETTERS)
    return _REPEATED.sub(r"\1", (head + tail).replace("j", "J"))


@lru_cache(maxsize=1 << 18)
def skeleton(sounds: str) -> str:
    """The consonants of `units` in coarse classes; A in front where the word begins with a vowel or breath.

    "Hassan", "Assan" and "Hasan" are one; so are "Shevchenko" and "Sevcenco".
    """
    kept = sounds.translate(_CLASSES)
    return f"A{kept}" if sounds[:1] in "aiuhwy" and sounds else kept
