/* The basemap, loaded part by part from the files of ground/. */

import { loader, root } from "../../scripts/load.js";
import { holds, meet } from "./boxes.js";
import { boxed } from "./mercator.js";
import { Outline } from "./outline.js";
import { Part } from "./part.js";

/** @typedef {import("./types.js").Box} Box */
/** @typedef {import("./types.js").WorldData} WorldData */

/**
 * @typedef {object} Entry a part that there is
 * @property {string} name
 * @property {string} version
 * @property {number} from the level of zoom from which it is shown
 * @property {Box} extent
 * @property {Part} [part] what was loaded
 * @property {boolean} [asked] whether it was sent for
 *
 * @typedef {Entry & {part: Part}} LoadedEntry
 */

const load = loader("sourcebookGround", new URL("ground/", root));

export class Earth {
  /**
   * @param {WorldData} data
   * @param {Map<string, Outline>} outlines of areas, by id
   */
  constructor(data, outlines) {
    this.outlines = outlines;
    /** Called when a part has been loaded. */
    this.onmore = () => {};
    /** @type {Entry[]} the coarse first */
    this.parts = [
      { name: "world", version: "", from: 0, extent: [-9, -9, 9, 9], part: new Part(data) },
      ...data.parts.map(([name, from, extent, version]) =>
        ({ name, from, version, extent: boxed(extent) })),
    ];
  }

  static async open() {
    const { data } = await load("world", "");
    return new Earth(data, data.outlines ? await loadOutlines(data.outlines) : new Map());
  }

  /**
   * The parts that a box touches at a level, the coarse first; what is missing is sent for.
   *
   * @param {Box} box
   * @param {number} zoom
   */
  touched(box, zoom) {
    const wanted = this.parts.filter(({ from, extent }) => zoom >= from && meet(extent, box));
    for (const entry of wanted) if (!entry.part && !entry.asked) this.send(entry);
    return /** @type {LoadedEntry[]} */ (wanted.filter(({ part }) => part));
  }

  /**
   * The same without those that a finer one covers.
   *
   * @param {Box} box
   * @param {number} zoom
   */
  shown(box, zoom) {
    const parts = this.touched(box, zoom);
    return parts.slice(Math.max(0, parts.findLastIndex(({ extent }) => holds(extent, box))));
  }

  /** @param {Entry} entry */
  send(entry) {
    entry.asked = true;
    load(entry.name, entry.version).then(({ data }) => {
      entry.part = new Part(data);
      this.onmore();
    }, () => {}); // the coarser part remains
  }
}

/**
 * The outlines of areas by id; without them all that is in them is listed.
 *
 * @param {string} version
 */
async function loadOutlines(version) {
  const { data } = await load("outlines", version).catch(() => ({ data: {} }));
  const entries = Object.entries(data);
  return new Map(entries.map(([id, rows]) => [id, new Outline(/** @type {any} */ (rows))]));
}
