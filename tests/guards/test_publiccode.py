# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""publiccode.yml is what catalogues of public software read: version 0.7 of the standard."""

import datetime
import re

import pytest
import yaml

from tests.guards.files import ROOT

MANDATORY = {
    "publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType", "description", "legal",
    "maintenance", "localisation",
}  # fmt: skip
OPTIONAL = {
    "applicationSuite", "landingURL", "isBasedOn", "softwareVersion", "releaseDate", "logo", "categories", "usedBy",
    "fundedBy", "roadmap", "supports", "organisation", "intendedAudience", "dependsOn",
}  # fmt: skip


@pytest.fixture(scope="module")
def said() -> dict[str, object]:
    return yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))


def test_it_has_every_mandatory_key_and_no_unknown_or_deprecated_one(said: dict[str, object]) -> None:
    assert said.keys() >= MANDATORY
    assert said.keys() <= MANDATORY | OPTIONAL
    assert str(said["publiccodeYmlVersion"]) in {"0", "0.7", "0.7.0"}


def test_values_are_those_of_the_standard(said: dict) -> None:
    assert said["developmentStatus"] in {"concept", "development", "beta", "stable", "obsolete"}
    assert said["softwareType"] == "standalone/web"
    assert said["maintenance"]["type"] in {"internal", "contract", "community", "none"}
    if said["maintenance"]["type"] in {"internal", "community"}:
        assert all(contact["name"] for contact in said["maintenance"]["contacts"])
        assert "contractors" not in said["maintenance"]
    assert said["localisation"] == {"localisationReady": True, "availableLanguages": ["it", "en"]}
    assert isinstance(said["releaseDate"], datetime.date)
    assert re.fullmatch(r"https?://\S+", said["url"])


def test_both_languages_describe_it_within_the_limits(said: dict) -> None:
    assert set(said["description"]) == {"it", "en"}
    for words in said["description"].values():
        assert 0 < len(words["shortDescription"].strip()) <= 150
        assert 150 <= len(words["longDescription"].strip()) <= 10_000
        assert words["features"]
        assert all(isinstance(feature, str) and feature for feature in words["features"])
        assert all((ROOT / screenshot).is_file() for screenshot in words.get("screenshots", []))


def test_it_agrees_with_the_project(said: dict) -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{said["softwareVersion"]}"' in project
    assert f'license = "{said["legal"]["license"]}"' in project
