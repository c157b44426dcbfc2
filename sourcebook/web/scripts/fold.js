/* What a text is compared by: letters and digits in their simplest form, so that `Sondergard` finds
   Søndergård. The same as `fold` in Python, which says why; a test compares both. */

/** What a character becomes where Unicode alone does not say it, by what it becomes. */
const ALIKE = {
  "-": "-\u2010.'\u2018\u2019\u02bb\u02bc\u02be\u02bf\u200c",
  ا: "\u0671",
  ي: "\u0649\u06cc",
  ك: "\u06a9",
  ه: "\u0629\u06c1\u06be",
  "": "\u0640",
  ae: "æ",
  d: "đð",
  h: "ħ",
  i: "ı",
  l: "ł",
  o: "ø",
  oe: "œ",
  ss: "ß",
  th: "þ",
  σ: "ς",
};

const SIMPLE = new Map(
  Object.entries(ALIKE).flatMap(([simple, chars]) => [...chars].map((char) => [char, simple])),
);
for (let digit = 0; digit < 10; digit++) {
  for (const zero of [0x660, 0x6f0]) SIMPLE.set(String.fromCharCode(zero + digit), String(digit));
}

/** @param {string} char */
function simplest(char) {
  const known = SIMPLE.get(char);
  if (known !== undefined) return known;
  if (/[\p{L}\p{N}]/u.test(char)) return char;
  return /[\p{M}\p{Cf}]/u.test(char) ? "" : " ";
}

/**
 * Letters and digits, spaces, and "-" inside words.
 *
 * @param {string} text
 */
export function fold(text) {
  return text.normalize("NFKD").toLowerCase().replace(/[^a-z0-9 ]/gu, simplest);
}

/**
 * Whether a folded text has every word of another, or a part of a word.
 *
 * @param {string} text not folded
 * @returns {(folded: string) => boolean}
 */
export function finds(text) {
  const words = fold(text).split(" ");
  return (folded) => words.every((word) => folded.includes(word));
}
