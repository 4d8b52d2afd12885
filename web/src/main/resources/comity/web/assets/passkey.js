// Signing in with a passkey and adding one. Without this script the password form works alone.
(() => {
  "use strict";
  if (!window.PublicKeyCredential || !window.isSecureContext) return;
  const said = document.getElementById("passkey-said");
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) => buffer ? btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "") : undefined;
  const token = () => document.querySelector("input[name=_csrf]").value;
  const call = async (path, body) => {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-XSRF-TOKEN": token() },
      body: body ? JSON.stringify(body) : undefined,
    });
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  };
  const plain = (credential, response) => ({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
    authenticatorAttachment: credential.authenticatorAttachment,
  });
  const known = (list) => (list || []).map((item) => ({ ...item, id: bytes(item.id) }));

  const button = document.getElementById("passkey");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        const wanted = await call("/webauthn/authenticate/options");
        const credential = await navigator.credentials.get({
          publicKey: { ...wanted, challenge: bytes(wanted.challenge), allowCredentials: known(wanted.allowCredentials) },
        });
        const answer = credential.response;
        await call("/login/webauthn", plain(credential, {
          authenticatorData: text(answer.authenticatorData),
          clientDataJSON: text(answer.clientDataJSON),
          signature: text(answer.signature),
          userHandle: text(answer.userHandle),
        }));
        const form = document.getElementById("page-form");
        location.assign(form.kept.value ? "/kept/" + encodeURIComponent(form.kept.value) : form.to.value || "/");
      } catch (trouble) {
        said.textContent = button.dataset.failed;
      }
    });
  }

  const add = document.getElementById("add-passkey");
  if (add) {
    add.hidden = false;
    add.addEventListener("submit", async (event) => {
      event.preventDefault();
      try {
        const wanted = await call("/webauthn/register/options");
        const credential = await navigator.credentials.create({
          publicKey: {
            ...wanted,
            challenge: bytes(wanted.challenge),
            user: { ...wanted.user, id: bytes(wanted.user.id) },
            excludeCredentials: known(wanted.excludeCredentials),
          },
        });
        const answer = credential.response;
        await call("/webauthn/register", {
          publicKey: {
            credential: plain(credential, {
              attestationObject: text(answer.attestationObject),
              clientDataJSON: text(answer.clientDataJSON),
              transports: answer.getTransports ? answer.getTransports() : [],
            }),
            label: add.label.value || location.hostname,
          },
        });
        location.reload();
      } catch (trouble) {
        said.textContent = add.dataset.failed;
      }
    });
  }
})();
