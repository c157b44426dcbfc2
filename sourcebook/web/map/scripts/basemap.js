/* The basemap as a layer of tiles, each drawn in the browser. */

import { readColours } from "./colours.js";
import { TILE } from "./mercator.js";
import { TileRenderer } from "./tile.js";

/** @typedef {import("./colours.js").Colours} Colours */
/** @typedef {import("./earth.js").Earth} Earth */
/** @typedef {import("./types.js").Box} Box */

export class Basemap extends L.GridLayer {
  /**
   * @param {Earth} earth
   * @param {Element} element the place of the map, for its colours
   */
  constructor(earth, element) {
    super({ tileSize: TILE, keepBuffer: 1 });
    this.earth = earth;
    this.element = element;
    /** @type {Colours | null} */
    this.colours = null;
  }

  /** @param {{x: number, y: number, z: number}} coords */
  createTile({ x, y, z }) {
    const tile = L.DomUtil.create("canvas");
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    tile.width = tile.height = TILE * ratio;
    const context = /** @type {CanvasRenderingContext2D} */ (tile.getContext("2d"));
    context.scale(ratio, ratio);
    context.lineJoin = "round";
    this.colours ??= readColours(this.element);
    const unit = 1 / 2 ** z;
    const renderer = new TileRenderer(context, x * unit, y * unit, unit);
    /** @type {Box} */
    const box = [x * unit, y * unit, (x + 1) * unit, (y + 1) * unit];
    for (const entry of this.earth.shown(box, z)) renderer.part(entry, this.colours, z);
    return tile;
  }

  repaint() {
    this.colours = null;
    this.redraw();
  }
}
