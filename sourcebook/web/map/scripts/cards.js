/* What a popup and a list say of incidents. */

import { element, link } from "../../scripts/dom.js";
import { count, distance, format } from "../../scripts/numbers.js";
import { capital, groupedBy } from "./text.js";

/** @typedef {import("./types.js").KnownArea} KnownArea */
/** @typedef {import("./types.js").Manifest} Manifest */
/** @typedef {import("./types.js").Mark} Mark */
/** @typedef {import("./types.js").Row} Row */

const MAX_LINKS = 60; // of a popup or a list

/** @param {Row} row */
export const rowLink = (row) => link(row.url, row.title);

/**
 * @param {Row[]} rows
 * @param {boolean} withPlace
 */
export function linkList(rows, withPlace) {
  const items = rows.slice(0, MAX_LINKS).map((row) =>
    element("li", "", rowLink(row), ` ${row.when}${withPlace ? `, ${row.place}` : ""}`));
  const rest = rows.length - MAX_LINKS;
  if (rest > 0) items.push(element("li", "", `and ${format(rest)} more`));
  return element("ul", "moving-links", ...items);
}

/** @param {Mark} mark */
function precision({ radius, kind }) {
  if (kind === "near") return `about ${distance(radius)} from the middle of the circle`;
  return radius ? `within ${distance(radius)}` : "";
}

/**
 * Who is said to have done it, a line for each status.
 *
 * @param {Row} row
 */
function attackerLines({ attackers }) {
  if (!attackers.length) return ["No attacker is named"];
  return [...groupedBy(attackers, ({ word }) => word)].map(([word, some]) => {
    const names = some.map(({ label, denied }) => label + (denied ? " (denies it)" : ""));
    return `${capital(word)} attacker: ${names.join(", ")}`;
  });
}

/** @param {number} others */
function rivalLine(others) {
  const points = others === 1 ? "one other point" : `${others} other points`;
  return `Also placed at ${points}, joined by a broken line`;
}

/**
 * One incident.
 *
 * @param {Row} row
 * @param {Manifest} manifest
 * @param {string} [area] in words what it is known only to
 */
export function incidentCard(row, { types, grades }, area) {
  const card = element("div", "moving-card", element("p", "moving-card__title", rowLink(row)));
  /** @type {(name: string, text: string) => unknown} */
  const line = (name, text) => text && card.append(element("p", `moving-card__${name}`, text));
  line("when", `${row.when} · ${capital(types[row.type] ?? row.type)}`);
  line("where", area ?? [row.place, precision(row.marks[0])].filter(Boolean).join(", "));
  if (row.marks.length > 1 && !area) line("where", rivalLine(row.marks.length - 1));
  for (const text of attackerLines(row)) line("by", text);
  if (row.grade) line("grade", `${capital(row.grade)}: ${new Map(grades).get(row.grade)}`);
  return card;
}

/**
 * @param {string} title
 * @param {Row[]} rows
 */
const listCard = (title, rows) =>
  element("div", "moving-card", element("p", "moving-card__title", title), linkList(rows, false));

/**
 * What several incidents have in common: their place, or how many they are at.
 *
 * @param {Row[]} rows
 */
export function placeOf(rows) {
  const places = new Set(rows.map((row) => row.place));
  return places.size === 1 ? rows[0].place : count(places.size, "place");
}

/**
 * One incident or several.
 *
 * @param {Row[]} rows
 * @param {Manifest} manifest
 */
export const card = (rows, manifest) =>
  rows.length === 1
    ? incidentCard(rows[0], manifest)
    : listCard(`${count(rows.length, "incident")}, ${placeOf(rows)}`, rows);

/**
 * What is known only to an area.
 *
 * @param {KnownArea} area
 * @param {string} title
 * @param {Manifest} manifest
 */
export const areaCard = ({ label, rows }, title, manifest) =>
  rows.length === 1
    ? incidentCard(rows[0], manifest, `Somewhere in ${label}`)
    : listCard(title, rows);
