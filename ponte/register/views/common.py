# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the pages of the register share."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpRequest

from ponte.accounts.models import User
from ponte.register import queries
from ponte.register.models import Intervention

LAST = "register.last"  # what the last entry said and the next one starts from
SAVED = "register.saved"  # what has just been recorded, for the confirmation


def user_of(request: HttpRequest) -> User:
    """The signed-in user; every page of the register is behind the sign-in."""
    assert isinstance(request.user, User)  # noqa: S101 - for the type checker
    return request.user


def intervention_or_404(request: HttpRequest, pk: int) -> Intervention:
    try:
        return queries.visible_to(user_of(request)).select_related("service", "organisation", "area").get(pk=pk)
    except Intervention.DoesNotExist:
        raise Http404 from None


def remember(request: HttpRequest, intervention: Intervention, **values: Any) -> None:
    """Start the next entry where this one ended, and confirm it on the next page."""
    request.session[LAST] = {**request.session.get(LAST, {}), "service": intervention.service_id, **values}
    request.session[SAVED] = intervention.pk


def just_saved(request: HttpRequest) -> Intervention | None:
    """What the confirmation at the top of the page speaks of, once."""
    pk = request.session.pop(SAVED, None)
    if pk is None:
        return None
    return queries.visible_to(user_of(request)).select_related("service").filter(pk=pk).first()


def take_errors(form: Form, refused: ValidationError) -> None:
    """Show what an action refused in the form: beside the field where it has one."""
    if not hasattr(refused, "error_dict"):
        form.add_error(None, refused)
        return
    for name, errors in refused.error_dict.items():
        form.add_error(name if name in form.fields else None, errors)
