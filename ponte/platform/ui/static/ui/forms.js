// SPDX-FileCopyrightText: 2026 Ponte contributors
// SPDX-License-Identifier: EUPL-1.2

// Asks before it throws work away, leads to the first error, and lets a form be sent only once.
(() => {
  let changed = null;

  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (form && form.method === "post" && !form.hasAttribute("data-free") && !event.target.closest(".ui-header")) changed = form;
  });
  window.addEventListener("beforeunload", (event) => {
    if (changed && document.contains(changed)) event.preventDefault();
  });
  document.addEventListener("submit", (event) => {
    const button = event.submitter;
    const question = button && button.dataset.confirm;
    if (question && !window.confirm(question)) {
      event.preventDefault();
      return;
    }
    const form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    changed = null;
    if (!form.hasAttribute("data-repeat") && !Object.keys(form.attributes).some((i) => form.attributes[i].name.startsWith("hx-"))) {
      form.dataset.sent = "yes";
    }
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
  });

  const summary = document.querySelector("form[method=post] .ui-form-errors");
  const wrong = document.querySelector("form[method=post] :is([aria-invalid='true'], .is-invalid):not([hidden])");
  if (wrong) wrong.focus();
  else if (summary) summary.focus();
})();
