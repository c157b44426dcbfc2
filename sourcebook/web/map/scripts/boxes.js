/* Boxes: left, top, right, bottom. */

/** @typedef {import("./types.js").Box} Box */

/**
 * Whether two boxes have a point in common.
 *
 * @param {Box} one
 * @param {Box} other
 */
export const meet = (one, other) =>
  one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3];

/**
 * @param {Box} outer
 * @param {Box} inner
 */
export const holds = (outer, inner) =>
  outer[0] <= inner[0] && outer[1] <= inner[1] && inner[2] <= outer[2] && inner[3] <= outer[3];

/** @param {Box} box */
export const width = ([left, , right]) => right - left;

/** @param {Box} box */
export const height = ([, top, , bottom]) => bottom - top;

/**
 * The box round some boxes.
 *
 * @param {Box[]} boxes
 * @returns {Box}
 */
export function around(boxes) {
  return boxes.reduce((box, other) => [
    Math.min(box[0], other[0]), Math.min(box[1], other[1]),
    Math.max(box[2], other[2]), Math.max(box[3], other[3])], [9, 9, -9, -9]);
}

/**
 * The box round a point.
 *
 * @param {{x: number, y: number}} point
 * @param {number} halfWidth
 * @param {number} halfHeight
 * @returns {Box}
 */
export const boxAt = ({ x, y }, halfWidth, halfHeight) =>
  [x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight];
