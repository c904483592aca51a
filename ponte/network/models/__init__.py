# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from ponte.network.models.areas import Area, AreaPopulation
from ponte.network.models.organisations import Organisation, Partnership
from ponte.network.models.services import (
    GovernanceBody,
    Project,
    ReportingPeriod,
    Service,
    Site,
    StaffRole,
)
from ponte.network.models.teams import Membership

__all__ = [
    "Area",
    "AreaPopulation",
    "GovernanceBody",
    "Membership",
    "Organisation",
    "Partnership",
    "Project",
    "ReportingPeriod",
    "Service",
    "Site",
    "StaffRole",
]
