# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What was published stays as it was published, and can be counted again."""

import json
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction

from ponte.accounts.models import User
from ponte.people.models import Card
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as
from ponte.register import actions as register
from ponte.register.models import Indicator, Intervention, Participation
from ponte.reports import annual, queries, rules
from ponte.reports.actions import publish_report
from ponte.reports.frozen import recompute
from ponte.reports.models import FrozenFact, ReportVersion
from tests.cast import Cast
from tests.support import system_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def published(cast: Cast, year_of_work: list[Intervention]) -> ReportVersion:
    with acting_as(cast.org_coordinator.pk):
        return publish_report(organisation=cast.ala, year=2021, by=cast.org_coordinator)


def figures(report: Any) -> dict[str, Any]:
    return {
        f"{section.slug}/{figure.key}": (figure.total, figure.before, [(p.key, p.value) for p in figure.parts])
        for section, figure in report.figures()
    }


def test_a_version_says_what_the_report_said(cast: Cast, published: ReportVersion) -> None:
    now = annual.build(cast.ala, 2021)
    assert figures(published.report) == figures(now)
    assert (published.number, published.is_intact) == (1, True)
    assert recompute(published) == published.report


def test_published_figures_are_counted_again_whatever_happens_to_the_records(
    cast: Cast, published: ReportVersion, year_of_work: list[Intervention]
) -> None:
    """Rule of the house: a published figure is reproducible."""
    first, second, third, workshop, _before = year_of_work
    with acting_as(cast.operator.pk):
        register.void_intervention(intervention=first, reason="doppio", by=cast.operator)
    with system_role():
        Intervention.objects.filter(pk=second.pk).update(minutes=600, languages=["ron"])
        cards = list(Card.objects.order_by("pk"))
        Card.objects.filter(pk=cards[0].pk).update(person=cards[1].person)  # held to be one person
        Participation.objects.filter(intervention=workshop).delete()
        Participation.objects.filter(intervention=third).delete()
        Indicator.objects.all().delete()
        cast.job_desk.slug = "sportello-del-lavoro"
        cast.job_desk.save()
    with acting_as(cast.org_coordinator.pk):
        again = ReportVersion.objects.get(pk=published.pk)
        assert recompute(again) == again.report == published.report
        assert again.is_intact
        assert again.digest == published.digest
        assert figures(annual.build(cast.ala, 2021)) != figures(again.report)


def test_the_next_version_has_the_next_number(cast: Cast, published: ReportVersion) -> None:
    with acting_as(cast.network_manager.pk):
        second = publish_report(organisation=cast.ala, year=2021, by=cast.network_manager, note=" corretto ")
        other = publish_report(organisation=cast.ala, year=2020, by=cast.network_manager)
    assert (second.number, second.note, other.number) == (2, "corretto", 1)


def test_publishing_leaves_an_audit_event(cast: Cast, published: ReportVersion) -> None:
    event = AuditEvent.objects.get(action="reports.publish_report")
    assert (event.actor_id, event.object_id) == (cast.org_coordinator.pk, published.pk)
    assert event.after is not None
    assert (event.after["digest"], event.after["rows"]) == (published.digest, 5)


PUBLISHERS = {"org_coordinator", "network_manager"}


def test_only_who_answers_for_the_organisation_publishes(cast: Cast) -> None:
    for name, user in cast.users.items():
        assert rules.may_publish(user, cast.ala) == (name in PUBLISHERS), name
        if name not in PUBLISHERS:
            with acting_as(user.pk), pytest.raises(PermissionDenied):
                publish_report(organisation=cast.ala, year=2021, by=user)


def test_who_may_see_a_report_is_the_same_in_rule_query_and_database(cast: Cast, published: ReportVersion) -> None:
    readers = PUBLISHERS | {"coordinator"}
    for name, user in cast.users.items():
        with acting_as(user.pk):
            seen = {
                rules.may_see(user, cast.ala),
                cast.ala in queries.organisations_of(user),
                queries.visible_to(user).filter(pk=published.pk).exists(),
                ReportVersion.objects.filter(pk=published.pk).exists(),  # row-level security alone
            }
            assert seen == {name in readers}, name


