# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from ponte.accounts.models import User
from ponte.network.models import Membership
from ponte.network.teams import actions, queries, rules
from ponte.platform.audit.models import AuditEvent
from tests.accounts.support import prove
from tests.cast import Cast

Role = Membership.Role


def roles_of(user: User) -> set[tuple[str, str | None, str | None]]:
    return set(Membership.objects.filter(user=user).values_list("role", "service__slug", "organisation__slug"))


def trail() -> list[tuple[str, int | None]]:
    return list(AuditEvent.objects.order_by("id").values_list("action", "actor_id"))


def test_who_manages_a_team_is_the_same_for_one_and_for_the_list(cast: Cast) -> None:
    """Otherwise a page opens that the list does not offer, or the other way round."""
    managed = {}
    for name, user in cast.users.items():
        by_rule = {service.slug for service in cast.services if rules.may_manage_team(user, service)}
        assert by_rule == {service.slug for service in queries.services_managed_by(user)}, name
        managed[name] = by_rule
    assert managed == {
        **{name: set() for name in cast.users},
        "coordinator": {"sportello-lavoro"},
        "org_coordinator": {
            "sportello-lavoro",
            "mediazione-culturale",
            "consulenza-psicologica",
            "sportello-trans",
        },
    }


def test_who_gives_which_role(cast: Cast) -> None:
    """An administrator must not open people's cards to anyone, nor anyone a door to themselves."""
    newcomer = User.objects.create_user("nuova@ponte.example", name="Nuova Collega")
    wanted = {
        "team": Membership(user=newcomer, role=Role.OPERATOR, service=cast.job_desk),
        "coordination": Membership(user=newcomer, role=Role.COORDINATOR, service=cast.job_desk),
        "organisation": Membership(user=newcomer, role=Role.COORDINATOR, organisation=cast.ala),
        "network": Membership(user=newcomer, role=Role.AUDITOR),
    }
    given = {
        name: {role for role, membership in wanted.items() if rules.may_hold(user, membership)}
        for name, user in cast.users.items()
    }
    assert given == {
        **{name: set() for name in cast.users},
        "coordinator": {"team"},
        "org_coordinator": {"team", "coordination"},
        "administrator": {"coordination", "organisation", "network"},
    }
    for user in cast.users.values():
        assert not rules.may_hold(user, Membership(user=user, role=Role.OPERATOR, service=cast.job_desk))


def test_a_coordinator_fills_the_team_and_it_is_in_the_trail(client: Client, cast: Cast) -> None:
    prove(client, cast.coordinator)
    before = len(trail())
    page = client.post(
        "/equipe/sportello-lavoro/",
        {"name": "Mei Lin", "email": "MEDIATOR@ponte.example", "role": "mediator"},
        follow=True,
    )
    assert "mediator@ponte.example è nell&#x27;équipe." in page.content.decode()
    assert User.objects.get(pk=cast.mediator.pk).name == "Mei Lin Zhou"
    assert ("mediator", "sportello-lavoro", None) in roles_of(cast.mediator)
    membership = Membership.objects.get(user=cast.mediator, service=cast.job_desk)
    client.post(f"/equipe/sportello-lavoro/{membership.pk}/togli/")
    assert roles_of(cast.mediator) == {("mediator", "mediazione-culturale", None)}
    by = cast.coordinator.pk
    assert trail()[before:] == [("network.give_role", by), ("network.take_role", by)]


def test_a_team_is_closed_to_whoever_does_not_coordinate_it(client: Client, cast: Cast) -> None:
    for name in ("operator", "stranger", "administrator", "network_manager"):
        client.force_login(cast.users[name])
        assert client.get("/equipe/sportello-lavoro/").status_code == 404, name
    prove(client, cast.coordinator)
    own = Membership.objects.get(user=cast.coordinator)
    assert client.post(f"/equipe/sportello-lavoro/{own.pk}/togli/").status_code == 403
    wanted = {"name": "Mei Lin Zhou", "email": "mediator@ponte.example", "role": "coordinator"}
    refused = client.post("/equipe/sportello-lavoro/", wanted)
    assert refused.status_code == 200
    assert roles_of(cast.mediator) == {("mediator", "mediazione-culturale", None)}


