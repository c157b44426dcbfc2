/* The names on the map: first what is marked, then the areas that are outlined, then countries,
   towns, rivers and divisions, each where it covers nothing that came before. */

import { writeArea } from "./area_label.js";
import { meet } from "./boxes.js";
import { FONT_SIZES } from "./font_sizes.js";
import { LabelCanvas } from "./labels.js";
import { writeRiver } from "./river_label.js";
import { groupedBy } from "./text.js";

/** @typedef {import("./earth.js").Earth} Earth */
/** @typedef {import("./earth.js").LoadedEntry} LoadedEntry */
/** @typedef {import("./types.js").Box} Box */
/** @typedef {import("./types.js").NamedPlace} NamedPlace */

/** @typedef {{text: string, point: L.Point, gap: number, note?: boolean}} MarkName */
/**
 * @typedef {object} OutlinedArea
 * @property {string} label
 * @property {string} words
 * @property {import("./outline.js").Outline} outline
 * @property {number} turn
 * @property {boolean} written whether there was room for its words
 */

export class NameLayer extends L.Layer {
  /**
   * @param {Earth} earth
   * @param {Element} element the place of the map
   */
  constructor(earth, element) {
    super();
    this.earth = earth;
    this.element = element;
    this.forget();
  }

  /** Forget what is marked and outlined. */
  forget() {
    /** @type {MarkName[]} */
    this.marked = [];
    /** @type {Box[]} where no name may stand */
    this.kept = [];
    /** @type {Box[]} where no name of an area is to stand */
    this.soft = [];
    /** @type {OutlinedArea[]} */
    this.outlined = [];
  }

  /** @param {L.Map} map */
  onAdd(map) {
    const pane = /** @type {HTMLElement} */ (map.getPane("names"));
    const canvas = L.DomUtil.create("canvas", "leaflet-zoom-hide", pane);
    canvas.setAttribute("aria-hidden", "true");
    this.canvas = new LabelCanvas(map, canvas, this.element);
    return this;
  }

  onRemove() {
    this.canvas?.canvas.remove();
    return this;
  }

  draw() {
    const { canvas } = this;
    if (!canvas) return;
    canvas.clear(this.kept);
    this.writeMarks(canvas);
    for (const area of this.outlined) area.written = writeArea(canvas, area, this.soft);
    const touched = this.earth.touched(canvas.picture.bounds(), canvas.picture.zoom);
    this.writeCountries(canvas, touched);
    this.writeTowns(canvas, touched);
    if (canvas.picture.zoom >= 6 && touched.length) this.writeRivers(canvas, touched[touched.length - 1]);
    if (canvas.picture.zoom >= 7) this.writeDivisions(canvas, touched);
  }

  /** @param {LabelCanvas} canvas */
  writeMarks(canvas) {
    for (const { text, point, gap, note } of this.marked) {
      if (note) canvas.font(FONT_SIZES.note);
      else canvas.font(FONT_SIZES.name, "bold");
      const colour = note ? canvas.colours.ink : canvas.colours.location;
      [gap, gap + 12].some((far) => canvas.beside(text, point.x, point.y, far, 15, colour));
    }
  }

  /**
   * @param {LabelCanvas} canvas
   * @param {LoadedEntry[]} parts
   */
  writeCountries(canvas, parts) {
    canvas.font(FONT_SIZES.country);
    canvas.context.letterSpacing = "1.4px";
    const least = canvas.picture.zoom > 5 ? 0 : canvas.picture.zoom < 3 ? 34 : 46;
    const cell = canvas.picture.world / 720; // pixels of a cell by which sizes are counted, at the Equator
    const known = canvas.picture.zoom < 6 ? parts[0].part.countries : finest(parts, "countries");
    const large = known.filter(({ size }) => Math.sqrt(size) * cell >= least);
    large.sort((one, other) => other.size - one.size);
    this.writeOnce(canvas, large, (name) => name.toUpperCase());
  }

  /**
   * @param {LabelCanvas} canvas
   * @param {LoadedEntry[]} parts
   */
  writeTowns(canvas, parts) {
    let room = Math.round((canvas.picture.size.x * canvas.picture.size.y) / 16000);
    canvas.font(FONT_SIZES.town);
    const towns = finest(parts, "towns")
      .filter(({ rank }) => rank <= canvas.picture.zoom - 1 || canvas.picture.zoom > 8);
    towns.sort((one, other) => one.rank - other.rank);
    for (const town of towns) {
      const [x, y] = canvas.picture.at(town);
      /** @type {Box} */
      const dot = [x - 4, y - 4, x + 4, y + 4];
      if (!room || !canvas.isFree(dot)) continue;
      if (!canvas.beside(town.name, x, y, 6, 14, canvas.colours.ink)) continue;
      canvas.taken.push(dot);
      canvas.dot(x, y);
      room -= 1;
    }
  }

  /**
   * @param {LabelCanvas} canvas
   * @param {LoadedEntry[]} parts
   */
  writeDivisions(canvas, parts) {
    canvas.font(FONT_SIZES["division-name"], "italic");
    this.writeOnce(canvas, finest(parts, "areas"), (name) => name);
  }

  /**
   * @param {LabelCanvas} canvas
   * @param {LoadedEntry} entry
   */
  writeRivers(canvas, { part }) {
    canvas.font(FONT_SIZES["river-name"], "italic");
    const named = part.rivers.filter(({ name, rank }) => name && rank <= canvas.picture.zoom);
    for (const [name, lines] of groupedBy(named, (river) => river.name)) {
      writeRiver(canvas, name, lines);
    }
  }

  /**
   * Each name once, where it is nearest to the middle of the picture and nothing is there; not
   * those that an outlined area says with more words.
   *
   * @param {LabelCanvas} canvas
   * @param {NamedPlace[]} places
   * @param {(name: string) => string} format
   */
  writeOnce(canvas, places, format) {
    const { x, y } = canvas.picture.size;
    const isSaid = (/** @type {string} */ name) =>
      this.outlined.some(({ label, written }) => written && label.startsWith(name));
    const left = places.filter(({ name }) => !isSaid(name)).map((place) => {
      const at = canvas.picture.at(place);
      return { name: place.name, at, far: Math.hypot(at[0] - x / 2, at[1] - y / 2) };
    });
    left.sort((one, other) => one.far - other.far);
    for (const [name, spots] of groupedBy(left, (place) => place.name)) {
      spots.slice(0, 8).some(({ at }) => canvas.centred(format(name), at, canvas.colours.quiet));
    }
  }
}

/**
 * The finest list of names at a place: those of the whole Earth only where no part has its own.
 *
 * @template {"areas" | "countries" | "towns"} Kind
 * @param {LoadedEntry[]} parts
 * @param {Kind} kind
 * @returns {import("./part.js").Part[Kind][number][]}
 */
function finest(parts, kind) {
  return parts.flatMap(({ part }, number) =>
    part[kind].filter(({ x, y }) => !parts.slice(number + 1).some((other) =>
      other.part[kind].length && meet(other.extent, [x, y, x, y]))));
}
