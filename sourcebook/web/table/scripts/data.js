/* The incidents, for tables that filter and maps that move.

   Each time the rows shown change, and once when the table is ready, `document` gets the event
   sourcebook:filter with detail {rows, total}: `rows` in the order shown, all of them and not only
   those of the first page; `total` is how many there are without a filter. Where nothing is
   filtered on a page that is too long to list all, `rows` is null: all of them, and whoever needs
   them asks for rows(). */

import { findRows, manifest } from "./rows.js";

/** @typedef {import("./types.js").Filter} Filter */
/** @typedef {import("./types.js").Shown} Shown */

export const data = {
  manifest: () => manifest(),

  /**
   * The rows that a filter lets through, in order of date; only the parts that its dates need are
   * loaded. The site may have been published anew since the manifest was loaded: then once more.
   *
   * @param {Filter} [filter]
   */
  rows: (filter = {}) => findRows(filter).catch(() => findRows(filter, true)),

  /** What the table of the page shows; undefined before it is ready. */
  shown: /** @type {Shown | undefined} */ (undefined),
};

/**
 * Say what the table of the page shows now.
 *
 * @param {Shown} shown
 */
export function announce(shown) {
  data.shown = shown;
  document.dispatchEvent(new CustomEvent("sourcebook:filter", { detail: shown }));
}
