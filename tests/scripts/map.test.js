/* The moving map as far as it needs no map: lines, groups, filters, words in lines. */
import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.document = { currentScript: { src: "file:///site/assets/joined.js" } };
const { around, holds, meet } = await import("../../sourcebook/web/map/scripts/boxes.js");
const { fits, knownDays } = await import("../../sourcebook/web/map/scripts/episode_filter.js");
const { Line } = await import("../../sourcebook/web/map/scripts/line.js");
const { across, down, pixels } = await import("../../sourcebook/web/map/scripts/mercator.js");
const { Outline } = await import("../../sourcebook/web/map/scripts/outline.js");
const { length, pointAlong } = await import("../../sourcebook/web/map/scripts/river_label.js");
const { dividingZoom, isPlaced, merged, spotsOf } = await import(
  "../../sourcebook/web/map/scripts/spots.js");
const { groupedBy, wrapped } = await import("../../sourcebook/web/map/scripts/text.js");

const near = (one, other) => assert.ok(Math.abs(one - other) < 1e-9, `${one} is not ${other}`);

// --- Lines of the basemap

/** Steps as the files of ground/ hold them. */
const steps = (...pairs) => Buffer.from(pairs.flat().map((step) => step & 255)).toString("base64");

test("the Earth is a square", () => {
  near(across(-180), 0);
  near(across(180), 1);
  near(down(0), 0.5);
  assert.ok(down(90) < 1e-6 && down(-90) > 1 - 1e-6);
  near(pixels(40075016.7, 0, 0), 256);
  near(pixels(40075016.7, 60, 1), 1024);
});

test("a line is decoded by its steps, which have a sign", () => {
  const line = new Line(10, 100, 50, steps([10, -20], [-128, 127]));
  assert.deepEqual([...line.xs], [10, 11, -1.8].map(across));
  assert.deepEqual([...line.ys], [5, 3, 15.7].map(down));
  assert.equal(line.open, true);
  assert.deepEqual(line.box, [line.xs[2], line.ys[2], line.xs[1], line.ys[1]]);
});

test("a ring ends where it begins", () => {
  assert.equal(new Line(1, 3, 3, steps([1, 0], [0, 1], [-1, -1])).open, false);
});

test("a long line has a box for each stretch, which begins where the last one ends", () => {
  const { chunks, xs } = new Line(100, 0, 0, steps(...Array(100).fill([1, 1])));
  assert.deepEqual(chunks.map(({ start, stop }) => [start, stop]), [[0, 49], [48, 97], [96, 101]]);
  assert.equal(chunks[1].box[0], xs[48]);
});

test("the box of an area is that of its large rings", () => {
  const large = [0, 0, steps([50, 0], [0, 50], [-50, -50])];
  const small = [100, 0, steps([5, 0], [0, 5], [-5, -5])];
  const { main, size } = new Outline([1, large, small]);
  assert.deepEqual(main, [across(0), down(50), across(50), down(0)]);
  near(size, (across(50) - across(0)) * (down(0) - down(50)));
});

test("boxes meet at an edge, and one holds itself", () => {
  assert.equal(meet([0, 0, 1, 1], [1, 1, 2, 2]), true);
  assert.equal(meet([0, 0, 1, 1], [1.1, 0, 2, 2]), false);
  assert.equal(holds([0, 0, 1, 1], [0, 0, 1, 1]), true);
  assert.equal(holds([0, 0, 1, 1], [0, 0, 1, 1.1]), false);
  assert.deepEqual(around([[0, 1, 2, 3], [-1, 2, 1, 5]]), [-1, 1, 2, 5]);
});

// --- Markers

const row = (id, lon, more = {}) =>
  ({ id, marks: [{ lat: 0, lon, radius: 100, kind: "incident", ...more }] });
const project = ({ lat, lon }, zoom) => ({ x: across(lon) * 256 * 2 ** zoom, y: down(lat) * 256 * 2 ** zoom });

