# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""`ponte report annual` as the command-line contract describes it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ponte.cli.verbs import report
from ponte.register.models import Intervention
from ponte.reports import annual
from tests.cast import Cast

pytestmark = pytest.mark.django_db

ALA_2021 = ("--organisation", "ala-milano", "--year", "2021")
BEGINNINGS = {"json": b"{", "html": b"<!doctype html>", "pdf": b"%PDF", "docx": b"PK", "xlsx": b"PK"}


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run the verb in this test's database."""
    monkeypatch.setattr(report, "open_installation", lambda purpose: None)
    return lambda *arguments: CliRunner().invoke(report.command, ["annual", *arguments])


def test_standard_output_is_the_document_and_nothing_else(
    ask: Callable[..., Result], cast: Cast, year_of_work: list[Intervention]
) -> None:
    answer = ask(*ALA_2021)
    expected = json.loads(json.dumps(annual.build(cast.ala, 2021).as_json()))
    given = json.loads(answer.stdout)
    assert {**given, "computed_at": ""} == {**expected, "computed_at": ""}
    assert answer.exit_code == 0


@pytest.mark.parametrize("form", BEGINNINGS)
def test_every_format_goes_into_a_file(
    ask: Callable[..., Result], year_of_work: list[Intervention], tmp_path: Path, form: str
) -> None:
    file = tmp_path / f"report.{form}"
    answer = ask(*ALA_2021, "--format", form, "--output", str(file))
    assert (answer.exit_code, answer.stdout) == (0, "")
    assert file.read_bytes().startswith(BEGINNINGS[form])


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ("--organisation", "nobody", "--year", "2021"),
            "--organisation is 'nobody'; no organisation has this slug.",
        ),
        (("--organisation", "ala-milano", "--year", "x"), "'x' is not a valid integer"),
        (("--organisation", "ala-milano"), "Missing option '--year'"),
        ((*ALA_2021, "--format", "odt"), "'odt' is not one of"),
        ((*ALA_2021, "--output", "/nowhere/report.pdf"), "the folder '/nowhere' does not exist."),
    ],
)
def test_wrong_usage_is_one_sentence_and_two(
    ask: Callable[..., Result], cast: Cast, arguments: tuple[str, ...], sentence: str
) -> None:
    answer = ask(*arguments)
    assert answer.exit_code == 2
    assert sentence in answer.stderr
    assert answer.stdout == ""
