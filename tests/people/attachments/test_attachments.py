# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A file on a card: who reads it, that it lies encrypted, that nothing is left half done."""

import json
import os
import time
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people.access import sharing
from ponte.people.attachments import actions, content, queries, rules
from ponte.people.attachments.checking import check_attachments
from ponte.people.attachments.models import Attachment
from ponte.people.attachments.tasks import OLD_ENOUGH, remove_file, tidy_attachments
from ponte.people.models import Acquaintance, Card
from ponte.people.rights import holdings, telling
from ponte.people.rights.models import Disposal
from ponte.platform.audit import actions as audit
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as
from ponte.platform.vault import files
from tests.cast import Cast
from tests.people.access.support import shared
from tests.people.attachments import samples
from tests.people.support import registered
from tests.support import system_role

pytestmark = pytest.mark.django_db


def attached(by: User, card: Card, service: Service, *, for_all: bool = False) -> Attachment:
    with acting_as(by.pk):
        return actions.add_attachment(
            card=card,
            service=service,
            name="permesso.pdf",
            content=samples.PDF,
            by=by,
            note="fronte",
            for_all=for_all,
        )


@pytest.fixture
def card(cast: Cast) -> Card:
    """A person whom the job desk, the mediation service and the protected trans desk know."""
    card = registered(cast.operator, cast.job_desk)
    with system_role():
        Acquaintance.objects.create(card=card, service=cast.mediation)
        Acquaintance.objects.create(card=card, service=cast.trans_desk)
    return card


def readers(cast: Cast, attachment: Attachment) -> set[str]:
    """Who may read it: asked of the queries, the rule and, past both, of the database itself. All must agree."""
    found = {}
    for name, user in cast.users.items():
        with acting_as(user.pk):
            answers = {
                queries.visible_to(user).filter(pk=attachment.pk).exists(),
                rules.may_read(user, attachment),
                Attachment.objects.filter(pk=attachment.pk).exists(),
            }
        assert len(answers) == 1, name
        found[name] = answers.pop()
    return {name for name, may in found.items() if may}


def test_what_a_team_keeps_stays_in_the_team(cast: Cast, card: Card) -> None:
    own = attached(cast.operator, card, cast.job_desk)
    guarded = attached(cast.protected, card, cast.trans_desk)
    assert readers(cast, own) == {"operator", "colleague", "coordinator"}
    assert readers(cast, guarded) == {"protected"}


def test_what_is_for_all_is_read_by_whoever_follows_the_person(cast: Cast, card: Card) -> None:
    shared = attached(cast.operator, card, cast.job_desk, for_all=True)
    assert readers(cast, shared) == {"operator", "colleague", "coordinator", "mediator", "protected"}


def test_of_a_person_kept_for_some_of_the_team_the_others_read_nothing(cast: Cast, card: Card) -> None:
    """Also what was for all before, and also under the coordinator's own eyes."""
    own = attached(cast.operator, card, cast.job_desk)
    shared = attached(cast.operator, card, cast.job_desk, for_all=True)
    with system_role():
        Acquaintance.objects.filter(card=card, service=cast.job_desk).update(guarded_for=[cast.operator.pk])
    assert readers(cast, own) == {"operator"}
    assert readers(cast, shared) == {"operator"}
    with pytest.raises(PermissionDenied):
        attached(cast.operator, card, cast.job_desk, for_all=True)
    with pytest.raises(PermissionDenied):
        attached(cast.colleague, card, cast.job_desk)


def test_a_protected_service_gives_nothing_away(cast: Cast, card: Card) -> None:
    """Its name beside a file would tell the others that it follows the person."""
    with pytest.raises(PermissionDenied):
        attached(cast.protected, card, cast.trans_desk, for_all=True)
    with pytest.raises(PermissionDenied):
        attached(cast.stranger, card, cast.foreign_desk)
    with pytest.raises(PermissionDenied):
        attached(cast.operator, card, cast.trans_desk)


def test_pages_answer_as_the_rules_do(cast: Cast, card: Card, browse: Callable[[User], Client]) -> None:
    attachment = attached(cast.operator, card, cast.job_desk, for_all=True)
    address = f"/persone/{card.code}/allegati/{attachment.pk}/"
    for name, user in cast.users.items():
        client = browse(user)
        reads = name in {"operator", "colleague", "coordinator", "mediator", "protected"}
        assert client.get(address).status_code == (200 if reads else 404), name
        removes = name in {"operator", "colleague", "coordinator"}
        assert client.get(f"{address}rimuovi/").status_code == (200 if removes else 404), name
        assert client.get(f"/persone/{card.code}/allegati/nuovo/").status_code == (200 if reads else 404), name
    reads = AuditEvent.objects.filter(action="attachments.read_attachment").count()
    assert reads == 5


