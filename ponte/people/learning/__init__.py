# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the reviewers' answers teach the weights of evidence: see docs/matching.md.

Weights are proposed from answers, measured on answers they have not seen, and taken or left by a person. The
delivered ones stand until others are taken.
"""
