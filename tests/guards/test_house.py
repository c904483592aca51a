# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the house is built of: imports, doors, sizes, licences, pins."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.guards.files import ROOT, project_files, short, with_suffix

LONGEST = 400
# Who may call `stepping_into`, the door out of a role's own rights.
DOORS = {
    "ponte/people/presence.py",
    "ponte/register/measures",
    "ponte/oversight/trail.py",
    "ponte/platform/database/roles.py",
}
SOURCES = with_suffix(".py", ".html", ".js", ".css")
WRITTEN_BY_TOOLS = ("migrations", "locale", "vendor")


def test_imports_go_down_only() -> None:
    """As a process of its own: called in this one, it silences every logger that exists, for all tests after it."""
    lint = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert lint.returncode == 0, lint.stdout


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_only_the_narrow_doors_step_into_another_role() -> None:
    using = {short(path) for path in with_suffix(".py", under="ponte") if "stepping_into" in path.read_text("utf-8")}
    assert {path for path in using if not any(path == door or path.startswith(f"{door}/") for door in DOORS)} == set()


def test_no_file_has_become_two_ideas() -> None:
    lengths = {
        short(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in SOURCES
        if not set(WRITTEN_BY_TOOLS) & set(path.parts)
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def test_every_file_says_whose_it_is_and_under_which_licence() -> None:
    lint = subprocess.run(
        [sys.executable, "-m", "reuse", "lint", "--lines"], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert (lint.stdout, lint.returncode) == ("", 0)


def test_every_source_carries_its_two_lines() -> None:
    """Also where REUSE.toml would cover it: a source travels alone."""
    bare = [
        short(path)
        for path in SOURCES
        if not set(WRITTEN_BY_TOOLS) & set(path.parts)
        and (text := path.read_text(encoding="utf-8")).strip()
        and "SPDX-License-" + "Identifier: EUPL-1.2" not in text[:600]
    ]
    assert bare == []


@pytest.mark.parametrize("name", ["runtime", "development"])
def test_requirements_are_pinned_by_hash_and_name_no_host(name: str) -> None:
    text = (ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8")
    pins = [pin for pin in re.split(r"\n(?=\S)", text) if pin and not pin.startswith(("#", " "))]
    assert pins
    assert [pin.split()[0] for pin in pins if "==" not in pin.split()[0] or "--hash=sha256:" not in pin] == []
    assert re.findall(r"https?://\S+|--(?:extra-)?index-url|--find-links|--trusted-host", text) == []


def test_everything_asked_for_is_pinned_and_the_two_files_agree() -> None:
    pins = {name: dict(_pins(ROOT / f"requirements/{name}.txt")) for name in ("runtime", "development")}
    for name, pinned in pins.items():
        asked = re.findall(r"^([A-Za-z][\w.-]*)", (ROOT / f"requirements/{name}.in").read_text("utf-8"), re.MULTILINE)
        assert {_plain(package) for package in asked} - pinned.keys() == set()
    assert {key: value for key, value in pins["runtime"].items() if pins["development"].get(key) != value} == {}


def _pins(path: Path) -> list[tuple[str, str]]:
    found = re.findall(r"^([\w.-]+)(?:\[[^\]]*\])?==([^\s;]+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    return [(_plain(name), version) for name, version in found]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_no_file_knows_somebodys_machine() -> None:
    """A path below a home folder, or of the folder where a checkout happened to be."""
    places = re.compile(rb"/(?:home|Users)/[a-z][\w-]*/|/root/[\w.]|[A-Z]:\\Users\\")
    checkout = str(ROOT).encode() + b"/"
    assert {
        f"{short(path)}: {found[0].decode()}"
        for path in project_files()
        if path.suffix not in {".png", ".xlsx", ".ods", ".gz", ".woff2"}
        and (found := places.findall(content := path.read_bytes()) or ([checkout] if checkout in content else []))
    } == set()


def test_the_version_is_the_newest_of_the_changelog() -> None:
    """Keep a Changelog: Unreleased, then releases with ISO dates, newest first; sections of known names."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert headings[0] == "[Unreleased]"
    releases = [re.fullmatch(r"\[(\d+\.\d+\.\d+)\] - (\d{4}-\d{2}-\d{2})", heading) for heading in headings[1:]]
    assert None not in releases
    dates = [release[2] for release in releases if release]
    assert dates == sorted(dates, reverse=True)
    sections = set(re.findall(r"^### (.+)$", text, re.MULTILINE))
    assert sections <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert not releases or (releases[0] and releases[0][1] == version)
