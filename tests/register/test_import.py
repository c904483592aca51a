# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Work comes in from a file whole, once, and with its history."""

import csv
import io
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ponte.people.models import Acquaintance, Card
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as
from ponte.platform.spreadsheets.importing import ImportResult, run, write_refused
from ponte.platform.spreadsheets.reading import read, read_bytes
from ponte.register import actions
from ponte.register.history import state_of
from ponte.register.importing.sheet import RegisterImport
from ponte.register.models import Intervention, InterventionVersion, Participation, StaffMember
from tests.cast import Cast
from tests.support import system_role

pytestmark = pytest.mark.django_db
Know = Callable[..., Card]
Row = dict[str, Any]


@pytest.fixture
def system(cast: Cast) -> Iterator[Cast]:
    with system_role():
        yield cast


def row(intervention: str = "1", **values: Any) -> Row:
    return {
        "intervention": intervention,
        "organisation": "ala-milano",
        "service": "sportello-lavoro",
        "kind": "interview",
        "date": "2021-05-04",
    } | values


def sheet(*rows: Row) -> bytes:
    headings = list(dict.fromkeys(name for values in rows for name in values))
    text = io.StringIO()
    writer = csv.DictWriter(text, headings)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def bring(*rows: Row, partial: bool = False, **options: Any) -> ImportResult:
    return run(read_bytes(sheet(*rows), "registro.csv"), RegisterImport(**options), partial=partial)


def told(result: ImportResult) -> list[tuple[int, str, str]]:
    return [(problem.row, problem.column, problem.found) for problem in result.problems]


@pytest.fixture
def karim(known: Know, cast: Cast) -> Card:
    return known("Karim", cast.mediation, import_source="people", import_ref="p1")


def test_every_column_arrives(system: Cast, karim: Card) -> None:
    result = bring(
        row(
            kind="referral",
            project="ricetta-family-work-km-zero=0.5;lab-impact-sud-est-milano=0.25",
            minutes="45",
            setting="office",
            municipality="Rozzano",
            language="ben;ita",
            staff="Zineb Alami; Luca Villa",
            person="p1",
            role="client",
            first_contact="yes",
            group="3B",
            partner="CPIA 5",
            referred_to="mediazione-culturale",
            test="hiv_rapid",
            result="negative",
            output="Kit",
            colore="verde",
        )
    )
    assert (result.problems, result.counts) == ([], {"created": 1, "updated": 0, "unchanged": 0})
    assert result.unknown_headings == ["colore"]
    intervention = Intervention.objects.get()
    assert state_of(intervention) == {
        "service_id": system.job_desk.pk,
        "organisation_id": system.ala.pk,
        "kind": "referral",
        "date": "2021-05-04",
        "starts_at": None,
        "minutes": 45,
        "setting": "office",
        "place": "",
        "area_id": system.rozzano.pk,
        "languages": ["ben", "ita"],
        "group": "3B",
        "partner": "CPIA 5",
        "output": "Kit",
        "projects": {str(system.family_work.pk): "0.500", str(system.lab_impact.pk): "0.250"},
        "staff": ["Luca Villa", "Zineb Alami"],
        "note": "colore: verde",
        "participations": [
            {
                "card_id": karim.pk,
                "role": "client",
                "first_contact": True,
                "referred_to_service_id": system.mediation.pk,
                "test": "hiv_rapid",
                "result": "negative",
            }
        ],
    }
    assert (intervention.import_source, intervention.import_ref, intervention.version) == ("register", "1", 1)
    assert set(Acquaintance.objects.filter(card=karim).values_list("service__slug", flat=True)) == {
        "mediazione-culturale",
        "sportello-lavoro",
    }
    event = AuditEvent.objects.get(object_type="register.intervention", object_id=intervention.pk)
    assert event.action == "register.record_intervention"


