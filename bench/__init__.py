# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""`make bench`: how fast Ponte is, told as ratios within one run."""
