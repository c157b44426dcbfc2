/* Incidents by place, and which places are shown as one marker. */

import { pixels } from "./mercator.js";

/** @typedef {import("./types.js").Group} Group */
/** @typedef {import("./types.js").Row} Row */
/** @typedef {import("./types.js").Spot} Spot */

/** Pixels: markers nearer to each other than this are one. */
export const MERGE_DISTANCE_PX = 30;
const RING = 8; // pixels: from this radius on the surroundings of a place are a ring

/**
 * Whether an incident has a position of its own: where only claims place it, it has none.
 *
 * @param {Row} row
 */
export const isPlaced = ({ marks }) => marks.length > 0 && marks[0].kind !== "claimed";

/**
 * Rows by the place where they are marked first: what lies at one point is one spot.
 *
 * @param {Row[]} rows
 */
export function spotsOf(rows) {
  /** @type {Map<string, Spot>} */
  const spots = new Map();
  for (const row of rows.filter(isPlaced)) {
    const [{ lat, lon, radius, kind }, ...rivals] = row.marks;
    const near = kind === "near";
    const key = `${lat},${lon}${near ? `,${radius}` : ""}`;
    /** @type {Spot} */
    const spot = spots.get(key)
      ?? { lat, lon, near, rows: [], radii: new Set(), rivals: new Map() };
    spots.set(key, spot);
    spot.rows.push(row);
    spot.radii.add(radius);
    for (const each of rivals) spot.rivals.set(`${each.lat},${each.lon},${each.radius}`, each);
  }
  return [...spots.values()];
}

/** @param {Spot} spot */
export const largestRadius = ({ radii }) => Math.max(...radii);

/**
 * Whether a spot is the surroundings of a place, and so has no point.
 *
 * @param {Spot} spot
 * @param {number} zoom
 */
const isRing = (spot, zoom) => spot.near && pixels(largestRadius(spot), spot.lat, zoom) >= RING;

/**
 * Spots that are nearer to each other than markers can be told apart, at a level of zoom. In order:
 * each joins the first group that is near, and groups are found by the cells of a grid.
 *
 * @param {Spot[]} spots
 * @param {number} zoom
 * @param {(spot: Spot, zoom: number) => {x: number, y: number}} project to pixels
 */
export function merged(spots, zoom, project) {
  /** @type {Group[]} */
  const groups = [];
  /** @type {Map<string, Group[]>} */
  const cells = new Map();
  for (const spot of spots) {
    const { x, y } = project(spot, zoom);
    const ring = isRing(spot, zoom);
    const near = ring ? null : nearGroup(cells, x, y);
    if (near) {
      near.spots.push(spot);
      near.size += spot.rows.length;
      continue;
    }
    const made = { x, y, spots: [spot], size: spot.rows.length, ring };
    groups.push(made);
    const key = cellAt(x, y).join();
    if (!ring) cells.set(key, [...(cells.get(key) ?? []), made]);
  }
  return groups;
}

/**
 * @param {number} x
 * @param {number} y
 */
const cellAt = (x, y) => [Math.floor(x / MERGE_DISTANCE_PX), Math.floor(y / MERGE_DISTANCE_PX)];

/**
 * The first group that is near to a point, in the cells about it.
 *
 * @param {Map<string, Group[]>} cells
 * @param {number} x
 * @param {number} y
 */
function nearGroup(cells, x, y) {
  const [column, line] = cellAt(x, y);
  for (let dx = -1; dx <= 1; dx++) {
    for (let dy = -1; dy <= 1; dy++) {
      const found = cells.get(`${column + dx},${line + dy}`)?.find((group) =>
        Math.hypot(group.x - x, group.y - y) < MERGE_DISTANCE_PX);
      if (found) return found;
    }
  }
  return null;
}

/**
 * The next level of zoom at which spots are several groups; 0 where there is none.
 *
 * @param {Spot[]} spots
 * @param {number} from
 * @param {number} to
 * @param {(spot: Spot, zoom: number) => {x: number, y: number}} project
 */
export function dividingZoom(spots, from, to, project) {
  for (let zoom = from; spots.length > 1 && zoom <= to; zoom++) {
    if (merged(spots, zoom, project).length > 1) return zoom;
  }
  return 0;
}
