# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ambiti, municipi and population of the sources, over the comuni that every installation knows."""

from datetime import date
from decimal import Decimal
from typing import Any

from babel.dates import format_date

from ponte.demo import sources
from ponte.network.areas import fold, load_lombardy, province_slug
from ponte.network.models import Area, AreaPopulation


def district_slug(name: str) -> str:
    return f"ambito-{name}"


def load() -> None:
    """Create or update the ambiti, the municipi and their figures."""
    load_lombardy()
    data = sources.read("areas")
    areas = Areas()
    for row in data["ambiti"]:
        _district(row, areas)
    for row in data["ambiti"]:
        if parent := row.get("parent"):
            district = areas[district_slug(row["slug"])]
            district.parent = areas[district_slug(parent)]
            district.save(update_fields=["parent"])
    for row in data["municipi"]:
        Area.objects.update_or_create(
            slug=row["slug"],
            defaults={"kind": Area.Kind.BOROUGH, "name": row["name"], "parent": areas[fold(row["comune"])]},
        )
    AreaPopulation.objects.bulk_create(
        _populations(data["population"], areas),
        update_conflicts=True,
        unique_fields=["area", "year", "foreign", "citizenship"],
        update_fields=["residents", "share", "source"],
    )


class Areas:
    """Every area by slug, read once; and by the ways in which the files name one."""

    def __init__(self) -> None:
        self.by_slug = {area.slug: area for area in Area.objects.all()}

    def __getitem__(self, slug: str) -> Area:
        if slug not in self.by_slug:
            raise LookupError(f"The files name the area {slug!r}, which is not known.")
        return self.by_slug[slug]

    def named(self, name: str | dict[str, Any]) -> Area:
        """A plain text is a comune; else `{ambito: …}`, `{municipio: …}`, `{province: …}`, `{region: true}`, …"""
        match name:
            case str():
                return self[fold(name)]
            case {"ambito": slug}:
                return self[district_slug(slug)]
            case {"municipio": number}:
                return self[f"milano-municipio-{number}"]
            case {"province": sign}:
                return self[province_slug(sign)]
            case {"metropolitan": True}:
                return self[province_slug("MI")]
            case {"region": True}:
                return self["lombardia"]
        raise LookupError(f"The files name an area as {name!r}, which is no way to name one.")


def _district(row: dict[str, Any], areas: Areas) -> None:
    """A former ambito (`until_told`) keeps its comuni apart from those of today's."""
    since, until = row.get("since_told"), row.get("until_told")
    period = f"fino a {_month(until)}" if until else f"da {_month(since)}" if since else ""
    district, _ = Area.objects.update_or_create(
        slug=district_slug(row["slug"]),
        defaults={
            "kind": Area.Kind.DISTRICT,
            "name": row["name"],
            "parent": areas[province_slug(row["province"])],
            "description": sources.text(row.get("description")),
            "period_note": period,
        },
    )
    areas.by_slug[district.slug] = district
    members = [areas[fold(comune["name"])] for comune in row["comuni"]]
    if until:
        district.former_member_municipalities.set(members)
    else:
        Area.objects.filter(pk__in=[area.pk for area in members]).update(district=district)


def _month(told: str) -> str:
    """`2018-12` in words, as the documents write it."""
    year, month = told.split("-")
    return str(format_date(date(int(year), int(month), 1), "MMMM y", locale="it"))


def _populations(rows: list[dict[str, Any]], areas: Areas) -> list[AreaPopulation]:
    """One for each group of people, which a source may give as a count, as a share, or as both."""
    groups: dict[tuple[str, int, bool, str], AreaPopulation] = {}
    for row in rows:
        slug = district_slug(row["area"]) if row["area_kind"] == "ambito" else fold(row["area"])
        measure, citizenship = row["measure"], row["citizenship"] or ""
        key = (slug, row["year"], measure != "residents", citizenship)
        if key not in groups:
            groups[key] = AreaPopulation(
                area=areas[slug],
                year=row["year"],
                foreign=measure != "residents",
                citizenship=citizenship,
                source=sources.document(row),
            )
        if measure.endswith("share"):
            groups[key].share = Decimal(str(row["value"]))
        else:
            groups[key].residents = row["value"]
    return list(groups.values())
