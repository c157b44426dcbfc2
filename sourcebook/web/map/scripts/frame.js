/* Leaflet's map without anything on it: its limits, its controls, its keys. */

import { button } from "../../scripts/dom.js";

const ALL = { text: "All", label: "All marks in the picture" };
/** Level of zoom beyond which the basemap has nothing more to show. */
export const MOST = 13;

/** @param {HTMLElement} place */
export function makeMap(place) {
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  return L.map(place, {
    zoomControl: false, attributionControl: false, scrollWheelZoom: false, worldCopyJump: true,
    minZoom: 1, maxZoom: MOST, maxBounds: [[-85.05, -720], [85.05, 720]], maxBoundsViscosity: 1,
    zoomAnimation: !isStill, fadeAnimation: false, markerZoomAnimation: !isStill, inertia: !isStill,
  });
}

/**
 * @param {L.Map} map
 * @param {() => void} fit shows all marks
 */
export function addControls(map, fit) {
  const all = new L.Control({ position: "topleft" });
  all.onAdd = () => {
    const made = button("moving-all", fit, ALL.text);
    made.title = ALL.label;
    made.setAttribute("aria-label", ALL.label);
    L.DomEvent.disableClickPropagation(made);
    return made;
  };
  L.control.zoom({ zoomInTitle: "Zoom in", zoomOutTitle: "Zoom out" }).addTo(map);
  all.addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  L.control.attribution({ prefix: false }).addAttribution("Ground: Natural Earth").addTo(map);
}

/**
 * The wheel zooms only while the map has the focus, so that a page can be scrolled past it.
 *
 * @param {L.Map} map
 */
export function takeWheel(map) {
  map.on("focus click", () => map.scrollWheelZoom.enable());
  map.on("blur", () => map.scrollWheelZoom.disable());
}
