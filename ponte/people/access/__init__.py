# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ways of knowing a person beyond the team: a record shared for a purpose and a time, emergency access; and
people whom a team keeps for some of its members.

The database holds the rules (`migrations/0001_initial.py`): nothing here opens a row that it does not.
"""
