/* Which rows a filter lets through, and in which order a table shows them. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { daySpan, isWithin, neededParts, passes } from "../../sourcebook/web/table/scripts/filter.js";
import { nextSort, sorted } from "../../sourcebook/web/table/scripts/sort.js";

const MANIFEST = {
  parts: [
    ["2030-01", "2029-12-30", "2030-01-31", 300, "a"],
    ["2030-02", "2030-02-01", "2030-02-28", 290, "b"],
    ["2031", "2031-01-01", "2031-12-31", 20, "c"],
    ["undated", "0001-01-01", "9999-12-31", 2, "d"],
  ],
  locations: { depot: ["Depot", "harbour"], harbour: ["Harbour", "coast"], coast: ["Coast", ""],
    loop: ["Loop", "pool"], pool: ["Pool", "loop"] },
};
const ROW = { type: "airstrike", title: "Strike on Søndergård", from: "2030-01-30", to: "2030-02-02",
  location: "depot", actors: ["reds"], grade: "fair", disputed: true, episodes: ["winter"] };

for (const [filter, isIn] of [
  [{}, true],
  [{ type: "airstrike", actor: "" }, true],
  [{ type: "shelling" }, false],
  [{ actor: "reds", grade: "fair", episode: "winter" }, true],
  [{ actor: "blues" }, false],
  [{ location: "coast" }, true],
  [{ location: "pool" }, false],
  [{ from: "2030-02-02" }, true],
  [{ from: "2030-02-03" }, false],
  [{ to: "2030-01-30" }, true],
  [{ to: "2030-01-29" }, false],
  [{ disputed: "yes" }, true],
  [{ disputed: "no" }, false],
  [{ text: "sondergard" }, true],
  [{ text: "GÅRD strike" }, true],
  [{ text: "gaard" }, false],
  [{ part: "2031" }, true],
]) {
  test(`a row passes ${JSON.stringify(filter)}: ${isIn}`, () =>
    assert.equal(passes(filter, MANIFEST)(ROW), isIn));
}

for (const [filter, names] of [
  [{}, ["2030-01", "2030-02", "2031", "undated"]],
  [{ part: "2030" }, ["2030-01", "2030-02"]],
  [{ from: "2030-02-01" }, ["2030-02", "2031", "undated"]],
  [{ to: "2029-12-31" }, ["2030-01", "undated"]],
  [{ from: "2030-01-31", to: "2030-02-01", part: "2030" }, ["2030-01", "2030-02"]],
]) {
  test(`parts for ${JSON.stringify(filter)}`, () =>
    assert.deepEqual(neededParts(filter, MANIFEST).map(([name]) => name), names));
}

test("places that lie in each other end somewhere", () => {
  assert.equal(isWithin(MANIFEST.locations, "loop", "coast"), false);
  assert.equal(isWithin(MANIFEST.locations, "nowhere", "coast"), false);
});

for (const [key, span] of [
  [undefined, { from: "", to: "" }],
  ["", { from: "", to: "" }],
  ["2030-01-30T00:00:00/2030-02-02T23:59:59", { from: "2030-01-30", to: "2030-02-02" }],
]) {
  test(`days of ${key}`, () => assert.deepEqual(daySpan(key), span));
}

test("what is empty comes last in both orders, and equals stay as they were", () => {
  const items = [["b", 1], ["", 2], ["a", 3], ["b", 4]];
  const order = (sort) => sorted(items, sort, ([key]) => key).map(([, number]) => number);
  assert.deepEqual(order("name"), [3, 1, 4, 2]);
  assert.deepEqual(order("-name"), [1, 4, 3, 2]);
});

test("numbers sort as numbers, in texts too", () => {
  assert.deepEqual(sorted([10, 9, 2], "n", (n) => n), [2, 9, 10]);
  assert.deepEqual(sorted(["Depot 10", "depot 9"], "n", (text) => text), ["depot 9", "Depot 10"]);
});

for (const [name, isNumber, now, next] of [
  ["title", false, "date", "title"],
  ["title", false, "title", "-title"],
  ["title", false, "-title", "title"],
  ["claims", true, "title", "-claims"],
  ["claims", true, "-claims", "claims"],
]) {
  test(`a click on ${name} when sorted by ${now}`, () =>
    assert.equal(nextSort(name, isNumber, now), next));
}
