# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "ponte.platform.ui"
    label = "ui"
    verbose_name = "Interfaccia"
