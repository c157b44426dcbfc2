/* What a reader sees of one search: groups of links, in which what was typed is marked. */

import { button, element, link } from "../../scripts/dom.js";
import { format } from "../../scripts/numbers.js";
import { places } from "./marks.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./index.js").Entry} Entry */
/** @typedef {import("./index.js").Piece} Piece */
/** @typedef {import("./ranking.js").Group} Group */

const FIRST = 5; // entries of a group that are shown at first
const MORE = 20; // and how many more each time

export class Results {
  /**
   * @param {Index} index
   * @param {string} text what was typed
   * @param {URL} root the address of the site
   */
  constructor(index, text, root) {
    this.index = index;
    this.wanted = index.asked(text);
    this.root = root;
    this.total = 0;
  }

  /** The items of the list, one for each group. */
  async groups() {
    const groups = await this.index.find(this.wanted);
    this.total = groups.reduce((sum, group) => sum + group.numbers.length, 0);
    return Promise.all(groups.map((group) => this.group(group, FIRST)));
  }

  /**
   * A group with so many of its entries.
   *
   * @param {Group} group
   * @param {number} shown
   */
  async group(group, shown) {
    const { title, numbers } = group;
    const entries = await this.index.entries(group, shown);
    const total = element("span", "", format(numbers.length));
    const items = entries.map((entry) => this.item(entry));
    const made = element("li", "md-search-result__item",
      element("h2", "search-group", title, " ", total),
      element("ol", "search-items", ...items));
    if (numbers.length > entries.length) made.append(this.more(group, entries.length, made));
    return made;
  }

  /**
   * A button that shows more of a group in the place of what is shown.
   *
   * @param {Group} group
   * @param {number} shown
   * @param {HTMLElement} before
   */
  more(group, shown, before) {
    const rest = group.numbers.length - shown;
    const text = rest > MORE ? `Show ${MORE} of ${format(rest)} more` : `Show ${rest} more`;
    const show = async () => {
      const grown = await this.group(group, shown + MORE);
      before.replaceWith(grown);
      grown.querySelectorAll("a")[shown].focus();
    };
    const hidden = element("span", "frame-hidden", ` ${group.title}`);
    return button("search-more", show, text, hidden);
  }

  /** @param {Entry} entry */
  item([title, url, line]) {
    const article = element("span", "md-search-result__article md-typeset",
      element("span", "search-title", this.marked(title)));
    const pieces = line.flatMap((piece) => [" · ", this.marked(piece)]).slice(1);
    if (pieces.length) article.append(element("span", "search-line", ...pieces));
    const made = link(new URL(url, this.root).href, "");
    made.className = "md-search-result__link";
    made.append(article);
    return element("li", "", made);
  }

  /**
   * A text with its language and direction, in which what was looked up is marked.
   *
   * @param {Piece} piece
   */
  marked(piece) {
    const [language, text] = Array.isArray(piece) ? piece : ["", piece];
    const made = element("bdi");
    if (language) made.lang = language;
    let done = 0;
    for (const [start, end] of places(text, this.wanted)) {
      if (start < done) continue;
      made.append(text.slice(done, start), element("mark", "", text.slice(start, end)));
      done = end;
    }
    made.append(text.slice(done));
    return made;
  }
}
