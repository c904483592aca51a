# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What must always hold of attachments; each statement counts the rows that break it."""

INVARIANTS = {
    "What a protected service keeps with a card is for its team only.": """
        SELECT count(*) FROM attachments_attachment a JOIN network_service s ON s.id = a.service_id
        WHERE a.for_all AND s.confidentiality = 'protected'
    """,
}
