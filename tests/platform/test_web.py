# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""One request is one transaction: what fails leaves nothing behind."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from ponte.accounts.models import User
from ponte.platform.audit import actions as audit
from ponte.platform.audit.models import AuditEvent
from ponte.platform.web import ActingUserMiddleware
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def answer(view: Callable[[HttpRequest], HttpResponse], user: User | AnonymousUser) -> HttpResponse:
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.7")
    request.user = user
    return ActingUserMiddleware(view)(request)


def writing(status: int) -> Callable[[HttpRequest], HttpResponse]:
    def view(request: HttpRequest) -> HttpResponse:
        audit.record("test.do_thing", by=request.user)  # type: ignore[arg-type]
        return HttpResponse(status=status)

    return view


@pytest.mark.parametrize(("status", "events"), [(200, 1), (302, 1), (404, 1), (500, 0), (503, 0)])
def test_an_error_of_ours_rolls_everything_back(cast: Cast, status: int, events: int) -> None:
    with transaction.atomic():
        answer(writing(status), cast.operator)
    assert AuditEvent.objects.filter(action="test.do_thing").count() == events


@pytest.mark.parametrize(("status", "told"), [(200, 0), (302, 0), (403, 1), (404, 1), (429, 1), (500, 0)])
def test_what_somebody_is_refused_is_in_the_trail_without_what_they_asked(cast: Cast, status: int, told: int) -> None:
    """Whoever tries one code after the other leaves a trace; a stranger who mistypes fills nobody's trail."""
    answer(lambda _: HttpResponse(status=status), cast.operator)
    answer(lambda _: HttpResponse(status=status), AnonymousUser())
    events = AuditEvent.objects.filter(action="platform.refuse_page")
    assert [(one.actor_id, one.after) for one in events] == [
        (cast.operator.pk, {"page": "", "status": status})
    ] * told


def test_an_exception_rolls_everything_back(cast: Cast) -> None:
    def view(request: HttpRequest) -> HttpResponse:
        audit.record("test.do_thing", by=cast.operator)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        answer(view, cast.operator)
    assert not AuditEvent.objects.filter(action="test.do_thing").exists()


def test_the_event_says_from_where_and_in_which_request(cast: Cast) -> None:
    answer(writing(200), cast.operator)
    answer(writing(200), cast.operator)
    first, second = AuditEvent.objects.filter(action="test.do_thing")
    assert (first.actor_id, first.address) == (cast.operator.pk, "192.0.2.7")
    assert first.request is not None
    assert first.request != second.request
    assert audit.origin.get() == audit.Origin()


def test_who_acts_is_named_to_the_database_and_nobody_for_a_visitor(cast: Cast) -> None:
    named: list[str] = []

    def view(request: HttpRequest) -> HttpResponse:
        with connection.cursor() as cursor:
            cursor.execute("SELECT coalesce(current_setting('ponte.user_id', true), '')")
            named.append(cursor.fetchone()[0])
        return HttpResponse()

    answer(view, AnonymousUser())
    answer(view, cast.operator)
    assert named == ["", str(cast.operator.pk)]