def test_a_suspended_user_is_out_at_once(client: Client, cast: Cast) -> None:
    """Whoever leaves on Friday must not read cards on Saturday with a page left open."""
    colleague = Client()
    colleague.force_login(cast.colleague)
    prove(client, cast.administrator)
    client.post(f"/utenti/{cast.colleague.pk}/sospendi/")
    assert colleague.get("/utenti/").status_code == 302
    client.post(f"/utenti/{cast.colleague.pk}/sospendi/")
    assert User.objects.get(pk=cast.colleague.pk).is_active
    assert client.post(f"/utenti/{cast.administrator.pk}/sospendi/").status_code == 403


def test_only_administrators_see_the_users(client: Client, cast: Cast) -> None:
    for name, user in cast.users.items():
        prove(client, user)
        expected = 200 if name == "administrator" else 403
        for page in ("/utenti/", "/utenti/nuovo/", f"/utenti/{cast.operator.pk}/"):
            assert client.get(page).status_code == expected, (name, page)
        with pytest.raises(PermissionDenied):
            actions.suspend_user(user=cast.administrator, by=user)


@pytest.mark.parametrize(
    ("who", "address", "data"),
    [
        ("administrator", "/utenti/nuovo/", {"name": "Tea Sordi", "email": "tea@ponte.example", "language": "it"}),
        ("administrator", "/utenti/{colleague}/", {"role": "coordinator", "organisation": "{ala}"}),
        ("administrator", "/utenti/{colleague}/sospendi/", {}),
        ("administrator", "/utenti/ruoli/{role}/togli/", {}),
        ("coordinator", "/equipe/sportello-lavoro/", {"name": "T", "email": "tea@ponte.example", "role": "operator"}),
        ("coordinator", "/equipe/sportello-lavoro/{role}/togli/", {}),
        ("coordinator", "/equipe/sportello-lavoro/{role}/invita/", {}),
    ],
)
def test_a_screen_left_open_lets_nobody_in_and_shuts_nobody_out(
    client: Client, cast: Cast, who: str, address: str, data: dict[str, str]
) -> None:
    """The password, or the second factor, is asked for again, and what was asked goes on with it."""
    held = Membership.objects.get(user=cast.colleague, service=cast.job_desk)
    here = {"colleague": cast.colleague.pk, "role": held.pk, "ala": cast.ala.pk}
    client.force_login(cast.users[who])
    users, roles, last = User.objects.count(), Membership.objects.count(), trail()
    answer = client.post(address.format(**here), {key: value.format(**here) for key, value in data.items()})
    assert (answer.status_code, answer.headers["Location"].split("?")[0]) == (302, "/accedi/conferma/")
    assert (User.objects.count(), Membership.objects.count(), trail()) == (users, roles, last)
    assert User.objects.get(pk=cast.colleague.pk).is_active


def test_an_administrator_names_coordinators(client: Client, cast: Cast) -> None:
    prove(client, cast.administrator)
    page = f"/utenti/{cast.mediator.pk}/"
    client.post(page, {"role": "coordinator", "organisation": cast.assemi.pk})
    assert ("coordinator", None, "assemi") in roles_of(cast.mediator)
    for wrong in (
        {"role": "coordinator"},
        {"role": "coordinator", "organisation": cast.ala.pk, "service": cast.job_desk.pk},
        {"role": "auditor", "organisation": cast.ala.pk},
        {"role": "operator"},
    ):
        assert client.post(page, wrong).status_code == 200
    held = Membership.objects.get(user=cast.mediator, organisation=cast.assemi)
    client.post(f"/utenti/ruoli/{held.pk}/togli/")
    assert roles_of(cast.mediator) == {("mediator", "mediazione-culturale", None)}


@pytest.mark.parametrize(
    ("state", "names"),
    [
        ("suspended", {"Carlo Ferri"}),
        ("without_role", {"Tea Sordi"}),
        ("never_in", {"Tea Sordi"}),
    ],
)
def test_users_are_found_by_their_state(client: Client, cast: Cast, state: str, names: set[str]) -> None:
    User.objects.update(last_login=timezone.now())
    User.objects.create_user("tea@ponte.example", name="Tea Sordi")
    User.objects.filter(pk=cast.colleague.pk).update(is_active=False)
    assert {
        user.name for user in queries.matching(queries.users_visible_to(cast.administrator), state=state)
    } == names


@pytest.mark.parametrize("more", [0, 3])
def test_the_list_of_users_asks_the_same_whatever_its_length(
    client: Client, cast: Cast, more: int, django_assert_num_queries: object
) -> None:
    for number in range(more):
        User.objects.create_user(f"u{number}@ponte.example", name=f"Utente {number}")
    client.force_login(cast.administrator)
    with django_assert_num_queries(11):  # type: ignore[operator]
        assert client.get("/utenti/").status_code == 200
