# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig


class SpreadsheetsConfig(AppConfig):
    name = "ponte.platform.spreadsheets"
    label = "spreadsheets"
    verbose_name = "Fogli di calcolo"