def test_rows_with_the_same_identifier_are_one_intervention(system: Cast, karim: Card) -> None:
    bring(
        row(person="p1", minutes="60", language="ita", staff="Zineb Alami", project="lab-impact-sud-est-milano"),
        row(headcount="12", role="student", group="3B", language="ara", staff="Luca Villa"),
        row(headcount="9", role="student", group="4C", project="ricetta-family-work-km-zero"),
        row("2", organisation="", headcount="4", group="1A"),
        row("2", organisation="", headcount="5", group="1A"),
        row("3", kind="bulletin_issue", partner="Caritas"),
    )
    first, second, third = Intervention.objects.order_by("import_ref")
    assert (first.minutes, first.languages, first.group) == (60, ["ita", "ara"], "")
    assert set(first.project_shares.values_list("project__slug", "share")) == {
        ("lab-impact-sud-est-milano", Decimal("0.500")),
        ("ricetta-family-work-km-zero", Decimal("0.500")),
    }
    assert {member.name for member in first.staff.all()} == {"Zineb Alami", "Luca Villa"}
    assert list(first.participations.values_list("card", "headcount", "group")) == [
        (karim.pk, None, ""),
        (None, 12, "3B"),
        (None, 9, "4C"),
    ]
    assert (second.organisation, second.group) == (system.ala, "1A")
    assert list(second.participations.values_list("headcount", "group")) == [(4, ""), (5, "")]
    assert (third.partner, third.participations.count()) == ("Caritas", 0)


@pytest.mark.parametrize(
    ("values", "column", "expected"),
    [
        ({"intervention": ""}, "intervention", "un valore: è obbligatorio"),
        ({"service": ""}, "service", "un valore: è obbligatorio"),
        ({"service": "nessuno"}, "service", "l'identificativo di un servizio della rete"),
        ({"organisation": "nessuno"}, "organisation", "l'identificativo di un ente della rete"),
        ({"project": "nessuno"}, "project", "l'identificativo di un progetto della rete"),
        ({"project": "lab-impact-sud-est-milano=2"}, "project", "una quota da 0 a 1"),
        ({"kind": ""}, "kind", "un valore: è obbligatorio"),
        ({"kind": "chat"}, "kind", "uno tra: interview, mediation"),
        ({"date": ""}, "date", "un valore: è obbligatorio"),
        ({"date": "2021-02-30"}, "date", "una data esistente"),
        ({"date": "2021-05"}, "date", "una data esistente"),
        ({"minutes": "0"}, "minutes", "un numero intero maggiore di 0"),
        ({"minutes": "1.5"}, "minutes", "un numero intero maggiore di 0"),
        ({"setting": "moon"}, "setting", "uno tra: office"),
        ({"municipality": "Atlantide"}, "municipality", "il nome o il codice ISTAT di un comune lombardo"),
        ({"language": "xx1"}, "language", "il codice di una lingua"),
        ({"person": "p999"}, "person", "l'identificativo (ref) di una persona già importata"),
        ({"person": "p1", "headcount": "3"}, "headcount", "niente: la riga ha una persona"),
        ({"headcount": "-2"}, "headcount", "un numero intero maggiore di 0"),
        ({"role": "guest"}, "role", "uno tra: client"),
        ({"first_contact": "maybe"}, "first_contact", "yes, no o niente"),
        ({"result": "negative"}, "test", "il nome del test"),
        ({"test": "hiv_rapid", "result": "good"}, "result", "uno tra: negative"),
        ({"group": "x" * 121}, "group", "al più 120 caratteri"),
    ],
)
def test_a_wrong_value_is_named_with_its_place(
    system: Cast, karim: Card, values: Row, column: str, expected: str
) -> None:
    result = bring(row("0"), row() | values)
    problem = next(problem for problem in result.problems if problem.column == column)
    assert problem.row == 3
    assert problem.expected.startswith(expected)
    assert not result.stored
    assert not Intervention.objects.exists()


