// SPDX-FileCopyrightText: 2026 Ponte contributors
// SPDX-License-Identifier: EUPL-1.2

// One key for each button or link that names it in data-key; "r" writes a note, "?" shows the keys.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (key === "?") {
    const help = document.querySelector("#tasti");
    if (help) {
      help.open = !help.open;
      help.scrollIntoView({ block: "nearest" });
    }
    return;
  }
  const target = key === "r" ? document.querySelector(".review-note input") : document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!target) return;
  event.preventDefault();
  if (key === "r") target.focus();
  else target.click();
});
