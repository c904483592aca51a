# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Names with their frequencies and the ways in which operators write each.

A pool is written as text: entries are separated by commas or line ends, most common first. An entry is
`native=latin/latin/...`, the canonical romanisation first; without `=`, the pool's romaniser writes it.
`^N` at the end of an entry gives it N per cent of the pool; the others share the rest by rank.
"""

import random
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

Romaniser = Callable[[str], Sequence[str]]

MAX_VARIANTS = 4
VARIANT_SHARES = ((1.0,), (0.8, 0.2), (0.68, 0.2, 0.12), (0.58, 0.21, 0.13, 0.08))


class Token(NamedTuple):
    """One name part, and one way of writing it in Latin letters."""

    native: str
    latin: str


NOTHING = Token("", "")


class Entry(NamedTuple):
    """One name part with all its romanisations, canonical first, and its share if it is not left to its rank."""

    native: str
    latin: tuple[str, ...]
    share: float | None = None


LETTERS_APART = str.maketrans({
    "ł": "l", "Ł": "L", "đ": "dj", "Đ": "Dj", "ı": "i", "ø": "o", "Ø": "O", "æ": "ae", "ß": "ss",
    "ə": "e", "Ə": "E", "ɛ": "e", "ɔ": "o", "Ɛ": "E", "Ɔ": "O", "\u2019": "'",
})  # fmt: skip


def without_marks(text: str) -> str:
    """Latin letters as they are on an Italian keyboard."""
    plain = unicodedata.normalize("NFD", text.translate(LETTERS_APART))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def latin(native: str) -> tuple[str, ...]:
    """Operators leave foreign marks out more often than they find them."""
    return tuple(dict.fromkeys((without_marks(native), native)))


def parse(text: str, romanise: Romaniser = latin) -> list[Entry]:
    """Entries of a pool's text. A name that comes twice is kept where it came first."""
    entries: dict[str, Entry] = {}
    for line in text.splitlines():
        for item in line.split(","):
            body, _, share = item.strip().partition("^")
            if not body:
                continue
            native, _, written = body.partition("=")
            if written:
                variants: Sequence[str] = written.split("/")
            elif "/" in native:  # a Latin name with its spellings
                spellings = native.split("/")
                native = spellings[0]
                variants = [*romanise(native), *spellings[1:]]
            else:
                variants = romanise(native)
            native = unicodedata.normalize("NFC", native)
            chosen = tuple(dict.fromkeys(unicodedata.normalize("NFC", one) for one in variants))
            entries.setdefault(native, Entry(native, chosen[:MAX_VARIANTS], float(share) / 100 if share else None))
    return list(entries.values())


def cross(firsts: Iterable[Entry], seconds: Iterable[Entry], joint: str = "", lower: bool = False) -> list[Entry]:
    """Every first with every second, the most common pairs first; `lower` for a second half inside a word."""
    heads, tails = list(firsts), list(seconds)
    ranked = sorted(
        ((i + 1) * (j + 1), i, j) for i, a in enumerate(heads) for j, b in enumerate(tails) if a.native != b.native
    )
    made: dict[str, Entry] = {}
    for _, i, j in ranked:
        a, b = heads[i], tails[j]
        pairs = sorted((m + n, m, n) for m in range(len(a.latin)) for n in range(len(b.latin)))
        written = [a.latin[m] + joint + (b.latin[n].lower() if lower else b.latin[n]) for _, m, n in pairs]
        native = a.native + joint + b.native
        made.setdefault(native, Entry(native, tuple(dict.fromkeys(written))[:MAX_VARIANTS]))
    return list(made.values())


class Pool:
    """Weighted tokens, Zipf-like by rank, drawn many at a time."""

    def __init__(
        self, entries: Iterable[Entry], flatness: float = 3.0, slope: float = 1.0, canonical: float = 0.0
    ) -> None:
        """`canonical` lifts the share of everyone's first romanisation to at least so much."""
        self.entries = list({entry.native: entry for entry in reversed(list(entries))}.values())[::-1]
        self.variants = {entry.native: entry.latin for entry in self.entries}
        self._ranks = {entry.native: rank for rank, entry in enumerate(self.entries)}
        fixed = sum(entry.share or 0.0 for entry in self.entries)
        ranks = [0.0 if entry.share else (rank + flatness) ** -slope for rank, entry in enumerate(self.entries)]
        unit = (1.0 - fixed) / (sum(ranks) or 1.0)
        self._tokens: list[Token] = []
        weights: list[float] = []
        for entry, rank in zip(self.entries, ranks, strict=True):
            shares: tuple[float, ...] = VARIANT_SHARES[len(entry.latin) - 1]
            if shares[0] < canonical:
                rest = (1.0 - canonical) / (1.0 - shares[0])
                shares = (canonical, *(share * rest for share in shares[1:]))
            for variant, share in zip(entry.latin, shares, strict=True):
                self._tokens.append(Token(entry.native, variant))
                weights.append((entry.share or rank * unit) * share)
        self._cumulated = list(accumulate(weights))

    def __len__(self) -> int:
        return len(self.entries)

    def rank(self, native: str) -> int:
        """Place among the entries; paired pools of men's and women's forms have the same places."""
        return self._ranks[native]

    def __contains__(self, native: str) -> bool:
        return native in self.variants

    def draw(self, rng: random.Random, count: int) -> list[Token]:
        return rng.choices(self._tokens, cum_weights=self._cumulated, k=count)

    def one(self, rng: random.Random) -> Token:
        return self.draw(rng, 1)[0]

    def written(self, native: str, text: str, at_end: bool = False) -> str | None:
        """Which romanisation of `native` begins (or ends) `text`, the longest if there are several."""
        words = f" {text} "
        fits = [
            variant
            for variant in self.variants.get(native, ())
            if (words.endswith(f" {variant} ") if at_end else words.startswith(f" {variant} "))
        ]
        return max(fits, key=len, default=None)


def affixed(entries: Iterable[Entry], before: str = "", after: str = "") -> list[Entry]:
    """The same names ready to be joined to another without a look at whether they are blank."""
    return [
        Entry(f"{before}{entry.native}{after}", tuple(f"{before}{one}{after}" for one in entry.latin))
        for entry in entries
    ]


def optional(entries: Iterable[Entry], share: float, before: str = " ", after: str = "") -> Pool:
    """A part that only `share` of the people have, blank for the others."""
    return Pool([Entry("", ("",), 1.0 - share), *affixed(entries, before, after)])
