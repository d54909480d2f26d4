"use strict";
// Lights a bullet and its source sentence together: while the mouse is over one of
// them, while one holds the keyboard's focus, or after a tap, until the next one.
// Without it the target of a link is lit by the style alone.
(() => {
  let lit = null;
  let pinned = null;
  let mouse = "";
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

  const arrive = () => {
    const pair = pairOf(document.getElementById(location.hash.slice(1)));
    if (pair === null) return;
    pinned = pair;
    light(pair);
  };

  document.documentElement.classList.add("scripted");
  document.addEventListener("pointermove", (event) => {
    // The page may also have been scrolled away under a mouse that stands still.
    const place = `${event.screenX},${event.screenY}`;
    if (event.pointerType !== "mouse" || place === mouse) return;
    mouse = place;
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
  window.addEventListener("hashchange", arrive);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    pinned = null;
    light(null);
  });
  arrive();
})();
