// The outbox: what somebody sends is kept on their phone until the server has it; each act is done there exactly once.
// A form with data-outbox goes through it. Without this script, or without a store, the same form goes by itself.
(() => {
  "use strict";
  const box = document.getElementById("outbox");
  if (!box || !window.indexedDB) return;
  const who = box.dataset.who, here = box.dataset.here, row = document.getElementById("outbox-row");
  const LONGEST_WAIT = 60, FIRST_WAIT = 1, SLOW = 1500;
  let store = null, sending = null, wait = FIRST_WAIT, timer = 0;

  // --- What is kept on the phone: acts in the order in which they were done, and what is being typed -----------------
  const opened = new Promise((kept, failed) => {
    const asked = indexedDB.open("hall", 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("acts", { keyPath: "act" });
      asked.result.createObjectStore("drafts", { keyPath: "place" });
    };
    asked.onsuccess = () => kept(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  const done = asked => new Promise((well, ill) => { asked.onsuccess = () => well(asked.result); asked.onerror = () => ill(asked.error); });
  const all = async name => done(store.transaction(name).objectStore(name).getAll());
  const write = (name, deed) => new Promise((well, ill) => {
    const change = store.transaction(name, "readwrite", { durability: "strict" });
    deed(change.objectStore(name));
    change.oncomplete = () => well();
    change.onerror = change.onabort = () => ill(change.error);
  });
  const keep = act => write("acts", acts => acts.put(act));
  const drop = act => write("acts", acts => acts.delete(act.act));
  const mine = async () => (await all("acts")).filter(act => act.who === who && act.here === here).sort((one, other) => one.at - other.at);

  // A mark that no other act has; randomUUID is missing where the hall's own network has no https.
  const mark = () => {
    if (crypto.randomUUID) return crypto.randomUUID();
    const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte, place) =>
      (place === 6 ? byte & 15 | 64 : place === 8 ? byte & 63 | 128 : byte).toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  };

  // --- Taking a form in ---------------------------------------------------------------------------------------------
  const take = async (form, button) => {
    const body = new FormData(form);
    if (button && button.name) body.append(button.name, button.value);
    body.delete("csrfmiddlewaretoken");
    body.set("act", mark());
    const typed = form.querySelector("textarea");
    const says = [form.dataset.about, typed && typed.value.trim() || button && button.textContent.trim()];
    const act = {
      act: body.get("act"), who, here, to: form.action, body: new URLSearchParams(body).toString(),
      says: says.filter(Boolean).join(": "), field: typed ? typed.name : "", typed: typed ? typed.value : "", at: Date.now() + performance.now() % 1,
      state: "waits",
    };
    await keep(act);
    if (typed) { typed.form.reset(); typed.value = ""; forget(typed); }
    await tell();
    wait = FIRST_WAIT;
    send();
    setTimeout(async () => {
      await tell();
      const asked = form.closest("#asked"), isStillAsked = asked && form.elements.statement.value === body.get("statement");
      if (isStillAsked && (await mine()).some(each => each.act === act.act && each.state === "waits")) goOn(asked);
    }, navigator.onLine ? SLOW + 1 : 0);
  };

  // Where the server does not answer at once, the phone goes on with what it knows: nobody waits for the line.
  const goOn = asked => {
    const next = asked.querySelector("template[data-later]"), form = asked.querySelector("form"), heading = asked.querySelector("h2");
    asked.dataset.alone = next ? "going on" : "at its end";
    form.hidden = heading.hidden = !next;
    asked.querySelector("[data-for-now]").hidden = !!next;
    if (!next) return;
    heading.textContent = form.dataset.about = next.content.textContent;
    heading.lang = next.dataset.language;
    form.querySelector("[name=statement]").value = next.dataset.statement;
    next.remove();
    heading.focus();
  };
  // What the server asks next counts once it knows all answers, and never under the finger of somebody who went on.
  const askAnew = async html => {
    const asked = document.getElementById("asked");
    const knowsAll = !(await mine()).some(act => act.state === "waits");
    if (window.hall && knowsAll && (!asked || asked.dataset.alone !== "going on")) window.hall.show(html);
  };

  document.addEventListener("submit", event => {
    const form = event.target;
    // An old browser that does not say which button was pressed sends the form by itself.
    if (!store || !form.matches("form[data-outbox]") || event.submitter === undefined) return;
    event.preventDefault();
    const button = event.submitter;
    if (form.dataset.busy) return;
    form.dataset.busy = "1";
    take(form, button).catch(() => HTMLFormElement.prototype.submit.call(form)).finally(() => delete form.dataset.busy);
  });

  // --- Sending, one after the other, oldest first -------------------------------------------------------------------
  const send = () => sending || (sending = sendAll().finally(() => { sending = null; }));

  const sendAll = async () => {
    clearTimeout(timer);
    for (;;) {
      const act = (await mine()).find(each => each.state === "waits");
      if (!act) break;
      let answer;
      try {
        answer = await knock(act);
        if (answer.status === 403 && await freshToken()) answer = await knock(act);
      } catch {
        return again();
      }
      if (!await settle(act, answer)) return again();
      wait = FIRST_WAIT;
    }
    wait = FIRST_WAIT;
    await tell();
  };

  const token = () => document.querySelector("input[name=csrfmiddlewaretoken]");
  const knock = act => {
    const body = new URLSearchParams(act.body);
    body.set("csrfmiddlewaretoken", token() ? token().value : "");
    const patience = new AbortController(), end = setTimeout(() => patience.abort(), 20000);
    const options = { method: "POST", body, headers: { "X-Outbox": "1" }, redirect: "manual", credentials: "same-origin" };
    return fetch(act.to, { ...options, signal: patience.signal }).finally(() => clearTimeout(end));
  };

  // A page that was kept for days holds an old token against forgery: ask for the page again, once.
  const freshToken = async () => {
    const answer = await fetch(here, { redirect: "manual", cache: "no-store", credentials: "same-origin" });
    if (answer.status !== 200) return false;
    const found = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("input[name=csrfmiddlewaretoken]");
    if (!found) return false;
    for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = found.value;
    return true;
  };

  // Returns false where the line or the server failed, so that the act must be sent again.
  const settle = async (act, answer) => {
    if (answer.type === "opaqueredirect") { await stop(act, "led_away", ""); return true; }
    if (answer.status >= 500 || [408, 425, 429].includes(answer.status)) return false;
    const text = await answer.text();
    if (answer.ok) {
      await drop(act);
      await askAnew(text);
    } else {
      const page = new DOMParser().parseFromString(text, "text/html");
      const said = page.querySelector("main .lead p, main p") || page.body;
      await stop(act, answer.status === 409 ? "conflict" : "refused", said.textContent.trim());
    }
    await tell();
    return true;
  };

  const stop = (act, state, theirs) => keep(Object.assign(act, { state, theirs }));

  const again = async () => {
    await tell();
    timer = setTimeout(send, wait * 1000 * (0.75 + Math.random() / 2));
    wait = Math.min(wait * 2, LONGEST_WAIT);
  };

  // --- Saying what has not been sent --------------------------------------------------------------------------------
  // What is on its way for a moment only is not spoken of.
  let telling = 0;
  const tell = async () => {
    const turn = ++telling, acts = await mine();
    if (turn !== telling) return;
    const waiting = acts.filter(act => act.state === "waits");
    const told = navigator.onLine ? acts.filter(act => act.state !== "waits" || Date.now() - act.at > SLOW) : acts;
    document.documentElement.toggleAttribute("data-unsent", waiting.length > 0);
    box.hidden = !told.length;
    box.querySelector("[data-count]").textContent = told.length;
    box.querySelector("ul").replaceChildren(...told.map(rowOf));
    if (waiting.length < acts.length) box.querySelector("details").open = true;
  };

  const rowOf = act => {
    const item = row.content.cloneNode(true).firstElementChild;
    item.dataset.act = act.act;
    item.querySelector("[data-says]").textContent = act.says;
    for (const sentence of item.querySelectorAll("[data-state]")) sentence.hidden = sentence.dataset.state !== act.state;
    const theirs = item.querySelector("[data-theirs]");
    theirs.hidden = !act.theirs;
    theirs.textContent = act.theirs || "";
    item.querySelector("[data-do=back]").hidden = !act.typed;
    return item;
  };

  box.addEventListener("click", async event => {
    const what = event.target.dataset.do;
    if (!what) return;
    const item = event.target.closest("[data-act]");
    const act = item && (await mine()).find(each => each.act === item.dataset.act);
    if (what === "now") { wait = FIRST_WAIT; await send(); return; }
    if (!act) return;
    // What was refused is a new act when it is tried again: under the old mark the server may know other words.
    if (what === "again") await write("acts", acts => { acts.delete(act.act); acts.put(Object.assign(act, { act: mark(), state: "waits", theirs: "" })); });
    if (what === "back") {
      const field = document.querySelector(`form[data-outbox] textarea[name="${act.field}"]`);
      if (!field) return;
      field.value = [field.value, act.typed].filter(Boolean).join("\n");
      draft(field);
      field.focus();
    }
    if (what === "away" || what === "back") await drop(act);
    await tell();
    send();
  });

  // --- Nothing that was typed is lost -------------------------------------------------------------------------------
  const placeOf = field => `${who} ${field.form.getAttribute("action")} ${field.name}`;
  const draft = field => store && write("drafts", drafts => drafts.put({ place: placeOf(field), text: field.value }));
  const forget = field => store && write("drafts", drafts => drafts.delete(placeOf(field)));
  document.addEventListener("input", event => {
    if (event.target.matches("form[data-outbox] textarea")) draft(event.target);
  });
  const restore = async within => {
    const drafts = new Map((await all("drafts")).map(each => [each.place, each.text]));
    for (const field of within.querySelectorAll("form[data-outbox] textarea")) {
      if (!field.value) field.value = drafts.get(placeOf(field)) || "";
    }
  };
  document.addEventListener("hall:shown", event => { if (store) restore(event.detail); });

  // Whoever leaves takes everything with them that this phone kept.
  document.addEventListener("submit", event => {
    if (!event.target.matches("form[data-forget]")) return;
    if (store) { store.close(); store = null; }
    indexedDB.deleteDatabase("hall");
    if (window.caches) caches.keys().then(names => names.forEach(name => caches.delete(name)));
  });

  addEventListener("online", () => { wait = FIRST_WAIT; send(); });
  document.addEventListener("visibilitychange", () => { if (!document.hidden && store) send(); });
  opened.then(async base => {
    store = base;
    for (const act of await mine()) if (act.state === "led_away") await keep(Object.assign(act, { state: "waits" }));
    await restore(document);
    await tell();
    send();
  }).catch(() => {});
  if ("serviceWorker" in navigator) navigator.serviceWorker.register("/c/sw.js", { scope: "/c/" }).catch(() => {});
})();
