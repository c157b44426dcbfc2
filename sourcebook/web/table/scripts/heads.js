/* The heads of tables, which sort. */

import { button } from "../../scripts/dom.js";
import { column, direction, nextSort, sorted } from "./sort.js";

/** @typedef {HTMLTableCellElement & {dataset: {sort: string}}} Head */

/**
 * @param {HTMLTableElement[]} tables
 * @returns {Head[]}
 */
export function sortingHeads(tables) {
  return tables.flatMap((table) => [
    .../** @type {NodeListOf<Head>} */ (table.querySelectorAll("th[data-sort]")),
  ]);
}

/**
 * The order that a table has as it stands in the page.
 *
 * @param {HTMLTableElement} table
 */
export function ownSort(table) {
  return /** @type {Head | null} */ (table.querySelector("th[aria-sort]"))?.dataset.sort ?? "";
}

/** @param {HTMLTableCellElement} head */
export const isNumeric = (head) => head.classList.contains("number");

/**
 * What a row of the page is sorted by: a number in a column of numbers, where a dash is none.
 *
 * @param {HTMLTableRowElement} row
 * @param {HTMLTableCellElement} head
 */
export function cellKey(row, head) {
  const cell = row.cells[head.cellIndex];
  const text = cell.dataset.key ?? (cell.querySelector("a") ?? cell).textContent?.trim() ?? "";
  return isNumeric(head) ? Number(text.replace(/,/g, "")) || 0 : text;
}

/**
 * @param {HTMLTableElement[]} tables
 * @param {string} sort
 */
export function markHeads(tables, sort) {
  for (const head of sortingHeads(tables)) {
    if (head.dataset.sort !== column(sort)) head.removeAttribute("aria-sort");
    else head.setAttribute("aria-sort", direction(sort));
  }
}

/**
 * Make the heads buttons, which ask for another order than that which `now` gives.
 *
 * @param {HTMLTableElement[]} tables
 * @param {() => string} now
 * @param {(sort: string, head: Head) => void} act
 */
export function makeButtons(tables, now, act) {
  for (const head of sortingHeads(tables)) {
    const press = () => act(nextSort(head.dataset.sort, isNumeric(head), now()), head);
    head.append(button("sort", press, ...head.childNodes));
  }
}

/**
 * A table without a form sorts by itself.
 *
 * @param {HTMLTableElement} table
 */
export function sortAlone(table) {
  const [body] = table.tBodies;
  const rows = [...body.rows];
  const own = ownSort(table);
  if (rows.length < 2) return;
  let now = own;
  makeButtons([table], () => now, (sort, head) => {
    now = sort;
    markHeads([table], now);
    body.append(...(now === own ? rows : sorted(rows, now, (row) => cellKey(row, head))));
  });
}
