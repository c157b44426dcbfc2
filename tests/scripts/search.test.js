/* What is looked up for what somebody types, how well entries fit it, and what is marked. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { places } from "../../sourcebook/web/search/scripts/marks.js";
import { fits, ranked } from "../../sourcebook/web/search/scripts/ranking.js";
import { unpacked } from "../../sourcebook/web/search/scripts/sets.js";
import { asked, words } from "../../sourcebook/web/search/scripts/tokenizer.js";

const SKIPPED = new Set(["al", "the", "of", "s"]);

for (const [text, parts] of [
  ["al-Kazul", [["al", "kazul"]]],
  ["The U.S. base.", [["the"], ["u", "s"], ["base"]]],
  ["للغاز والغاز وال", [["غاز"], ["غاز"], ["وال"]]],
  ["abcdefgh", [["abcdef"]]],
]) {
  test(`words of ${text}`, () => assert.deepEqual(words(text, 6), parts));
}

for (const [text, wanted] of [
  ["", []],
  ["the depot of al-Kazul", ["depot", "kazul"]],
  ["The", ["the"]],
  ["al-", ["al"]],
  ["U.S. strike", ["us", "strike"]],
  ["2022-08 2022-08", ["202208"]],
  ["a b c d e f g h i j k l", [..."abcdefghij"]],
]) {
  test(`looked up for ${JSON.stringify(text)}`, () =>
    assert.deepEqual(asked(text, 24, SKIPPED), wanted));
}

test("a packed set is unpacked", () => {
  assert.deepEqual([...unpacked("")], []);
  assert.deepEqual([...unpacked("B9@")], [0, 1, 60]);
  assert.deepEqual([...unpacked("~")], [0, 1, 2, 3, 4, 5]);
});

/** A set of one number below 6. */
const only = (number) => String.fromCharCode(63 + (1 << number));

test("a whole word fits better than its beginning, a name better than a text", () => {
  const shard = { depot: only(0), depots: only(1), deposit: ` ${only(2)}`, other: only(3) };
  assert.deepEqual([...fits(shard, "depot", 4)], [4, 3, 0, 0]);
  assert.deepEqual([...fits(shard, "depo", 4)], [3, 3, 1, 0]);
  assert.deepEqual([...fits({ depot: `  ${only(2)}` }, "depot", 4)], [0, 0, 5, 0]);
});

test("every word has to fit, and the best group and entry come first", () => {
  const groups = [["Incidents", 3], ["Actors", 2]];
  const found = ranked(groups, [Uint8Array.of(1, 2, 4, 4, 3), Uint8Array.of(1, 0, 1, 4, 4)],
    new Uint8Array(5));
  assert.deepEqual(found.map(({ title, numbers }) => [title, numbers]),
    [["Actors", [3, 4]], ["Incidents", [2, 0]]]);
});

test("what is called just so comes before what only has the words", () => {
  const [found] = ranked([["Places", 2]], [Uint8Array.of(4, 4)], Uint8Array.of(0, 5));
  assert.deepEqual(found.numbers, [1, 0]);
});

for (const [text, wanted, marked] of [
  ["Pinecone Brigade", ["pine"], ["Pine"]],
  ["al-Kazul", ["kaz"], ["Kaz"]],
  ["al-Kazul", ["alkaz"], ["al-Kaz"]],
  ["لِوَاءُ الكوز", ["كوز"], ["كوز"]],
  ["Straße", ["stras"], ["Straß"]],
  ["Pinecone", ["cone"], []],
]) {
  test(`${wanted} is marked in ${text}`, () =>
    assert.deepEqual(places(text, wanted).map(([start, end]) => text.slice(start, end)), marked));
}
