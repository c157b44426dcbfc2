/* The incidents as rows, loaded part by part when a table or a map asks for them. */

import { loader, root } from "../../scripts/load.js";
import { neededParts, passes } from "./filter.js";

/** @typedef {import("./types.js").Filter} Filter */
/** @typedef {import("./types.js").Manifest} Manifest */
/** @typedef {import("./types.js").Row} Row */

const load = loader("sourcebookRows", new URL("rows/", root));
/** @type {Promise<Manifest> | null} */
let opened = null;
/** @type {Map<string, Promise<Row[]>>} */
const parts = new Map();

/**
 * Which parts there are, and what codes and ids are called; a fresh one passes by what the browser
 * has kept.
 *
 * @param {boolean} [fresh]
 * @returns {Promise<Manifest>}
 */
export function manifest(fresh) {
  if (opened && !fresh) return opened;
  if (fresh) parts.clear();
  opened = load("manifest", fresh ? Date.now() : "").then(({ data }) => data);
  opened.catch(() => {
    opened = null;
  });
  return opened;
}

/**
 * The rows that a filter lets through, in order of date.
 *
 * @param {Filter} filter
 * @param {boolean} [fresh]
 */
export async function findRows(filter, fresh) {
  const found = await manifest(fresh);
  const rows = await Promise.all(neededParts(filter, found).map((entry) => part(found, entry)));
  return rows.flat().filter(passes(filter, found));
}

/**
 * @param {Manifest} manifest
 * @param {Manifest["parts"][number]} entry
 */
function part(manifest, entry) {
  const [name] = entry;
  const loaded = parts.get(name) ?? readPart(manifest, entry);
  loaded.catch(() => parts.delete(name));
  parts.set(name, loaded);
  return loaded;
}

/**
 * @param {Manifest} manifest
 * @param {Manifest["parts"][number]} entry
 */
async function readPart(manifest, [name, , , , wanted]) {
  const { version, data } = await load(name, wanted);
  if (version !== wanted) throw new Error(`${name} is of another edition of the site`);
  return /** @type {unknown[][]} */ (data).map((values) => readRow(manifest, values));
}

/**
 * A list of values as a row with names, labels and addresses.
 *
 * @param {Manifest} manifest
 * @param {unknown[]} values
 * @returns {Row}
 */
function readRow({ fields, folder, locations, actors }, values) {
  const row = Object.fromEntries(fields.map((field, number) => [field, values[number]]));
  return /** @type {any} */ ({
    ...row,
    url: new URL(`${folder}/${row.id}.html`, root).href,
    place: locations[/** @type {string} */ (row.location)][0],
    disputed: Boolean(row.disputed),
    attackers: /** @type {[string, string, number?][]} */ (row.attackers).map(
      ([id, word, denied]) => ({ id, label: actors[id], word, denied: Boolean(denied) })),
    marks: /** @type {[number, number, number, string][]} */ (row.marks).map(
      ([lat, lon, radius, kind]) => ({ lat, lon, radius, kind })),
  });
}
