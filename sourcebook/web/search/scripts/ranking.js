/* How well entries fit what was typed, and their order. */

import { unpacked } from "./sets.js";

/** The fit of an entry that is called just so. */
const CALLED = 5;
/** How well a word fits by its beginning and as a whole: in a name, in another text, as a name. */
const FIT = [
  [3, 4],
  [1, 2],
  [3, CALLED],
];

/**
 * @typedef {object} Group
 * @property {string} title
 * @property {number[]} numbers of the entries, the best first
 * @property {number} best the fit of the first
 */

/**
 * How well each of so many entries fits a word by the terms of a shard, see FIT; 0 for not at all.
 *
 * @param {Record<string, string>} shard packed sets by term
 * @param {string} word
 * @param {number} size
 */
export function fits(shard, word, size) {
  const found = new Uint8Array(size);
  for (const [term, sets] of Object.entries(shard)) {
    if (!term.startsWith(word)) continue;
    sets.split(" ").forEach((set, kind) => {
      const fit = FIT[kind][term === word ? 1 : 0];
      for (const number of unpacked(set)) if (found[number] < fit) found[number] = fit;
    });
  }
  return found;
}

/**
 * The entries that fit every word, by group, the best first. Entries are numbered in the order in
 * which equals are shown, and sorting is stable.
 *
 * @param {[title: string, count: number][]} groups
 * @param {Uint8Array[]} words the fits of each word
 * @param {Uint8Array} together the fits of all of them as one word, as whole names are indexed
 * @returns {Group[]}
 */
export function ranked(groups, words, together) {
  /** @param {number} number */
  const fit = (number) =>
    words.reduce((sum, found) => sum + found[number], together[number] === CALLED ? CALLED : 0);
  let start = 0;
  const found = groups.map(([title, count]) => {
    const numbers = [];
    for (const end = start + count; start < end; start++) {
      if (words.every((each) => each[start])) numbers.push(start);
    }
    numbers.sort((one, other) => fit(other) - fit(one));
    return { title, numbers, best: numbers.length ? fit(numbers[0]) : 0 };
  });
  return found.filter((group) => group.best).sort((one, other) => other.best - one.best);
}
