// SPDX-FileCopyrightText: 2026 Ponte contributors
// SPDX-License-Identifier: EUPL-1.2

// Read before the page is drawn: what needs JavaScript may take another form.
document.documentElement.classList.add("scripted");
