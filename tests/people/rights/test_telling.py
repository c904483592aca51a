# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What people were told about their data, and what they agreed to, can be shown later."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from ponte.people.rights import queries
from ponte.people.rights.actions import agreements, notices
from ponte.people.rights.models import Agreement, Channel, NoticeGiven, NoticeText, NoticeVersion, Purpose
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as
from tests.people.rights.conftest import DAY, Known, seen_by

TEAM = {"operator", "colleague", "coordinator"}


def give(known: Known, by: str, service: str) -> NoticeGiven:
    user = known.cast.users[by]
    with acting_as(user.pk):
        return notices.give(
            card=known.card, version=known.notice, language="ara", service=getattr(known.cast, service),
            channel=Channel.MEDIATOR, on=DAY, by=user,
        )  # fmt: skip


def say(known: Known, verdict: str, by: str = "operator", service: str = "job_desk", **more: object) -> Agreement:
    user = known.cast.users[by]
    with acting_as(user.pk):
        return agreements.record_agreement(
            card=known.card, purpose=known.newsletter, service=getattr(known.cast, service), verdict=verdict,
            channel=Channel.SPOKEN, on=more.pop("on", DAY), by=user, **more,
        )  # type: ignore[arg-type]  # fmt: skip


def test_who_sees_what_was_given_and_said(known: Known) -> None:
    """That a reserved or a protected service spoke with the person is for its own team to know."""
    given = {name: give(known, by, name).pk for by, name in BY_SERVICE}
    said = {name: say(known, "given", by, name).pk for by, name in BY_SERVICE}
    for model, rows in ((NoticeGiven, given), (Agreement, said)):
        assert seen_by(known.cast, lambda: model.objects.values_list("pk", flat=True)) == {  # noqa: B023
            **{name: {rows["job_desk"]} for name in TEAM},
            "social_worker": {rows["job_desk"], rows["psychology"]},
            "protected": {rows["job_desk"], rows["trans_desk"]},
        }


BY_SERVICE = (("operator", "job_desk"), ("social_worker", "psychology"), ("protected", "trans_desk"))


def test_a_new_version_makes_the_old_one_a_hint(known: Known) -> None:
    with acting_as(known.cast.operator.pk):
        assert queries.notice_of([known.card]).state == "none"
    give(known, "operator", "job_desk")
    with acting_as(known.cast.operator.pk):
        assert queries.notice_of([known.card]).state == "given"
        notices.publish(name="Informativa 2027", valid_from=dt.date(2099, 1, 1), texts={"ita": "Poi."}, by=None)
        assert queries.notice_of([known.card]).state == "given", "a version that has not begun changes nothing"
        notices.publish(name="Informativa 2026 bis", valid_from=dt.date(2026, 2, 1), texts={"ita": "Ora."}, by=None)
        assert queries.notice_of([known.card]).state == "old"


def test_a_text_that_was_given_is_never_changed(known: Known) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        NoticeText.objects.filter(version=known.notice, language="ita").update(text="Altro")
    with pytest.raises(ValidationError, match="versione nuova"):
        notices.translate(version=known.notice, language="ita", text="Altro", by=None)
    assert [text.direction for text in known.notice.texts.order_by("language")] == ["rtl", "ltr"]


def test_every_answer_stays_and_the_latest_counts(known: Known) -> None:
    say(known, "given")
    with acting_as(known.cast.operator.pk):
        agreements.withdraw(
            card=known.card, purpose=known.newsletter, service=known.cast.job_desk, by=known.cast.operator
        )
        said = queries.agreements_of([known.card])
        assert [one.verdict for one in said] == ["withdrawn", "given"]
        assert queries.in_force(said)[known.newsletter.pk].verdict == "withdrawn"
    with pytest.raises(DatabaseError), transaction.atomic():
        Agreement.objects.update(verdict="given")
    events = AuditEvent.objects.filter(action="rights.record_agreement", after__card=known.card.pk)
    assert [event.after["verdict"] for event in events.order_by("pk")] == ["given", "withdrawn"]  # type: ignore[index]


