/* The filter of the map of an episode: days, actor and type. */

import { element } from "../../scripts/dom.js";
import { capital } from "./text.js";

/** @typedef {import("./types.js").Manifest} Manifest */
/** @typedef {import("./types.js").Row} Row */

/** @typedef {{from?: string, to?: string, actor?: string, type?: string}} Chosen */

/**
 * Whether a row passes what is chosen.
 *
 * @param {Row} row
 * @param {Chosen} chosen
 */
export const fits = (row, { from, to, actor, type }) =>
  (!from || row.to >= from) && (!to || row.from <= to)
  && (!actor || row.actors.includes(actor)) && (!type || row.type === type);

/**
 * The first and the last day that is known of some rows.
 *
 * @param {Row[]} rows
 */
export function knownDays(rows) {
  const days = rows.flatMap((row) => [row.from, row.to]);
  const known = days.filter((day) => !/^(?:0001|9999)/.test(day)).sort();
  return { min: known[0], max: known[known.length - 1] };
}

/**
 * @param {string} label
 * @param {HTMLElement} input
 */
const field = (label, input) =>
  element("label", "moving-field", element("span", "", label), input);

/**
 * @param {string} value
 * @param {string} text
 */
const option = (value, text) => Object.assign(element("option", "", text), { value });

/**
 * @param {string} name
 * @param {string} label
 * @param {[value: string, text: string][]} entries
 */
function choice(name, label, entries) {
  const options = entries.map(([value, text]) => option(value, text));
  return field(label, Object.assign(element("select", "", option("", "all"), ...options), { name }));
}

/**
 * @param {string[]} ids
 * @param {Record<string, string>} labels
 * @returns {[id: string, label: string][]}
 */
function labelled(ids, labels) {
  /** @type {[string, string][]} */
  const entries = [...new Set(ids)].map((id) => [id, labels[id] ?? id]);
  return entries.sort((one, other) => one[1].localeCompare(other[1], "en"));
}

/**
 * @param {Row[]} rows
 * @param {Manifest} manifest
 * @param {(chosen: Chosen) => void} act
 */
export function filterForm(rows, { actors, types }, act) {
  const day = { type: "date", ...knownDays(rows) };
  /** @param {string} name */
  const date = (name) => Object.assign(element("input"), day, { name });
  const kinds = labelled(rows.map((row) => row.type), types);
  const form = element("form", "moving-filter",
    field("From", date("from")), field("To", date("to")),
    choice("actor", "Actor", labelled(rows.flatMap((row) => row.actors), actors)),
    choice("type", "Type", kinds.map(([code, text]) => [code, capital(text)])),
    Object.assign(element("button", "moving-reset", "All"), { type: "reset" }));
  form.setAttribute("aria-label", "Filter of the map");
  const changed = () => act(Object.fromEntries(new FormData(form)));
  form.addEventListener("input", changed);
  form.addEventListener("reset", () => setTimeout(changed));
  form.addEventListener("submit", (event) => event.preventDefault());
  return form;
}