test("what lies at one point is one spot, what is only near it another", () => {
  const spots = spotsOf([row("a", 10), row("b", 10, { radius: 50 }), row("c", 10, { kind: "near" })]);
  assert.deepEqual(spots.map(({ rows }) => rows.map(({ id }) => id)), [["a", "b"], ["c"]]);
  assert.deepEqual([...spots[0].radii], [100, 50]);
});

test("other positions of a place are kept once", () => {
  const rival = { lat: 1, lon: 1, radius: 5, kind: "rival" };
  const rows = ["a", "b"].map((id) => ({ id, marks: [...row(id, 10).marks, rival] }));
  assert.equal(spotsOf(rows)[0].rivals.size, 1);
});

test("an incident that only claims place has no position", () => {
  assert.equal(isPlaced(row("a", 1)), true);
  assert.equal(isPlaced(row("a", 1, { kind: "claimed" })), false);
  assert.equal(isPlaced({ marks: [] }), false);
  assert.deepEqual(spotsOf([row("a", 1, { kind: "claimed" }), { marks: [] }]), []);
});

test("spots that are near are one marker until the map is near enough", () => {
  const spots = spotsOf([row("a", 0), row("b", 1), row("c", 90), row("d", 1)]);
  const sizes = (zoom) => merged(spots, zoom, project).map(({ size }) => size);
  assert.deepEqual(sizes(1), [3, 1]);
  assert.deepEqual(sizes(6), [1, 2, 1]);
  assert.equal(dividingZoom(spots.slice(0, 2), 1, 13, project), 6);
  assert.equal(dividingZoom(spots.slice(0, 1), 1, 13, project), 0);
  assert.equal(dividingZoom(spots.slice(0, 2), 1, 5, project), 0);
});

test("a spot across the edge of a cell joins the group that is near", () => {
  const [left, right] = [29, 31].map((x) => (x / 256 - 0.5) * 360);
  assert.equal(merged(spotsOf([row("a", left), row("b", right)]), 0, project).length, 1);
});

test("the surroundings of a place stay a ring of their own", () => {
  const spots = spotsOf([row("a", 0), row("b", 0.001, { kind: "near", radius: 500000 })]);
  assert.deepEqual(merged(spots, 3, project).map(({ ring }) => ring), [false, true]);
  assert.deepEqual(merged(spots, 0, project).map(({ size }) => size), [2]);
});

// --- Filter and words

test("the filter of an episode goes by days, actor and type", () => {
  const incident = { from: "2030-01-30", to: "2030-02-02", actors: ["reds"], type: "airstrike" };
  for (const [chosen, isIn] of [
    [{}, true],
    [{ from: "2030-02-02", to: "2030-02-28" }, true],
    [{ from: "2030-02-03" }, false],
    [{ to: "2030-01-29" }, false],
    [{ actor: "reds", type: "airstrike" }, true],
    [{ actor: "blues" }, false],
    [{ type: "shelling" }, false],
  ]) assert.equal(fits(incident, chosen), isIn, JSON.stringify(chosen));
});

test("days that nobody knows are no limits of the filter", () => {
  const rows = [["0001-01-01", "9999-12-31"], ["2030-03-01", "2030-03-05"], ["2030-01-01", "2030-01-01"]];
  assert.deepEqual(knownDays(rows.map(([from, to]) => ({ from, to }))),
    { min: "2030-01-01", max: "2030-03-05" });
  assert.deepEqual(knownDays([]), { min: undefined, max: undefined });
});

test("words are broken between them", () => {
  assert.deepEqual(wrapped("Somewhere in North Quell", 16), ["Somewhere in", "North Quell"]);
  assert.deepEqual(wrapped("Incomprehensibilities here", 5), ["Incomprehensibilities", "here"]);
});

test("groups come in the order of their first", () => {
  assert.deepEqual([...groupedBy([3, 1, 5, 2], (n) => n % 2)], [[1, [3, 1, 5]], [0, [2]]]);
});

test("a point along a line", () => {
  const run = [[0, 0], [3, 4], [3, 14]];
  assert.equal(length(run), 15);
  assert.deepEqual(pointAlong(run, 5), [3, 4]);
  assert.deepEqual(pointAlong(run, 10), [3, 9]);
  assert.deepEqual(pointAlong(run, 99), [3, 14]);
});
