/* What a view of some spots has to show. */

import { largestRadius } from "./spots.js";

/** @typedef {import("./types.js").Spot} Spot */

/**
 * Everything that a view of spots has to show, as boxes.
 *
 * @param {Spot[]} spots
 */
export function boundsOf(spots) {
  const bounds = L.latLngBounds([]);
  for (const spot of spots) {
    const own = { ...spot, radius: largestRadius(spot) };
    for (const { lat, lon, radius } of [own, ...spot.rivals.values()]) {
      bounds.extend(L.latLng(lat, lon).toBounds(2 * Math.max(radius, 50)));
    }
  }
  return bounds;
}

/**
 * The middle of spots, on the copy of the Earth where a place is.
 *
 * @param {Spot[]} spots
 * @param {L.LatLng} at
 */
export function middleOf(spots, at) {
  const centre = L.latLngBounds(spots.map(({ lat, lon }) => [lat, lon])).getCenter();
  return L.latLng(centre.lat, centre.lng + Math.round((at.lng - centre.lng) / 360) * 360);
}
