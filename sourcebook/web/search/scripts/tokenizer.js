/* The words of a text, and what is looked up for it: as in sourcebook/web/search/tokenizer.py, which
   says why. */

import { fold } from "../../scripts/fold.js";

const MOST_WORDS = 10; // that are looked up
export const ARTICLE = /^(?:ال|لل|وال(?=..))(?=.)/;
export const WORD = /[^ -]+(?:-[^ -]+)*/g;

/**
 * A letter beyond the basic plane is one, as in Python.
 *
 * @param {string} text
 */
export const letters = (text) => [...text];

/**
 * The beginning of a word, by which it is looked up.
 *
 * @param {string} word
 * @param {number} longest
 */
export const cut = (word, longest) => letters(word).slice(0, longest).join("");

/**
 * Each word of a text as its parts: `al-Kazul` is al, kazul.
 *
 * @param {string} text
 * @param {number} longest
 */
export function words(text, longest) {
  const found = fold(text).match(WORD) ?? [];
  return found.map((word) => word.split("-").map((part) => cut(part.replace(ARTICLE, ""), longest)));
}

/**
 * What is looked up for a text: the parts of its words, but an abbreviation (U.S.) or a date
 * (2022-08) as one; and what everything would be found by only if there is nothing else.
 *
 * @param {string} text
 * @param {number} longest
 * @param {Set<string>} skipped
 */
export function asked(text, longest, skipped) {
  const typed = words(text, longest);
  /** @param {string[]} parts */
  const whole = (parts) => cut(parts.join(""), longest);
  const parts = typed.flatMap((word) => (isOne(word) ? [whole(word)] : word));
  const telling = parts.filter((part) => !skipped.has(part));
  return [...new Set(telling.length ? telling : typed.map(whole))].slice(0, MOST_WORDS);
}

/** @param {string[]} parts */
function isOne(parts) {
  return parts.every((part) => letters(part).length === 1 || /^\d+$/.test(part));
}
