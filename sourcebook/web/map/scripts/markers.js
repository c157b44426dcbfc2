/* The markers of a group of incidents: what it looks like, where it stands, what it is called. */

import { element } from "../../scripts/dom.js";
import { count, distance, format } from "../../scripts/numbers.js";
import { boxAt } from "./boxes.js";
import { placeOf } from "./cards.js";
import { largestRadius } from "./spots.js";

/** @typedef {import("./types.js").Box} Box */
/** @typedef {import("./types.js").Group} Group */
/** @typedef {import("./types.js").Row} Row */

/** Pixels: half of the least that a finger can press. */
export const HALF = 14;
/** Pixels: from this radius on an area is drawn, and its marker is small. */
export const DRAWN_RADIUS_PX = 6.5;

/** @typedef {{look: "bare" | "count" | "ring" | "small", text: string, half: number}} Look */

/**
 * @param {Group} group
 * @param {number} reach the radius of its place in pixels
 * @returns {Look}
 */
export function lookOf({ spots: [spot, ...others], size, ring }, reach) {
  if (ring) {
    const radius = distance(largestRadius(spot));
    const text = size > 1 ? `${count(size, "incident")}, ${radius}` : radius;
    return { look: "ring", text, half: 8 + 2.7 * text.length };
  }
  if (size > 1 || others.length) {
    return { look: "count", text: format(size), half: 9 + 3 * String(size).length };
  }
  return { look: reach >= DRAWN_RADIUS_PX ? "small" : "bare", text: "", half: 8 };
}

/** @param {Group} group */
export const rowsOf = ({ spots }) => spots.flatMap((spot) => spot.rows);

/**
 * What a marker is called.
 *
 * @param {Row[]} rows
 * @param {Look} look
 */
function nameOf(rows, { look, text }) {
  const [row] = rows;
  const what = rows.length === 1 ? `${row.title}, ${row.when}` : count(rows.length, "incident");
  return `${look === "ring" ? `${text}: ` : ""}${what}, ${placeOf(rows)}`;
}

/**
 * @param {Group} group
 * @param {L.LatLng} at
 * @param {Look} look
 */
export function makeMarker(group, at, look) {
  const icon = L.divIcon({
    className: "moving-mark", iconSize: [2 * Math.max(look.half, HALF), 2 * HALF],
    html: element("span", `moving-sign moving-sign--${look.look}`, look.text),
  });
  const made = L.marker(at, { icon, keyboard: true, riseOnHover: true, bubblingMouseEvents: false });
  const name = nameOf(rowsOf(group), look);
  return made.on("add", () => made.getElement()?.setAttribute("aria-label", name));
}

/**
 * The room that a marker takes.
 *
 * @param {{x: number, y: number}} point
 * @param {number} half
 */
export const markerBox = (point, half) => boxAt(point, Math.max(half, HALF), HALF);

/**
 * Where on a ring its words stand, if there is room above, below or beside it.
 *
 * @param {L.Point} point the middle of the ring
 * @param {number} reach its radius
 * @param {number} half half the width of the words
 * @param {Box[]} taken
 */
export function besideRing({ x, y }, reach, half, taken) {
  const aside = Math.max(reach, HALF + 1) + half;
  const off = Math.max(reach, 2 * HALF + 1);
  const places = [[x, y - reach], [x, y + reach], [x + aside, y], [x - aside, y], [x, y - off],
    [x, y + off]].map(([left, top]) => L.point(left, top));
  /** @param {L.Point} place */
  const isFree = (place) => taken.every((box) => areApart(markerBox(place, half), box));
  return places.find(isFree) ?? places[0];
}

/**
 * @param {Box} one
 * @param {Box} other
 */
const areApart = (one, other) =>
  one[0] > other[2] || other[0] > one[2] || one[1] > other[3] || other[1] > one[3];
