# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig


class RightsConfig(AppConfig):
    name = "ponte.people.rights"
    label = "rights"
    verbose_name = "Diritti delle persone"
