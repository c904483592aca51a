// SPDX-FileCopyrightText: 2026 Ponte contributors
// SPDX-License-Identifier: EUPL-1.2

// The menu on a phone, and menus that close when one goes elsewhere.
(() => {
  const burger = document.querySelector(".ui-burger");
  const nav = document.getElementById("menu");

  function show(open) {
    nav.classList.toggle("is-open", open);
    burger.setAttribute("aria-expanded", String(open));
  }

  if (burger && nav) {
    burger.addEventListener("click", () => show(burger.getAttribute("aria-expanded") !== "true"));
    nav.addEventListener("focus", () => show(true));
  }

  const menus = () => document.querySelectorAll("details[data-menu][open]");
  document.addEventListener("click", (event) => {
    menus().forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menus().forEach((menu) => { menu.open = false; menu.querySelector("summary").focus(); });
    if (nav && nav.classList.contains("is-open")) { show(false); burger.focus(); }
  });
})();
