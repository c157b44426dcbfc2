/* The cells of an incident, as in parts/record.html, and what each column is sorted by. */

import { element, link } from "../../scripts/dom.js";

/** @typedef {import("./types.js").Attacker} Attacker */
/** @typedef {import("./types.js").Manifest} Manifest */
/** @typedef {import("./types.js").Row} Row */

/** @type {Record<string, (row: Row, manifest: Manifest, number: number) => string | number>} */
export const KEYS = {
  date: (_row, _manifest, number) => number, // they come in order
  title: (row) => row.title,
  place: (row) => row.place,
  attacker: (row) => row.attackers.map((each) => each.label).join(", "),
  grade: (row, { grades }) => grades.findIndex(([name]) => name === row.grade),
};

/**
 * @param {string} text
 * @param {string} kind
 */
const badge = (text, kind) => element("span", `badge badge--${kind}`, text);

/**
 * @param {string} className
 * @param {string} label of the column, which stands before the cell on a phone
 * @param {...(string | Node)} children
 */
function cell(className, label, ...children) {
  const made = element("td", className, ...children);
  if (label) made.dataset.label = label;
  return made;
}

/**
 * @param {Attacker} attacker
 * @param {string} root
 */
function accused({ id, label, word, denied }, root) {
  const name = link(`${root}actors/${id}.html`, label);
  const made = element("span", "accused", name, " ", badge(word, word));
  if (denied) made.append(" ", badge("denies it", "denied"));
  return made;
}

/**
 * @param {Row} row
 * @param {Manifest} manifest
 */
function gradeCell(row, { grades }) {
  const made = badge(row.grade, `grade-${row.grade}`);
  made.title = `Grade ${row.grade}: ${new Map(grades).get(row.grade)}`;
  const note = [" ", element("span", "aside grade-note", "disputed points")];
  return cell("", "Grade", made, ...(row.disputed ? note : []));
}

/**
 * @param {Row} row
 * @param {Manifest} manifest
 */
export function tableRow(row, manifest) {
  const root = row.url.slice(0, -`${manifest.folder}/${row.id}.html`.length);
  const type = element("span", "kind", manifest.types[row.type]);
  const head = element("th", "", link(row.url, row.title), " ", type);
  head.scope = "row";
  const by = row.attackers.map((each) => accused(each, root));
  const nobody = element("span", "absent", "nobody named");
  return element("tr", "",
    cell("date", "", element("span", "when", row.when)),
    head,
    cell("", "Place", link(`${root}locations/${row.location}.html`, row.place)),
    cell("wide", "Attacker", ...(by.length ? by : [nobody])),
    gradeCell(row, manifest));
}
