# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from ponte.people.rights.models.agreements import Agreement, Purpose
from ponte.people.rights.models.notices import Channel, NoticeGiven, NoticeText, NoticeVersion
from ponte.people.rights.models.requests import AccessFile, AccessRequest, Correction, Restriction
from ponte.people.rights.models.retention import Disposal, RecordClass, RetentionTerm

__all__ = [
    "AccessFile",
    "AccessRequest",
    "Agreement",
    "Channel",
    "Correction",
    "Disposal",
    "NoticeGiven",
    "NoticeText",
    "NoticeVersion",
    "Purpose",
    "RecordClass",
    "Restriction",
    "RetentionTerm",
]
