"use strict";
// Lights a bullet and its source sentence together: while the mouse is over one of
// them, while one holds the keyboard's focus, or after a tap, until the next one.
(() => {
  let lit = null;
  let pinned = null;
  const pairOf = (node) => {
    const found = node instanceof Element ? node.closest("[data-pair]") : null;
    return found ? found.dataset.pair : null;
  };
  const paint = (pair, on) => {
    if (pair === null) return;
    for (const node of document.querySelectorAll(`[data-pair="${pair}"]`)) {
      node.classList.toggle("lit", on);
    }
  };
  const light = (pair) => {
    if (pair === lit) return;
    paint(lit, false);
    paint(pair, true);
    lit = pair;
  };
  const focused = () => pairOf(document.activeElement);
  const rest = () => light(pinned ?? focused());

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const pair = pairOf(event.target);
    if (pair === null) rest();
    else light(pair);
  });
  document.documentElement.addEventListener("pointerleave", rest);
  document.addEventListener("focusin", (event) => {
    pinned = null;
    light(pairOf(event.target));
  });
  document.addEventListener("focusout", rest);
  document.addEventListener("click", (event) => {
    pinned = pairOf(event.target);
    light(pinned);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    pinned = null;
    light(null);
  });
})();
