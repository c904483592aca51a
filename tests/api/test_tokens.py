# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A token opens what its role opens, and nothing once its role, its user or its time is gone."""

import datetime as dt
import re
from hashlib import sha256

import pytest
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from ponte.accounts.models import User
from ponte.api import rules, tokens
from ponte.api.models import Scope, Token
from ponte.api.tasks import forget_ended
from ponte.network.models import Membership
from ponte.network.teams import actions as teams
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as
from tests.accounts.support import sign_in
from tests.api.support import Program, given_token, program
from tests.cast import PASSWORD, Cast
from tests.people.support import registered
from tests.security.crawl import browser
from tests.support import system_role


def test_only_a_digest_of_the_secret_is_kept(cast: Cast) -> None:
    token, secret = given_token(cast.operator)
    stored = Token.objects.filter(pk=token.pk).values().get()
    assert secret.startswith("ponte_")
    assert len(secret) > 40
    assert stored["digest"] == sha256(secret.encode()).hexdigest()
    assert not any(secret in str(value) for value in stored.values())
    event = AuditEvent.objects.filter(action="api.make_token").get()
    assert secret not in str(event.after)


def test_whoever_holds_the_token_is_its_user(cast: Cast) -> None:
    registered(cast.operator, cast.job_desk, given_name="Amina", family_name="Berrada")
    answer = program(cast.operator).get("/people", q="berrada")
    assert answer.status_code == 200
    assert [person["name"] for person in answer.json()["people"]] == ["Amina Berrada"]
    assert "no-store" in answer.headers["Cache-Control"]
    assert not answer.cookies


def refused(answer: object) -> None:
    assert (answer.status_code, answer.json()["detail"]) == (  # type: ignore[attr-defined]
        401, "Serve un token valido, nell'intestazione Authorization: Bearer.",
    )  # fmt: skip
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="Ponte"'  # type: ignore[attr-defined]
    assert answer.headers["Content-Type"] == "application/problem+json"  # type: ignore[attr-defined]


@pytest.mark.parametrize("secret", ["", "x", "ponte_" + "a" * 43, "è" * 20, "a b", "\x01", "A" * 5000])
def test_no_token_and_a_wrong_one_are_refused_in_the_same_words(cast: Cast, secret: str) -> None:
    refused(Program(secret).get("/people", q="amina"))


def test_a_session_opens_nothing_here(cast: Cast) -> None:
    """Or another site could ask through the browser of somebody who is signed in."""
    client = browser(cast.operator)
    refused(client.get("/api/v1/people", {"q": "amina"}, headers={"Accept-Language": "it"}))


def test_a_token_ends_on_its_day(cast: Cast) -> None:
    token, secret = given_token(cast.operator)
    Token.objects.filter(pk=token.pk).update(expires_at=timezone.now() - dt.timedelta(seconds=1))
    refused(Program(secret).get("/people", q="amina"))


def test_a_revoked_token_opens_nothing(cast: Cast) -> None:
    token, secret = given_token(cast.operator)
    tokens.revoke_token(token=token, by=cast.operator)
    refused(Program(secret).get("/people", q="amina"))


def test_nobody_revokes_somebody_elses_token(cast: Cast) -> None:
    token, secret = given_token(cast.operator)
    with pytest.raises(PermissionDenied):
        tokens.revoke_token(token=token, by=cast.coordinator)
    assert Program(secret).get("/people", q="amina").status_code == 200


def test_the_token_of_whoever_leaves_the_team_is_dead_at_once_and_for_good(cast: Cast) -> None:
    _token, secret = given_token(cast.operator)
    membership = Membership.objects.get(user=cast.operator)
    with acting_as(cast.coordinator.pk):
        teams.take_role(membership=membership, by=cast.coordinator)
    refused(Program(secret).get("/people", q="amina"))
    with acting_as(cast.coordinator.pk):
        teams.give_role(user=cast.operator, role="operator", service=cast.job_desk, by=cast.coordinator)
    refused(Program(secret).get("/people", q="amina"))


