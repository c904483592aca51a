// SPDX-FileCopyrightText: 2026 Ponte contributors
// SPDX-License-Identifier: EUPL-1.2

// A form that asks a passkey or security key before it is sent. `data-key` says what for: "create" a new one, or
// "get" an answer from one that is there. The question is in the element that `data-options` names or, at the
// sign-in, is asked for at the form's address.
document.querySelectorAll("form[data-key]").forEach((form) => {
  if (!window.PublicKeyCredential || !window.webauthnJSON) return;
  form.hidden = false;
  const refused = form.querySelector("[role=alert]");

  async function question() {
    if (form.dataset.options) return JSON.parse(document.getElementById(form.dataset.options).textContent);
    const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  }

  async function ask() {
    const options = await question();
    if (form.dataset.key === "get") return window.webauthnJSON.get(options.request_options);
    const creation = structuredClone(options.creation_options);
    const alone = form.elements.passwordless?.checked ?? false;
    const wanted = creation.publicKey.authenticatorSelection;
    wanted.residentKey = alone ? "required" : "discouraged";
    wanted.requireResidentKey = alone;
    if (alone) wanted.userVerification = "required";
    return window.webauthnJSON.create(creation);
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    refused.hidden = true;
    try {
      form.elements.credential.value = JSON.stringify(await ask());
      form.submit();
    } catch {
      // Cancelled, timed out, or no such key: the browser does not tell which, and the user knows.
      refused.hidden = false;
    }
  });
});
