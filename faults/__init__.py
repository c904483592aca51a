# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Faults on purpose: Ponte under load, its processes killed at random moments, its disk full, its clock wrong, its
mail server away; and afterwards a look at whether everything that was acknowledged is there, once and whole.

`make faults` runs all of it; `docs/benchmarks/faults.md` has the last results.
"""
