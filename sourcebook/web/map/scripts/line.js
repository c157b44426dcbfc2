/* A line of the basemap, decoded: see sourcebook/geo/data/README.md. */

import { around } from "./boxes.js";
import { across, down } from "./mercator.js";

/** @typedef {import("./types.js").Box} Box */

const CHUNK = 48; // points of a line that share a box

export class Line {
  /**
   * @param {number} scale units of a degree
   * @param {number} x the start, in units
   * @param {number} y
   * @param {string} steps two signed bytes each, in base 64
   */
  constructor(scale, x, y, steps) {
    const bytes = atob(steps);
    const count = bytes.length / 2 + 1;
    this.xs = new Float64Array(count);
    this.ys = new Float64Array(count);
    let [atX, atY] = [x, y];
    for (let n = 0; n < count; n++) {
      if (n) {
        atX += signed(bytes.charCodeAt(2 * n - 2));
        atY += signed(bytes.charCodeAt(2 * n - 1));
      }
      this.xs[n] = across(atX / scale);
      this.ys[n] = down(atY / scale);
    }
    /** Whether it does not end where it begins. */
    this.open = atX !== x || atY !== y;
    this.chunks = chunked(this.xs, this.ys);
    this.box = around(this.chunks.map(({ box }) => box));
  }
}

/** @param {number} byte */
const signed = (byte) => (byte << 24) >> 24;

/**
 * Stretches of a line with their boxes; each begins where the one before it ends.
 *
 * @param {Float64Array} xs
 * @param {Float64Array} ys
 */
function chunked(xs, ys) {
  const chunks = [];
  for (let start = 0; start < xs.length - 1; start += CHUNK) {
    const stop = Math.min(start + CHUNK + 1, xs.length);
    const [across, along] = [xs.subarray(start, stop), ys.subarray(start, stop)];
    /** @type {Box} */
    const box = [Math.min(...across), Math.min(...along), Math.max(...across), Math.max(...along)];
    chunks.push({ start, stop, box });
  }
  return chunks;
}
