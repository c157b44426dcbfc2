/* The search box. The index was computed when the site was built; nothing of it is loaded before
   the box is used. */

import { close, open, parts } from "./box.js";
import { takeKeys } from "./keys.js";
import { Search } from "./typing.js";

const PAUSE = 60; // milliseconds without a key before anything is looked up

/** @param {import("./box.js").Parts} found */
function start(found) {
  const { box, toggle, form, input, list } = found;
  const search = new Search(found);
  let pause = 0;

  const update = () => {
    clearTimeout(pause);
    search.update();
  };

  input.dir = "auto"; // an Arabic name is written from the right
  input.addEventListener("focus", () => open(found));
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(update, PAUSE);
  });
  form.addEventListener("reset", () => {
    setTimeout(update);
    input.focus();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    update();
    await search.done;
    list.querySelector("a")?.click();
  });
  toggle.addEventListener("change", () => {
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    if (toggle.checked) {
      input.focus();
      search.prepare(); // while the first word is typed
    } else if (focused && box.contains(focused)) focused.blur();
    update();
  });
  box.addEventListener("focusout", ({ relatedTarget }) => {
    const to = /** @type {Node | null} */ (relatedTarget);
    if (to && !box.contains(to)) close(found);
  });
  takeKeys(found);

  const linked = new URLSearchParams(location.search).get("q");
  if (linked) {
    input.value = linked;
    open(found);
  } else if (toggle.checked) {
    update(); // the browser has restored what was open
  }
}

const found = parts();
if (found) start(found);
