/* The panel of the moving map: loaded when a reader asks for it, with Leaflet before it.

   On a page with a table of incidents it shows what the table shows, by the event sourcebook:filter;
   on the page of an episode it has a filter of its own. */

import { element } from "../../scripts/dom.js";
import { data } from "../../table/scripts/data.js";
import { Earth } from "./earth.js";
import { filterForm, fits } from "./episode_filter.js";
import { areasOf } from "./known_areas.js";
import { Report } from "./report.js";
import { MovingMap } from "./view.js";

/** @typedef {import("./types.js").Manifest} Manifest */
/** @typedef {import("./types.js").Row} Row */
/** @typedef {import("../../table/scripts/types.js").Shown} Shown */

const LABEL =
  "Map of incidents. The arrow keys move it, plus and minus zoom; Tab leads to the marks.";

export class Panel {
  /**
   * @param {HTMLElement} host into which it goes
   * @param {HTMLElement} status
   * @param {Earth} earth
   * @param {Manifest} manifest
   */
  constructor(host, status, earth, manifest) {
    this.earth = earth;
    this.manifest = manifest;
    this.report = new Report(status);
    this.place = element("div", "moving-place");
    this.place.setAttribute("role", "region");
    this.place.setAttribute("aria-label", LABEL);
    this.element = element("div", "map moving", this.place, status, ...this.report.elements);
    host.prepend(this.element);
    this.map = new MovingMap(this.place, manifest, earth);
    this.forget = () => {};
  }

  /**
   * Load what it needs, and show the incidents of an episode, or those that the page shows.
   *
   * @param {HTMLElement} host
   * @param {HTMLElement} status
   * @param {string} [episode] its id
   */
  static async open(host, status, episode) {
    const rows = episode ? data.rows({ episode }) : (data.shown?.rows ?? data.rows());
    const [earth, found, manifest] = await Promise.all([Earth.open(), rows, data.manifest()]);
    const panel = new Panel(host, status, earth, manifest);
    if (episode) panel.addFilter(found);
    panel.show(found, episode ? found.length : manifest.total);
    if (!episode) panel.follow();
    panel.place.focus({ preventScroll: true });
    return panel;
  }

  /**
   * @param {Row[]} rows
   * @param {number} total
   */
  show(rows, total) {
    const areas = areasOf(rows, this.earth.outlines, this.manifest);
    this.map.show(rows, areas.drawn);
    this.report.show(rows, total, areas);
  }

  /** @param {Row[]} rows */
  addFilter(rows) {
    const form = filterForm(rows, this.manifest, (chosen) =>
      this.show(rows.filter((row) => fits(row, chosen)), rows.length));
    this.element.prepend(form);
  }

  /** Show what the table of the page shows, whenever that changes. */
  follow() {
    let isOpen = true;
    const changed = async (/** @type {Event} */ event) => {
      const { rows, total } = /** @type {CustomEvent<Shown>} */ (event).detail;
      const found = rows ?? (await data.rows());
      if (isOpen) this.show(found, total ?? this.manifest.total);
    };
    document.addEventListener("sourcebook:filter", changed);
    this.forget = () => {
      isOpen = false;
      document.removeEventListener("sourcebook:filter", changed);
    };
  }

  close() {
    this.forget();
    this.map.map.remove();
    this.element.remove();
  }
}
