# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pairs of records scored: names and fields weighed together, and what families share not taken for identity."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from ponte.people.matching.levels import COMPARISONS, LEVEL_NAMES, Levels, Rows
from ponte.people.matching.likeness import Band
from ponte.people.matching.model import TOGETHER, Model
from ponte.people.matching.names.comparing import NOTHING_ALIKE, NameComparer
from ponte.people.matching.names.likeness import Bits, Rarity
from ponte.people.matching.names.shortening import may_be_short
from ponte.people.matching.names.vocabulary import NO_WORD, Ids, Vocabulary
from ponte.people.matching.table import MOST_NAMES, Numbers, RecordTable

Flags = npt.NDArray[np.bool_]
Vectors = npt.NDArray[np.int16]

FIELDS: Final = tuple(COMPARISONS)
NAME: Final = "name"
BEFORE_LEVELS: Final = 2
# What people of one household have in common.
SHARED_AT_HOME: Final = ("phone", "email", "address", "postcode", "municipality", "household")
GENERATION: Final = 12
SIBLINGS_BIRTH: Final = 6.0
# Who may as well be a twin, or a parent of the same name, stays so many bits below *likely*: people decide.
RELATIVES_BELOW: Final = 0.5
RELATIVES_AMONG_NEIGHBOURS: Final = 0.02
HOMES: Final = 50_000
OTHER_BIRTH: Final = LEVEL_NAMES["birth"].index("different")
# Of so few nothing can be told.
FEW_HOMES: Final = 100
SEED: Final = 20211231


@dataclass(frozen=True, slots=True)
class Scored:
    """`bits` without the prior; `name` is the part of the names, `levels` has a column for each of `FIELDS`."""

    bits: Bits
    name: Bits
    unplaced: Ids
    levels: Levels
    given_apart: Flags
    generations: Flags

    def vectors(self) -> Vectors:
        """What is kept of a comparison: names in whole bits, words unplaced, the level of each field, and a number
        that says whether given names (1) and generations (2) are apart. `of_vectors` takes it back."""
        family = self.given_apart + 2 * self.generations.astype(np.int16)
        return np.column_stack([np.rint(self.name), self.unplaced, self.levels, family]).astype(np.int16)

    def vector(self, at: int) -> tuple[int, ...]:
        return tuple(self.rows(np.array([at])).vectors()[0].tolist())

    @classmethod
    def of_vectors(cls, vectors: Vectors) -> "Scored":
        """Comparisons as they were kept, to be weighed anew: their `bits` are 0."""
        family = vectors[:, -1]
        return cls(
            bits=np.zeros(len(vectors), np.float32),
            name=vectors[:, 0].astype(np.float32),
            unplaced=vectors[:, 1].astype(np.int32),
            levels=vectors[:, BEFORE_LEVELS:-1].astype(np.uint8),
            given_apart=(family & 1).astype(bool),
            generations=(family & 2).astype(bool),
        )

    def rows(self, at: Rows) -> "Scored":
        return Scored(*(getattr(self, name)[at] for name in self.__slots__))


