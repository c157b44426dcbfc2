/* The parts of the search box: what they may be relied on is said in partials/search.html. */

import { find } from "../../scripts/dom.js";

export const box = /** @type {HTMLElement | null} */ (
  document.querySelector("[data-search=box]"));
export const toggle = /** @type {HTMLInputElement | null} */ (document.querySelector("#__search"));

/**
 * @typedef {object} Parts
 * @property {HTMLElement} box
 * @property {HTMLInputElement} toggle checked while the box is open
 * @property {HTMLFormElement} form
 * @property {HTMLInputElement} input
 * @property {HTMLElement} status
 * @property {HTMLElement} list
 */

/** @returns {Parts | null} nothing on a page without a search */
export function parts() {
  if (!box || !toggle) return null;
  return {
    box,
    toggle,
    form: find(box, "form"),
    input: find(box, "[data-md-component=search-query]"),
    status: find(box, ".md-search-result__meta"),
    list: find(box, ".md-search-result__list"),
  };
}

/** @param {Parts} parts */
export function open({ toggle }) {
  if (!toggle.checked) toggle.click();
}

/** @param {Parts} parts */
export function close({ toggle }) {
  if (toggle.checked) toggle.click();
}
