/* What is shown while somebody types. */

import { element } from "../../scripts/dom.js";
import { loader } from "../../scripts/load.js";
import { format } from "../../scripts/numbers.js";
import { Index } from "./index.js";
import { Results } from "./results.js";

/** @typedef {import("./box.js").Parts} Parts */
/** @typedef {import("../../scripts/load.js").Loaded} Loaded */

const TEXT = {
  loading: "Searching…",
  failed: "The search index could not be loaded.",
  hint: "Fewer words find more, and the beginning of a word is enough.",
};
const PATIENCE = 300; // milliseconds before the reader is asked for some

export class Search {
  /** @param {Parts} parts */
  constructor({ box, toggle, input, status, list }) {
    this.toggle = toggle;
    this.input = input;
    this.status = status;
    this.list = list;
    this.counts = JSON.parse(status.dataset.searchText ?? "{}");
    const base = (box.dataset.searchBase ?? "").replace(/\/*$/, "");
    this.root = new URL(`${base}/`, document.baseURI);
    this.fetch = loader("sourcebookSearch", new URL("search/", this.root));
    this.loaded = /** @type {Map<string, Promise<Loaded>>} */ (new Map());
    this.typed = ""; // what is shown or being looked up
    this.done = Promise.resolve();
  }

  /**
   * A file of the index, once.
   *
   * @param {string} name
   * @param {string | number} query
   */
  load(name, query) {
    const loaded = this.loaded.get(name) ?? this.fetch(name, query);
    this.loaded.set(name, loaded);
    return loaded;
  }

  /** Begin to load the index; if that fails it is told when something is looked up. */
  prepare() {
    this.load("manifest", "").catch(() => {});
  }

  /**
   * The index as its manifest describes it; a fresh one passes by what the browser has kept.
   *
   * @param {boolean} [fresh]
   */
  async index(fresh) {
    if (fresh) this.loaded.clear();
    const { version, data } = await this.load("manifest", fresh ? Date.now() : "");
    return new Index((name, query) => this.load(name, query), version, data);
  }

  /** Show what is found by what stands in the box now. */
  update() {
    const text = this.input.value.trim();
    this.remember(text);
    if (text === this.typed) return;
    this.typed = text;
    if (text) this.done = this.lookUp(text);
    else this.show(this.counts.placeholder);
  }

  /**
   * The words are kept in the address, so that Back from a result leads to the results again.
   *
   * @param {string} text
   */
  remember(text) {
    const address = new URL(location.href);
    if (text && this.toggle.checked) address.searchParams.set("q", text);
    else address.searchParams.delete("q");
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  }

  /**
   * @param {string} text
   * @param {boolean} [fresh]
   * @returns {Promise<void>}
   */
  async lookUp(text, fresh) {
    const late = setTimeout(() => {
      if (text === this.typed) this.status.textContent = TEXT.loading;
    }, PATIENCE);
    try {
      const results = new Results(await this.index(fresh), text, this.root);
      const groups = results.wanted.length ? await results.groups() : [];
      if (text === this.typed) this.tell(results, groups); // else something was typed meanwhile
    } catch {
      // The site may have been published anew since the manifest was loaded.
      if (!fresh) return await this.lookUp(text, true);
      this.loaded.clear();
      if (text === this.typed) this.show(TEXT.failed);
    } finally {
      clearTimeout(late);
    }
  }

  /**
   * @param {Results} results
   * @param {HTMLElement[]} groups
   */
  tell({ wanted, total }, groups) {
    const { placeholder, none, one, other } = this.counts;
    if (!wanted.length) this.show(placeholder);
    else if (!groups.length) this.show(none, [element("li", "search-hint", TEXT.hint)]);
    else this.show(total === 1 ? one : other.replace("#", format(total)), groups);
  }

  /**
   * @param {string} message
   * @param {HTMLElement[]} [children]
   */
  show(message, children = []) {
    this.status.textContent = message;
    this.list.replaceChildren(...children);
    this.list.dataset.searchFor = this.typed; // what the list answers, for whoever watches it
  }
}
