/* What is in the picture of the map at a moment, and where. */

import { TILE } from "./mercator.js";

/** @typedef {import("./types.js").Box} Box */

export class Picture {
  /** @param {L.Map} map */
  constructor(map) {
    this.zoom = map.getZoom();
    this.size = map.getSize();
    /** Pixels of the whole Earth. */
    this.world = TILE * 2 ** this.zoom;
    this.origin = /** @type {L.Point} */ (map.getPixelBounds().min);
    /** How far the middle is across the Earth. */
    this.middle = (this.origin.x + this.size.x / 2) / this.world;
  }

  /**
   * The picture as a box of the square.
   *
   * @returns {Box}
   */
  bounds() {
    const { x, y } = this.origin;
    const turn = Math.round(this.middle - 0.5);
    return [x / this.world - turn, y / this.world,
      (x + this.size.x) / this.world - turn, (y + this.size.y) / this.world];
  }

  /**
   * Where a place is in the picture; of the copies of the Earth, on that nearest to the middle.
   *
   * @param {{x: number, y: number}} place
   * @returns {[x: number, y: number]}
   */
  at({ x, y }) {
    return this.point(x, y, Math.round(this.middle - x));
  }

  /**
   * Where a place of the square is in the picture, on a copy of the Earth.
   *
   * @param {number} x
   * @param {number} y
   * @param {number} turn
   * @returns {[x: number, y: number]}
   */
  point(x, y, turn) {
    return [(x + turn) * this.world - this.origin.x, y * this.world - this.origin.y];
  }

  /**
   * A box of the square in the picture, on a copy of the Earth.
   *
   * @param {Box} box
   * @param {number} turn
   * @returns {Box}
   */
  boxed([left, top, right, bottom], turn) {
    return [...this.point(left, top, turn), ...this.point(right, bottom, turn)];
  }
}
