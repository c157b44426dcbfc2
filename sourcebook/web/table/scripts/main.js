/* Tables that sort, and the form over an index. What they rely on is said in parts/filter.html; the
   data of what is too long for one page comes from rows.js. Without this script tables are whole
   and the form is not there. */

import { announce } from "./data.js";
import { Form, isChoice } from "./form.js";
import { makeButtons, ownSort, sortAlone } from "./heads.js";
import { LongList } from "./long.js";
import { WholeList } from "./whole.js";

const TEXT = { loading: "Loading…", failed: "The data could not be loaded." };
const PAUSE = 60; // milliseconds without a key before anything is done
const PATIENCE = 300; // milliseconds before the reader is asked for some

/** @param {Form} form */
function start(form) {
  const list = form.form.dataset.filter === "page" ? new WholeList(form) : new LongList(form);
  let turn = 0; // of what was asked for last
  let pause = 0;
  /** @type {EventTarget | null} */
  let edited = null; // the field that is being typed into

  async function show() {
    const own = ++turn;
    const isCurrent = () => own === turn;
    const late = setTimeout(() => {
      if (isCurrent()) form.part("status").textContent = TEXT.loading;
    }, PATIENCE);
    form.show();
    try {
      const shown = await list.show(isCurrent);
      if (!shown || !isCurrent()) return;
      form.report(shown.found, list.isLong);
      const { sort } = form;
      form.form.dataset.shown = JSON.stringify({ ...form.filter(), sort }); // for whoever watches it
      tellMap(shown.rows, isCurrent);
    } catch {
      if (isCurrent()) form.part("status").textContent = TEXT.failed;
    } finally {
      clearTimeout(late);
    }
  }

  /**
   * For the map of the page. Without the data there is no map of it, but the table is.
   *
   * @param {() => Promise<import("./types.js").Row[] | null>} rows
   * @param {() => boolean} isCurrent
   */
  async function tellMap(rows, isCurrent) {
    if (form.form.dataset.kind !== "incident") return;
    const found = await rows().catch(() => undefined);
    if (found !== undefined && isCurrent()) announce({ rows: found, total: form.total });
  }

  function change() {
    form.writeAddress(true);
    show();
  }

  /** @param {string} sort */
  function sortBy(sort) {
    form.sort = sort || form.ownSort;
    change();
  }

  /**
   * What is chosen is an entry of the history; what is typed into one field is a single one.
   *
   * @param {Element} field
   */
  function edit(field) {
    if (field === form.order) return sortBy(form.order.value);
    clearTimeout(pause);
    const isNew = edited !== field;
    edited = field;
    if (isChoice(field)) return change();
    form.writeAddress(isNew);
    pause = setTimeout(show, PAUSE);
  }

  form.form.addEventListener("submit", (event) => event.preventDefault());
  form.form.addEventListener("input", ({ target }) => edit(/** @type {Element} */ (target)));
  form.form.addEventListener("focusout", () => {
    edited = null;
  });
  form.part("clear").addEventListener("click", () => {
    for (const field of form.fields) field.value = "";
    change();
    form.fields[0].focus();
  });
  form.part("toggle").addEventListener("click", ({ currentTarget }) => {
    const toggle = /** @type {Element} */ (currentTarget);
    const isOpen = toggle.getAttribute("aria-expanded") === "true";
    toggle.setAttribute("aria-expanded", String(!isOpen));
  });
  addEventListener("popstate", () => {
    clearTimeout(pause);
    form.readAddress();
    show();
  });

  form.offerSorts();
  makeButtons(form.tables, () => form.sort, sortBy);
  form.form.hidden = false;
  form.readAddress();
  show();
}

/** @type {HTMLTableElement[]} */
const tables = [...document.querySelectorAll(/** @type {"table"} */ ("article table"))].filter(ownSort);
/** @type {HTMLFormElement | null} */
const form = document.querySelector("form[data-filter]");
if (form) start(new Form(form, tables));
else tables.forEach(sortAlone);
