/* An index that is too long for a page: what is found is loaded, and listed page by page. */

import { find } from "../../scripts/dom.js";
import { format } from "../../scripts/numbers.js";
import { KEYS, tableRow } from "./cells.js";
import { data } from "./data.js";
import { column, sorted } from "./sort.js";

/** @typedef {import("./form.js").Form} Form */
/** @typedef {import("./types.js").Manifest} Manifest */
/** @typedef {import("./types.js").Row} Row */

const PAGE = 100; // rows that are shown at once

export class LongList {
  isLong = true;

  /** @param {Form} form */
  constructor(form) {
    this.form = form;
    this.list = find(document, "[data-filter=list]");
    this.more = find(document, "[data-filter=more]");
    this.body = form.tables[0].tBodies[0];
    /** @type {Row[]} */
    this.found = [];
    this.more.onclick = () => this.grow();
  }

  /** @param {() => boolean} isCurrent whether nothing else was asked for in the meantime */
  async show(isCurrent) {
    if (this.form.isIdle()) {
      this.list.hidden = true;
      return { found: this.form.total, rows: async () => null };
    }
    const { sort, form } = this.form;
    const manifest = await data.manifest();
    const found = await data.rows({ ...this.form.filter(), part: form.dataset.part });
    if (!isCurrent()) return null;
    this.manifest = manifest;
    this.found = this.form.isInOwnOrder()
      ? found
      : sorted(found, sort, (row, number) => KEYS[column(sort)](row, manifest, number));
    this.body.replaceChildren();
    this.grow();
    this.list.hidden = !found.length;
    const rows = this.found;
    return { found: rows.length, rows: async () => rows };
  }

  /** Show the next page of what was found. */
  grow() {
    const start = this.body.rows.length;
    const manifest = /** @type {Manifest} */ (this.manifest);
    const next = this.found.slice(start, start + PAGE);
    this.body.append(...next.map((row) => tableRow(row, manifest)));
    const rest = this.found.length - start - next.length;
    this.more.hidden = rest === 0;
    this.more.textContent =
      rest > PAGE ? `Show ${PAGE} of ${format(rest)} more` : `Show ${rest} more`;
    if (start) this.body.rows[start].querySelector("a")?.focus();
  }
}
