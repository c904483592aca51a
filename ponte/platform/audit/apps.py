# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "ponte.platform.audit"
    label = "audit"
    verbose_name = "Tracce"
