# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Colleagues come in by invitation, and go out at once."""

import socket
import time
from collections.abc import Iterator
from email import message_from_bytes, policy
from unittest.mock import patch
from urllib.parse import urlsplit

import pytest
from aiosmtpd.controller import Controller
from django.core.exceptions import PermissionDenied
from django.test import Client, override_settings

from ponte.accounts import invitations
from ponte.accounts.models import Session, User
from ponte.network.models import Membership
from ponte.network.teams import actions
from ponte.platform.audit.models import AuditEvent
from ponte.platform.spreadsheets import running
from ponte.platform.spreadsheets.models import ImportRun
from tests.accounts.support import code_now, factors, give_app, prove, queued_letters, send_queued_letters, sign_in
from tests.cast import Cast
from tests.support import system_role

TEA = {"name": "Tea Sordi", "email": "Tea@ponte.example", "role": "operator"}
PHRASE = "un-ponte-sul-lambro"


class Mailbox:
    """Takes in what a real mail client sends."""

    def __init__(self) -> None:
        self.letters: list[tuple[list[str], str, str]] = []

    async def handle_DATA(self, server: object, session: object, envelope: object) -> str:  # noqa: N802 - theirs
        letter = message_from_bytes(envelope.content, policy=policy.default)  # type: ignore[attr-defined]
        body = letter.get_body()  # type: ignore[attr-defined]
        self.letters.append((envelope.rcpt_tos, str(letter["Subject"]), body.get_content()))  # type: ignore[attr-defined]
        return "250 OK"


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    handler = Mailbox()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = Controller(handler, hostname="127.0.0.1", port=port)
    server.start()
    with override_settings(
        EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend",
        EMAIL_HOST="127.0.0.1",
        EMAIL_PORT=port,
        MAIL_IS_CONFIGURED=True,
    ):
        yield handler
    server.stop()


def test_a_coordinator_invites_by_mail_and_the_link_works_once(client: Client, cast: Cast, mailbox: Mailbox) -> None:
    prove(client, cast.coordinator)
    answer = client.post("/equipe/sportello-lavoro/", TEA, follow=True).content.decode()
    assert "tea@ponte.example è nell&#x27;équipe." in answer
    send_queued_letters()
    ((to, subject, body),) = mailbox.letters
    assert (to, subject) == (["tea@ponte.example"], "Il suo utente di Ponte")
    path = urlsplit(next(word for word in body.split() if word.startswith("http"))).path
    new = Client()
    assert "Buongiorno Tea Sordi" in new.get(path).content.decode()
    assert new.post(path, {"new_password1": "corta", "new_password2": "corta"}).status_code == 200
    assert new.post(path, {"new_password1": PHRASE, "new_password2": PHRASE})["Location"] == "/accedi/"
    tea = User.objects.get(email="tea@ponte.example")
    assert sign_in(new, tea, PHRASE).status_code == 302
    assert "non vale più" in Client().get(path).content.decode()
    assert Client().post(path, {"new_password1": PHRASE, "new_password2": PHRASE}).status_code == 200
    told = AuditEvent.objects.filter(object_type="accounts.user", object_id=tea.pk).order_by("id")
    assert list(told.values_list("action", "actor_id")) == [
        ("accounts.invite_user", cast.coordinator.pk),
        ("accounts.accept_invitation", tea.pk),
        ("accounts.sign_in", tea.pk),
    ]


def test_an_invitation_ends_after_a_week_and_with_the_next_one(cast: Cast) -> None:
    tea = actions.invite_user(name="Tea Sordi", email="tea@ponte.example", language="it", by=cast.coordinator)
    first = invitations.path_for(tea)
    with patch("time.time", return_value=time.time() + invitations.WEEK - 60):
        assert "Buongiorno" in Client().get(first).content.decode()
    with patch("time.time", return_value=time.time() + invitations.WEEK + 60):
        assert "non vale più" in Client().get(first).content.decode()
    actions.invite_again(user=tea, by=cast.coordinator)
    assert "non vale più" in Client().get(first).content.decode()
    tea.refresh_from_db()
    second = invitations.path_for(tea)
    assert "Buongiorno" in Client().get(second).content.decode()
    User.objects.filter(pk=tea.pk).update(is_active=False)
    assert "non vale più" in Client().get(second).content.decode()
    assert "non vale più" in Client().get("/invito/qualunque-cosa/").content.decode()


def test_who_invites_and_who_invites_again(cast: Cast) -> None:
    """A coordinator must not lock the password of somebody who works already."""
    inviting = {name for name, user in cast.users.items() if _may(user, f"{name}@altro.example")}
    assert inviting == {"coordinator", "org_coordinator", "administrator"}
    with pytest.raises(PermissionDenied):
        actions.invite_again(user=cast.mediator, by=cast.coordinator)


