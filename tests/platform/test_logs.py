# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Nothing of a person stands in a plain log file, whatever goes wrong."""

import datetime as dt
import io
import logging
import logging.config
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.test import Client, RequestFactory

from ponte.accounts.models import User
from ponte.people.models import Card
from ponte.platform.logs import PlainFormatter
from tests.cast import Cast

LINE = settings.LOGGING["formatters"]["line"]
NAME = "Zubaida Marcatore"
Log = Callable[[], str]


@pytest.fixture
def written() -> Iterator[Log]:
    """What the handler of the settings would write, of every logger."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.config.DictConfigurator({}).configure_formatter(dict(LINE)))  # type: ignore[attr-defined]
    logging.getLogger().addHandler(handler)
    yield stream.getvalue
    logging.getLogger().removeHandler(handler)


def fails(doing: Callable[[], object]) -> None:
    try:
        doing()
    except Exception:
        logging.getLogger("ponte").exception("It failed for %s", Exception(NAME))


def test_an_exception_is_logged_with_its_place_and_without_its_words(written: Log) -> None:
    fails(lambda: int(NAME))
    fails(lambda: dt.date.fromisoformat(NAME))
    assert NAME not in written()
    assert "builtins.ValueError" in written()
    assert "test_logs.py" in written()


@pytest.mark.django_db
def test_a_refusal_of_the_database_names_the_constraint_and_no_value(cast: Cast, written: Log) -> None:
    def again() -> None:
        with transaction.atomic():
            User.objects.create_user(cast.operator.email)

    with pytest.raises(IntegrityError, match=cast.operator.email):
        again()
    fails(again)
    assert "23505 accounts_user_email" in written()
    assert cast.operator.email not in written()


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/persone/?q=Zubaida", "/Zubaida/", "/persone/ZZZZZZZZ/?next=Zubaida"])
def test_an_address_that_leads_nowhere_is_not_repeated(cast: Cast, written: Log, path: str) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(cast.administrator, backend="allauth.account.auth_backends.AuthenticationBackend")
    client.get(path)
    client.post("/accedi/", {"login": "zubaida@example.org", "password": "Zubaida-segreta"})
    assert "ubaida" not in written()


@pytest.mark.django_db
def test_a_page_that_breaks_is_named_and_not_what_was_asked(
    cast: Cast, written: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError(NAME)

    monkeypatch.setattr("ponte.people.views.lists.search", breaks)
    client = Client(raise_request_exception=False)
    client.force_login(cast.operator, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get("/persone/", {"q": NAME}).status_code == 500
    assert "500 GET people:list" in written()
    assert "lists.py" in written()
    assert "Zubaida" not in written()


def test_the_web_server_does_not_quote_what_it_could_not_read() -> None:
    formatter = PlainFormatter("%(message)s")
    words = "Invalid request from ip=192.0.2.7: Invalid HTTP request line: 'GET Zubaida'"
    record = logging.LogRecord("gunicorn.error", logging.WARNING, "", 0, words, (), None)
    assert formatter.format(record) == "Invalid request from ip=192.0.2.7"
    uri = logging.LogRecord(
        "gunicorn.error", logging.ERROR, "", 0, "Error handling request %s", ("/?q=Zubaida",), None
    )
    assert formatter.format(uri) == "Error handling request …"


def test_jobs_are_told_by_number(written: Log) -> None:
    """A job's arguments are ids, and what it died of is told without its words."""
    logging.getLogger("procrastinate.worker").error(
        "Job %s ended", "index_cards[7](card_ids=[1])", exc_info=KeyError(NAME)
    )
    assert "index_cards[7]" in written()
    assert NAME not in written()


def test_requests_without_a_page_are_told_so(written: Log) -> None:
    request = RequestFactory().get("/Zubaida/")
    logging.getLogger("django.request").warning(
        "Not Found: %s", request.path, extra={"status_code": 404, "request": request}
    )
    assert "404 GET no page" in written()
    assert "Zubaida" not in written()


def test_a_model_in_a_message_is_not_a_way_out(written: Log) -> None:
    """Names reach logs through `str(card)`: only their kind may."""
    logging.getLogger("ponte").warning("Odd card %s", Card(given_name="Zubaida", family_name="Marcatore"))
    assert "Zubaida" not in written()
