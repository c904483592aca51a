# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What `ponte check` looks at: each function of these modules yields findings, one line each."""
