# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Filling an empty installation with the example: everything or nothing."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction

from ponte.demo import access, areas, generated, indicators, network, rights, users
from ponte.demo.published import loading
from ponte.network.models import Organisation, Service
from ponte.platform.audit import actions as audit
from ponte.platform.spreadsheets.importing import Progress, silent


class NotEmptyError(Exception):
    """The installation already holds data, which the example must not mix with."""


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for: how many generated people beside those of the published report, from which seed."""

    people: int
    seed: int
    password: str
    progress: Progress = silent


# What the example consists of, in the order in which it is loaded; each step builds on those before it.
STEPS: tuple[tuple[str, Callable[[Order], None]], ...] = (
    ("Comuni, ambiti and municipi", lambda order: areas.load()),
    ("Organisations, projects and services", lambda order: network.load()),
    ("Indicators", lambda order: indicators.load()),
    ("Notices, purposes and retention terms", lambda order: rights.describe()),
    ("Users", lambda order: users.load(order.password)),
    ("The record of ALA Milano's year 2021", lambda order: loading.load()),
    (
        "Fictional people and their work",
        lambda order: generated.load(count=order.people, seed=order.seed, progress=order.progress),
    ),
    ("What people were told, agreed to and asked", lambda order: rights.live()),
    ("What services share, and keep to a few", lambda order: access.live()),
)


def is_empty() -> bool:
    """Whether nobody has described a network here yet; comuni, which every installation knows, do not count."""
    return not Organisation.objects.exists() and not Service.objects.exists()


@transaction.atomic
def fill(order: Order, tell: Callable[[str], None]) -> None:
    """Load every step, telling each. Raises `NotEmptyError` with a sentence."""
    if not is_empty():
        raise NotEmptyError(
            f"This installation already holds {Organisation.objects.count()} organisations and "
            f"{Service.objects.count()} services; the example goes only into an empty one."
        )
    for title, step in STEPS:
        tell(f"{title} …")
        step(order)
    audit.record("demo.fill_installation", by=None, after={"people": order.people, "seed": order.seed})
