# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""`make bench-matching`: how well and how fast Ponte finds that two records are one person."""
