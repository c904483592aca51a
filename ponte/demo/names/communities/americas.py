# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Latin America."""

from ponte.demo.names.chains import TwoSurnames
from ponte.demo.names.communities.building import both, community, interleaved, same, seconds
from ponte.demo.names.customs import Custom
from ponte.demo.names.data import brazilian, hispanic
from ponte.demo.names.pools import Pool, parse

_SPANISH_OWN = {
    "PE": (hispanic.PERU_FAMILIES, "", ""),
    "EC": (hispanic.ECUADOR_FAMILIES, "", ""),
    "BO": (hispanic.BOLIVIA_FAMILIES, "", ""),
    "SV": (hispanic.SALVADOR_FAMILIES, "", ""),
    "DO": (hispanic.DOMINICAN_FAMILIES, hispanic.DOMINICAN_MEN, hispanic.DOMINICAN_WOMEN),
    "CO": (hispanic.COLOMBIA_FAMILIES, "", ""),
    "CU": (hispanic.CUBA_FAMILIES, hispanic.CUBA_MEN, hispanic.CUBA_WOMEN),
}


@community(*(f"spa-{country}" for country in _SPANISH_OWN))
def _hispanic(key: str) -> Custom:
    families, men, women = _SPANISH_OWN[key.removeprefix("spa-")]
    given = {
        "M": Pool(interleaved(parse(men), parse(hispanic.MEN))),
        "F": Pool(interleaved(parse(women), parse(hispanic.WOMEN))),
    }
    surnames = same(interleaved(parse(families), parse(hispanic.FAMILIES)))
    return TwoSurnames(language="spa", given=given, family=surnames, second=seconds(given, 0.5))


@community("por-BR")
def _brazilian(key: str) -> Custom:
    given = both(brazilian.MEN, brazilian.WOMEN)
    surnames = same(parse(brazilian.FAMILIES))
    return TwoSurnames(
        language="por", given=given, family=surnames, second=seconds(given, 0.3), fathers_first=False, both=0.6
    )