def _may(user: User, email: str) -> bool:
    try:
        actions.invite_user(name="Tea", email=email, language="it", by=user)
    except PermissionDenied:
        return False
    return True


@override_settings(MAIL_IS_CONFIGURED=True)
def test_adding_a_stranger_and_a_user_gives_one_answer_and_one_letter(client: Client, cast: Cast) -> None:
    """The form must not be a way to ask who works elsewhere in the network."""
    prove(client, cast.coordinator)
    answers = []
    for email in ("tea@ponte.example", "stranger@ponte.example"):
        before = len(queued_letters())
        page = client.post("/equipe/sportello-lavoro/", TEA | {"email": email})
        answers.append((page.status_code, page["Location"], len(queued_letters()) - before))
    assert answers[0] == answers[1] == (302, "/equipe/sportello-lavoro/", 1)


def test_without_a_mail_server_the_link_is_handed_over(client: Client, cast: Cast) -> None:
    prove(client, cast.administrator)
    page = client.post("/utenti/nuovo/", {"name": "Tea Sordi", "email": "Tea@ponte.example", "language": "en"})
    tea = User.objects.get(email="tea@ponte.example")
    assert invitations.path_for(tea) in page.content.decode()
    assert (tea.name, tea.language, tea.has_usable_password()) == ("Tea Sordi", "en", False)
    assert "no-store" in page.headers["Cache-Control"]
    again = client.post("/utenti/nuovo/", {"name": "Tea", "email": "TEA@ponte.example", "language": "it"})
    assert "già un utente con questo indirizzo" in again.content.decode()


@pytest.mark.parametrize("how", ["take_role", "suspend", "renew_password", "reset_factors"])
def test_whoever_goes_is_out_at_the_next_request(client: Client, cast: Cast, how: str) -> None:
    """Whoever leaves on Friday must not read cards on Saturday with a page left open."""
    secret = give_app(cast.colleague)
    browsers = [Client(), Client()]
    for step, browser in zip((-1, 0), browsers, strict=True):
        sign_in(browser, cast.colleague)
        browser.post("/accedi/codice/", {"code": code_now(secret, step)})
        assert browser.get("/persone/").status_code == 200
    if how == "take_role":
        membership = Membership.objects.get(user=cast.colleague)
        actions.take_role(membership=membership, by=cast.coordinator)
    elif how == "suspend":
        actions.suspend_user(user=cast.colleague, by=cast.administrator)
    else:
        getattr(actions, how)(user=cast.colleague, by=cast.administrator)
    assert [browser.get("/persone/").status_code for browser in browsers] == [302, 302]
    assert not Session.objects.filter(user=cast.colleague).exists()
    event = AuditEvent.objects.get(action="accounts.end_sessions", reason__gt="", after__number=2)
    assert event.object_id == cast.colleague.pk
    assert factors(cast.colleague) == ([] if how == "reset_factors" else ["totp"])


@pytest.mark.parametrize("how", ["suspended", "without_role"])
def test_a_job_of_whoever_has_gone_stores_nothing(client: Client, cast: Cast, how: str) -> None:
    """The file was uploaded on Friday; the worker comes to it after the off-boarding."""
    with system_role():
        run = ImportRun.objects.create(
            kind="people", uploaded_by=cast.coordinator, file_name="x.csv", content=b"ref,given_name\n1,Amina\n",
            status=ImportRun.Status.STORING,
        )  # fmt: skip
    if how == "suspended":
        actions.suspend_user(user=cast.coordinator, by=cast.administrator)
    else:
        actions.take_role(membership=Membership.objects.get(user=cast.coordinator), by=cast.org_coordinator)
    with system_role():
        running.work(run.pk)
        run.refresh_from_db()
    assert run.status == ImportRun.Status.FAILED
    assert run.content is None


def test_the_page_before_the_end_says_what_ends(client: Client, cast: Cast) -> None:
    sign_in(Client(), cast.colleague)
    prove(client, cast.coordinator)
    pk = Membership.objects.get(user=cast.colleague).pk
    page = client.get(f"/equipe/sportello-lavoro/{pk}/togli/").content.decode()
    assert "Si chiude 1 accesso aperto" in page
    own = Membership.objects.get(user=cast.coordinator).pk
    assert client.get(f"/equipe/sportello-lavoro/{own}/togli/").status_code == 403
    client.force_login(cast.stranger)
    assert client.get(f"/equipe/sportello-lavoro/{pk}/togli/").status_code == 404
