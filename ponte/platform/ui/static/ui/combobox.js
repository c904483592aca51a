// SPDX-FileCopyrightText: 2026 Ponte contributors
// SPDX-License-Identifier: EUPL-1.2

// Turns a long select into a field that one types in (ARIA combobox with a list). The select stays the form's
// field; without JavaScript it is used as it is. data-combobox="off" leaves a select alone.
(() => {
  const LONG = 15;
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
  let counter = 0;

  function enhance(select) {
    if (select.dataset.combobox === "off" || select.dataset.combobox === "done") return;
    if (select.dataset.combobox !== "on" && select.options.length <= LONG) return;
    select.dataset.combobox = "done";
    const many = select.multiple;
    const options = [...select.options].filter((option) => option.value !== "");
    const folded = new Map(options.map((option) => [option, fold(option.text)]));
    const id = `combobox-${(counter += 1)}`;

    const box = document.createElement("div");
    box.className = "ui-combobox";
    const tokens = document.createElement("ul");
    tokens.className = "ui-tokens";
    const input = document.createElement("input");
    input.type = "text";
    input.autocomplete = "off";
    const none = [...select.options].find((option) => option.value === "");
    if (none) input.placeholder = none.text;
    input.className = select.classList.contains("is-invalid") ? "form-control is-invalid" : "form-control";
    const list = document.createElement("ul");
    list.className = "ui-combobox-list";
    list.id = `${id}-list`;
    list.hidden = true;
    list.setAttribute("role", "listbox");
    const attributes = { role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list" };
    Object.entries(attributes).forEach(([name, value]) => input.setAttribute(name, value));
    ["aria-describedby", "aria-invalid"].forEach((name) => {
      if (select.hasAttribute(name)) input.setAttribute(name, select.getAttribute(name));
    });
    const label = select.labels && select.labels[0];
    if (label) {
      if (!label.id) label.id = `${id}-label`;
      input.setAttribute("aria-labelledby", label.id);
      list.setAttribute("aria-labelledby", label.id);
      label.addEventListener("click", (event) => { event.preventDefault(); input.focus(); });
    }
    select.hidden = true;
    select.before(box);
    if (many) box.append(tokens);
    box.append(input, list, select);
    const focusHere = select.autofocus;

    let shown = [];
    let active = -1;

    function draw() {
      if (many) {
        tokens.replaceChildren(...options.filter((option) => option.selected).map((option) => {
          const item = document.createElement("li");
          const button = document.createElement("button");
          button.type = "button";
          button.textContent = option.text;
          button.addEventListener("click", () => { option.selected = false; changed(); input.focus(); });
          item.append(button);
          return item;
        }));
        input.value = "";
      } else {
        const chosen = options.find((option) => option.selected);
        input.value = chosen ? chosen.text : "";
      }
    }

    function changed() {
      draw();
      select.dispatchEvent(new Event("input", { bubbles: true }));
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }

    function open(filter) {
      const words = fold(filter).split(/\s+/).filter(Boolean);
      const starts = [];
      const contains = [];
      options.forEach((option) => {
        if (option.disabled || (many && option.selected)) return;
        const text = folded.get(option);
        if (!words.every((word) => text.includes(word))) return;
        (text.startsWith(words.join(" ")) ? starts : contains).push(option);
      });
      shown = [...starts, ...contains].slice(0, 100);
      active = words.length && shown.length ? 0 : -1;
      list.replaceChildren(...shown.map((option, index) => {
        const item = document.createElement("li");
        item.id = `${id}-${index}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", String(option.selected));
        item.textContent = option.text;
        item.addEventListener("mousedown", (event) => { event.preventDefault(); pick(option); });
        return item;
      }));
      if (!shown.length) {
        const none = document.createElement("li");
        none.className = "ui-combobox-none";
        none.setAttribute("role", "option");
        none.setAttribute("aria-disabled", "true");
        none.textContent = "—";
        list.append(none);
      }
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
      mark();
    }

    function close() {
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function mark() {
      [...list.children].forEach((item, index) => item.classList.toggle("is-active", index === active));
      if (active < 0) input.removeAttribute("aria-activedescendant");
      else {
        input.setAttribute("aria-activedescendant", `${id}-${active}`);
        list.children[active].scrollIntoView({ block: "nearest" });
      }
    }

    function pick(option) {
      if (!many) options.forEach((other) => { other.selected = other === option; });
      else option.selected = true;
      close();
      changed();
    }

    function clear() {
      const empty = [...select.options].find((option) => option.value === "");
      options.forEach((option) => { option.selected = false; });
      if (empty) empty.selected = true;
      changed();
    }

    input.addEventListener("input", (event) => { event.stopPropagation(); open(input.value); });
    input.addEventListener("click", () => { if (list.hidden) open(""); });
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) open("");
        else if (shown.length) {
          active = (active + (event.key === "ArrowDown" ? 1 : -1) + shown.length) % shown.length;
          mark();
        }
      } else if (event.key === "Enter" && !list.hidden) {
        event.preventDefault();
        if (active >= 0) pick(shown[active]);
      } else if (event.key === "Escape" && !list.hidden) {
        event.stopPropagation();
        close();
        draw();
      } else if (event.key === "Tab" && !list.hidden && active >= 0 && input.value) pick(shown[active]);
      else if (event.key === "Backspace" && many && !input.value) {
        const last = options.filter((option) => option.selected).pop();
        if (last) { last.selected = false; changed(); }
      }
    });
    input.addEventListener("blur", () => {
      close();
      if (many) input.value = "";
      else if (!input.value.trim() && options.some((option) => option.selected)) clear();
      else draw();
    });
    // A click on a token must not first take the focus away, which would draw the tokens anew under the pointer.
    tokens.addEventListener("mousedown", (event) => event.preventDefault());
    select.addEventListener("focus", () => input.focus());
    draw();
    if (focusHere) input.focus();
  }

  const all = (root) => root.querySelectorAll(".ui-field select").forEach(enhance);
  all(document);
  document.addEventListener("ui:added", (event) => all(event.detail));
  document.addEventListener("htmx:load", (event) => all(event.detail.elt));
})();
