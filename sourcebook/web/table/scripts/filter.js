/* Which rows a filter lets through. */

import { finds, fold } from "../../scripts/fold.js";

/** @typedef {import("./types.js").Filter} Filter */
/** @typedef {import("./types.js").Manifest} Manifest */
/** @typedef {import("./types.js").Row} Row */
/** @typedef {(row: Row) => boolean} Test */

const titles = new WeakMap(); // row: its title, folded

/** @param {Row} row */
function title(row) {
  if (!titles.has(row)) titles.set(row, fold(row.title));
  return titles.get(row);
}

/**
 * Whether a place is another or lies in it.
 *
 * @param {Manifest["locations"]} locations
 * @param {string | undefined} place
 * @param {string} whole
 */
export function isWithin(locations, place, whole) {
  for (const seen = new Set(); place && !seen.has(place); place = locations[place]?.[1]) {
    if (place === whole) return true;
    seen.add(place);
  }
  return false;
}

/**
 * For each field of a filter: its value to a test of a row.
 *
 * @type {Record<string, (value: string, manifest: Manifest) => Test>}
 */
const TESTS = {
  type: (code) => (row) => row.type === code,
  actor: (id) => (row) => row.actors.includes(id),
  location: (id, { locations }) => (row) => isWithin(locations, row.location, id),
  from: (day) => (row) => row.to >= day,
  to: (day) => (row) => row.from <= day,
  grade: (name) => (row) => row.grade === name,
  disputed: (word) => (row) => row.disputed === (word === "yes"),
  text: (text) => {
    const has = finds(text);
    return (row) => has(title(row));
  },
  episode: (id) => (row) => row.episodes.includes(id),
};

/**
 * Whether a row passes each field of a filter.
 *
 * @param {Filter} filter
 * @param {Manifest} manifest
 * @returns {Test}
 */
export function passes(filter, manifest) {
  const tests = Object.entries(filter)
    .filter(([name, value]) => value && TESTS[name])
    .map(([name, value]) => TESTS[name](value, manifest));
  return (row) => tests.every((test) => test(row));
}

/**
 * The parts of the data in which a filter can find rows, by their names and days.
 *
 * @param {Filter} filter
 * @param {Manifest} manifest
 */
export function neededParts({ part = "", from, to }, { parts }) {
  return parts.filter(([name, first, last]) =>
    name.startsWith(part) && (!from || last >= from) && (!to || first <= to));
}

/**
 * The first and the last day of what is written on a cell with a date, two moments with a slash:
 * both are empty where there is no date.
 *
 * @param {string} [key]
 */
export function daySpan(key = "") {
  const [from = "", to = ""] = key.split("/").map((moment) => moment.slice(0, 10));
  return { from, to };
}