def test_the_token_of_a_suspended_user_is_dead_at_once_and_for_good(cast: Cast) -> None:
    _token, secret = given_token(cast.operator)
    teams.suspend_user(user=cast.operator, by=cast.administrator)
    refused(Program(secret).get("/people", q="amina"))
    teams.reactivate_user(user=User.objects.get(pk=cast.operator.pk), by=cast.administrator)
    refused(Program(secret).get("/people", q="amina"))


@pytest.mark.parametrize("why", ["renew_password", "reset_factors"])
def test_an_account_that_may_be_in_other_hands_loses_its_tokens(cast: Cast, why: str) -> None:
    _token, secret = given_token(cast.operator)
    getattr(teams, why)(user=cast.operator, by=cast.administrator)
    refused(Program(secret).get("/people", q="amina"))


@pytest.mark.parametrize("how", ["changed", "chosen anew"])
def test_tokens_end_with_the_password_that_they_were_made_with(client: Client, cast: Cast, how: str) -> None:
    """Whoever changes it may have a reason, and whoever reads the letter may not be who made them."""
    _token, secret = given_token(cast.operator)
    again = "un-ponte-sul-lambro"
    if how == "changed":
        sign_in(client, cast.operator)
        client.post("/password/cambia/", {"oldpassword": PASSWORD, "password1": again, "password2": again})
    else:
        uid, key = user_pk_to_url_str(cast.operator), default_token_generator.make_token(cast.operator)
        form = client.get(f"/password/recupera/{uid}-{key}/", follow=True)
        client.post(form.request["PATH_INFO"], {"password1": again, "password2": again})
    assert User.objects.get(pk=cast.operator.pk).check_password(again)
    refused(Program(secret).get("/people", q="amina"))


def test_a_token_opens_one_of_its_users_roles_alone(cast: Cast) -> None:
    """Whoever works in two services gives a program the people of one, also where the database is asked directly."""
    with system_role():
        Membership.objects.create(user=cast.operator, role="operator", service=cast.trans_desk)
    registered(cast.operator, cast.job_desk, given_name="Amina", family_name="Berrada")
    hidden = registered(cast.operator, cast.trans_desk, given_name="Amina", family_name="Berrada")
    desk = Membership.objects.get(user=cast.operator, service=cast.job_desk)
    with acting_as(cast.operator.pk):
        _token, secret = tokens.make_token(
            membership=desk, name="x", scopes=[Scope.PEOPLE_READ], by=cast.operator,
            expires_at=timezone.now() + dt.timedelta(days=1),
        )  # fmt: skip
    asking = Program(secret)
    assert len(asking.get("/people", q="berrada").json()["people"]) == 1
    assert asking.get(f"/people/{hidden.code}").status_code == 404
    with acting_as(cast.operator.pk, membership_id=desk.pk):
        assert Membership.objects.filter(user=cast.operator).count() == 1
        assert type(hidden).objects.count() == 1
    with acting_as(cast.operator.pk):
        assert Membership.objects.filter(user=cast.operator).count() == 2
        assert type(hidden).objects.count() == 2


def test_a_token_is_for_what_it_was_made_for(cast: Cast) -> None:
    answer = program(cast.operator, Scope.FIGURES_READ).get("/people", q="amina")
    assert answer.status_code == 403
    assert answer.json()["detail"] == "A questo token manca il permesso «people:read»."


def test_roles_without_people_get_figures_and_those_who_look_after_users_get_nothing(cast: Cast) -> None:
    allowed = {name: {*map(rules.scopes_of, rules.roles_for_tokens(user))} for name, user in cast.users.items()}
    team = {name for name, scopes in allowed.items() if scopes == {tuple(Scope)}}
    assert team == {"operator", "colleague", "coordinator", "mediator", "social_worker", "protected", "stranger"}
    assert {name: scopes for name, scopes in allowed.items() if name not in team} == {
        "org_coordinator": {(Scope.FIGURES_READ,)},
        "network_manager": {(Scope.FIGURES_READ,)},
        "auditor": set(),
        "administrator": set(),
    }
    with pytest.raises(PermissionDenied):
        given_token(cast.network_manager, Scope.PEOPLE_READ)


def test_a_token_lasts_a_year_at_most(cast: Cast) -> None:
    with pytest.raises(ValidationError):
        given_token(cast.operator, days=366)
    token, _secret = given_token(cast.operator)
    with pytest.raises(IntegrityError), transaction.atomic():
        Token.objects.filter(pk=token.pk).update(expires_at=timezone.now() + dt.timedelta(days=400))


