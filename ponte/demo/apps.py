# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "ponte.demo"
    label = "demo"
    verbose_name = "Esempio"
