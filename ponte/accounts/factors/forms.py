# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""allauth's forms for codes, with the house's own slowing down, and each code taken once."""

from typing import Any

from allauth.core import context
from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ponte.accounts import throttle

# Steps around now for which a code is taken; one code must not be taken twice within them.
LASTS = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)


class _SlowedDown:
    user: Any
    cleaned_data: dict[str, Any]
    authenticator: Authenticator

    def clean_code(self) -> str:
        request, account = context.request, throttle.account_of(self.user.email)
        throttle.refuse_if_too_many(request, account, kind=throttle.Kind.CODE)
        try:
            code: str = super().clean_code()  # type: ignore[misc]
            self._refuse_a_second_time(code)
        except ValidationError:
            throttle.note(request, account, kind=throttle.Kind.CODE, succeeded=False)
            raise
        throttle.note(request, account, kind=throttle.Kind.CODE, succeeded=True)
        return code

    def _refuse_a_second_time(self, code: str) -> None:
        if self.authenticator.type != Authenticator.Type.TOTP:
            return
        if not cache.add(f"code-used:{self.user.pk}:{''.join(code.split())}", True, timeout=LASTS):
            raise get_adapter().validation_error("incorrect_code")


class CodeForm(_SlowedDown, AuthenticateForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _named(self, _("Codice dell'app, oppure un codice di recupero"))


class CodeAgainForm(_SlowedDown, ReauthenticateForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _named(self, _("Codice dell'app, oppure un codice di recupero"))


class ActivateForm(ActivateTOTPForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _named(self, _("Codice di 6 cifre che l'app mostra"))


def _named(form: Any, label: object) -> None:
    form.fields["code"].label = label
    form.fields["code"].widget.attrs.pop("placeholder", None)
    form.fields["code"].widget.attrs.update({"inputmode": "numeric", "autocomplete": "one-time-code"})
