// Looks again by itself at the part of a page that changes, and swaps it only where something did.
// <section id="now" data-look="/c/k3y/now/" data-mark="…" data-every="8">: the server answers 304 while all is as it was.
(() => {
  "use strict";
  const waits = new Map();

  const part = id => document.getElementById(id);
  const isTypedIn = place => {
    const field = document.activeElement;
    return place.contains(field) && field.matches("textarea, select, input:not([type=hidden])");
  };

  // Puts a fresh part in the place of the old one, with the focus where it was. Returns whether it could.
  const show = html => {
    const fresh = new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
    const old = fresh && fresh.id ? part(fresh.id) : null;
    if (!old || isTypedIn(old)) return false;
    const held = old.contains(document.activeElement) ? document.activeElement.getAttribute("data-keep") : null;
    const acted = old.contains(document.activeElement);
    old.replaceWith(document.adoptNode(fresh));
    if (acted) (held && fresh.querySelector(`[data-keep="${held}"]`) || fresh.querySelector("[data-first]") || fresh).focus();
    document.dispatchEvent(new CustomEvent("hall:shown", { detail: fresh }));
    return true;
  };

  const look = async id => {
    const place = part(id);
    // While something is on its way, the server does not know yet what was answered here.
    if (!place || document.hidden || document.documentElement.hasAttribute("data-unsent")) return plan(id);
    const patience = new AbortController(), end = setTimeout(() => patience.abort(), 15000);
    try {
      const answer = await fetch(place.dataset.look, {
        headers: { "If-None-Match": place.dataset.mark }, signal: patience.signal,
        redirect: "manual", cache: "no-store", credentials: "same-origin",
      });
      if (answer.status === 200) show(await answer.text());
      else if (answer.type === "opaqueredirect" || answer.status === 404 || answer.status === 403) return location.reload();
      waits.set(id, answer.status === 200 || answer.status === 304 ? 1 : 4);
    } catch {
      waits.set(id, Math.min((waits.get(id) || 1) * 2, 8));
    } finally {
      clearTimeout(end);
    }
    plan(id);
  };

  // Phones must not all ask at once: each waits between three and five quarters of what was said.
  const plan = id => {
    const place = part(id);
    if (!place) return;
    const seconds = Number(place.dataset.every) * (waits.get(id) || 1) * (0.75 + Math.random() / 2);
    setTimeout(look, seconds * 1000, id);
  };

  for (const place of document.querySelectorAll("[data-look]")) {
    plan(place.id);
    document.addEventListener("visibilitychange", () => { if (!document.hidden) waits.delete(place.id); });
  }
  window.hall = { show };
})();
