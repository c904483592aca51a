# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""For steps that whoever finds an unlocked screen must not take."""

from collections.abc import Callable
from typing import TypeVar

from allauth.account.decorators import reauthentication_required
from django.http import HttpResponseBase

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def fresh(view: View) -> View:
    """Ask for the password, a code or the key again, unless that was minutes ago; then go on with the step."""
    asking: View = reauthentication_required(app="ponte.accounts")(view)
    return asking
