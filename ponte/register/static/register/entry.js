// SPDX-FileCopyrightText: 2026 Ponte contributors
// SPDX-License-Identifier: EUPL-1.2

// The person's field of the entry forms (ARIA combobox whose options come from the server), minutes at one
// press, and Ctrl+Enter to save from anywhere.
(() => {
  document.querySelectorAll("[data-person-picker]").forEach((box) => {
    const input = box.querySelector("input[role=combobox]");
    const list = box.querySelector("[role=listbox]");
    const chosen = box.querySelector("input[name=card][type=hidden]");
    const offered = document.querySelectorAll("input[name=card][type=radio]");
    let active = -1;

    const unsettled = () => input.value.trim() && !(chosen && chosen.value);
    const look = () => input.dispatchEvent(new CustomEvent("person:search"));
    const options = () => [...list.querySelectorAll("[role=option][data-value]")];

    function close() {
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function mark(index) {
      const all = options();
      active = all.length ? (index + all.length) % all.length : -1;
      all.forEach((option, at) => {
        option.classList.toggle("is-active", at === active);
        option.setAttribute("aria-selected", String(at === active));
      });
      if (active < 0) input.removeAttribute("aria-activedescendant");
      else {
        input.setAttribute("aria-activedescendant", all[active].id);
        all[active].scrollIntoView({ block: "nearest" });
      }
    }

    function pick(option) {
      const detail = { value: option.dataset.value, name: option.dataset.name };
      close();
      list.replaceChildren();
      if (chosen) {
        chosen.value = detail.value;
        input.value = detail.name;
        offered.forEach((radio) => { radio.checked = false; });
      } else {
        input.value = "";
        box.dispatchEvent(new CustomEvent("person:picked", { detail, bubbles: true }));
      }
    }

    list.addEventListener("htmx:afterSwap", () => {
      if (document.activeElement !== input || !input.value.trim()) return;
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
      mark(0);
    });
    list.addEventListener("mousedown", (event) => {
      const option = event.target.closest("[data-value]");
      event.preventDefault();
      if (option) pick(option);
    });
    input.addEventListener("input", () => {
      if (chosen) chosen.value = "";
      if (!input.value.trim()) close();
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (list.hidden) return;
        event.preventDefault();
        mark(active + (event.key === "ArrowDown" ? 1 : -1));
      } else if (event.key === "Enter" && !event.ctrlKey) {
        if (unsettled()) event.preventDefault();
        if (!list.hidden && active >= 0) pick(options()[active]);
        else if (unsettled()) look();
      } else if (event.key === "Escape" && !list.hidden) {
        event.stopPropagation();
        close();
      } else if (event.key === "Tab" && !list.hidden && active >= 0) pick(options()[active]);
    });
    input.addEventListener("blur", close);
    // What was typed before the page was ready is looked for as well.
    document.addEventListener("DOMContentLoaded", () => {
      if (document.activeElement === input && unsettled()) look();
    });
  });

  // On a session's page a person who was found goes onto the attendance list, ticked.
  document.addEventListener("person:picked", (event) => {
    const list = document.querySelector("[data-attendance]");
    const { value, name } = event.detail;
    const there = document.getElementById(`present-${value}`);
    if (there) {
      there.checked = true;
      return;
    }
    const holder = document.createElement("template");
    holder.innerHTML = document.querySelector("[data-attendance-line]").innerHTML.replaceAll("__pk__", value);
    holder.content.querySelector("bdi").textContent = name;
    const role = holder.content.querySelector("select");
    role.setAttribute("aria-label", `${role.getAttribute("aria-label")}: ${name}`);
    list.append(holder.content);
  });

  document.querySelectorAll("[data-minutes-for]").forEach((choices) => {
    const field = document.getElementById(choices.dataset.minutesFor);
    choices.hidden = false;
    choices.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      field.value = button.value;
      field.focus();
    });
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.ctrlKey) return;
    const form = event.target.form;
    if (form && form.hasAttribute("data-quick-entry")) {
      event.preventDefault();
      form.requestSubmit(form.querySelector("[name=again]"));
    }
  });
})();
