// SPDX-FileCopyrightText: 2026 Ponte contributors
// SPDX-License-Identifier: EUPL-1.2

// The e-mail of an example user becomes a button that fills the form in.
document.querySelectorAll(".ui-example").forEach((example) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-link p-0 text-start";
  button.textContent = example.textContent;
  button.addEventListener("click", () => {
    const form = document.querySelector("main form");
    form.elements.login.value = example.textContent;
    form.elements.password.value = example.dataset.password;
    form.querySelector("button[type=submit]").focus();
  });
  example.replaceChildren(button);
});
