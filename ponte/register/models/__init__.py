# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from ponte.register.models.indicators import Indicator
from ponte.register.models.interventions import (
    Intervention,
    InterventionNote,
    InterventionVersion,
    Participation,
    ProjectShare,
    Setting,
    StaffMember,
)

__all__ = [
    "Indicator",
    "Intervention",
    "InterventionNote",
    "InterventionVersion",
    "Participation",
    "ProjectShare",
    "Setting",
    "StaffMember",
]
