# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from collections.abc import Collection

from django.template import TemplateSyntaxError

KINDS = ("primary", "secondary", "success", "info", "warning", "danger")
BUTTON_KINDS = (*KINDS, "outline-primary", "outline-secondary", "outline-danger", "link")


def one_of(component: str, argument: str, value: str, allowed: Collection[str]) -> str:
    """The value, if the component knows it. Raises `TemplateSyntaxError` naming what was expected."""
    if value not in allowed:
        raise TemplateSyntaxError(f"{component}: {argument}={value!r}; expected one of {', '.join(allowed)}.")
    return value
