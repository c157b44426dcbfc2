/* The name of a river above it, where it runs about straight. */

import { boxAt, meet } from "./boxes.js";

/** @typedef {import("./labels.js").LabelCanvas} LabelCanvas */
/** @typedef {import("./line.js").Line} Line */
/** @typedef {[x: number, y: number]} Point */

const PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82]; // along the river

/**
 * @param {LabelCanvas} canvas
 * @param {string} name
 * @param {Line[]} lines
 */
export function writeRiver(canvas, name, lines) {
  const reach = canvas.measure(name) / 2;
  const runs = lines.flatMap((line) => runsInPicture(canvas, line));
  const [run = []] = runs.sort((one, other) => length(other) - length(one));
  const whole = length(run);
  if (whole < 3 * reach) return;
  for (const share of PLACES) {
    if (writeBetween(canvas, name, reach,
      pointAlong(run, whole * share - reach), pointAlong(run, whole * share + reach))) return;
  }
}

/**
 * A name above the line between two points of its river, if they are far enough apart and nothing
 * is there.
 *
 * @param {LabelCanvas} canvas
 * @param {string} name
 * @param {number} reach
 * @param {Point} from
 * @param {Point} to
 */
function writeBetween(canvas, name, reach, from, to) {
  const [one, other] = from[0] > to[0] ? [to, from] : [from, to];
  const [width, fall] = [other[0] - one[0], other[1] - one[1]];
  const chord = Math.hypot(width, fall);
  if (chord < 1.75 * reach) return false;
  const x = (one[0] + other[0]) / 2 + (9 * fall) / chord;
  const y = (one[1] + other[1]) / 2 - (9 * width) / chord;
  const boxes = [-0.8, -0.4, 0, 0.4, 0.8].map((at) => boxAt(
    { x: x + (at * reach * width) / chord, y: y + (at * reach * fall) / chord }, 8, 8));
  if (!boxes.every((box) => canvas.isFree(box))) return false;
  canvas.taken.push(...boxes);
  canvas.context.save();
  canvas.context.translate(x, y);
  canvas.context.rotate(Math.atan2(fall, width));
  canvas.write(name, 0, 0, canvas.colours["water-ink"]);
  canvas.context.restore();
  return true;
}

/**
 * The stretches of a line in the picture.
 *
 * @param {LabelCanvas} canvas
 * @param {Line} line
 */
function runsInPicture(canvas, { xs, ys, box }) {
  if (!meet(box, canvas.picture.bounds())) return [];
  const { x: width, y: height } = canvas.picture.size;
  /** @type {Point[][]} */
  const runs = [[]];
  for (let n = 0; n < xs.length; n++) {
    const point = canvas.picture.at({ x: xs[n], y: ys[n] });
    const isSeen = point[0] > 0 && point[1] > 0 && point[0] < width && point[1] < height;
    const last = runs[runs.length - 1];
    if (isSeen) last.push(point);
    else if (last.length) runs.push([]);
  }
  return runs.filter((run) => run.length > 1);
}

/**
 * @param {Point[]} run
 * @param {number} n
 */
const step = (run, n) => Math.hypot(run[n][0] - run[n - 1][0], run[n][1] - run[n - 1][1]);

/** @param {Point[]} run */
export const length = (run) => run.reduce((sum, _, n) => (n ? sum + step(run, n) : 0), 0);

/**
 * The point of a line that is so far along it.
 *
 * @param {Point[]} run
 * @param {number} distance
 * @returns {Point}
 */
export function pointAlong(run, distance) {
  let rest = distance;
  for (let n = 1; n < run.length; n++) {
    const long = step(run, n);
    const [[fromX, fromY], [toX, toY]] = [run[n - 1], run[n]];
    if (long >= rest && long) {
      return [fromX + ((toX - fromX) * rest) / long, fromY + ((toY - fromY) * rest) / long];
    }
    rest -= long;
  }
  return run[run.length - 1];
}
