# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""`python -m ponte.platform.i18n` compiles the catalogs that changed, without setting Django up."""

import sys

from ponte.platform.i18n.catalogs import compile_catalogs

written = compile_catalogs()
if written:
    sys.stdout.write(f"Compiled {len(written)} catalogs of translations\n")
