/* The Earth as a square with sides of length 1, as in all maps of the web (EPSG:3857). */

/** @typedef {import("./types.js").Box} Box */

const NORTH = 85.0511; // where the map ends
const EQUATOR_M = 40075016.7;

/** The size of a tile, and of the Earth at the lowest level of zoom, in pixels. */
export const TILE = 256;

/** @param {number} lon */
export const across = (lon) => lon / 360 + 0.5;

/** @param {number} lat */
export function down(lat) {
  const sine = Math.sin((Math.max(-NORTH, Math.min(NORTH, lat)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/**
 * A box of degrees (west, south, east, north) in the square.
 *
 * @param {Box} degrees
 * @returns {Box}
 */
export const boxed = ([west, south, east, north]) =>
  [across(west), down(north), across(east), down(south)];

/**
 * Pixels of a distance in metres at a latitude and a level of zoom.
 *
 * @param {number} metres
 * @param {number} lat
 * @param {number} zoom
 */
export const pixels = (metres, lat, zoom) =>
  (metres / (EQUATOR_M * Math.cos((lat * Math.PI) / 180))) * TILE * 2 ** zoom;
