# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Figures that anyone may ask for, and the rows behind every figure."""
