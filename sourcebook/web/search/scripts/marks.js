/* Where words stand in a text, so that they can be marked. */

import { fold } from "../../scripts/fold.js";
import { ARTICLE, WORD } from "./tokenizer.js";

const PART = /[^-]+/g;

/** @typedef {[start: number, end: number]} Span */

/**
 * Pairs of start and end, in order; they may overlap.
 *
 * @param {string} text
 * @param {string[]} wanted folded
 */
export function places(text, wanted) {
  const { folded, spans } = mapped(text);
  /** @type {Span[]} */
  const found = [];
  for (const numbers of pieces(folded)) {
    const whole = numbers.map((number) => folded[number]).join("");
    const bare = whole.replace(ARTICLE, "");
    const length = Math.max(0, ...wanted.filter((w) => bare.startsWith(w)).map((w) => w.length));
    const marked = numbers.slice(whole.length - bare.length).slice(0, length);
    if (length) found.push([spans[marked[0]][0], spans[marked[marked.length - 1]][1]]);
  }
  return found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
}

/**
 * A text folded, and for each folded character where what it was made from begins and ends.
 *
 * @param {string} text
 */
function mapped(text) {
  /** @type {Span[]} */
  const spans = [];
  let folded = "";
  let at = 0;
  for (const char of text) {
    const simple = fold(char);
    for (let n = 0; n < simple.length; n++) spans.push([at, at + char.length]);
    at += char.length;
    if (!simple && spans.length) spans[spans.length - 1][1] = at; // a mark goes with its letter
    folded += simple;
  }
  return { folded, spans };
}

/**
 * The positions of the characters of each part of each word, and of its parts as one: alkazul for
 * al-Kazul.
 *
 * @param {string} folded
 */
function* pieces(folded) {
  for (const word of folded.matchAll(WORD)) {
    const parts = [...word[0].matchAll(PART)].map(({ 0: part, index }) =>
      Array.from({ length: part.length }, (_, number) => word.index + index + number),
    );
    yield* parts;
    if (parts.length > 1) yield parts.flat();
  }
}
