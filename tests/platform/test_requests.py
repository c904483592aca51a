# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is asked once a request is never another request's, or another user's, answer."""

from ponte.platform.requests import once_a_request, one_request

asked: list[str] = []


@once_a_request
def teams_of(user: str) -> str:
    asked.append(user)
    return f"{user}, asked {len(asked)} times"


def test_one_request_asks_once_for_each_user() -> None:
    asked.clear()
    with one_request():
        assert teams_of("anna") == teams_of("anna")
        assert teams_of("bruno").startswith("bruno")
    assert asked == ["anna", "bruno"]


def test_the_next_request_asks_again() -> None:
    asked.clear()
    for _ in range(2):
        with one_request():
            teams_of("anna")
    assert asked == ["anna", "anna"]


def test_outside_of_a_request_nothing_is_kept() -> None:
    asked.clear()
    teams_of("anna")
    teams_of("anna")
    assert len(asked) == 2
