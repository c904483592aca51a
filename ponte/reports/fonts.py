# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The typefaces of the documents: Titillium Web, as the Bootstrap Italia package brings it."""

from pathlib import Path

import bootstrap_italia_template

FONT_FOLDER = Path(bootstrap_italia_template.__file__).parent / "static" / "fonts" / "Titillium_Web"
