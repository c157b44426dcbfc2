/* The areas of the map: outlines of what is known only to a country or a division, which is
   somewhere in them, so that no point stands for it. */

import { count } from "../../scripts/numbers.js";
import { spans } from "./area_label.js";
import { height, width } from "./boxes.js";
import { TILE } from "./mercator.js";
import { onPress } from "./press.js";

/** @typedef {import("./labels.js").LabelCanvas} LabelCanvas */
/** @typedef {import("./names.js").NameLayer} NameLayer */
/** @typedef {import("./outline.js").Outline} Outline */
/** @typedef {import("./types.js").Box} Box */
/** @typedef {import("./types.js").KnownArea} KnownArea */

const WIDER = 2; // levels of zoom by which a first view may be farther out to show an area whole
const LEAST = 24; // pixels: a smaller one is no target; it is reported below the map

/** @typedef {KnownArea & {key: string, words: string, turn: number, written: boolean, shape: L.Polygon}} DrawnArea */
/** @typedef {(area: DrawnArea, at: L.LatLng, byKey: boolean) => void} OpenArea */

/** @param {KnownArea} area */
const nameOf = ({ label, rows }) => `Somewhere in ${label}: ${count(rows.length, "incident")}`;

/**
 * The same for the eye: a number stays with what it counts.
 *
 * @param {string} name
 */
const unbroken = (name) => name.replace(/ (?=incidents?$)/, "\u00a0");

/**
 * @param {number} x
 * @param {number} y
 */
const place = (x, y) => L.CRS.EPSG3857.pointToLatLng(L.point(x * TILE, y * TILE), 0);

/** @param {Box} box */
const boundsOf = ([left, top, right, bottom]) =>
  L.latLngBounds(place(left, top), place(right, bottom));

/**
 * Whether a box in the picture is in it, and large enough to be pressed.
 *
 * @param {Box} box
 * @param {L.Point} size
 */
const isInReach = (box, { x, y }) =>
  Math.min(width(box), height(box)) >= LEAST
  && box[0] < x && box[2] > 0 && box[1] < y && box[3] > 0;

export class Areas {
  /**
   * @param {L.Map} map
   * @param {L.Renderer} renderer
   * @param {OpenArea} open
   */
  constructor(map, renderer, open) {
    this.map = map;
    this.renderer = renderer;
    this.open = open;
    /** @type {Map<string, DrawnArea>} */
    this.shapes = new Map();
  }

  /**
   * The shape of a key, to which the focus returns.
   *
   * @param {string} key
   */
  get(key) {
    return this.shapes.get(key)?.shape;
  }

  /**
   * Outline other areas, the large ones first, so that those inside of them can be pressed.
   *
   * @param {KnownArea[]} areas
   */
  show(areas) {
    for (const { shape } of this.shapes.values()) shape.remove();
    this.shapes.clear();
    for (const area of [...areas].sort((one, other) => other.outline.size - one.outline.size)) {
      const key = `area:${area.id}`;
      const words = unbroken(nameOf(area));
      const shape = L.polygon(corners(area.outline, 0),
        { className: "map-somewhere map-somewhere--incident", renderer: this.renderer });
      const drawn = { ...area, key, words, turn: 0, written: false, shape };
      this.makeButton(drawn);
      shape.addTo(this.map);
      this.shapes.set(key, drawn);
    }
  }

  /** @param {DrawnArea} drawn */
  makeButton(drawn) {
    const { shape } = drawn;
    shape.on("add", () => {
      const path = /** @type {SVGElement} */ (shape.getElement());
      path.setAttribute("role", "button");
      path.setAttribute("aria-label", nameOf(drawn));
      path.append(document.createElementNS("http://www.w3.org/2000/svg", "title"));
    });
    onPress(shape, (event, byKey) => {
      this.open(drawn, byKey ? this.within(drawn) : event.latlng, byKey);
    });
  }

  /**
   * A place in the part of an area that is in the picture.
   *
   * @param {DrawnArea} drawn
   */
  within({ outline, turn }) {
    const canvas = /** @type {LabelCanvas} */ (this.canvas);
    const [span] = spans(canvas, outline, turn);
    const point = span
      ? L.point((span.left + span.right) / 2, span.y)
      : this.map.getSize().divideBy(2);
    return this.map.containerPointToLatLng(point);
  }

  /**
   * Each on the copy of the Earth that is nearest to the middle, with its name; one that is out of
   * the picture or too small to be told from its marks is not in reach.
   *
   * @param {NameLayer} names
   */
  draw(names) {
    const canvas = /** @type {LabelCanvas} */ (names.canvas);
    this.canvas = canvas;
    canvas.look();
    for (const drawn of this.shapes.values()) {
      const { outline, shape } = drawn;
      const path = /** @type {SVGElement} */ (shape.getElement());
      const turn = Math.round(canvas.picture.middle - (outline.main[0] + outline.main[2]) / 2);
      if (turn !== drawn.turn) shape.setLatLngs(corners(outline, turn));
      drawn.turn = turn;
      drawn.written = false;
      const isSeen = isInReach(canvas.picture.boxed(outline.main, turn), canvas.picture.size);
      if (isSeen) names.outlined.push(drawn);
      if (isSeen || path === document.activeElement) path.setAttribute("tabindex", "0");
      else path.removeAttribute("tabindex");
    }
  }

  /** What the names did not find room for is shown where the pointer rests. */
  showTitles() {
    for (const { shape, words, written } of this.shapes.values()) {
      const title = shape.getElement()?.querySelector("title");
      if (title) title.textContent = written ? "" : words;
    }
  }

  /**
   * The bounds of some places, and of the areas too where they do not dwarf these, which are shown
   * no larger than at a level of zoom.
   *
   * @param {L.LatLngBounds} near
   * @param {number} closest
   */
  bounds(near, closest) {
    const whole = L.latLngBounds([]);
    for (const { outline } of this.shapes.values()) whole.extend(boundsOf(outline.main));
    if (!near.isValid() || !whole.isValid()) return near.isValid() ? near : whole;
    whole.extend(near);
    const zoom = Math.min(this.map.getBoundsZoom(near), closest);
    return zoom - this.map.getBoundsZoom(whole) <= WIDER ? whole : near;
  }

  /** @param {L.LatLngBounds} bounds */
  touches(bounds) {
    return [...this.shapes.values()].some(({ outline }) => bounds.intersects(boundsOf(outline.main)));
  }
}

/**
 * The rings of an area, on a copy of the Earth.
 *
 * @param {Outline} outline
 * @param {number} turn
 */
const corners = ({ lines }, turn) =>
  lines.map(({ xs, ys }) => Array.from(xs, (x, n) => place(x + turn, ys[n])));
