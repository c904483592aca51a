# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What people may ask about their data, and what they were told: GDPR articles 7, 12 to 21 and 30.

What every room holds on a person is told by `holdings`; see docs/adr/0030.
"""
