/* The form over an index: what it says, in the page and in the address. */

import { find } from "../../scripts/dom.js";
import { format } from "../../scripts/numbers.js";
import { column, direction } from "./sort.js";
import { markHeads, ownSort, sortingHeads } from "./heads.js";

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

const CHOOSE = "Filter to list them here, or choose a year above.";

/** @param {Element} field */
export const isChoice = (field) => field instanceof HTMLSelectElement;

export class Form {
  /**
   * @param {HTMLFormElement} form
   * @param {HTMLTableElement[]} tables
   */
  constructor(form, tables) {
    this.form = form;
    this.tables = tables;
    const fields = /** @type {Field[]} */ ([...form.elements]);
    this.fields = fields.filter((field) => field.name && field.name !== "sort");
    this.order = /** @type {HTMLSelectElement} */ (form.elements.namedItem("sort"));
    this.total = Number(form.dataset.total);
    this.ownSort = ownSort(tables[0]);
    this.sort = this.ownSort;
  }

  /**
   * A part of the form by its name.
   *
   * @param {"active" | "clear" | "status" | "toggle"} name
   */
  part(name) {
    return find(this.form, `[data-filter=${name}]`);
  }

  /** The values of the fields by name. */
  filter() {
    return Object.fromEntries(this.fields.map((field) => [field.name, field.value.trim()]));
  }

  /** How many fields are in use. */
  inUse() {
    return this.fields.filter((field) => field.value.trim()).length;
  }

  isInOwnOrder() {
    return this.sort === this.ownSort;
  }

  /** Whether the page shows all that there is, as it was listed. */
  isIdle() {
    return !this.inUse() && this.isInOwnOrder();
  }

  readAddress() {
    const asked = new URLSearchParams(location.search);
    for (const field of this.fields) {
      field.value = asked.get(field.name) ?? "";
      const isUnknown = field instanceof HTMLSelectElement && field.selectedIndex === -1;
      if (isUnknown) field.value = ""; // no such code, or no longer
    }
    const sort = asked.get("sort") ?? "";
    const heads = sortingHeads(this.tables);
    this.sort = heads.some((head) => head.dataset.sort === column(sort)) ? sort : this.ownSort;
  }

  /**
   * A new entry of the history, or the same one while a text is being typed.
   *
   * @param {boolean} isNew
   */
  writeAddress(isNew) {
    const address = new URL(location.href);
    const sort = this.isInOwnOrder() ? "" : this.sort;
    for (const [name, value] of Object.entries({ ...this.filter(), sort })) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    if (address.href === location.href) return;
    if (isNew) history.pushState(null, "", address);
    else history.replaceState(history.state, "", address);
  }

  /** Show what is in use. */
  show() {
    this.part("active").textContent = this.inUse() ? ` (${this.inUse()} in use)` : "";
    this.part("clear").hidden = !this.inUse();
    this.order.value = this.isInOwnOrder() ? "" : this.sort;
    markHeads(this.tables, this.sort);
  }

  /**
   * Say how many of all were found; an index whose rows are not in the page asks for a filter.
   *
   * @param {number} found
   * @param {boolean} isLong
   */
  report(found, isLong) {
    const { noun, nouns } = this.form.dataset;
    const all = `${format(this.total)} ${this.total === 1 ? noun : nouns}`;
    const some = found ? `${format(found)} of ${all}` : `None of ${all}`;
    const head = sortingHeads(this.tables).find(
      (each) => each.dataset.sort === column(this.sort));
    const rest = this.isInOwnOrder() || !head ? "" : `, sorted by ${order(head, this.sort)}`;
    const isIdle = isLong && this.isIdle();
    this.part("status").textContent =
      isIdle ? `${all}. ${CHOOSE}` : `${this.inUse() ? some : all}${rest}`;
  }

  /** The orders by name, for a phone, where a table has no heads to click. */
  offerSorts() {
    for (const head of sortingHeads([this.tables[0]])) {
      for (const name of [head.dataset.sort, `-${head.dataset.sort}`]) {
        if (name !== this.ownSort) this.order.append(new Option(order(head, name), name));
      }
    }
  }
}

/**
 * An order in words.
 *
 * @param {HTMLTableCellElement} head
 * @param {string} sort
 */
const order = (head, sort) => `${head.textContent?.trim()}, ${direction(sort)}`;