class Scorer:
    """Scores pairs of rows of tables that share `vocabulary`; `rarity` is that of the people compared with."""

    def __init__(self, model: Model, vocabulary: Vocabulary, rarity: Rarity, *, families: bool = True) -> None:
        self.model = model
        self.families = families
        self.people = round(2**rarity.unseen)
        self.comparer = NameComparer(vocabulary, rarity.of(vocabulary))

    def score(
        self, left: RecordTable, i: Rows, right: RecordTable, j: Rows, *, only_shown: bool = False,
        at_least: float | None = None,
    ) -> Scored:  # fmt: skip
        """With `only_shown`, what cannot be shown whatever the names say has none of them compared: it is not shown,
        and its bits say no more. `at_least` does the same for what cannot have so many bits however rare the words of
        its names are."""
        levels = np.stack([compare(left, i, right, j) for compare in COMPARISONS.values()], axis=1)
        generations = _generations_apart(left, i, right, j)
        given_apart = np.zeros(len(i), bool)
        name = np.full(len(i), NOTHING_ALIKE, np.float32)
        unplaced = np.zeros(len(i), np.int32)
        rows = np.arange(len(i))
        # What is not shown even among few people need not be looked at further.
        least = np.float32(self.model.bands[Band.POSSIBLE] - self.model.prior(self.people if only_shown else 0))
        if only_shown:
            most = np.full(len(i), self.model.most_of_name / self.model.slope, np.float32)
            rows = np.flatnonzero(self.weighed(most, unplaced, levels, given_apart, generations) >= least)
        elif at_least is not None:
            least = np.float32(at_least)
            most = np.minimum(self._most_of_names(left)[i], self._most_of_names(right)[j])
            rows = np.flatnonzero(self.weighed(most, unplaced, levels, given_apart, generations) >= least)
        name[rows], unplaced[rows] = self.names(left, i[rows], right, j[rows])
        bits = self.weighed(name, unplaced, levels, given_apart, generations)
        rows = np.flatnonzero(bits >= least)
        given_apart[rows] = self.given_names_apart(left, i[rows], right, j[rows])
        given_apart[rows] |= (unplaced[rows] > 0) & ~(_tells_given(left, i[rows]) | _tells_given(right, j[rows]))
        rows = np.flatnonzero(given_apart)
        bits[rows] = self.weighed(name[rows], unplaced[rows], levels[rows], given_apart[rows], generations[rows])
        return Scored(bits, name, unplaced, levels, given_apart, generations)

    def _most_of_names(self, table: RecordTable) -> Bits:
        """What agreement on all words of a record's longest name would say: no other name says more of it."""
        return np.asarray(self.comparer.most(table.names).max(1))

    def again(self, scored: Scored) -> Bits:
        """The same pairs by the weights of the model as it is now."""
        return self.weighed(scored.name, scored.unplaced, scored.levels, scored.given_apart, scored.generations)

    def names(self, left: RecordTable, i: Rows, right: RecordTable, j: Rows) -> tuple[Bits, Ids]:
        """The best of every name of the one against every name of the other, and how many words stay unplaced."""
        best = np.full(len(i), -np.inf, np.float32)
        unplaced = np.zeros(len(i), np.int32)
        asked = [
            (np.flatnonzero((left.names[i, one, 0] != NO_WORD) & (right.names[j, other, 0] != NO_WORD)), one, other)
            for one in range(MOST_NAMES)
            for other in range(MOST_NAMES)
        ]
        asked = [(rows, one, other) for rows, one, other in asked if len(rows)]
        if not asked:
            return np.zeros(len(i), np.float32), unplaced
        bits, alone = self.comparer.compared(
            np.concatenate([left.names[i[rows], one] for rows, one, _ in asked]),
            np.concatenate([right.names[j[rows], other] for rows, _, other in asked]),
        )
        start = 0
        for rows, _, _ in asked:
            part, left_alone = bits[start : start + len(rows)], alone[start : start + len(rows)]
            better = part > best[rows]
            best[rows[better]], unplaced[rows[better]] = part[better], left_alone[better]
            start += len(rows)
        return np.where(np.isinf(best), np.float32(0), best), unplaced

    def weighed(self, name: Bits, unplaced: Ids, levels: Levels, given_apart: Flags, generations: Flags) -> Bits:
        """The evidence of name and fields together."""
        total = np.zeros(len(name), np.float32)
        for _, bits in self._parts(name, unplaced, levels, given_apart, generations):
            total += bits
        return total

    def parts(self, scored: Scored) -> dict[str, Bits]:
        """What `NAME` and each of `FIELDS` contribute to the bits."""
        found = dict.fromkeys((NAME, *FIELDS), np.zeros(len(scored.bits), np.float32))
        of_each = self._parts(scored.name, scored.unplaced, scored.levels, scored.given_apart, scored.generations)
        for part, bits in of_each:
            found[part] = found[part] + bits
        return found

    def against_names(self, scored: Scored) -> Bits:
        """What words that only one side has say, part of what `NAME` contributes."""
        return self._unplaced(scored.unplaced)

    def _unplaced(self, words: Ids) -> Bits:
        return self.model.unplaced[np.minimum(words, len(self.model.unplaced) - 1)]

    def _parts(
        self, name: Bits, unplaced: Ids, levels: Levels, given_apart: Flags, generations: Flags
    ) -> Iterator[tuple[str, Bits]]:
        part = {field: self.model.weights[field][levels[:, at]] for at, field in enumerate(FIELDS)}
        proven = np.zeros(len(name), bool)
        for field in ("document", "fiscal_code"):
            proven |= part[field] > 0
        # Twins, a parent and a child of one name: what their household shares says nothing of who they are.
        family = (given_apart | generations) & ~proven & self.families
        for field in SHARED_AT_HOME:
            part[field] = np.where(family, np.minimum(part[field], 0), part[field])
        part["birth"] = np.where(
            given_apart & family, np.minimum(part["birth"], np.float32(SIBLINGS_BIRTH)), part["birth"]
        )
        relatives = family & (given_apart | (levels[:, FIELDS.index("birth")] == OTHER_BIRTH))
        most = np.float32(self.model.bands[Band.LIKELY] - RELATIVES_BELOW - self.model.prior(self.people))
        total = np.zeros(len(name), np.float32)
        for of, bits in self._counted(name, unplaced, part):
            total += bits
            yield of, bits
        yield NAME, np.where(relatives, np.minimum(most - total, 0), np.float32(0))

    def _counted(self, name: Bits, unplaced: Ids, part: dict[str, Bits]) -> Iterator[tuple[str, Bits]]:
        """Names and fields, those that follow from one another not twice."""
        yield NAME, np.clip(name * np.float32(self.model.slope), None, self.model.most_of_name)
        yield NAME, self._unplaced(unplaced)
        for fields, share in TOGETHER.values():
            for side in (np.maximum, np.minimum):
                said = {field: side(part.pop(field) if side is np.minimum else part[field], 0) for field in fields}
                strongest = np.abs(np.stack(list(said.values()))).argmax(0)
                for at, (field, bits) in enumerate(said.items()):
                    yield field, np.where(strongest == at, bits, np.float32(share) * bits)
        yield from part.items()

    def given_names_apart(self, left: RecordTable, i: Rows, right: RecordTable, j: Rows) -> Flags:
        """Where both say which name is the given one, and neither is like any word of the other's names
        nor short for it."""
        apart: Flags = (left.given[i, 0] != NO_WORD) & (right.given[j, 0] != NO_WORD)
        rows = np.flatnonzero(apart)
        if not len(rows):
            return apart
        alike = np.full(len(rows), -np.inf, np.float32)
        sides = [
            (given, names)
            for at in range(MOST_NAMES)
            for given, names in (
                (left.given[i[rows]], right.names[j[rows], at]),
                (right.given[j[rows]], left.names[i[rows], at]),
            )
            if (names[:, 0] != NO_WORD).any()
        ]
        bits = self.comparer.bits(
            np.concatenate([given for given, _ in sides]), np.concatenate([n for _, n in sides])
        )
        for at, (_, names) in enumerate(sides):
            part = bits[at * len(rows) : (at + 1) * len(rows)]
            alike = np.maximum(alike, np.where(names[:, 0] != NO_WORD, part, -np.inf))
        apart[rows] = alike <= 0
        rows = np.flatnonzero(apart)
        apart[rows] = ~may_be_short(self.comparer.vocabulary, left.given[i[rows]], right.given[j[rows]])
        return apart


