# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig


class TeamsConfig(AppConfig):
    name = "ponte.network.teams"
    label = "teams"
    verbose_name = "Équipe"
