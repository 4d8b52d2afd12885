// Warns two minutes before a session ends, and puts the end off when the reader wants it. Without this script, a form
// that is sent too late is kept and offered back after signing in.
(() => {
  "use strict";
  const box = document.getElementById("session");
  const said = document.getElementById("session-said");
  const stay = document.getElementById("session-stay");
  const button = stay.querySelector("button");
  const tabs = new BroadcastChannel("session");
  const warning = 120000;
  let end = 0;
  let shown = "";
  let before;

  const show = (what) => {
    if (shown === what) return;
    const back = document.activeElement === button;
    shown = what;
    box.hidden = !what;
    said.textContent = what ? box.dataset[what] : "";
    stay.hidden = what !== "soon";
    if (back && stay.hidden) (before || document.getElementById("content")).focus();
  };
  const look = () => {
    const left = end - Date.now();
    show(left <= 0 ? "ended" : left > warning ? "" : shown === "last" ? "last" : "soon");
  };
  const endsIn = (seconds) => {
    end = Date.now() + seconds * 1000;
    look();
  };

  let token = document.querySelector("input[name=_csrf]").value;

  // A page that was opened before its reader signed in again in another tab is told the token of now, and asks again.
  const extend = async (again) => {
    const answer = await fetch("/session/extend", {
      method: "POST",
      redirect: "manual",
      headers: { "X-XSRF-TOKEN": token },
    }).catch(() => undefined);
    if (!answer) return;
    if (answer.type === "opaqueredirect") return endsIn(0);
    if (answer.status === 409 && again !== true) {
      token = answer.headers.get("X-XSRF-TOKEN");
      return extend(true);
    }
    if (!answer.ok) return;
    const seconds = Number(await answer.text());
    tabs.postMessage(seconds);
    endsIn(seconds);
    if (shown === "soon") show("last");
  };
  button.addEventListener("focus", (event) => { before = event.relatedTarget; });
  button.addEventListener("click", extend);
  document.addEventListener("keydown", (event) => {
    if (shown === "soon" && box.dataset.keys === "on" && !event.repeat && event.target !== button) extend();
  });

  // A call from another tab of this browser puts the same session off.
  tabs.addEventListener("message", (event) => endsIn(event.data));
  endsIn(Number(box.dataset.left));
  tabs.postMessage(Number(box.dataset.left));
  setInterval(look, 5000);
  document.addEventListener("visibilitychange", look);
})();
