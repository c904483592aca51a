# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Background work, in the same database and the same transactions as the data.

A context's jobs stand in its `tasks.py`: functions marked `@app.task` with the `app` of
`procrastinate.contrib.django`. `task.defer(...)` inside a transaction queues the job if and only if the
transaction is committed. Arguments are ids, never names or other personal data: they are kept and logged.
"""
