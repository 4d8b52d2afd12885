// Brings a file to the node by tus 1.0, piece by piece: what has come over a line that broke is never sent again, not
// even after the page was loaded anew. Of a file only its digest is kept in this browser; the node knows its name, and
// says it to nobody else.
(() => {
  "use strict";
  const SMALLEST = 256 * 1024;
  const LARGEST = 8 * 1024 * 1024;
  const SILENCE = 60000;
  const VERSION = { "Tus-Resumable": "1.0.0" };
  const lang = document.documentElement.lang;
  let token = document.querySelector("input[name=_csrf]").value;

  // A browser that keeps nothing still uploads.
  const kept = {
    of: (key) => { try { return localStorage.getItem(key); } catch (no) { return null; } },
    put: (key, address) => { try { localStorage.setItem(key, address); } catch (no) { /* then not */ } },
    drop: (key) => { try { localStorage.removeItem(key); } catch (no) { /* then not */ } },
    keys: () => { try { return Object.keys(localStorage); } catch (no) { return []; } },
  };
  const keyOf = (endpoint, digest) => "upload " + endpoint + " " + digest;

  // Answers what came back; its status is 0 when the line broke or was silent.
  const call = (method, address, headers, body, report) => new Promise((answered) => {
    const call = new XMLHttpRequest();
    let silence;
    const listen = () => {
      clearTimeout(silence);
      silence = setTimeout(() => call.abort(), SILENCE);
    };
    call.open(method, address);
    Object.entries({ "X-XSRF-TOKEN": token, "Accept-Language": lang, ...VERSION, ...headers })
      .forEach(([name, value]) => call.setRequestHeader(name, value));
    if (body) {
      call.upload.addEventListener("progress", (event) => {
        listen();
        report(event.loaded);
      });
      // The node has all of it, and may need long to put a large file away.
      call.upload.addEventListener("load", () => clearTimeout(silence));
    }
    call.addEventListener("loadend", () => {
      clearTimeout(silence);
      answered(call);
    });
    listen();
    call.send(body);
  });
  const isGood = (answer) => answer.status >= 200 && answer.status < 300;
  const isGone = (answer) => answer.status === 404 || answer.status === 410;
  const number = (answer, name) => Number(answer.getResponseHeader(name));
  const problem = (answer) => {
    try {
      const said = JSON.parse(answer.responseText);
      return { code: said.type.split(":").pop(), text: said.errors.map((each) => each.text).join(" ") || said.detail };
    } catch (no) {
      return { code: "", text: String(answer.status) };
    }
  };

  // Waits longer each time, but not once the line or the reader is back. A page that was opened after signing in again
  // says so to all tabs.
  const tabs = new BroadcastChannel("session");
  const pause = (times) => new Promise((over) => {
    const end = () => {
      clearTimeout(timer);
      ["online", "focus"].forEach((sign) => removeEventListener(sign, end));
      tabs.removeEventListener("message", end);
      over();
    };
    const timer = setTimeout(end, Math.min(1000 * 2 ** times, 30000));
    ["online", "focus"].forEach((sign) => addEventListener(sign, end));
    tabs.addEventListener("message", end);
  });
  // Whoever signed in again in another tab has another token. Says whether there is one.
  const renew = async () => {
    const other = (await call("POST", "/session/extend", {})).getResponseHeader("X-XSRF-TOKEN");
    token = other || token;
    return Boolean(other);
  };

  const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  const metadata = (name, digest) => "filename " + base64(name) + ",sha256 " + base64(digest);

  // Brings one file. Answers why it was refused; nothing when it was taken. `hear` has `far(bytes)`, `sends()`,
  // `broken()` and `signedOut()`.
  const bring = async (endpoint, file, digest, hear) => {
    const key = keyOf(endpoint, digest);
    const said = metadata(file.name, digest);
    let address = kept.of(key);
    let offset = -1;
    let size = SMALLEST * 4;
    let failures = 0;
    let renewed = 0;
    const start = async () => {
      const answer = await call("POST", endpoint, { "Upload-Length": String(file.size), "Upload-Metadata": said });
      if (answer.status === 201) {
        address = answer.getResponseHeader("Location");
        offset = 0;
        kept.put(key, address);
      }
      return answer;
    };
    const look = async () => {
      const answer = await call("HEAD", address, {});
      if (isGood(answer) && answer.getResponseHeader("Upload-Metadata") === said) {
        offset = number(answer, "Upload-Offset");
      } else if (isGood(answer) || isGone(answer)) {
        // It ended long ago, or is of the same bytes under another name.
        address = "";
      }
      return answer;
    };
    const send = async () => {
      const began = Date.now();
      const at = offset;
      const answer = await call("PATCH", address,
        { "Upload-Offset": String(at), "Content-Type": "application/offset+octet-stream" },
        file.slice(at, at + size), (sent) => hear.far(Math.min(at + sent, file.size)));
      if (isGood(answer)) {
        offset = number(answer, "Upload-Offset");
        // A piece on its way is what a break can cost.
        const took = Date.now() - began;
        size = took < 2000 ? Math.min(size * 2, LARGEST) : took > 8000 ? Math.max(size / 2, SMALLEST) : size;
      }
      return answer;
    };
    for (;;) {
      const step = !address ? start : offset < 0 ? look : send;
      const answer = await step();
      if (isGood(answer)) {
        failures = 0;
        renewed = 0;
        // Also of nothing, and of what had come before, the node is asked whether it took it.
        if (step === send && offset === file.size) {
          kept.drop(key);
          return "";
        }
        hear.sends();
        hear.far(Math.max(offset, 0));
        continue;
      }
      offset = -1;
      const { status } = answer;
      if (isGone(answer) && step !== start) {
        address = "";
      } else if (status === 403 && problem(answer).code === "page-token") {
        if (!await renew() || renewed++) await pause(failures++);
      } else if (status === 0 || status === 401 || status === 429 || [409, 423].includes(status) && step !== start
          || status >= 500 && status !== 507) {
        if (status === 401) hear.signedOut();
        else if (status !== 409 && status !== 423) hear.broken();
        await pause(failures++);
      } else {
        return problem(answer).text;
      }
    }
  };

  // Forgets uploads that the node has no more use for.
  const tidy = async (endpoint) => {
    for (const key of kept.keys().filter((each) => each.startsWith(keyOf(endpoint, "")))) {
      const answer = await call("HEAD", kept.of(key), {});
      if (isGone(answer) || isGood(answer) && number(answer, "Upload-Offset") === number(answer, "Upload-Length")) kept.drop(key);
    }
  };

  window.tus = { bring, tidy };
})();
