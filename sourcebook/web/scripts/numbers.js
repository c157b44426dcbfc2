/* Numbers and distances in words. */

/** @param {number} number */
export const format = (number) => number.toLocaleString("en");

/**
 * A number with what it counts: "1 place", "2 places".
 *
 * @param {number} number
 * @param {string} one
 */
export const count = (number, one) => `${format(number)} ${one}${number === 1 ? "" : "s"}`;

/**
 * A distance: whole metres, tenths of a kilometre below 10, then whole kilometres. Halves are
 * rounded up, as in Python.
 *
 * @param {number} metres
 */
export function distance(metres) {
  const whole = Math.round(metres);
  const tenths = Math.round(metres / 100);
  if (whole < 1000) return `${whole} m`;
  if (tenths < 100 && whole % 1000) return `${(tenths / 10).toFixed(1)} km`;
  return `${format(Math.round(metres / 1000))} km`;
}
