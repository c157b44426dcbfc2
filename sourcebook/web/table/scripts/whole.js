/* An index that is whole in the page: its rows are hidden and shown. */

import { finds, fold } from "../../scripts/fold.js";
import { data } from "./data.js";
import { daySpan } from "./filter.js";
import { cellKey, sortingHeads } from "./heads.js";
import { column, sorted } from "./sort.js";

/** @typedef {import("./form.js").Form} Form */
/** @typedef {import("./types.js").Row} Row */

/**
 * @typedef {object} Item a row of the page
 * @property {HTMLTableRowElement} row
 * @property {HTMLTableSectionElement} body
 * @property {string} text its name, folded
 * @property {string} from the first and the last day that its date can mean
 * @property {string} to
 */

export class WholeList {
  isLong = false;

  /** @param {Form} form */
  constructor(form) {
    this.form = form;
    this.bodies = form.tables.map((table) => table.tBodies[0]);
    this.items = this.bodies.flatMap((body) => [...body.rows].map((row) => readItem(row, body)));
  }

  async show() {
    const passes = passesAll(this.form.filter());
    const found = this.items.filter(passes);
    const rows = new Set(found.map(({ row }) => row));
    const ordered = this.inOrder(found);
    for (const { row } of this.items) row.hidden = !rows.has(row);
    for (const body of this.bodies) {
      const frame = body.closest("section") ?? body.parentElement; // with the heading of a month
      if (frame) frame.hidden = ![...body.rows].some((row) => !row.hidden);
    }
    return { found: found.length, rows: () => rowsOf(this.form, ordered) };
  }

  /**
   * The rows in their order; sorted otherwise than by date they leave their months.
   *
   * @param {Item[]} found
   */
  inOrder(found) {
    const isOwn = this.form.isInOwnOrder();
    const list = isOwn ? found : this.sorted(found);
    if (isOwn) for (const { body, row } of this.items) body.append(row);
    else this.bodies[0].append(...list.map(({ row }) => row));
    this.form.form.parentElement?.classList.toggle("is-merged", !isOwn);
    return list;
  }

  /** @param {Item[]} found */
  sorted(found) {
    const { tables, sort } = this.form;
    const head = sortingHeads([tables[0]]).find((each) => each.dataset.sort === column(sort));
    return head ? sorted(found, sort, ({ row }) => cellKey(row, head)) : found;
  }
}

/**
 * What is looked for in a row: its name, and the days that its date can mean.
 *
 * @param {HTMLTableRowElement} row
 * @param {HTMLTableSectionElement} body
 * @returns {Item}
 */
function readItem(row, body) {
  const head = row.querySelector("th[scope=row]");
  const texts = [...(head?.childNodes ?? [])].filter(
    (node) => !(node instanceof Element && node.matches(".kind, .summary")));
  const date = /** @type {HTMLElement | null} */ (row.querySelector(".date"));
  const text = fold(texts.map((node) => node.textContent).join(" "));
  return { row, body, text, ...daySpan(date?.dataset.key) };
}

/**
 * Whether an item passes each field that is in use.
 *
 * @param {Record<string, string>} filter
 * @returns {(item: Item) => boolean}
 */
function passesAll(filter) {
  const tests = Object.entries(filter).filter(([, value]) => value).map(passesField);
  return (item) => tests.every((test) => test(item));
}

/**
 * @param {[name: string, value: string]} field
 * @returns {(item: Item) => boolean}
 */
function passesField([name, value]) {
  const has = finds(value);
  if (name === "text") return ({ text }) => has(text);
  if (name === "from") return ({ to }) => to >= value;
  if (name === "to") return ({ from }) => from !== "" && from <= value;
  return ({ row }) => (row.dataset[name] ?? "").split(" ").includes(value);
}

/**
 * The rows of the data, for a map of what is shown.
 *
 * @param {Form} form
 * @param {Item[]} items
 */
async function rowsOf({ form }, items) {
  const found = await data.rows({ part: form.dataset.part });
  const byId = new Map(found.map((row) => [row.id, row]));
  const rows = items.map(({ row }) => byId.get(row.dataset.id ?? ""));
  return /** @type {Row[]} */ (rows.filter(Boolean));
}
