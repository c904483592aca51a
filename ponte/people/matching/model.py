# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The weights of evidence, as data with a version: log2 of how much likelier a level is for one person than for two.

After Fellegi and Sunter (1969), with two departures. The evidence of a name comes from its words and their rarity.
And fields that say the same thing twice are not counted twice: see `TOGETHER`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

import numpy as np

from ponte.people.matching.levels import COMPARISONS, LEVEL_NAMES
from ponte.people.matching.likeness import Band
from ponte.people.matching.names.likeness import FEWEST_PEOPLE, Bits

# The share of those taken for another, that are strangers.
STRANGERS: Final = 0.55
# Fields that follow from one another: the strongest counts in full, the others in part.
TOGETHER: Final = {
    "place": (("address", "postcode", "municipality"), 0.6),
    "origin": (("birth_place", "birth_country", "citizenship"), 0.3),
}


@dataclass(frozen=True)
class Model:
    """`weights[field][level]` in bits; a band is reached at `bands[band]` bits after the prior.

    `offset` is what sharing a key says already; `unplaced[n]` is for n words that neither name has a place for.
    """

    version: str
    offset: float
    slope: float
    most_of_name: float
    unplaced: Bits
    weights: Mapping[str, Bits]
    bands: Mapping[Band, float]

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> "Model":
        """Raises `KeyError` where a field has a level that the comparisons do not know."""
        weights: dict[str, Bits] = {}
        for field in COMPARISONS:
            column = np.zeros(len(LEVEL_NAMES[field]), np.float32)
            for level, bits in data["fields"][field].items():
                column[_position(field, level)] = bits
            weights[field] = column
        return cls(
            version=data["version"],
            offset=data["offset"],
            slope=data["name"]["slope"],
            most_of_name=data["name"]["most"],
            unplaced=np.asarray(data["name"]["unplaced"], np.float32),
            weights=weights,
            bands={Band(name): bits for name, bits in data["bands"].items()},
        )

    def written(self) -> dict[str, Any]:
        """What `read` reads."""
        return {
            "version": self.version,
            "offset": round(float(self.offset), 2),
            "name": {
                "slope": float(self.slope),
                "most": float(self.most_of_name),
                "unplaced": [round(float(bits), 2) for bits in self.unplaced],
            },
            "fields": {
                field: {
                    level: round(float(bits), 2)
                    for level, bits in zip(LEVEL_NAMES[field][1:], column[1:], strict=True)
                }
                for field, column in self.weights.items()
            },
            "bands": {str(band): bits for band, bits in self.bands.items()},
        }

    def prior(self, people: int) -> float:
        """Before any comparison, in bits: that a given one of so many people is the one, and that a key is shared.

        Ten times as many people bring ten times as many strangers who look alike, but each no more relatives and
        namesakes: so it falls less than people grow.
        """
        more = np.log2(max(people, FEWEST_PEOPLE) / FEWEST_PEOPLE)
        return self.offset - float(np.log2(FEWEST_PEOPLE) + STRANGERS * more)

    def band(self, bits: float) -> Band:
        """`bits` after the prior."""
        for band in (Band.SAME, Band.LIKELY, Band.POSSIBLE):
            if bits >= self.bands[band]:
                return band
        return Band.UNLIKELY

    def bands_of(self, bits: Bits) -> list[Band]:
        """`band`, of many."""
        order = (Band.SAME, Band.LIKELY, Band.POSSIBLE)
        reached = sum((bits >= self.bands[band]).astype(np.int8) for band in order)
        steps = (Band.UNLIKELY, *reversed(order))
        return [steps[step] for step in np.asarray(reached).tolist()]


def _position(field: str, level: str) -> int:
    try:
        return LEVEL_NAMES[field].index(level)
    except ValueError:
        raise KeyError(f"the model weighs {field}.{level}, which is no level of that comparison") from None


@cache
def delivered() -> Model:
    """The model that comes with Ponte."""
    return Model.read(json.loads(files("ponte.people.matching").joinpath("data/model.json").read_text()))
