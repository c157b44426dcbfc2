/* The moving map: Leaflet with a basemap, names, markers and areas of ours. */

import { Areas } from "./areas.js";
import { Basemap } from "./basemap.js";
import { boundsOf, middleOf } from "./bounds.js";
import { areaCard, card } from "./cards.js";
import { addControls, makeMap, MOST, takeWheel } from "./frame.js";
import { besideRing, lookOf, makeMarker, markerBox, rowsOf } from "./markers.js";
import { pixels, TILE } from "./mercator.js";
import { NameLayer } from "./names.js";
import { Popup } from "./popup.js";
import { onPress } from "./press.js";
import { dividingZoom, largestRadius, merged, spotsOf } from "./spots.js";
import { Surroundings } from "./surroundings.js";

/** @typedef {import("./earth.js").Earth} Earth */
/** @typedef {import("./types.js").Group} Group */
/** @typedef {import("./types.js").KnownArea} KnownArea */
/** @typedef {import("./types.js").Manifest} Manifest */
/** @typedef {import("./types.js").Row} Row */
/** @typedef {import("./types.js").Spot} Spot */

const CLOSEST = 9; // level of zoom of a first view, whatever the places
const NAMED = 40; // markers with their names beside them
const MARGIN = 40; // pixels about the picture in which markers are there already

export class MovingMap {
  /**
   * @param {HTMLElement} place
   * @param {Manifest} manifest
   * @param {Earth} earth
   */
  constructor(place, manifest, earth) {
    this.place = place;
    this.manifest = manifest;
    /** @type {Map<string, L.Marker>} */
    this.markers = new Map();
    /** @type {Spot[]} */
    this.spots = [];
    /** @type {Map<number, Group[]>} by level of zoom */
    this.merged = new Map();
    this.map = makeMap(place);
    const pane = this.map.createPane("names");
    pane.classList.add("moving-names");
    this.basemap = new Basemap(earth, place);
    this.names = new NameLayer(earth, place);
    earth.onmore = () => this.repaint();
    addControls(this.map, () => this.fit());
    takeWheel(this.map);
    this.popup = new Popup(this.map, (key) =>
      (this.markers.get(key) ?? this.areas.get(key))?.getElement());
    const renderer = L.svg({ padding: 0.3 });
    this.areas = new Areas(this.map, renderer, (area, at, byKey) =>
      this.popup.open(area.key, areaCard(area, area.words, manifest), at, byKey));
    this.surroundings = new Surroundings(this.map, renderer, this.names);
  }

  /**
   * Show other rows and areas; the picture is moved only where none of them would be in it.
   *
   * @param {Row[]} rows
   * @param {KnownArea[]} areas
   */
  show(rows, areas) {
    this.popup.close();
    this.spots = spotsOf(rows);
    this.merged.clear();
    if (!this.started) {
      this.start(areas);
      return;
    }
    this.areas.show(areas);
    const shown = this.map.getBounds();
    const isSeen = this.spots.some(({ lat, lon }) => shown.contains([lat, lon]))
      || this.areas.touches(shown);
    if ((this.spots.length || areas.length) && !isSeen) this.fit();
    this.draw();
  }

  /** @param {KnownArea[]} areas */
  start(areas) {
    this.started = true;
    this.map.setView([20, 0], 1); // before a map has a view it can draw nothing
    this.areas.show(areas);
    this.fit();
    this.basemap.addTo(this.map);
    this.names.addTo(this.map);
    this.draw();
    this.map.on("moveend resize", this.draw, this);
  }

  fit() {
    const bounds = this.areas.bounds(boundsOf(this.spots), CLOSEST);
    if (!bounds.isValid()) this.map.setView([20, 0], 1);
    else this.map.fitBounds(bounds, { maxZoom: CLOSEST, padding: [24, 24] });
  }

  repaint() {
    this.basemap.repaint();
    this.writeNames();
  }

  writeNames() {
    this.names.draw();
    this.areas.showTitles();
  }

  /** The markers, areas and names of what is in the picture. */
  draw() {
    const seen = this.groupsInPicture();
    this.surroundings.clear();
    this.names.forget();
    for (const [key, marker] of this.markers) {
      if (seen.has(key)) continue;
      marker.remove();
      this.markers.delete(key);
    }
    const inOrder = [...seen].sort(([, one], [, other]) => Number(one.ring) - Number(other.ring));
    for (const [key, group] of inOrder) this.drawGroup(key, group);
    this.areas.draw(this.names);
    this.writeNames();
  }

  /** Those of this level of zoom, each on the copy of the Earth that is nearest to the middle. */
  groupsInPicture() {
    const zoom = this.map.getZoom();
    const groups = this.merged.get(zoom) ?? merged(this.spots, zoom, this.project);
    this.merged.set(zoom, groups);
    const { min, max } = /** @type {{min: L.Point, max: L.Point}} */ (this.map.getPixelBounds());
    const world = TILE * 2 ** zoom;
    const middle = (min.x + max.x) / 2;
    /** @type {Map<string, Group>} */
    const seen = new Map();
    for (const group of groups) {
      const x = group.x + Math.round((middle - group.x) / world) * world;
      const isSeen = x > min.x - MARGIN && x < max.x + MARGIN
        && group.y > min.y - MARGIN && group.y < max.y + MARGIN;
      const key = [zoom, group.x, group.y, group.size, group.ring, x].join(":");
      if (isSeen) seen.set(key, { ...group, x });
    }
    return seen;
  }

  /** @type {(spot: Spot, zoom: number) => L.Point} */
  project = ({ lat, lon }, zoom) => this.map.project([lat, lon], zoom);

  /**
   * @param {string} key
   * @param {Group} group
   */
  drawGroup(key, group) {
    const { ring, spots: [spot] } = group;
    const isAlone = group.spots.length === 1;
    const turn = this.map.unproject([group.x, group.y]).lng - spot.lon;
    const at = L.latLng(spot.lat, spot.lon + turn);
    const point = this.map.latLngToContainerPoint(at);
    const reach = pixels(largestRadius(spot), spot.lat, this.map.getZoom());
    const look = lookOf(group, reach);
    if (isAlone) this.surroundings.draw(spot, at, ring);
    const place = ring ? besideRing(point, reach, look.half, this.names.kept) : point;
    this.names.kept.push(markerBox(place, look.half));
    if (isAlone && this.names.marked.length < NAMED) {
      this.names.marked.push({ text: spot.rows[0].place, point: place, gap: look.half + 4 });
    }
    const where = ring ? this.map.containerPointToLatLng(place) : at;
    const marker = this.markers.get(key)?.setLatLng(where) ?? makeMarker(group, where, look);
    if (!this.markers.has(key)) {
      onPress(marker, (_, byKey) => this.open(key, group, marker.getLatLng(), byKey));
      this.markers.set(key, marker.addTo(this.map));
    }
  }

  /**
   * A group is come nearer to; of one that nothing divides further, and of a single incident, a
   * popup says what is known.
   *
   * @param {string} key
   * @param {Group} group
   * @param {L.LatLng} at
   * @param {boolean} byKey
   */
  open(key, group, at, byKey) {
    const zoom = dividingZoom(group.spots, this.map.getZoom() + 1, MOST, this.project);
    if (!zoom) {
      this.popup.open(key, card(rowsOf(group), this.manifest), at, byKey);
      return;
    }
    this.map.setView(middleOf(group.spots, at), zoom);
    if (byKey) this.place.focus({ preventScroll: true });
  }
}
