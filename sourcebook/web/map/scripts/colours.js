/* The colours of the page as it is now, for what is drawn on a canvas. */

const VARIABLES = /** @type {const} */ ([
  "sea", "land", "line", "border", "river", "ink", "quiet", "water-ink", "location"]);

/**
 * @typedef {Record<typeof VARIABLES[number], string> & {font: string}} Colours
 *
 * @param {Element} element the place of the map
 * @returns {Colours}
 */
export function readColours(element) {
  const style = getComputedStyle(element);
  const colours = VARIABLES.map((name) =>
    [name, style.getPropertyValue(`--map-${name}`).trim()]);
  return { ...Object.fromEntries(colours), font: style.fontFamily };
}