def test_a_program_that_asks_too_much_must_wait(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "MOST_IN_A_MINUTE", 2)
    token, secret = given_token(cast.operator)
    asking = Program(secret)
    assert [asking.get("/people", q="amina").status_code for _ in range(3)] == [200, 200, 429]
    assert asking.get("/people", q="amina").headers["Retry-After"] == "60"
    Token.objects.filter(pk=token.pk).update(minute_began_at=timezone.now() - dt.timedelta(minutes=2))
    assert asking.get("/people", q="amina").status_code == 200


def test_its_last_use_and_from_where_is_on_the_token(cast: Cast) -> None:
    token, secret = given_token(cast.operator)
    Program(secret).get("/people", q="amina")
    token.refresh_from_db()
    assert token.last_address == "127.0.0.1"
    assert token.last_used_at is not None
    assert timezone.now() - token.last_used_at < dt.timedelta(minutes=1)


def test_what_has_ended_is_forgotten_after_a_quarter(cast: Cast) -> None:
    ended, _secret = given_token(cast.operator, name="a")
    living, _secret = given_token(cast.operator, name="b")
    Token.objects.filter(pk=ended.pk).update(expires_at=timezone.now() - dt.timedelta(days=91))
    with system_role():
        forget_ended(timestamp=0)
        assert list(Token.objects.all()) == [living]


# Pages


def test_a_token_is_made_after_proving_oneself_again_and_shown_once(cast: Cast) -> None:
    client = browser(cast.operator)
    assert client.get("/sicurezza/token/nuovo/").headers["Location"].startswith("/accedi/conferma/")
    _prove_again(client)
    said = {
        "name": "Cartella sociale",
        "membership": Membership.objects.get(user=cast.operator).pk,
        "scopes": ["people:read"],
        "expires_on": timezone.localdate() + dt.timedelta(days=30),
    }
    made = client.post("/sicurezza/token/nuovo/", said)
    secret = re.findall(r"ponte_[\w-]{43}", made.content.decode())[0]
    assert Program(secret).get("/people", q="amina").status_code == 200
    listed = client.get("/sicurezza/token/").content.decode()
    assert "Cartella sociale" in listed
    assert secret not in listed
    assert "Ha già un token con questo nome" in client.post("/sicurezza/token/nuovo/", said).content.decode()
    token = Token.objects.get()
    client.post(f"/sicurezza/token/{token.pk}/revoca/")
    client.get("/sicurezza/token/")  # says once that it is revoked
    assert "Cartella sociale" not in client.get("/sicurezza/token/").content.decode()
    refused(Program(secret).get("/people", q="amina"))


def _prove_again(client: object) -> None:
    client.post("/accedi/conferma/", {"password": PASSWORD})  # type: ignore[attr-defined]


def test_nobody_makes_a_token_for_a_role_of_somebody_else_or_for_more_than_the_role_allows(cast: Cast) -> None:
    client = browser(cast.network_manager)
    _prove_again(client)
    own = Membership.objects.get(user=cast.network_manager).pk
    other = Membership.objects.get(user=cast.operator).pk
    day = timezone.localdate() + dt.timedelta(days=30)
    for membership, scopes in ((own, ["people:read"]), (other, ["people:read"])):
        client.post(
            "/sicurezza/token/nuovo/", {"name": "x", "membership": membership, "scopes": scopes, "expires_on": day}
        )
    assert Token.objects.count() == 0


def test_whoever_needs_a_second_factor_makes_no_token_without_one(cast: Cast, settings: object) -> None:
    settings.SECOND_FACTOR_REQUIRED = True  # type: ignore[attr-defined]
    client = browser(cast.operator)
    assert client.get("/sicurezza/token/").headers["Location"].startswith("/sicurezza/?next=")


def test_a_token_of_a_colleague_is_as_if_it_were_not_there(cast: Cast) -> None:
    token, _secret = given_token(cast.operator)
    client = browser(cast.colleague)
    assert client.post(f"/sicurezza/token/{token.pk}/revoca/").status_code == 404
    assert "prova" not in client.get("/sicurezza/token/").content.decode().split("<main")[1]
