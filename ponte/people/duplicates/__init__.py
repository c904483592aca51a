# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The same person found twice: among the rows of a sheet that stays outside, or in the whole registry."""
