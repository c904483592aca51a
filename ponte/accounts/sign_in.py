# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import Any

from allauth.account.views import LoginView
from django.conf import settings
from django.utils.module_loading import import_string


class SignInView(LoginView):  # type: ignore[misc]
    """allauth's own, which on an installation that is there to be tried says with what to sign in."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        examples = import_string(settings.EXAMPLE_ACCOUNTS)() if settings.EXAMPLE_ACCOUNTS else []
        first: dict[str, Any] = {}
        for example, _password in examples:
            first.setdefault(example.role, example)
        others = [example for example, _password in examples if example not in first.values()]
        return {
            **super().get_context_data(**kwargs),
            "example_password": examples[0][1] if examples else "",
            "identity_providers": settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"],
            "examples": list(first.values()),
            "other_examples": others,
        }
