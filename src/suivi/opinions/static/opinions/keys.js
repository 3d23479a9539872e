// Votes by keyboard: 1 agrees, 2 disagrees, 3 passes. Without this file the buttons do the same.
(() => {
  const form = () => document.querySelector("form[data-keys]");
  const show = () => { const here = form(); if (here) here.dataset.keys = "on"; };
  const typing = (place) => place.closest("input:not([type=hidden]), textarea, select, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || typing(event.target)) return;
    const button = form()?.querySelector(`button[data-key="${event.key}"]`);
    if (button) { event.preventDefault(); button.click(); }
  });
  if (matchMedia("(hover: hover) and (pointer: fine)").matches) {
    show();
    document.addEventListener("htmx:after:swap", show);
    document.addEventListener("htmx:afterSwap", show);
  }
})();
