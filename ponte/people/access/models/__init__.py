# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from ponte.people.access.models.emergencies import EmergencyAccess, EmergencyCard, EmergencyReview
from ponte.people.access.models.protections import Protection, Reopening
from ponte.people.access.models.shares import Share

__all__ = ["EmergencyAccess", "EmergencyCard", "EmergencyReview", "Protection", "Reopening", "Share"]
