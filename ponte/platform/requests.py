# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What holds for one request is asked once, however many parts of its page need it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

_Arguments = ParamSpec("_Arguments")
_Answer = TypeVar("_Answer")

_answers: ContextVar[dict[Any, Any] | None] = ContextVar("answers", default=None)


@contextmanager
def one_request() -> Iterator[None]:
    token = _answers.set({})
    try:
        yield
    finally:
        _answers.reset(token)


def once_a_request(ask: Callable[_Arguments, _Answer]) -> Callable[_Arguments, _Answer]:
    """Keep the answers of `ask` until the request ends; outside of one it is asked each time.

    For questions whose answers no page both changes and shows. An answer must not be changed by whoever gets it.
    """

    @wraps(ask)
    def answered(*args: _Arguments.args, **kwargs: _Arguments.kwargs) -> _Answer:
        known = _answers.get()
        if known is None:
            return ask(*args, **kwargs)
        question = (ask, args, tuple(kwargs.items()))
        if question not in known:
            known[question] = ask(*args, **kwargs)
        answer: _Answer = known[question]
        return answer

    return answered
