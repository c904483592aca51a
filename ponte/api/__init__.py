# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What other programs see of Ponte: the queries and verbs of the pages, for one role of one user (docs/api)."""
