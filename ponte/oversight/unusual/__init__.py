# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Looks at people that are worth a question, found by a job in what was sealed: each kind in a file of its own."""
