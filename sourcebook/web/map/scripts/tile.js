/* A tile of the basemap, drawn on a canvas. */

import { meet } from "./boxes.js";
import { TILE } from "./mercator.js";

/** @typedef {import("./colours.js").Colours} Colours */
/** @typedef {import("./earth.js").LoadedEntry} LoadedEntry */
/** @typedef {import("./line.js").Line} Line */
/** @typedef {import("./types.js").Box} Box */

const TURNS = [-1, 0, 1]; // the copies of the Earth that are drawn: a tile can lie over its edge
const STEP = 0.4; // pixels: points nearer to each other than this are one

/** Draws the lines of parts; `left`, `top` and `unit` say which piece of the square. */
export class TileRenderer {
  /**
   * @param {CanvasRenderingContext2D} context
   * @param {number} left
   * @param {number} top
   * @param {number} unit
   */
  constructor(context, left, top, unit) {
    this.context = context;
    this.left = left;
    this.top = top;
    this.factor = TILE / unit;
    const pad = 4 / this.factor;
    /** @type {Box} */
    this.box = [left - pad, top - pad, left + unit + pad, top + unit + pad];
  }

  /**
   * A part, within its extent.
   *
   * @param {LoadedEntry} entry
   * @param {Colours} colours
   * @param {number} zoom
   */
  part({ part, extent }, colours, zoom) {
    const { context } = this;
    const isFar = zoom < 4;
    context.save();
    this.clip(extent);
    context.fillStyle = colours.sea;
    context.fillRect(0, 0, TILE, TILE);
    this.area(part.land, colours.land, colours.river);
    this.stroke(part.divisions, colours.line, 0.8, [1, 2]);
    this.stroke(part.rivers.filter(({ rank }) => rank <= zoom), colours.river, 1.3);
    this.area(part.lakes, colours.sea, colours.river);
    this.stroke(part.disputed, colours.border, 1.2, [3, 2.5]);
    this.stroke(part.borders, isFar ? colours.line : colours.border, isFar ? 0.7 : 1.2);
    context.restore();
  }

  /** @param {Box} extent */
  clip([left, top, right, bottom]) {
    this.context.beginPath();
    for (const turn of TURNS) {
      this.context.rect((left + turn - this.left) * this.factor, (top - this.top) * this.factor,
        (right - left) * this.factor, (bottom - top) * this.factor);
    }
    this.context.clip();
  }

  /**
   * @param {Line[]} lines
   * @param {string} fill
   * @param {string} stroke
   */
  area(lines, fill, stroke) {
    this.trace(lines, true);
    Object.assign(this.context, { fillStyle: fill, strokeStyle: stroke, lineWidth: 0.8 });
    this.context.fill("evenodd");
    this.context.stroke();
  }

  /**
   * @param {Line[]} lines
   * @param {string} colour
   * @param {number} width
   * @param {number[]} [dash]
   */
  stroke(lines, colour, width, dash = []) {
    this.trace(lines, false);
    Object.assign(this.context, { strokeStyle: colour, lineWidth: width });
    this.context.setLineDash(dash);
    this.context.stroke();
    this.context.setLineDash([]);
  }

  /**
   * @param {Line[]} lines
   * @param {boolean} filled
   */
  trace(lines, filled) {
    this.context.beginPath();
    for (const turn of TURNS) {
      /** @type {Box} */
      const box = [this.box[0] - turn, this.box[1], this.box[2] - turn, this.box[3]];
      for (const line of lines) if (meet(line.box, box)) this.line(line, turn, box, filled);
    }
  }

  /**
   * What lies outside the tile is left out, or, where it bounds an area, drawn by its ends: a run
   * and the straight line between its ends lie in one box, which does not meet the tile.
   *
   * @param {Line} line
   * @param {number} turn
   * @param {Box} box
   * @param {boolean} filled
   */
  line({ xs, ys, chunks, open }, turn, box, filled) {
    const { context, factor, top } = this;
    const left = this.left - turn;
    let [on, lastX, lastY] = [false, 0, 0];
    /** @param {number} n */
    const go = (n) => {
      const [x, y] = [(xs[n] - left) * factor, (ys[n] - top) * factor];
      if (on && Math.abs(x - lastX) < STEP && Math.abs(y - lastY) < STEP) return;
      if (on) context.lineTo(x, y);
      else context.moveTo(x, y);
      [on, lastX, lastY] = [true, x, y];
    };
    for (const { start, stop, box: own } of chunks) {
      if (meet(own, box)) for (let n = on ? start + 1 : start; n < stop; n++) go(n);
      else if (filled) {
        if (!on) go(start);
        go(stop - 1);
      } else on = false;
    }
    if (filled && open) { // the coast round the South Pole, and the land behind it
      context.lineTo((xs[xs.length - 1] - left) * factor, (1.01 - top) * factor);
      context.lineTo((xs[0] - left) * factor, (1.01 - top) * factor);
    }
    if (filled) context.closePath();
  }
}
