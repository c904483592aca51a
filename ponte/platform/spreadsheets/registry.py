# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The kinds of sheet that can be brought in through the browser.

A context adds its own in `AppConfig.ready`; this floor knows none of them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.utils.functional import Promise

from ponte.platform.spreadsheets.importing import SheetImport


class OptionsForm(forms.Form):
    """What a kind asks beside the file. `options` is kept as JSON until the import is done."""

    def __init__(self, *args: Any, user: AbstractBaseUser, **keywords: Any) -> None:
        super().__init__(*args, **keywords)
        self.user = user

    def options(self) -> dict[str, Any]:
        return {}


@dataclass(frozen=True, slots=True)
class SheetKind:
    """`address` is its word in the address of its page. `may_import` is asked again when the work begins; `build`
    makes the import from the kept options and whoever uploaded the file."""

    address: str
    sheet: type[SheetImport]
    lead: str | Promise
    may_import: Callable[[Any], bool]
    build: Callable[[Mapping[str, Any], Any], SheetImport]
    options_form: type[OptionsForm] = OptionsForm


_kinds: dict[str, SheetKind] = {}


def add_kind(kind: SheetKind) -> None:
    _kinds[kind.address] = kind


def kind_at(address: str) -> SheetKind | None:
    return _kinds.get(address)


def kinds_for(user: AbstractBaseUser) -> list[SheetKind]:
    return [kind for kind in _kinds.values() if kind.may_import(user)]
