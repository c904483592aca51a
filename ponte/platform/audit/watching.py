# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whatever a page shows of a watched model is in the trail, also where the page forgot to say so.

While a request is answered, each object of a watched model that comes from the database is noted. Those of which no
event of the request tells are told at its end, in one event.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, ClassVar, Self

from django.db import models


@dataclass(slots=True)
class Watch:
    """By model label, the ids that were loaded, and those of which an event tells already."""

    loaded: dict[str, set[int]] = field(default_factory=dict)
    told: dict[str, set[int]] = field(default_factory=dict)

    def untold(self) -> Iterator[tuple[str, list[int]]]:
        for label, ids in self.loaded.items():
            if rest := ids - self.told.get(label, set()):
                yield label, sorted(rest)


_watch: ContextVar[Watch | None] = ContextVar("watch", default=None)


@contextmanager
def watching() -> Iterator[Watch]:
    watch = Watch()
    token = _watch.set(watch)
    try:
        yield watch
    finally:
        _watch.reset(token)


@contextmanager
def only_shown() -> Iterator[Callable[[Iterable[models.Model]], None]]:
    """What is loaded here is noted only where the function that this gives is told of it: a search loads one more
    than it shows, to know that there are more. Where it is told nothing, all is noted."""
    outer, inner = _watch.get(), Watch()
    shown: list[models.Model] | None = None

    def show(objects: Iterable[models.Model]) -> None:
        nonlocal shown
        shown = [*(shown or ()), *objects]

    token = _watch.set(inner if outer is not None else None)
    try:
        yield show
    finally:
        _watch.reset(token)
        if outer is not None:
            for label, ids in inner.loaded.items():
                kept = ids if shown is None else {one.pk for one in shown if one._meta.label_lower == label}
                outer.loaded.setdefault(label, set()).update(kept)


def tell(label: str, ids: Iterable[int]) -> None:
    """An event tells of these objects."""
    watch = _watch.get()
    if watch is not None:
        watch.told.setdefault(label, set()).update(ids)


class Watched(models.Model):
    """A model of which every object that a page loads is in the trail, under `seen_action`."""

    seen_action: ClassVar[str]

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, db: str | None, field_names: Collection[str], values: Collection[Any], **options: Any) -> Self:
        found = super().from_db(db, field_names, values, **options)
        watch = _watch.get()
        if watch is not None:
            watch.loaded.setdefault(cls._meta.label_lower, set()).add(found.pk)
        return found
