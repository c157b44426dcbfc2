/* The outline of an area. */

import { around, height, width } from "./boxes.js";
import { Line } from "./line.js";

/** @typedef {import("./types.js").Box} Box */
/** @typedef {import("./types.js").LineRow} LineRow */

/** Its rings. It is read when it is drawn: of many areas a map draws a few. */
export class Outline {
  /** @param {[scale: number, ...rows: LineRow[]]} rows */
  constructor(rows) {
    this.rows = rows;
    /** @type {Line[] | undefined} */
    this.read = undefined;
    /** @type {Box | undefined} */
    this.shown = undefined;
  }

  get lines() {
    const [scale, ...rows] = this.rows;
    this.read ??= rows.map((row) => new Line(scale, ...row));
    return this.read;
  }

  /** The box of the rings that are not small beside the largest. */
  get main() {
    const boxes = this.lines.map(({ box }) => box);
    const most = Math.max(...boxes.map(width));
    this.shown ??= around(boxes.filter((box) => width(box) >= most / 5));
    return this.shown;
  }

  get size() {
    return width(this.main) * height(this.main);
  }
}
