# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether the long versions of tests run: `PONTE_NIGHTLY=1`, as `make nightly` sets it."""

import os

NIGHTLY = os.environ.get("PONTE_NIGHTLY", "") not in {"", "0"}
