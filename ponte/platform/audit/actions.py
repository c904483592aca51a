# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Writing the audit trail, in the transaction of what it tells of."""

import json
import uuid
from collections.abc import Collection, Iterable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.auth.models import AbstractBaseUser
from django.db import models

from ponte.platform.audit import watching
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database import bulk
from ponte.platform.vault.fields import EncryptedTextField

HIDDEN = "…"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an action comes from: one web request, one job or one command."""

    request: uuid.UUID | None = None
    address: str | None = None
    process: str = ""


origin: ContextVar[Origin] = ContextVar("origin", default=Origin())  # noqa: B039 - frozen


def record(
    action: str,
    obj: models.Model | None = None,
    *,
    by: AbstractBaseUser | None,
    several: Iterable[models.Model] = (),
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str = "",
) -> None:
    """Append one event. `action` reads `<context>.<verb>_<noun>`, for example `people.open_enrolment`.

    `several` are the objects, all of one model, that a list or an export showed together. Call it inside the
    transaction of the write: when the event cannot be stored, nothing is.
    """
    source = origin.get()
    shown = list(several)
    first = obj if obj is not None else next(iter(shown), None)
    if first is not None:
        watching.tell(first._meta.label_lower, {one.pk for one in (*shown, first)})
    AuditEvent.objects.create(
        action=action,
        actor=by.pk if by is not None else None,
        object_type=first._meta.label_lower if first is not None else "",
        object_id=obj.pk if obj is not None else None,
        object_ids=sorted({one.pk for one in shown}) or None,
        request=source.request,
        address=source.address,
        process=source.process,
        reason=_text(reason),
        before=_plain(before, _encrypted(first)),
        after=_plain(after, _encrypted(first)),
    )


def record_seen(watch: watching.Watch, *, by: AbstractBaseUser, page: str) -> None:
    """One event for each watched model of which the request loaded what no event tells of. `page` is its name."""
    source = origin.get()
    for label, ids in watch.untold():
        model = apps.get_model(label)
        AuditEvent.objects.create(
            action=model.seen_action,
            actor=by.pk,
            object_type=label,
            object_id=ids[0] if len(ids) == 1 else None,
            object_ids=ids if len(ids) > 1 else None,
            request=source.request,
            address=source.address,
            process=f"{source.process} {page}".strip()[:60],
            reason="",
        )


def record_many(
    action: str,
    model: type[models.Model],
    events: Iterable[tuple[int, Mapping[str, Any] | None, Mapping[str, Any] | None]],
    *,
    by: AbstractBaseUser | None,
) -> int:
    """Append one event for each (object id, before, after), all at once; returns how many."""
    source = origin.get()
    columns = ("action", "actor_id", "object_type", "object_id", "request", "address", "process", "reason")
    same = (action, by.pk if by is not None else None, model._meta.label_lower)
    whence = (source.request, source.address, source.process, "")
    hidden = _encrypted(model)
    return bulk.insert_many(
        AuditEvent._meta.db_table,
        (*columns, "before", "after"),
        ((*same, pk, *whence, _json(before, hidden), _json(after, hidden)) for pk, before, after in events),
    )


def _json(values: Mapping[str, Any] | None, hidden: Collection[str]) -> str | None:
    return None if values is None else json.dumps(_plain(values, hidden))


def _plain(values: Mapping[str, Any] | None, hidden: Collection[str]) -> dict[str, Any] | None:
    """`hidden` fields are kept encrypted: the trail says that they changed, and not what stood in them."""
    if values is None:
        return None
    return {
        key: HIDDEN if value and key in hidden else value if isinstance(value, bool | int | None) else _text(value)
        for key, value in values.items()
    }


def _encrypted(obj: models.Model | type[models.Model] | None) -> frozenset[str]:
    return frozenset(
        field.name for field in obj._meta.concrete_fields if isinstance(field, EncryptedTextField)
    ) if obj is not None else frozenset()  # fmt: skip


def _text(value: object) -> str:
    """Without the one character that PostgreSQL does not store: what somebody typed must not keep it out."""
    return str(value).replace("\x00", "")
