/* The name of an outlined area: in it where it is widest, or about there over its edge; that of a
   small one beside it. */

import { boxAt, meet, width } from "./boxes.js";
import { FONT_SIZES } from "./font_sizes.js";
import { groupedBy, wrapped } from "./text.js";

/** @typedef {import("./labels.js").LabelCanvas} LabelCanvas */
/** @typedef {import("./outline.js").Outline} Outline */
/** @typedef {import("./types.js").Box} Box */

const LETTERS = [26, 16]; // about how many a line has: few long lines, or more short ones
const LEADING = 16; // pixels from one line to the next
const INSIDE = 0.5; // how much of the words is inside of the area at least
const ROW = 8; // pixels: how far apart the heights are at which an area is measured
const SMALL = 160; // pixels: the width up to which the words can stand beside an area

/** @typedef {{y: number, left: number, right: number}} Span */
/** @typedef {{lines: string[], half: number, high: number}} Block lines, half their width and height */

/**
 * Write the words of an area; whether there was room.
 *
 * @param {LabelCanvas} canvas
 * @param {{words: string, outline: Outline, turn: number}} area
 * @param {Box[]} soft where no words are to stand, though marks can
 */
export function writeArea(canvas, { words, outline, turn }, soft) {
  canvas.font(FONT_SIZES.name, "bold");
  const found = spans(canvas, outline, turn);
  const box = canvas.picture.boxed(outline.main, turn);
  const blocks = LETTERS.map((most) => measured(canvas, wrapped(words, most)));
  const isSmall = width(box) < SMALL && found.length > 0;
  /** @type {(block: Block, x: number, y: number) => boolean} */
  const write = (block, x, y) => writeLines(canvas, block, x, y, soft);
  return [1, INSIDE].some((share) => blocks.some((block) => writeWithin(found, block, share, write)))
    || (isSmall && blocks.some((block) => outside(box, block).some(([x, y]) => write(block, x, y))));
}

/**
 * @param {LabelCanvas} canvas
 * @param {string[]} lines
 * @returns {Block}
 */
function measured(canvas, lines) {
  const longest = Math.max(...lines.map((line) => canvas.measure(line)));
  return { lines, half: longest / 2 + 4, high: (lines.length * LEADING) / 2 };
}

/**
 * Lines round a point, if nothing is there, nor where a mark can be.
 *
 * @param {LabelCanvas} canvas
 * @param {Block} block
 * @param {number} x
 * @param {number} y
 * @param {Box[]} soft
 */
function writeLines(canvas, { lines, half, high }, x, y, soft) {
  const box = boxAt({ x, y }, half, high);
  if (!canvas.isFree(box) || soft.some((other) => meet(box, other))) return false;
  canvas.taken.push(box);
  lines.forEach((line, n) => {
    canvas.write(line, x, y - high + (n + 0.5) * LEADING, canvas.colours.location);
  });
  return true;
}

/**
 * Lines where so much of their width and height lies inside.
 *
 * @param {Span[]} spans
 * @param {Block} block
 * @param {number} share
 * @param {(block: Block, x: number, y: number) => boolean} write
 */
function writeWithin(spans, block, share, write) {
  const half = block.half * share;
  const high = block.high * share;
  for (const { y, left, right } of spans) {
    if (right - left < 2 * half) return false;
    const near = spans.filter((span) => Math.abs(span.y - y) <= high);
    const crossed = [...groupedBy(near, (span) => span.y).values()];
    /** @param {number} x */
    const fits = (x) => crossed.every((some) =>
      some.some((span) => span.left <= x - half && x + half <= span.right));
    const places = [(left + right) / 2, left + half, right - half];
    if (places.some((x) => fits(x) && write(block, x, y))) return true;
  }
  return false;
}

/**
 * Places above, below and beside a box.
 *
 * @param {Box} box
 * @param {Block} block
 */
function outside([left, top, right, bottom], { half, high }) {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return [[x, top - high - 4], [x, bottom + high + 4], [right + half, y], [left - half, y]];
}

/**
 * Between which places some heights of the picture lie inside an area, the widest first, and of
 * those that are as wide the one nearest to the middle.
 *
 * @param {LabelCanvas} canvas
 * @param {Outline} outline
 * @param {number} turn
 */
export function spans(canvas, outline, turn) {
  /** @type {Span[]} */
  const found = [];
  for (const [y, xs] of crossings(canvas, outline, turn)) {
    xs.sort((one, other) => one - other);
    for (let n = 1; n < xs.length; n += 2) {
      const [left, right] = [Math.max(0, xs[n - 1]), Math.min(canvas.picture.size.x, xs[n])];
      if (left < right) found.push({ y, left, right });
    }
  }
  /** @param {Span} span */
  const length = ({ left, right }) => Math.round(right - left);
  /** @param {Span} span */
  const off = ({ y }) => Math.abs(y - canvas.picture.size.y / 2);
  return found.sort((one, other) => length(other) - length(one) || off(one) - off(other));
}

/**
 * Where the edge of an area crosses some heights of the picture, by height.
 *
 * @param {LabelCanvas} canvas
 * @param {Outline} outline
 * @param {number} turn
 */
function crossings(canvas, { lines }, turn) {
  /** @type {Map<number, number[]>} */
  const rows = new Map();
  for (const { xs, ys } of lines) {
    let [lastX, lastY] = canvas.picture.point(xs[0], ys[0], turn);
    for (let n = 1; n < xs.length; n++) {
      const [x, y] = canvas.picture.point(xs[n], ys[n], turn);
      const from = Math.max(0, Math.min(y, lastY));
      const to = Math.min(canvas.picture.size.y, Math.max(y, lastY));
      for (let row = Math.ceil(from / ROW) * ROW; row < to; row += ROW) {
        const known = rows.get(row) ?? [];
        known.push(lastX + ((x - lastX) * (row - lastY)) / (y - lastY));
        rows.set(row, known);
      }
      [lastX, lastY] = [x, y];
    }
  }
  return rows;
}
