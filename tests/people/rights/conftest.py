# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A notice, purposes, and a person whom a shared, a reserved and a protected service know by one card."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pytest
from django.db.models import QuerySet

from ponte.people.models import Acquaintance, Card
from ponte.people.rights.actions import agreements, notices
from ponte.people.rights.models import NoticeVersion, Purpose
from ponte.platform.database.actor import acting_as
from tests.cast import Cast
from tests.people.support import registered
from tests.support import system_role

DAY = dt.date(2026, 3, 2)


@dataclass(frozen=True, slots=True)
class Known:
    """One card that the job desk (shared), psychology (reserved) and the trans desk (protected) know."""

    cast: Cast
    card: Card
    notice: NoticeVersion
    newsletter: Purpose


@pytest.fixture
def known(cast: Cast) -> Known:
    card = registered(cast.operator, cast.job_desk, given_name="Amina", family_name="El Idrissi", birth_year=1990)
    with system_role():
        Acquaintance.objects.bulk_create(
            [Acquaintance(card=card, service=service) for service in (cast.psychology, cast.trans_desk)]
        )
        notice = notices.publish(
            name="Informativa 2026", valid_from=dt.date(2026, 1, 1), texts={"ita": "Testo.", "ara": "نص"}, by=None
        )
        newsletter = agreements.save_purpose(
            purpose=Purpose(),
            fields={
                "slug": "bollettino", "name": "Bollettino del lavoro", "basis": Purpose.Basis.CONSENT,
                "on_withdrawal": "Non riceve più il bollettino.",
            },
            by=None,
        )  # fmt: skip
    return Known(cast, card, notice, newsletter)


def seen_by(cast: Cast, rows: Callable[[], Iterable[int] | QuerySet[object]]) -> dict[str, set[int]]:
    """Of each member of the cast who sees any of the rows, which."""
    found: dict[str, set[int]] = {}
    for name, user in cast.users.items():
        with acting_as(user.pk):
            if seen := set(rows()):
                found[name] = seen  # type: ignore[assignment]
    return found
