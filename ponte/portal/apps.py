# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "ponte.portal"
    label = "portal"
    verbose_name = "Portale"
