# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The typefaces of the documents: Titillium Web, as the Bootstrap Italia package brings it."""

from pathlib import Path

from django.apps import apps

FONT_FOLDER = Path(apps.get_app_config("bootstrap_italia_template").path) / "static" / "fonts" / "Titillium_Web"
