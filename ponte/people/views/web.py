# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the views of people share."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.http import Http404, HttpRequest

from ponte.accounts.models import User
from ponte.people import queries
from ponte.people.models import Card


def acting_user(request: HttpRequest) -> User:
    """The signed-in user; the login middleware lets nobody else through."""
    assert isinstance(request.user, User)  # noqa: S101
    return request.user


def card_or_404(request: HttpRequest, code: str) -> Card:
    """The card, if the user may see it; otherwise it is as if there were none."""
    try:
        return queries.for_page(acting_user(request), code)
    except Card.DoesNotExist:
        raise Http404 from None


def show_refusal(form: BaseForm, refusal: ValidationError) -> None:
    """Put an action's refusal where whoever filled the form in looks."""
    if not hasattr(refusal, "message_dict"):
        form.add_error(None, refusal)
        return
    for field, sentences in refusal.message_dict.items():
        form.add_error(field if field in form.fields else None, sentences)


def say(request: HttpRequest, sentence: str) -> None:
    messages.success(request, sentence)
