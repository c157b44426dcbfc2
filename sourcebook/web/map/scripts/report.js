/* What is said below the map of what it shows, and of all that it cannot show. */

import { element } from "../../scripts/dom.js";
import { count, format } from "../../scripts/numbers.js";
import { linkList, rowLink } from "./cards.js";
import { isPlaced } from "./spots.js";

/** @typedef {import("./types.js").KnownArea} KnownArea */
/** @typedef {import("./types.js").Row} Row */

const MAX_LISTED = 6; // incidents of an area that are listed below the map
const SVG = "http://www.w3.org/2000/svg";
const NONE = "No incident fits the filter.";

/** @param {number} number */
const known = (number) => `${format(number)} ${number === 1 ? "is" : "are"} known only to`;

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 */
function drawn(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}

/**
 * What an outline means, as the legend of a drawn map has it.
 *
 * @param {KnownArea} area
 */
function legend({ label, rows }) {
  const symbol = drawn("svg",
    { class: "map-picture map-key", viewBox: "0 0 24 14", "aria-hidden": "true" });
  const look = "map-somewhere map-somewhere--incident";
  symbol.append(drawn("rect", { class: look, x: 1, y: 1, width: 22, height: 12 }));
  const links = rows.slice(0, MAX_LISTED).flatMap((row, n) => [n ? ", " : "", rowLink(row)]);
  const rest = rows.length - MAX_LISTED;
  return element("p", "map-legend", symbol, ` ${known(rows.length)} ${label}: `, ...links,
    rest > 0 ? ` and ${format(rest)} more` : "");
}

/**
 * List rows under a summary, or hide the list where there are none.
 *
 * @param {HTMLElement} into
 * @param {Row[]} rows
 * @param {string} summary
 */
function list(into, rows, summary) {
  into.hidden = !rows.length;
  const children = rows.length ? [element("summary", "", summary), linkList(rows, true)] : [];
  into.replaceChildren(...children);
}

/**
 * @param {number} found incidents on the map
 * @param {number} outlined how many of them as an area
 * @param {number} areas
 * @param {string} filtered
 */
function statusText(found, outlined, areas, filtered) {
  const some = outlined < found ? ` ${format(outlined)} of them` : "";
  const shape = areas === 1 ? "an outlined area" : "outlined areas";
  const only = outlined ? `,${some} as ${shape}` : "";
  return `The map shows ${count(found, "incident")}${only}${filtered}.`;
}

export class Report {
  /** @param {HTMLElement} status */
  constructor(status) {
    this.status = status;
    this.outlined = element("div", "moving-outlined");
    this.notOutlined = element("details", "moving-lost moving-away");
    this.lost = element("details", "moving-lost");
  }

  get elements() {
    return [this.outlined, this.notOutlined, this.lost];
  }

  /**
   * @param {Row[]} rows that fit the filter
   * @param {number} total of all
   * @param {{drawn: KnownArea[], rest: KnownArea[]}} areas
   */
  show(rows, total, { drawn: areas, rest }) {
    const shown = areas.flatMap((area) => area.rows);
    const more = rest.flatMap((area) => area.rows);
    const inArea = new Set([...shown, ...more]);
    const lost = rows.filter((row) => !isPlaced(row) && !inArea.has(row));
    const found = rows.length - more.length - lost.length;
    const all = `; ${format(rows.length)} of ${format(total)} fit the filter`;
    const filtered = rows.length < total ? all : "";
    this.status.textContent =
      rows.length ? statusText(found, shown.length, areas.length, filtered) : NONE;
    this.outlined.replaceChildren(...areas.map(legend));
    list(this.notOutlined, more,
      `${known(more.length)} ${count(rest.length, "area")} not outlined, as they would hide each other`);
    const [of, have] = [count(rows.length, "incident"), lost.length === 1 ? "has" : "have"];
    list(this.lost, lost, `${format(lost.length)} of ${of} ${have} no position on the map`);
  }
}
