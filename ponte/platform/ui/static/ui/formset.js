// SPDX-FileCopyrightText: 2026 Ponte contributors
// SPDX-License-Identifier: EUPL-1.2

// Adds and removes rows of a Django formset.
//   <div data-formset="PREFIX"> <div data-formset-rows>…</div>
//     <template data-formset-empty>a row with __prefix__</template> <button type="button" data-formset-add>…</button> </div>
// A row may hold a button [data-formset-remove] and Django's own DELETE box.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-formset-add], [data-formset-remove]");
  if (!button) return;
  const formset = button.closest("[data-formset]");
  const rows = formset.querySelector("[data-formset-rows]");
  if (button.hasAttribute("data-formset-add")) {
    const total = formset.querySelector(`[name="${formset.dataset.formset}-TOTAL_FORMS"]`);
    const holder = document.createElement("template");
    holder.innerHTML = formset.querySelector("[data-formset-empty]").innerHTML.replaceAll("__prefix__", total.value);
    total.value = Number(total.value) + 1;
    rows.append(holder.content);
    const row = rows.lastElementChild;
    if (window.htmx) window.htmx.process(row);
    document.dispatchEvent(new CustomEvent("ui:added", { detail: row }));
    const first = row.querySelector("input:not([type=hidden]), select, textarea");
    if (first) first.focus();
  } else {
    const row = button.closest(".ui-formset-row");
    const box = row.querySelector("input[name$='-DELETE']");
    if (box) {
      box.checked = true;
      row.classList.add("is-removed");
    } else {
      row.querySelectorAll("input, select, textarea").forEach((field) => { field.value = ""; });
      row.classList.add("is-removed");
    }
    const add = formset.querySelector("[data-formset-add]");
    if (add) add.focus();
  }
});