@pytest.mark.parametrize(
    ("column", "first", "second"),
    [
        ("date", "2021-05-04", "2021-05-05"),
        ("minutes", "30", "45"),
        ("kind", "interview", "mediation"),
        ("service", "sportello-lavoro", "mediazione-culturale"),
        ("organisation", "ala-milano", "assemi"),
        ("setting", "office", "street"),
        ("municipality", "Milano", "Rozzano"),
    ],
)
def test_rows_of_one_intervention_must_agree(system: Cast, column: str, first: str, second: str) -> None:
    result = bring(row(**{column: first}), row(**{column: second}), row("2"))
    assert told(result) == [(2, "intervention", "1"), (3, column, second)]
    assert result.problems[1].expected.endswith("come alla riga 2 dello stesso intervento")


def test_what_a_row_leaves_empty_disagrees_with_nothing(system: Cast) -> None:
    assert bring(row(minutes="30", setting="office"), row(minutes="", headcount="3", setting="")).problems == []


def test_shares_above_the_whole_are_refused(system: Cast) -> None:
    result = bring(row(project="ricetta-family-work-km-zero=0.7"), row(project="lab-impact-sud-est-milano=0.4"))
    assert (2, "project", "ricetta-family-work-km-zero=0.700;lab-impact-sud-est-milano=0.400") in told(result)


def test_an_intervention_with_a_wrong_row_is_refused_whole(system: Cast, tmp_path: Path) -> None:
    """Half an intervention would be a wrong figure. The refused rows, corrected, can be imported as they are."""
    content = sheet(row("1", headcount="3"), row("1", headcount="zero"), row("2", headcount="5"))
    parsed = read_bytes(content, "registro.csv")
    result = run(parsed, RegisterImport(), partial=True)
    assert result.counts == {"created": 1, "updated": 0, "unchanged": 0}
    assert result.refused_rows == {2, 3}
    assert list(Intervention.objects.values_list("import_ref", flat=True)) == ["2"]
    write_refused(parsed, result.problems, tmp_path / "refused.csv")
    refused = (tmp_path / "refused.csv").read_text()
    (tmp_path / "refused.csv").write_text(refused.replace("zero", "2", 1))
    again = run(read(tmp_path / "refused.csv"), RegisterImport())
    assert (again.problems, again.counts["created"]) == ([], 1)
    assert Intervention.objects.get(import_ref="1").participations.count() == 2


def test_the_same_file_again_changes_nothing(system: Cast, karim: Card) -> None:
    rows = (row(person="p1"), row(headcount="4"), row("2", staff="Zineb Alami"))
    bring(*rows)
    before = everything()
    again = bring(*rows)
    moved = bring(*reversed(rows))
    assert again.counts == moved.counts == {"created": 0, "updated": 0, "unchanged": 2}
    assert everything() == before


def test_another_file_with_the_same_identifiers_is_other_work(system: Cast) -> None:
    bring(row(), source="maggio")
    bring(row(), source="giugno")
    assert Intervention.objects.count() == 2


def test_what_a_later_file_says_otherwise_is_corrected_with_history(system: Cast, karim: Card) -> None:
    bring(row(minutes="30", person="p1", role="client"), row(headcount="4", role="parent"), row("2"))
    kept = Participation.objects.get(card=karim).pk
    before = state_of(Intervention.objects.get(import_ref="1"))
    result = bring(
        row(minutes="60", person="p1", role="client", staff="Zineb Alami"),
        row(headcount="1", role="teacher"),
        row("2"),
    )
    assert result.counts == {"created": 0, "updated": 1, "unchanged": 1}
    intervention = Intervention.objects.get(import_ref="1")
    assert (intervention.minutes, intervention.version) == (60, 2)
    assert list(intervention.participations.values_list("card", "headcount", "role")) == [
        (karim.pk, None, "client"),
        (None, 1, "teacher"),
    ]
    assert Participation.objects.get(card=karim).pk == kept
    former = InterventionVersion.objects.get()
    assert (former.version, former.state, former.reason) == (1, before, "Importato di nuovo da register")
    event = AuditEvent.objects.filter(object_id=intervention.pk, object_type="register.intervention").latest("id")
    assert event.action == "register.correct_intervention"
    assert event.before is not None
    assert event.after is not None
    assert (event.before["minutes"], event.after["minutes"]) == (30, 60)


