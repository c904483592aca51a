# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The report that ALA Milano published for 2021 comes out of the record, figure by figure.

`data/published-2021.json` holds every figure that the document publishes. The record is the example's; it
comes in as anybody's does, through the importer of people and register.
"""

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from ponte.demo import areas, indicators, network, published
from ponte.network.models import Organisation
from ponte.people.sheet import PeopleImport
from ponte.platform.spreadsheets import reading
from ponte.platform.spreadsheets.importing import SheetImport, run
from ponte.register.actions import void_intervention
from ponte.register.importing.sheet import RegisterImport
from ponte.register.models import Intervention, Participation
from ponte.reports import annual
from tests.support import system_role

pytestmark = pytest.mark.django_db

PUBLISHED = json.loads((Path(__file__).parent / "data" / "published-2021.json").read_text())
NOTES = {"tolerance", "note"}  # of whoever copied the document, not of a figure


@pytest.fixture
def record(tmp_path: Path) -> Organisation:
    """The organisation, with the example's network and its whole record."""
    sheets = published.rows()
    with system_role():
        areas.load()
        network.load()
        indicators.load()
        _import(PeopleImport(source="people"), sheets.people, tmp_path / "people.csv")
        _import(RegisterImport(), sheets.register, tmp_path / "register.csv")
    return Organisation.objects.get(slug=PUBLISHED["organisation"])


def _import(kind: SheetImport, rows: Sequence[dict[str, str]], path: Path) -> None:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)
    result = run(reading.read(path), kind)
    assert result.problems == []
    assert result.stored


def differences(report: dict[str, Any]) -> list[str]:
    """In words, what the report says otherwise than the document."""
    found: list[str] = []
    for part in ("services", "projects"):
        for slug, expected in PUBLISHED[part].items():
            section = report[part].get(slug, {})
            found += [
                f"{slug} {key}: {section.get(key)!r}, not {expected[key]!r}"
                for key in ("period", "status")
                if key in expected and section.get(key) != expected[key]
            ]
            if set(section.get("results", {})) != set(expected["results"]):
                found.append(f"{slug}: {sorted(section.get('results', {}))}, not {sorted(expected['results'])}")
            for key, figure in expected["results"].items():
                found += [f"{slug} {key} {word}" for word in _differences(section["results"].get(key, {}), figure)]
    return found


def _differences(counted: dict[str, Any], figure: dict[str, Any]) -> list[str]:
    within = figure.get("tolerance")
    return [
        f"{key}: {counted.get(key)!r}, not {value!r}"
        for key, value in figure.items()
        if key not in NOTES
        and counted.get(key) != value
        and not (key == "total" and within and abs(counted["total"] - value) <= within)
    ]


def as_json(organisation: Organisation) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(json.dumps(annual.build(organisation, PUBLISHED["year"]).as_json()))
    return document


def test_every_published_figure_is_counted_from_the_record(record: Organisation) -> None:
    report = as_json(record)
    assert (report["organisation"], report["year"]) == (PUBLISHED["organisation"], PUBLISHED["year"])
    assert differences(report) == []
    assert set(report["services"]) == set(PUBLISHED["services"])
    assert set(report["projects"]) == set(PUBLISHED["projects"])


def test_a_row_less_moves_its_figure_and_no_other(record: Organisation) -> None:
    """No figure is stored: take an hour of mediation back, delete one test, and both are missed."""
    with system_role():
        hour_taken_back = Intervention.objects.filter(
            service__slug="mediazione-culturale", languages=["rus"], date__year=2021, minutes__isnull=False
        ).first()
        assert hour_taken_back is not None
        void_intervention(intervention=hour_taken_back, reason="registrata due volte", by=None)
        tested = Participation.objects.filter(
            intervention__project_shares__project__slug="sex-workers-transgender-test-hiv",
            intervention__setting="street",
            result="negative",
            first_contact=False,
        ).first()
        assert tested is not None
        Participation.objects.filter(pk=tested.pk).delete()
    missed = differences(as_json(record))
    assert all(
        line.startswith(
            (
                "mediazione-culturale mediation_hours",
                "mediazione-culturale mediators",
                "sex-workers-transgender-test-hiv contacts",
                "sex-workers-transgender-test-hiv tests",
            )
        )
        for line in missed
    )
    assert "sex-workers-transgender-test-hiv contacts total: 267, not 268" in missed
    assert "sex-workers-transgender-test-hiv tests total: 47, not 48" in missed
    assert any(line.startswith("mediazione-culturale mediation_hours total:") for line in missed)