def test_from_the_form_to_the_download(cast: Cast, card: Card, media: Path, browse: Callable[[User], Client]) -> None:
    client = browse(cast.operator)
    name = "رخصة الإقامة «2026».pdf"
    sent = {"file": SimpleUploadedFile(name, samples.PDF), "note": "permesso", "service": cast.job_desk.pk}
    response = client.post(f"/persone/{card.code}/allegati/nuovo/", sent, follow=True)
    assert "Il file è allegato alla scheda." in response.content.decode()
    assert name in response.content.decode()

    attachment = Attachment.objects.get()
    (stored,) = [path for path in media.rglob("*") if path.is_file()]
    assert samples.PDF not in stored.read_bytes()
    assert stored.stat().st_mode & 0o777 == 0o600
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, note FROM attachments_attachment")
        assert all(value.startswith("ponte1:") for value in cursor.fetchone())

    response = client.get(f"/persone/{card.code}/allegati/{attachment.pk}/")
    assert response.content == samples.PDF
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response["Cache-Control"]
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    told = AuditEvent.objects.get(action="attachments.add_attachment")
    assert told.after == {
        "attachment": attachment.pk, "service": cast.job_desk.pk, "media_type": "application/pdf",
        "size": len(samples.PDF), "for_all": False,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("x.pdf", b"", "Il file è vuoto."),
        ("x.pdf", samples.EXECUTABLE, "Questo tipo di file non si può allegare."),
        ("x.txt", b"a" * (content.LARGEST + 1), "Il file è troppo grande: al più 15 MB."),
        ("x.txt", b"a" * (content.LARGEST + 2_000_000), "Il file è troppo grande: al più 15 MB."),
    ],
    ids=["empty", "lying", "large", "huge"],
)
def test_a_bad_file_is_answered_with_a_sentence_and_leaves_nothing(
    cast: Cast, card: Card, media: Path, browse: Callable[[User], Client], name: str, content: bytes, sentence: str
) -> None:
    sent = {"file": SimpleUploadedFile(name, content), "service": cast.job_desk.pk}
    response = browse(cast.operator).post(f"/persone/{card.code}/allegati/nuovo/", sent)
    assert response.status_code == 200
    assert sentence in response.content.decode()
    assert not Attachment.objects.exists()
    assert not media.exists()


def test_taken_away_with_a_reason_it_is_gone_and_the_reason_stays(
    cast: Cast, card: Card, media: Path, browse: Callable[[User], Client]
) -> None:
    attachment = attached(cast.operator, card, cast.job_desk)
    client = browse(cast.colleague)
    address = f"/persone/{card.code}/allegati/{attachment.pk}/"
    assert "obbligatorio" in client.post(f"{address}rimuovi/", {"reason": " "}).content.decode()
    assert client.post(f"{address}rimuovi/", {"reason": "di un'altra persona"}).status_code == 302
    assert client.get(address).status_code == 404
    assert "permesso.pdf" not in client.get(f"/persone/{card.code}/").content.decode()
    with system_role():
        remove_file(attachment_id=attachment.pk)
        assert [path for path in media.rglob("*") if path.is_file()] == []
        assert Attachment.objects.get().removal.reason == "di un'altra persona"
        assert [finding.outcome for finding in check_attachments()] == ["ok", "ok"]


