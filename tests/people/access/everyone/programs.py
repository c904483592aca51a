# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a program is given that asks with a token: what its user would be given in that one team, and no more."""

import datetime as dt
from dataclasses import replace

from django.utils import timezone

from ponte.api import tokens
from ponte.api.models import Scope
from ponte.network.models import Membership
from ponte.platform.database.actor import acting_as
from tests.api.support import Program
from tests.people.access.everyone.building import NAMES, Built
from tests.people.access.everyone.model import Model
from tests.people.access.everyone.tally import Tally
from tests.people.access.everyone.world import User


def ask_as_program(user: int, model: Model, built: Built, tally: Tally) -> None:
    for team in sorted(model.world.users[user].teams):
        users = list(model.world.users)
        users[user] = User(frozenset({team}))
        narrowed = Model(replace(model.world, users=tuple(users)))
        _ask(user, team, narrowed, built, tally)


def _program(user: int, team: int, built: Built) -> Program:
    who = built.users[user]
    with acting_as(who.pk):
        _token, secret = tokens.make_token(
            membership=Membership.objects.get(user=who, service=built.services[team]), name=f"{team}",
            scopes=[*Scope], expires_at=timezone.now() + dt.timedelta(days=1), by=who,
        )  # fmt: skip
    return Program(secret)


def _ask(user: int, team: int, model: Model, built: Built, tally: Tally) -> None:
    asking, cards = _program(user, team, built), len(built.cards)
    at_code = {card.code: at for at, card in enumerate(built.cards)}
    may_read = model.reads(user)
    read = {at for code, at in at_code.items() if asking.get(f"/people/{code}").status_code == 200}
    tally.compare(user, f"program of {team} reads", read, may_read, cards)
    for of, path, rows in (("enrolled", "/enrolments", _enrolled), ("met", "/interventions", _met)):
        given = {at_code[code] for code in rows(asking.get(path, limit=100).json())}
        may = {at for at, service in model.own_work(user, of) if service == team}
        tally.compare(user, f"program of {team}, {path}", given, may, cards)
    for at, (given_name, family_name, year) in enumerate(NAMES[:cards]):
        found = {at_code[one["identifier"]] for one in asking.get("/people", q=family_name).json()["people"]}
        tally.compare(user, f"program of {team} searches", found, {at} & may_read, cards)
        sheet = {"given_name": given_name, "family_name": family_name, "birth_date": str(year), "why": "desk"}
        told = asking.post("/people/match", sheet).json()["matches"]
        kind = model.presence(user, at)
        refs = (built.cards[at].code,) if kind == "own" else ()
        answers = {(one["kind"], tuple(one["refs"])) for one in told}
        tally.compare(user, f"program of {team} asks", answers, {(kind, refs)} if kind else set(), cards)


def _enrolled(answer: dict[str, list[dict[str, str]]]) -> set[str]:
    return {one["person"] for one in answer["enrolments"]}


def _met(answer: dict[str, list[dict[str, list[dict[str, str]]]]]) -> set[str]:
    return {row["person"] for one in answer["interventions"] for row in one["participations"] if row["person"]}
