/* Keys: those that open the box, and those that go through what is found. */

import { element } from "../../scripts/dom.js";
import { close, open } from "./box.js";

/** @typedef {import("./box.js").Parts} Parts */

const LABEL = "The keys /, s and f open the search";
const KEPT = "sourcebook.search.keys";

/**
 * Take the keys of a page.
 *
 * @param {Parts} parts
 */
export function takeKeys(parts) {
  const { box, toggle, input, list } = parts;
  const letterKeys = offerLetterKeys(list);
  /** @type {HTMLElement | null} */
  let before = null; // what had the focus when the box was opened
  box.addEventListener("focusin", ({ relatedTarget }) => {
    const from = /** @type {HTMLElement | null} */ (relatedTarget);
    if (!box.contains(from)) before = from;
  });

  /** @param {number} by */
  function step(by) {
    /** @type {HTMLElement[]} */
    const stops = [input, ...list.querySelectorAll(/** @type {"a"} */ ("a, button"))];
    const next = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + by;
    stops[Math.min(Math.max(next, 0), stops.length - 1)].focus();
  }

  /** @type {Record<string, () => void>} */
  const keys = {
    Escape: () => {
      close(parts);
      before?.focus();
    },
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const opens = letterKeys.checked && ["/", "s", "f"].includes(event.key) && !isTyping();
    const act = toggle.checked ? keys[event.key] : opens && (() => open(parts));
    if (!act) return;
    event.preventDefault();
    act();
  });
}

/**
 * A box below the list that switches them off. Keys that are single characters must be easy to
 * switch off (WCAG 2.2, 2.1.4): whoever speaks to the computer would press them by speaking.
 *
 * @param {HTMLElement} list
 */
function offerLetterKeys(list) {
  const made = Object.assign(element("input"), { type: "checkbox", checked: true });
  list.after(element("label", "search-keys", made, " ", LABEL));
  try { // a browser may refuse to keep anything
    made.checked = localStorage.getItem(KEPT) !== "off";
    made.onchange = () => localStorage.setItem(KEPT, made.checked ? "on" : "off");
  } catch {
    /* the keys are on */
  }
  return made;
}

function isTyping() {
  const fields = "input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]";
  return document.activeElement?.matches(fields);
}