def _tells_given(table: RecordTable, rows: Rows) -> Flags:
    """Where something is said of which word of the name is the given one."""
    return np.asarray(table.given[rows, 0] != NO_WORD)


def _generations_apart(left: RecordTable, i: Rows, right: RecordTable, j: Rows) -> Flags:
    year_a, year_b = left.year[i], right.year[j]
    return np.asarray((year_a > 0) & (year_b > 0) & (np.abs(year_a - year_b) >= GENERATION))


def families_live_here(scorer: Scorer, table: RecordTable) -> bool:
    """Whether these people live with relatives, so that twins and parents of one name are to be expected.

    Told from neighbours in one household, else with one telephone, else at one address, who have a name in common,
    other given names and are of another generation: where there are next to none, two people of one address and birth
    date with different given names are rather one, wrongly written.
    """
    for column in (table.household, table.phones[0], table.address):
        homes = _neighbours(column)
        if len(homes) < FEW_HOMES:
            continue
        i, j = homes[np.random.default_rng(SEED).permutation(len(homes))[:HOMES]].T
        told = _tells_given(table, np.arange(len(table))) & (table.year > 0)
        told_of_both = told[i] & told[j]
        i, j = i[told_of_both], j[told_of_both]
        if len(i) < FEW_HOMES:
            continue
        looked_at = len(i)
        generations = _generations_apart(table, i, table, j)
        i, j = i[generations], j[generations]
        relatives = (scorer.names(table, i, table, j)[0] > 0) & scorer.given_names_apart(table, i, table, j)
        return bool(relatives.sum() > RELATIVES_AMONG_NEIGHBOURS * looked_at)
    return True


def _neighbours(column: Numbers) -> Rows:
    """Rows that follow one another among those with one value."""
    order = np.argsort(column, kind="stable")
    same = (column[order[1:]] == column[order[:-1]]) & (column[order[1:]] > 0)
    return np.stack([order[:-1][same], order[1:][same]], axis=1)
