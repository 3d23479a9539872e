// The board without a mouse or with one: cards are dragged, or moved with Shift and an arrow. Each move is the form's own.
"use strict";
(() => {
  const form = document.getElementById("board");
  if (!form || !("arranges" in form.dataset)) return;
  const said = document.getElementById("said");
  const columns = () => [...form.querySelectorAll(".column")];
  const columnOf = (card) => card.closest(".column");
  const boxOf = (card) => card.querySelector("input[name=pick]");
  let held = [];

  form.querySelector(".keys").hidden = false;
  for (const card of form.querySelectorAll(".cards li")) card.draggable = true;

  const ticked = (card) => {
    const all = [...columnOf(card).querySelectorAll("input[name=pick]:checked")].map((each) => each.closest("li"));
    return all.includes(card) ? all : [card];
  };

  async function move(cards, column) {
    const from = columnOf(cards[0]);
    if (!column || column === from) return;
    const list = column.querySelector(".cards");
    const places = cards.map((card) => [card, card.parentElement, card.nextElementSibling]);
    column.querySelector("details").open = true;
    list.prepend(...cards);
    const body = new URLSearchParams(cards.map((card) => ["pick", boxOf(card).value]));
    body.set("into", column.dataset.into);
    body.set("back", form.elements.back.value);
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    const headers = { "HX-Request": "true", "HX-Target": "div#said" };
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers, redirect: "error" });
      if (!answer.ok) throw new Error(answer.status);
      said.innerHTML = await answer.text();
      settle(cards, column);
    } catch {
      for (const [card, parent, next] of places.reverse()) parent.insertBefore(card, next);
      said.textContent = form.dataset.failed;
    }
  }

  // Counts come from the server; a card leads in its new column, and somebody has looked at it.
  function settle(cards, column) {
    const alone = column.dataset.into === "-";
    for (const count of said.querySelectorAll("data")) {
      const where = columns().find((each) => each.dataset.into === count.value);
      if (where) where.querySelector("[data-count]").textContent = count.textContent;
    }
    for (const card of cards) {
      boxOf(card).checked = false;
      card.classList.remove("beside");
      card.classList.add("moved");
      card.querySelectorAll("i").forEach((mark) => mark.remove());
      const same = [...form.querySelectorAll("input[name=pick]")].filter((box) => box.value === boxOf(card).value);
      for (const box of same) if (box !== boxOf(card) && (alone || columnOf(box) === column)) box.closest("li").remove();
    }
  }

  form.addEventListener("dragstart", (event) => {
    const card = event.target.closest(".cards li");
    if (!card) return;
    held = ticked(card);
    held.forEach((each) => each.classList.add("held"));
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", held.map((each) => boxOf(each).value).join("\n"));
  });
  form.addEventListener("dragover", (event) => {
    const column = event.target.closest(".column");
    columns().forEach((each) => each.classList.toggle("over", each === column && held.length > 0));
    if (column && held.length) event.preventDefault();
  });
  form.addEventListener("drop", (event) => {
    const column = event.target.closest(".column");
    if (!column || !held.length) return;
    event.preventDefault();
    move(held, column);
  });
  form.addEventListener("dragend", () => {
    held.forEach((each) => each.classList.remove("held"));
    columns().forEach((each) => each.classList.remove("over"));
    held = [];
  });

  form.addEventListener("keydown", (event) => {
    const box = event.target.closest("input[name=pick]");
    if (!box || event.ctrlKey || event.altKey || event.metaKey) return;
    const card = box.closest("li");
    const along = { ArrowUp: "previousElementSibling", ArrowDown: "nextElementSibling" }[event.key];
    if (along && !event.shiftKey) {
      event.preventDefault();
      const next = card[along];
      if (next) boxOf(next).focus();
    } else if (event.shiftKey && ["ArrowLeft", "ArrowRight"].includes(event.key)) {
      event.preventDefault();
      const forward = (event.key === "ArrowRight") === (document.dir !== "rtl");
      const all = columns();
      move(ticked(card), all[all.indexOf(columnOf(card)) + (forward ? 1 : -1)]);
      box.focus();
    }
  });
})();
