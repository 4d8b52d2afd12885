// Quickens the duty desk: single keys, the bell, running countdowns. Every page works without it.
(() => {
  "use strict";
  const bar = document.getElementById("desk-bar");
  const language = document.documentElement.lang;

  // Countdowns: the server wrote the moment and the words; this only keeps the words true.
  const units = [["day", 86400], ["hour", 3600], ["minute", 60]];
  const words = (seconds) => {
    const parts = [];
    let rest = Math.abs(seconds);
    for (const [unit, size] of units) {
      const count = Math.floor(rest / size);
      if (count > 0 && parts.length < 2) {
        parts.push(new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(count));
      }
      rest -= count * size;
    }
    return parts.join(" ");
  };
  const tick = () => {
    for (const element of document.querySelectorAll("[data-until]")) {
      const seconds = Math.floor((Date.parse(element.dataset.until) - Date.now()) / 1000);
      if (seconds > 0 && seconds < 86400) element.title = words(seconds);
    }
    for (const element of document.querySelectorAll("[data-clock]")) {
      element.textContent = new Intl.DateTimeFormat("en-GB", { timeZone: element.dataset.clock, hour: "2-digit", minute: "2-digit" }).format(new Date());
    }
  };
  tick();
  setInterval(tick, 20000);

  // Single keys. Off while typing, off with a modifier, and off when the reader turned them off.
  const rows = [...document.querySelectorAll("table.lines tbody tr")];
  let at = -1;
  const go = (to) => {
    if (!rows.length) return;
    if (at >= 0) rows[at].classList.remove("on");
    at = Math.max(0, Math.min(rows.length - 1, to));
    rows[at].classList.add("on");
    rows[at].querySelector("a").focus();
  };
  const press = (key) => {
    const scope = at >= 0 && key === "a" ? rows[at] : document;
    const target = scope.querySelector('[data-key="' + key + '"]');
    if (target) target.click();
  };
  const keys = bar ? bar.dataset.keys === "on" : true;
  if (keys) {
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input,textarea,select")) return;
      const key = event.code === "KeyJ" || event.key === "j" ? "j" : event.code === "KeyK" || event.key === "k" ? "k"
        : event.code === "KeyA" || event.key === "a" ? "a" : event.code === "KeyN" || event.key === "n" ? "n" : "";
      if (key === "j") go(at + 1);
      else if (key === "k") go(at - 1);
      else if (key === "a") { if (at < 0 && rows.length) go(Math.max(0, rows.findIndex((row) => row.querySelector('[data-key="a"]')))); else press("a"); }
      else if (key === "n") press("n");
      if (key) event.preventDefault();
    });
    rows.forEach((row, number) => row.addEventListener("focusin", () => { at = number; }));
  }
  if (!bar) return;

  // Sounds: soft sine tones, never a siren. A browser plays them only after the reader has touched the page once.
  const tones = { soft: [523], double: [523, 659], insistent: [523, 659, 784] };
  let audio;
  const play = (sound) => {
    if (!tones[sound]) return;
    audio = audio || new AudioContext();
    tones[sound].forEach((pitch, number) => {
      const tone = audio.createOscillator();
      const gain = audio.createGain();
      const start = audio.currentTime + number * 0.28;
      tone.frequency.value = pitch;
      gain.gain.setValueAtTime(0, start);
      gain.gain.linearRampToValueAtTime(0.18, start + 0.03);
      gain.gain.exponentialRampToValueAtTime(0.001, start + 0.26);
      tone.connect(gain).connect(audio.destination);
      tone.start(start);
      tone.stop(start + 0.3);
    });
  };
  const test = document.getElementById("sound-test");
  test.hidden = false;
  test.addEventListener("click", () => ["soft", "double", "insistent"].forEach((sound, number) => setTimeout(() => play(sound), number * 1400)));

  // The bell: counts what happened and offers to show it. The list is never sorted anew under the cursor.
  const updates = document.getElementById("updates");
  const urgent = new Set();
  let count = 0;
  let again;
  const source = new EventSource("/desk/stream");
  source.addEventListener("ring", (event) => {
    const ring = JSON.parse(event.data);
    count += 1;
    updates.hidden = false;
    updates.textContent = bar.dataset.updates.replace("0", new Intl.NumberFormat(language).format(count));
    document.title = "(" + count + ") " + document.title.replace(/^\(\d+\) /, "");
    play(ring.sound);
    // Insistent until somebody acts on it, here or at another screen.
    if (ring.sound === "insistent") urgent.add(ring.reference);
    else urgent.delete(ring.reference);
    if (urgent.size && !again) again = setInterval(() => play("insistent"), 60000);
    if (!urgent.size) again = clearInterval(again);
  });
})();
