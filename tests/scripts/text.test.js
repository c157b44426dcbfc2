/* How texts are folded and distances written, by the cases that Python is tried on too. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { finds, fold } from "../../sourcebook/web/scripts/fold.js";
import { count, distance } from "../../sourcebook/web/scripts/numbers.js";

const cases = (name) =>
  JSON.parse(readFileSync(new URL(`../cases/${name}.json`, import.meta.url), "utf-8")).cases;

for (const [text, folded] of cases("fold")) {
  test(`fold ${JSON.stringify(text)}`, () => assert.equal(fold(text), folded));
}

for (const [metres, text] of cases("distances")) {
  test(`distance of ${metres} m`, () => assert.equal(distance(metres), text));
}

test("a name is found by each of its words, however it is typed", () => {
  const name = fold("Søndergård depot of علی");
  for (const typed of ["sondergard", "SØNDER", "depot sond", "علي", "dep علی"]) {
    assert.equal(finds(typed)(name), true, typed);
  }
  for (const typed of ["sondergaard", "depot north", "عمر"]) {
    assert.equal(finds(typed)(name), false, typed);
  }
});

test("what is counted is one or several", () => {
  assert.equal(count(1, "place"), "1 place");
  assert.equal(count(0, "place"), "0 places");
  assert.equal(count(1234, "incident"), "1,234 incidents");
});
