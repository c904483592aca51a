# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The component library: each module registers some tags; `templatetags/ui.py` joins them.

Every argument is named in a signature, so that a template with an unknown one does not compile.
"""