def test_rows_are_never_changed_or_deleted(cast: Cast, card: Card) -> None:
    attachment = attached(cast.operator, card, cast.job_desk)
    for change in (lambda: Attachment.objects.update(for_all=True), attachment.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_where_the_trail_cannot_be_written_no_file_stays(
    cast: Cast, card: Card, media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise DatabaseError("broken")

    monkeypatch.setattr(audit, "record", broken)
    with pytest.raises(DatabaseError):
        attached(cast.operator, card, cast.job_desk)
    assert [path for path in media.rglob("*") if path.is_file()] == []


def test_where_the_disk_is_full_there_is_a_sentence_and_no_row(
    cast: Cast, card: Card, media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    media.write_text("a file in the place of the folder: nothing can be stored")
    with pytest.raises(ValidationError, match="manca spazio sul disco"):
        attached(cast.operator, card, cast.job_desk)
    assert not Attachment.objects.exists()


def test_what_is_lost_or_stray_is_found(cast: Cast, card: Card, media: Path) -> None:
    kept, lost = attached(cast.operator, card, cast.job_desk), attached(cast.operator, card, cast.job_desk)
    files.remove(lost.file)
    stray, fresh = uuid.uuid4(), uuid.uuid4()
    for name in (stray, fresh):
        files.store([b"x"], name=name)
    long_ago = time.time() - 3 * OLD_ENOUGH
    os.utime(files.place_of(stray), (long_ago, long_ago))
    with system_role():
        sentences = [finding.sentence for finding in check_attachments() if finding.outcome == "wrong"]
        assert sentences == [
            f"Attachments without their file: {lost.pk}.",
            f"Files without an attachment, which the nightly tidying should have removed: {stray.hex}.",
        ]
        tidy_attachments(timestamp=0)
    assert set(files.stored_names()) == {kept.file, fresh}


def test_a_file_that_was_altered_is_never_handed_out(
    cast: Cast, card: Card, browse: Callable[[User], Client]
) -> None:
    attachment = attached(cast.operator, card, cast.job_desk)
    place = files.place_of(attachment.file)
    altered = bytearray(place.read_bytes())
    altered[-20] ^= 1
    place.write_bytes(altered)
    response = browse(cast.operator).get(f"/persone/{card.code}/allegati/{attachment.pk}/", follow=True)
    assert "Il file non si può leggere" in response.content.decode()
    assert AuditEvent.objects.filter(action="attachments.fail_to_read_attachment").count() == 1


@pytest.mark.parametrize("number", [1, 3])
def test_a_card_with_more_files_asks_no_more(
    cast: Cast, card: Card, django_assert_num_queries: Callable, number: int
) -> None:
    for _ in range(number):
        attached(cast.operator, card, cast.job_desk)
    with acting_as(cast.operator.pk), django_assert_num_queries(2):
        assert (
            len([str(one.service) + str(one.added_by) for one in queries.of_cards(cast.operator, [card])]) == number
        )


def test_an_authorised_disposal_takes_row_and_file(
    cast: Cast, card: Card, media: Path, django_capture_on_commit_callbacks: Callable
) -> None:
    own, other = attached(cast.operator, card, cast.job_desk), attached(cast.protected, card, cast.trans_desk)
    with system_role(), django_capture_on_commit_callbacks(execute=True):
        disposal = Disposal.objects.create(
            card=card,
            service=cast.job_desk,
            record_class="card",
            status="authorised",
            why="x",
            ground="term",
            proposed_by=cast.operator,
            decided_by=cast.coordinator,
            decided_at=timezone.now(),
        )
        erase = next(one.erase for one in holdings.all_of_them() if one.model is Attachment)
        assert erase is not None
        assert erase(holdings.Scope(disposal.pk, card.pk, cast.job_desk.pk, whole=False, words=())) == 1
        assert set(Attachment.objects.values_list("pk", flat=True)) == {other.pk}
    assert set(files.stored_names()) == {other.file}
    assert not files.place_of(own.file).exists()


def test_a_share_opens_the_senders_files_until_it_is_taken_back(cast: Cast, card: Card, client: Client) -> None:
    """By their name and content, of that service alone, and in the answer to the person that it was so."""
    own = attached(cast.operator, card, cast.job_desk)
    of_others = attached(cast.protected, card, cast.trans_desk)
    gone = attached(cast.operator, card, cast.job_desk)
    with acting_as(cast.operator.pk):
        actions.remove_attachment(attachment=gone, reason="doppio", by=cast.operator)
    without = shared(cast.operator, card, cast.job_desk, cast.foreign_desk, opens=["documents"])
    addresses = {one.pk: reverse("attachments:download", args=[card.code, one.pk]) for one in (own, of_others, gone)}

    def answers() -> dict[int, int]:
        return {pk: client.get(address).status_code for pk, address in addresses.items()}

    client.force_login(cast.stranger)
    assert set(answers().values()) == {404}
    made = shared(cast.operator, card, cast.job_desk, cast.foreign_desk, opens=["files"], names_sender=False)
    assert answers() == {own.pk: 200, of_others.pk: 404, gone.pk: 404}
    page = client.get(reverse("people:card", args=[card.code])).content.decode()
    assert addresses[own.pk] in page
    assert addresses[gone.pk] not in page
    assert cast.job_desk.name not in page.partition('id="allegati"')[2]
    with system_role():
        read = AuditEvent.objects.filter(action="attachments.read_attachment", object_id=card.pk).latest("pk")
    assert (read.actor_id, read.after) == (cast.stranger.pk, {"attachment": own.pk, "through": "share"})
    with acting_as(cast.operator.pk):
        told = telling.machine([card], cast.job_desk, made_at=timezone.now())
    assert "files" in json.dumps(told)
    with acting_as(cast.operator.pk):
        sharing.end_share(share=made, by=cast.operator)
    assert set(answers().values()) == {404}
    assert without.ended_at is None
