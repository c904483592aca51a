# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether two descriptions are of the same human being, how certain that is, and why.

Pure computation: it knows no table. What is compared is a `Record`; what comes out is a `Likeness`.
"""