def test_a_public_version_is_seen_by_anyone_without_small_figures(
    cast: Cast, year_of_work: list[Intervention]
) -> None:
    with acting_as(cast.org_coordinator.pk):
        version = publish_report(organisation=cast.ala, year=2021, by=cast.org_coordinator, public=True)
    with acting_as(None):
        assert ReportVersion.objects.filter(pk=version.pk).exists()
    text = json.dumps(version.public_content, ensure_ascii=False)
    assert version.public_report.shown_from == 5
    assert "Persone: non mostrato" in text
    assert "Persone: 2" not in text


def test_frozen_rows_are_seen_by_the_team_of_the_service_only(cast: Cast, published: ReportVersion) -> None:
    """They tell of people: whoever may not see the register must not see its copy."""
    for name, user in cast.users.items():
        with acting_as(user.pk):
            seen = FrozenFact.objects.filter(version=published).count()
            assert seen == (5 if name in {"operator", "colleague", "coordinator"} else 0), name
    with acting_as(None):
        assert not FrozenFact.objects.exists()


def test_nobody_writes_frozen_rows_by_hand(cast: Cast, published: ReportVersion) -> None:
    """A row added to a version would change its figures."""
    for user in (cast.operator, cast.org_coordinator):
        with acting_as(user.pk), pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO reports_frozenfact "
                "(version_id, intervention_id, service_id, organisation_id, date, kind, languages, staff, projects, "
                "shares) VALUES (%s, 1, %s, %s, '2021-01-01', 'interview', '{}', '{}', '{}', '{}')",
                [published.pk, cast.job_desk.pk, cast.ala.pk],
            )


@pytest.mark.parametrize("model", [ReportVersion, FrozenFact])
@pytest.mark.parametrize("verb", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_a_version_never_changes(cast: Cast, published: ReportVersion, model: Any, verb: str) -> None:
    statement = verb.format(model._meta.db_table)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE NONE")
        cursor.execute(statement)


def freeze(version: int, organisation: int, scopes: list[dict[str, Any]]) -> int:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT reports_freeze(%s, %s, %s)", [version, organisation, json.dumps(scopes)])
        return int(cursor.fetchone()[0])


def scope(**owner: int) -> dict[str, Any]:
    return {**owner, "since": "2021-01-01", "until": "2021-12-31"}


def test_the_door_to_freezing_is_narrow(cast: Cast, published: ReportVersion) -> None:
    """It works past row-level security, so it must refuse all that publishing does not need."""
    mine, others = scope(service_id=cast.job_desk.pk), scope(service_id=cast.foreign_desk.pk)

    def refused(user: User, version: int, scopes: list[dict[str, Any]]) -> None:
        with acting_as(user.pk), pytest.raises(DatabaseError):
            freeze(version, cast.ala.pk, scopes)

    refused(cast.operator, 10_001, [mine])
    refused(cast.coordinator, 10_001, [mine])
    refused(cast.org_coordinator, 10_001, [mine, others])
    refused(cast.org_coordinator, 10_001, [scope(project_id=cast.lab_impact.pk)])
    refused(cast.org_coordinator, published.pk, [mine])


def test_rows_are_not_frozen_without_a_version(cast: Cast, year_of_work: list[Intervention]) -> None:
    """A copy of facts that belongs to no publication must not stay."""
    with acting_as(cast.org_coordinator.pk), pytest.raises(DatabaseError), transaction.atomic():
        assert freeze(10_001, cast.ala.pk, [scope(service_id=cast.job_desk.pk)]) == 4
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # as the end of a transaction does


def test_a_failing_audit_publishes_nothing(cast: Cast, year_of_work: list[Intervention]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE NONE")
        cursor.execute("REVOKE INSERT ON audit_auditevent FROM ponte_web")
        cursor.execute("SET LOCAL ROLE ponte_web")
    with acting_as(cast.org_coordinator.pk), pytest.raises(DatabaseError), transaction.atomic():
        publish_report(organisation=cast.ala, year=2021, by=cast.org_coordinator)
    with system_role():
        assert not ReportVersion.objects.exists()
        assert not FrozenFact.objects.exists()
