# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether a password would be guessed: by what people choose, by patterns, and by what is known of its owner.

Works offline, on the frequent passwords, names and words that the library ships; it knows no breach by itself.
"""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from zxcvbn import zxcvbn

from ponte.accounts.models import User

ENOUGH = 3  # of 4: more than a hundred million guesses
OWN, SHORT = 8, 2  # letters and digits that must be left without the names; a word of two letters is no name
LOOKED_AT = 72  # characters: the library takes no more, and more is not easier to guess


class GuessableValidator:
    def validate(self, password: str, user: User | None = None) -> None:
        known = ["ponte", *(re.split(r"[\s@._-]+", f"{user.name} {user.email}".lower()) if user else ())]
        rest = password.lower()
        for word in (word for word in known if len(word) > SHORT):
            rest = rest.replace(word, "")
        own = sum(sign.isalnum() for sign in rest)
        if own < OWN or zxcvbn(password[:LOOKED_AT], user_inputs=known)["score"] < ENOUGH:
            raise ValidationError(_("Si indovina troppo facilmente: provi una frase di quattro parole."), code="easy")

    def get_help_text(self) -> str:
        return _("Non una parola nota, né il suo nome: una frase di quattro parole va benissimo.")
