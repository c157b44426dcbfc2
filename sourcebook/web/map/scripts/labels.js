/* Where names stand on the map, so that none covers another. */

import { readColours } from "./colours.js";
import { Picture } from "./picture.js";

/** @typedef {import("./colours.js").Colours} Colours */
/** @typedef {import("./types.js").Box} Box */

const HALO = 3;

/** A canvas above the map on which names are written, and what is taken on it. */
export class LabelCanvas {
  /**
   * @param {L.Map} map
   * @param {HTMLCanvasElement} canvas
   * @param {Element} element the place of the map, for its colours and its font
   */
  constructor(map, canvas, element) {
    this.map = map;
    this.canvas = canvas;
    this.element = element;
    this.context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    this.colours = readColours(element);
    /** @type {Box[]} */
    this.taken = [];
    this.picture = new Picture(map);
  }

  /** See what is in the picture now. */
  look() {
    this.picture = new Picture(this.map);
  }

  /**
   * Begin anew; some boxes are taken, and the controls in the corners.
   *
   * @param {Box[]} taken
   */
  clear(taken) {
    this.look();
    const { canvas, picture: { size } } = this;
    const ratio = window.devicePixelRatio || 1;
    this.taken = [...taken, [0, 0, 56, 124], [0, size.y - 28, 116, size.y],
      [size.x - 140, size.y - 20, size.x, size.y]];
    L.DomUtil.setPosition(canvas, this.map.containerPointToLayerPoint([0, 0]));
    Object.assign(canvas, { width: size.x * ratio, height: size.y * ratio });
    Object.assign(canvas.style, { width: `${size.x}px`, height: `${size.y}px` });
    this.context.scale(ratio, ratio);
    this.colours = readColours(this.element);
    Object.assign(this.context, { lineJoin: "round", lineWidth: HALO, textBaseline: "middle",
      strokeStyle: this.colours.land });
  }

  /** @param {Box} box */
  isFree(box) {
    const [left, top, right, bottom] = box;
    const { x, y } = this.picture.size;
    return left >= 2 && top >= 2 && right <= x - 2 && bottom <= y - 2 && !this.taken.some((other) =>
      left < other[2] && other[0] < right && top < other[3] && other[1] < bottom);
  }

  /**
   * @param {number} size
   * @param {string} [style]
   */
  font(size, style = "") {
    this.context.font = `${style} ${size}px ${this.colours.font}`;
    this.context.letterSpacing = "0px";
  }

  /** @param {string} text */
  measure(text) {
    return this.context.measureText(text).width;
  }

  /**
   * @param {string} text
   * @param {number} x
   * @param {number} y
   * @param {string} colour
   * @param {CanvasTextAlign} [align]
   */
  write(text, x, y, colour, align = "center") {
    Object.assign(this.context, { textAlign: align, fillStyle: colour });
    this.context.strokeText(text, x, y);
    this.context.fillText(text, x, y);
  }

  /**
   * A name in one of some places about a point, if one of them is free.
   *
   * @param {string} text
   * @param {number} x
   * @param {number} y
   * @param {number} gap
   * @param {number} height
   * @param {string} colour
   */
  beside(text, x, y, gap, height, colour) {
    const width = this.measure(text);
    const half = height / 2;
    /** @type {[CanvasTextAlign, number, number, number, number][]} */
    const places = [
      ["left", x + gap, y, x + gap, x + gap + width],
      ["right", x - gap, y, x - gap - width, x - gap],
      ["center", x, y - gap - half, x - width / 2, x + width / 2],
      ["center", x, y + gap + half, x - width / 2, x + width / 2],
    ];
    for (const [align, at, level, left, right] of places) {
      /** @type {Box} */
      const box = [left - 2, level - half, right + 2, level + half];
      if (!this.isFree(box)) continue;
      this.taken.push(box);
      this.write(text, at, level, colour, align);
      return true;
    }
    return false;
  }

  /**
   * A name round a point, if nothing is there.
   *
   * @param {string} text
   * @param {[x: number, y: number]} point
   * @param {string} colour
   */
  centred(text, [x, y], colour) {
    const half = this.measure(text) / 2;
    /** @type {Box} */
    const box = [x - half - 3, y - 8, x + half + 3, y + 8];
    if (!this.isFree(box)) return false;
    this.taken.push(box);
    this.write(text, x, y, colour);
    return true;
  }

  /**
   * The dot of a town.
   *
   * @param {number} x
   * @param {number} y
   */
  dot(x, y) {
    this.context.beginPath();
    this.context.arc(x, y, 2.5, 0, 2 * Math.PI);
    this.context.fillStyle = this.colours.ink;
    this.context.lineWidth = 2;
    this.context.stroke();
    this.context.fill();
    this.context.lineWidth = HALO;
  }
}
