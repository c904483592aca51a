# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who saw what, for those who watch over it: the audit trail as its auditor and a team's coordinator may read it."""
