# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Definitions of figures in JSON types, as reports carry them, and back."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from ponte.register.measures import Definition

DAYS = ("since", "until")
FIELDS = tuple(one.name for one in fields(Definition))
LISTS = ("by", "services", "projects", "organisations")


def plain_definition(definition: Definition) -> dict[str, Any]:
    """Without what is empty."""
    state = {key: value for key in FIELDS if (value := getattr(definition, key))}
    for key in DAYS:
        if key in state:
            state[key] = state[key].isoformat()
    for key in LISTS:
        if key in state:
            state[key] = list(state[key])
    return {**state, "measure": str(definition.measure)}


def definition_from(plain: Mapping[str, Any]) -> Definition:
    state = dict(plain)
    for key in DAYS:
        if key in state:
            state[key] = date.fromisoformat(state[key])
    for key in LISTS:
        if key in state:
            state[key] = tuple(state[key])
    return Definition(**state)
