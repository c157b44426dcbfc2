/* What is known only to an area, by area. */

/** @typedef {import("./outline.js").Outline} Outline */
/** @typedef {import("./types.js").KnownArea} KnownArea */
/** @typedef {import("./types.js").Manifest} Manifest */
/** @typedef {import("./types.js").Row} Row */

const MAX_DRAWN = 6; // areas: more of them would hide each other

/**
 * Rows that are known only to an area of which there is an outline, by that area: those with the
 * most first, as in the drawn maps. The rest of them are not drawn.
 *
 * @param {Row[]} rows
 * @param {Map<string, Outline>} outlines
 * @param {Manifest} manifest
 */
export function areasOf(rows, outlines, { locations }) {
  /** @type {Map<string, KnownArea>} */
  const areas = new Map();
  for (const row of rows) {
    const outline = outlines.get(row.area);
    if (!outline) continue;
    const [label] = locations[row.area];
    const area = areas.get(row.area) ?? { id: row.area, label, outline, rows: [] };
    areas.set(row.area, area);
    area.rows.push(row);
  }
  const sorted = [...areas.values()].sort((one, other) =>
    other.rows.length - one.rows.length || one.label.localeCompare(other.label, "en"));
  return { drawn: sorted.slice(0, MAX_DRAWN), rest: sorted.slice(MAX_DRAWN) };
}
