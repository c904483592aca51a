# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from django.core import mail
from django.test import Client, override_settings
from django.urls import reverse

from ponte.accounts.models import User
from ponte.demo import users as example_users
from ponte.platform.audit.models import AuditEvent
from tests.accounts.support import link_in, send_queued_letters
from tests.cast import PASSWORD, Cast


def sign_in(client: Client, email: str, password: str) -> int:
    return client.post("/accedi/", {"login": email, "password": password}).status_code


def trail() -> list[tuple[str, int | None, int | None]]:
    return list(AuditEvent.objects.order_by("id").values_list("action", "object_id", "actor_id"))


def test_signing_in_and_out_is_in_the_trail(client: Client, cast: Cast) -> None:
    """Otherwise nobody can tell who was in the system when."""
    pk = cast.operator.pk
    assert sign_in(client, "OPERATOR@ponte.example", PASSWORD) == 302
    assert client.get("/").status_code == 200
    assert client.post("/esci/").status_code == 302
    assert trail() == [("accounts.sign_in", pk, pk), ("accounts.sign_out", pk, pk)]


def test_a_failed_attempt_names_the_account_and_keeps_nothing_that_was_typed(client: Client, cast: Cast) -> None:
    """A password typed into the wrong field must not end up in the trail."""
    assert sign_in(client, cast.operator.email, "sbagliata-davvero") == 200
    assert sign_in(client, "nessuno@ponte.example", "sbagliata-davvero") == 200
    assert trail() == [("accounts.fail_sign_in", cast.operator.pk, None), ("accounts.fail_sign_in", None, None)]
    event = AuditEvent.objects.order_by("id").first()
    assert event is not None
    assert (event.before, event.after, event.reason) == (None, None, "")


def test_whoever_was_deactivated_stays_out(client: Client, cast: Cast) -> None:
    User.objects.filter(pk=cast.operator.pk).update(is_active=False)
    sign_in(client, cast.operator.email, PASSWORD)
    assert client.get("/").wsgi_request.user.is_anonymous


def test_the_example_accounts_are_told_only_where_their_password_opens_them(client: Client, cast: Cast) -> None:
    """A real installation must not print sign-ins, nor an example with a password of its own the wrong one."""
    email = example_users.EXAMPLES[0].email
    page = reverse("account_login")
    assert email not in client.get(page).content.decode()
    User.objects.create_user(email, "un-altra-password", name="Giulia Ferrante")
    assert email not in client.get(page).content.decode()
    user = User.objects.get(email=email)
    user.set_password(example_users.PASSWORD)
    user.save()
    shown = client.get(page).content.decode()
    assert email in shown
    assert example_users.PASSWORD in shown


@override_settings(MAIL_IS_CONFIGURED=True)
def test_a_forgotten_password_is_replaced_by_mail(client: Client, cast: Cast) -> None:
    """Otherwise whoever forgets it is locked out until somebody with the command line helps."""
    client.post("/password/recupera/", {"email": cast.operator.email})
    send_queued_letters()
    (letter,) = mail.outbox
    address = link_in(letter)
    form = client.get(address, follow=True)
    assert form.status_code == 200
    again = "un-ponte-sul-lambro"
    done = client.post(form.request["PATH_INFO"], {"password1": again, "password2": again}, follow=True)
    assert done.redirect_chain[-1][0] == reverse("account_reset_password_from_key_done")
    assert sign_in(client, cast.operator.email, again) == 302
    assert "non vale più" in Client().get(address).content.decode()


def test_nobody_signs_up(client: Client, db: None) -> None:
    """Colleagues are invited; an open registration would let strangers in."""
    assert "Gli utenti sono invitati" in client.get("/accedi/richiesta/").content.decode()


@pytest.mark.parametrize("path", ["/password/cambia/", "/accedi/conferma/", "/accedi/", "/password/recupera/"])
def test_the_pages_about_ones_own_account_open(client: Client, cast: Cast, path: str) -> None:
    if path not in {"/accedi/", "/password/recupera/"}:
        client.force_login(cast.operator)
    assert client.get(path).status_code == 200


def test_the_language_is_remembered_for_the_user(client: Client, cast: Cast) -> None:
    """Otherwise an English-speaking colleague starts in Italian on every new machine."""
    client.force_login(cast.operator)
    client.post("/lingua/", {"language": "en", "next": "/componenti/"})
    assert User.objects.get(pk=cast.operator.pk).language == "en"
    elsewhere = Client()
    elsewhere.force_login(cast.operator)
    assert '<html lang="en"' in elsewhere.get("/componenti/").content.decode()
