/* Where incidents can be: circles about their place, and their other positions. */

import { distance } from "../../scripts/numbers.js";
import { boxAt } from "./boxes.js";
import { DRAWN_RADIUS_PX } from "./markers.js";
import { pixels } from "./mercator.js";
import { largestRadius } from "./spots.js";

/** @typedef {import("./names.js").NameLayer} NameLayer */
/** @typedef {import("./types.js").Mark} Mark */
/** @typedef {import("./types.js").Spot} Spot */

const WIDE = 120; // pixels: up to which radius words of other places keep clear of a circle
const APART = 10; // pixels: how far apart two positions are shown as two

export class Surroundings {
  /**
   * @param {L.Map} map
   * @param {L.Renderer} renderer
   * @param {NameLayer} names
   */
  constructor(map, renderer, names) {
    this.map = map;
    this.renderer = renderer;
    this.names = names;
    this.layer = L.layerGroup().addTo(map);
  }

  clear() {
    this.layer.clearLayers();
  }

  /**
   * Draw those of a spot.
   *
   * @param {Spot} spot
   * @param {L.LatLng} at on the copy of the Earth that is shown
   * @param {boolean} ring
   */
  draw(spot, at, ring) {
    if (ring) {
      this.circle(at, largestRadius(spot), "map-area map-area--near");
      this.circle(at, largestRadius(spot), "map-ring");
    } else {
      for (const radius of [...spot.radii].sort((one, other) => other - one)) {
        if (this.pixels(radius, spot.lat) >= DRAWN_RADIUS_PX) this.circle(at, radius, "map-area");
      }
    }
    for (const rival of spot.rivals.values()) this.rival(rival, at, at.lng - spot.lon);
  }

  /**
   * @param {number} metres
   * @param {number} lat
   */
  pixels(metres, lat) {
    return pixels(metres, lat, this.map.getZoom());
  }

  /**
   * @param {L.LatLng} at
   * @param {number} radius
   * @param {string} className
   */
  circle(at, radius, className) {
    const options = { radius, className, interactive: false, renderer: this.renderer };
    L.circle(at, options).addTo(this.layer);
    const half = this.pixels(radius, at.lat);
    if (half < WIDE) this.names.soft.push(boxAt(this.map.latLngToContainerPoint(at), half, half));
  }

  /**
   * Another position, joined by a broken line.
   *
   * @param {Mark} mark
   * @param {L.LatLng} at
   * @param {number} turn degrees to the copy of the Earth that is shown
   */
  rival({ lat, lon, radius }, at, turn) {
    const { map } = this;
    const to = L.latLng(lat, lon + turn);
    const [start, end] = [at, to].map((place) => map.latLngToContainerPoint(place));
    if (end.distanceTo(start) < APART) return;
    const options = { interactive: false, renderer: this.renderer };
    if (this.pixels(radius, lat) >= DRAWN_RADIUS_PX) {
      this.circle(to, radius, "map-area map-area--rival");
    }
    L.polyline([at, to], { ...options, className: "map-between" }).addTo(this.layer);
    L.circleMarker(to, { ...options, radius: 4.5, className: "map-rival" }).addTo(this.layer);
    this.names.kept.push(boxAt(end, 6, 6));
    const text = `${distance(map.distance(at, to))} apart`;
    const point = start.add(end).divideBy(2);
    this.names.marked.unshift({ text, point, gap: 8, note: true });
  }
}
