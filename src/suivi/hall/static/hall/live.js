// The wall by keyboard: arrows and a presenter's keys turn the slides, F fills the screen.
(() => {
  "use strict";
  const keys = document.querySelector(".keys");
  if (keys) keys.hidden = false;
  const isRightToLeft = document.documentElement.dir === "rtl";
  const ON = new Set(["PageDown", "ArrowDown", isRightToLeft ? "ArrowLeft" : "ArrowRight"]);
  const BACK = new Set(["PageUp", "ArrowUp", isRightToLeft ? "ArrowRight" : "ArrowLeft"]);

  const turn = async way => {
    const button = document.querySelector(`[data-turn="${way}"]`);
    if (!button) return;
    const body = new FormData(button.form);
    body.append(button.name, button.value);
    const answer = await fetch(button.form.action, {
      method: "POST", body: new URLSearchParams(body), headers: { "X-Wall": "1" }, redirect: "manual", credentials: "same-origin",
    });
    if (answer.ok) window.hall.show(await answer.text());
  };

  addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
    const way = ON.has(event.key) ? "on" : BACK.has(event.key) ? "back" : "";
    if (way) { event.preventDefault(); turn(way).catch(() => {}); }
    if (event.key === "f" || event.key === "F") {
      if (document.fullscreenElement) document.exitFullscreen();
      else document.documentElement.requestFullscreen().catch(() => {});
    }
  });
})();