def test_who_agrees_for_a_child_is_named(known: Known) -> None:
    with pytest.raises(ValidationError, match="nome di chi lo dice"):
        say(known, "given", said_as="parent")
    assert say(known, "given", said_as="parent", said_by="Fatima El Idrissi").said_by == "Fatima El Idrissi"


@pytest.mark.parametrize(("by", "service"), [("stranger", "foreign_desk"), ("operator", "psychology")])
def test_nobody_speaks_for_a_service_that_is_not_theirs_or_does_not_know_the_person(
    known: Known, by: str, service: str
) -> None:
    with pytest.raises(PermissionDenied):
        say(known, "given", by, service)
    with pytest.raises(PermissionDenied):
        give(known, by, service)


def test_what_rests_on_law_is_not_asked(known: Known) -> None:
    task = Purpose(slug="accoglienza", name="Accoglienza", basis=Purpose.Basis.PUBLIC_TASK)
    task.save()
    user = known.cast.operator
    with acting_as(user.pk), pytest.raises(ValidationError, match="non si basa sul consenso"):
        agreements.record_agreement(
            card=known.card, purpose=task, service=known.cast.job_desk, verdict="given", channel="spoken", on=DAY,
            by=user,
        )  # fmt: skip


def test_the_pages_lead_from_the_card_to_a_withdrawn_agreement(known: Known, client: Client) -> None:
    client.force_login(known.cast.operator)
    card = reverse("people:card", args=[known.card.code])
    rights = reverse("rights:person", args=[known.card.code])
    assert "da consegnare" in (page := client.get(card).content.decode())
    assert rights in page
    given = client.post(
        reverse("rights:give_notice", args=[known.card.code]),
        {"language": "ara", "channel": "paper", "on": "2026-03-02", "service": known.cast.job_desk.pk},
    )
    assert given.status_code == 302
    agreement = reverse("rights:agreement", args=[known.card.code, known.newsletter.pk])
    sent = {"verdict": "given", "channel": "signed", "on": "2026-03-02", "said_as": "self"}
    assert client.post(agreement, sent | {"service": known.cast.job_desk.pk}).status_code == 302
    page = client.get(card).content.decode()
    assert "consegnata" in page
    assert "Bollettino del lavoro" in page
    withdrawn = client.post(reverse("rights:withdraw", args=[known.card.code, known.newsletter.pk]), follow=True)
    assert "Non riceve più il bollettino." in withdrawn.content.decode()
    arabic = client.get(reverse("rights:notice", args=[known.notice.pk]), {"lingua": "ara"}).content.decode()
    assert 'dir="rtl"' in arabic


def test_a_stranger_finds_no_page_of_the_person(known: Known, client: Client) -> None:
    client.force_login(known.cast.stranger)
    for name in ("person", "give_notice"):
        assert client.get(reverse(f"rights:{name}", args=[known.card.code])).status_code == 404


def test_who_describes_the_network_publishes_and_others_read(known: Known, client: Client) -> None:
    sent = {"name": "Informativa 2028", "valid_from": "2028-01-01", "language": "ita", "text": "Testo nuovo."}
    client.force_login(known.cast.operator)
    assert client.get(reverse("rights:notices")).status_code == 200
    assert client.post(reverse("rights:publish_notice"), sent).status_code == 403
    client.force_login(known.cast.network_manager)
    assert client.post(reverse("rights:publish_notice"), sent).status_code == 302
    version = NoticeVersion.objects.get(name="Informativa 2028")
    added = client.post(reverse("rights:translate_notice", args=[version.pk]), {"language": "eng", "text": "New."})
    assert added.status_code == 302
    purpose = {"slug": "foto", "name": "Fotografie", "basis": "consent", "position": "1", "is_active": "on"}
    refused = client.post(reverse("rights:new_purpose"), purpose)
    assert "che cosa succede" in refused.content.decode()
    allowed = client.post(reverse("rights:new_purpose"), purpose | {"on_withdrawal": "Si tolgono."})
    assert allowed.status_code == 302
