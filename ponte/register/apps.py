# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "ponte.register"
    label = "register"
    verbose_name = "Registro delle attività"
