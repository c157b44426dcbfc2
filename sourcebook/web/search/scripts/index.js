/* The index of the search: scripts that are loaded one by one while somebody types. What they hold
   is described in sourcebook/web/search/. */

import { fits, ranked } from "./ranking.js";
import { asked, cut, letters } from "./tokenizer.js";

/** @typedef {import("../../scripts/load.js").Load} Load */
/** @typedef {import("./ranking.js").Group} Group */
/** @typedef {string | [language: string, text: string]} Piece */
/** @typedef {[title: Piece, url: string, line: Piece[]]} Entry */

export class Index {
  /**
   * @param {Load} load
   * @param {string} version
   * @param {{block: number, groups: [string, number][], longest: number, prefixes: string[],
   *   skip: string[]}} manifest
   */
  constructor(load, version, { block, groups, longest, prefixes, skip }) {
    this.load = load;
    this.version = version;
    this.block = block;
    this.groups = groups;
    this.longest = longest;
    this.prefixes = new Set(prefixes);
    this.skipped = new Set(skip);
    this.size = groups.reduce((sum, [, count]) => sum + count, 0);
  }

  /**
   * A file of the index. Its address has the version, which keeps apart what a browser holds of
   * several editions of the site; one of another version means that this index is out of date.
   *
   * @param {string} name
   */
  async file(name) {
    const { version, data } = await this.load(name, this.version);
    if (version !== this.version) throw new Error(`${name} is of another edition of the site`);
    return data;
  }

  /**
   * What is looked up for a text.
   *
   * @param {string} text
   */
  asked(text) {
    return asked(text, this.longest, this.skipped);
  }

  /** @param {string} word */
  async fits(word) {
    let prefix = word;
    while (!this.prefixes.has(prefix)) prefix = letters(prefix).slice(0, -1).join("");
    const name = prefix.replace(/[^a-z0-9]/gu, (char) => `_${char.codePointAt(0)?.toString(16)}_`);
    return fits(await this.file(`t-${name}`), word, this.size);
  }

  /**
   * The entries that fit every word, by group, the best first.
   *
   * @param {string[]} wanted
   */
  async find(wanted) {
    const together = this.fits(cut(wanted.join(""), this.longest));
    const words = await Promise.all(wanted.map((word) => this.fits(word)));
    return ranked(this.groups, words, await together);
  }

  /**
   * Title, address and line of the first so many entries of a group.
   *
   * @param {Group} group
   * @param {number} shown
   * @returns {Promise<Entry[]>}
   */
  entries({ numbers }, shown) {
    return Promise.all(
      numbers.slice(0, shown).map(async (number) => {
        const block = await this.file(`d-${Math.floor(number / this.block)}`);
        return block[number % this.block];
      }),
    );
  }
}