def test_a_correction_made_here_is_not_undone_by_the_file_that_was_wrong(system: Cast) -> None:
    bring(row(minutes="30"))
    actions.correct_intervention(
        intervention=Intervention.objects.get(),
        version=1,
        reason="Erano 40",
        by=None,
        service=system.job_desk,
        organisation=system.ala,
        kind="interview",
        date=Intervention.objects.get().date,
        minutes=40,
    )
    assert bring(row(minutes="30")).counts["unchanged"] == 1
    assert Intervention.objects.get().minutes == 40


def test_what_was_voided_here_is_left_alone(system: Cast) -> None:
    bring(row(minutes="30"))
    actions.void_intervention(intervention=Intervention.objects.get(), reason="Doppio", by=None)
    result = bring(row(minutes="60"))
    assert result.remarks == ["1 intervento è stato annullato qui e non è stato toccato."]
    assert Intervention.objects.get().minutes == 30


def test_which_person_a_ref_means(system: Cast, known: Know) -> None:
    """The refs of the people's file itself go first; then a ref that only one other file uses; else a code."""
    mine = known("Karim", import_source="people", import_ref="a")
    known("Altro", import_source="assemi", import_ref="a")
    alone = known("Amina", import_source="assemi", import_ref="b")
    known("Uno", import_source="assemi", import_ref="c")
    known("Due", import_source="altri", import_ref="c")
    coded = known("Li", system.job_desk)
    result = bring(row("1", person="a"), row("2", person="b"), row("3", person="c"), row("4", person=coded.code))
    assert told(result) == [(4, "person", "c")]
    assert result.problems[0].expected.startswith("una persona sola")
    bring(row("1", person="a"), row("2", person="b"), row("4", person=coded.code))
    assert list(Participation.objects.order_by("intervention__import_ref").values_list("card", flat=True)) == [
        mine.pk,
        alone.pk,
        coded.pk,
    ]
    bring(row("1", person="c"), people_source="altri", source="x")
    assert Participation.objects.get(intervention__import_source="x").card.given_name == "Due"  # type: ignore[union-attr]


def test_with_a_service_the_file_tells_of_its_work_and_its_people_only(cast: Cast, known: Know) -> None:
    """Also where the worker, who sees everyone, does it for a coordinator."""
    known("Karim", cast.job_desk, import_source="people", import_ref="p1")
    known("Layla", cast.trans_desk, import_source="people", import_ref="p2")
    options = {"service": cast.job_desk, "by": cast.coordinator}
    with system_role():
        refused = bring(row("1", service="mediazione-culturale"), row("2", person="p2"), **options)
    assert told(refused) == [(2, "service", "mediazione-culturale"), (3, "person", "p2")]
    with acting_as(cast.coordinator.pk):
        stored = bring(row("1", person="p1", staff="Zineb Alami", headcount=""), **options)
        assert stored.counts["created"] == 1
        assert Intervention.objects.get().created_by == cast.coordinator
        bring(row("1", person="p1", minutes="15"), **options)
        assert Intervention.objects.get().version == 2


def everything() -> list[Any]:
    return [
        list(model.objects.order_by("pk").values_list())
        for model in (Intervention, Participation, InterventionVersion, StaffMember, AuditEvent, Acquaintance)
    ]


def test_a_large_file_arrives_whole(system: Cast) -> None:
    rows = [row(str(i // 2), headcount=str(1 + i % 7), staff=f"Operatrice {i % 9}") for i in range(3000)]
    assert bring(*rows).counts == {"created": 1500, "updated": 0, "unchanged": 0}
    changed = [values | {"minutes": "20"} for values in rows]
    assert bring(*changed).counts == {"created": 0, "updated": 1500, "unchanged": 0}
    assert Participation.objects.count() == 3000
    assert InterventionVersion.objects.count() == 1500
