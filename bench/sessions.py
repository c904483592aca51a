# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Signed-in sessions without the sign-in page, which rightly takes its time and allows only so many a minute.

`python -m bench.sessions COUNT EMAIL...` writes them as JSON: `{email: [session, ...]}`.
"""

import json
import sys

from ponte.cli.installation import open_installation


def main(count: int, emails: list[str]) -> None:
    open_installation("system", up_to_date=False)
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
    from django.contrib.sessions.backends.db import SessionStore

    made: dict[str, list[str]] = {}
    for user in get_user_model().objects.filter(email__in=emails):
        for _number in range(count):
            session = SessionStore()
            session[SESSION_KEY] = str(user.pk)
            session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
            session[HASH_SESSION_KEY] = user.get_session_auth_hash()
            session.create()
            made.setdefault(user.email, []).append(str(session.session_key))
    json.dump(made, sys.stdout)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
