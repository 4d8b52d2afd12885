// Computes the SHA-256 of each chosen file before it leaves this machine, stops where it is not what somebody said
// before, and brings each file over piece by piece. Without this script the form goes as any other, and digests are
// typed or pasted, or left out.
(() => {
  "use strict";
  const form = document.getElementById("files-form");
  if (!form) return;
  const input = document.getElementById("file");
  const digests = document.getElementById("sha256");
  const computed = document.getElementById("computed");
  const said = document.getElementById("files-said");
  const way = document.getElementById("files-way");
  const bar = document.getElementById("files-bar");
  const far = document.getElementById("files-far");
  const wrong = document.getElementById("files-wrong");
  const button = form.querySelector("button");
  const percent = new Intl.NumberFormat(document.documentElement.lang, { style: "percent" });
  const PIECE = 4 * 1024 * 1024;

  // Streaming, because WebCrypto wants a whole file in memory.
  const primes = (count, power) => {
    const found = [];
    for (let n = 2; found.length < count; n++) {
      if (found.every(([prime]) => n % prime)) found.push([n, n ** power]);
    }
    return Int32Array.from(found, ([, root]) => (root - Math.floor(root)) * 2 ** 32);
  };
  const K = primes(64, 1 / 3);
  const START = primes(8, 1 / 2);
  const w = new Int32Array(64);
  const block = (s, bytes, at) => {
    for (let i = 0; i < 16; i++, at += 4) {
      w[i] = bytes[at] << 24 | bytes[at + 1] << 16 | bytes[at + 2] << 8 | bytes[at + 3];
    }
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15], y = w[i - 2];
      w[i] = w[i - 16] + w[i - 7]
        + ((x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3)
        + ((y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10) | 0;
    }
    let [a, b, c, d, e, f, g, h] = s;
    for (let i = 0; i < 64; i++) {
      const one = h + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7)) + (e & f ^ ~e & g) + K[i] + w[i] | 0;
      const two = ((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10)) + (a & b ^ a & c ^ b & c) | 0;
      h = g; g = f; f = e; e = d + one | 0; d = c; c = b; b = a; a = one + two | 0;
    }
    s[0] += a; s[1] += b; s[2] += c; s[3] += d; s[4] += e; s[5] += f; s[6] += g; s[7] += h;
  };
  // A piece is a whole number of blocks, but for the last one of a file.
  const digest = async (file, report) => {
    const state = START.slice();
    let rest = new Uint8Array(0);
    for (let at = 0; at < file.size; at += PIECE) {
      const bytes = new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
      const whole = bytes.length - bytes.length % 64;
      for (let i = 0; i < whole; i += 64) block(state, bytes, i);
      rest = bytes.slice(whole);
      report(at + bytes.length);
    }
    const end = new Uint8Array(rest.length < 56 ? 64 : 128);
    end.set(rest);
    end[rest.length] = 0x80;
    const view = new DataView(end.buffer);
    view.setUint32(end.length - 8, Math.floor(file.size / 2 ** 29));
    view.setUint32(end.length - 4, file.size * 8 % 2 ** 32);
    for (let i = 0; i < end.length; i += 64) block(state, end, i);
    return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
  };

  let chosen = 0;
  let working = Promise.resolve([]);
  const show = (part) => {
    const whole = Math.floor(part * 100) / 100;
    bar.value = whole;
    far.textContent = percent.format(whole);
  };
  const say = (word, name) => {
    const text = said.dataset[word].replace("{name}", "\u2068" + name + "\u2069");
    if (said.textContent !== text) said.textContent = text;
  };

  // The digests of the files in their order.
  const compute = async (mine, files) => {
    const total = files.reduce((sum, file) => sum + file.size, 0);
    let before = 0;
    const found = [];
    said.textContent = said.dataset.works;
    way.hidden = false;
    for (const file of files) {
      found.push(await digest(file, (done) => {
        if (mine === chosen) show((before + done) / total);
      }));
      if (mine !== chosen) return [];
      before += file.size;
    }
    way.hidden = true;
    const typed = digests.value.trim();
    // What somebody brought from where the file was collected says more than what is computed here.
    if (typed && typed !== computed.value) return found;
    digests.value = found.map((each, i) => each + "  " + files[i].name).join("\n");
    computed.value = digests.value;
    said.textContent = said.dataset.ready;
    return found;
  };

  // What was said of a file before, as the node reads it; nothing when a line is no digest.
  const told = () => {
    const named = new Map();
    let lone = "";
    for (const line of digests.value.split("\n").map((each) => each.trim()).filter(Boolean)) {
      const read = line.match(/^\\?([0-9a-f]{64})(?:\s+\*?(\S.*))?$/i);
      if (!read || !read[2] && lone) return undefined;
      if (read[2]) named.set(read[2].split("/").pop(), read[1].toLowerCase());
      else lone = read[1].toLowerCase();
    }
    return lone && named.size ? undefined : (name) => lone || named.get(name);
  };

  const refuse = (name, text) => {
    const line = document.createElement("p");
    const what = document.createElement("bdi");
    what.textContent = name;
    line.append(what, ": " + text);
    wrong.firstElementChild.append(line);
    wrong.hidden = false;
  };
  const bring = async (files, found, before) => {
    way.hidden = false;
    let taken = 0;
    for (const [i, file] of files.entries()) {
      const earlier = before(file.name);
      if (earlier && earlier !== found[i]) {
        refuse(file.name, said.dataset.differs);
        continue;
      }
      show(0);
      const why = await window.tus.bring(form.dataset.tus, file, found[i], {
        far: (bytes) => show(file.size ? bytes / file.size : 1),
        sends: () => say("sends", file.name),
        broken: () => say("broken", file.name),
        signedOut: () => say("ended", file.name),
      });
      if (why) refuse(file.name, why);
      else taken++;
    }
    way.hidden = true;
    said.textContent = "";
    return taken;
  };
  const showAgain = () => {
    const done = form.dataset.done;
    if (location.pathname + location.search === done) location.reload();
    else location.assign(done + "#files");
  };

  input.addEventListener("change", () => { working = compute(++chosen, [...input.files]); });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const files = [...input.files];
    const before = told();
    wrong.hidden = true;
    wrong.firstElementChild.replaceChildren();
    if (!before) {
      refuse("SHA-256", said.dataset.malformed);
      digests.focus();
      return;
    }
    button.disabled = true;
    try {
      const found = await working;
      if (files.length && found.length === files.length && window.tus) {
        const taken = await bring(files, found, before);
        if (taken === files.length) return showAgain();
        return;
      }
    } catch (gone) {
      // A file that cannot be read here cannot be sent either; the browser says so.
    } finally {
      button.disabled = false;
    }
    // Computed ones are of no use when the form comes back; typed ones are.
    computed.value = computed.value && computed.value === digests.value.trim() ? "yes" : "";
    form.submit();
  });

  // What was begun and is not whole stands on the page. What is not known there any more is forgotten here.
  addEventListener("DOMContentLoaded", () => { if (window.tus) window.tus.tidy(form.dataset.tus); });
})();
