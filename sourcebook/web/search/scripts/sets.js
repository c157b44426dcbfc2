/* Sets of numbers, packed: see sourcebook/web/search/shards.py. */

/**
 * The numbers of a packed set, in order.
 *
 * @param {string} text
 */
export function* unpacked(text) {
  let group = 0;
  for (const [, empty, char = ""] of text.matchAll(/(\d*)(\D)/g)) {
    group += Number(empty);
    const bits = char.charCodeAt(0) - 63;
    for (let bit = 0; bit < 6; bit++) if (bits & (1 << bit)) yield group * 6 + bit;
    group += 1;
  }
}
