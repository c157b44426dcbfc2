/* A part of the basemap: lines by kind, and names. */

import { Line } from "./line.js";
import { across, boxed, down } from "./mercator.js";

/** @typedef {import("./types.js").LineRow} LineRow */
/** @typedef {import("./types.js").NameRow} NameRow */
/** @typedef {import("./types.js").PartData} PartData */
/** @typedef {import("./types.js").Town} Town */

/** @typedef {Line & {rank: number, name: string}} River */

export class Part {
  /** @param {PartData} data */
  constructor(data) {
    /** @param {LineRow} row */
    const line = (row) => new Line(data.scale, ...row);
    this.land = data.land.map(line);
    this.lakes = data.lakes.map(line);
    this.borders = data.borders.map(line);
    this.disputed = data.disputed.map(line);
    this.divisions = data.divisions.map(line);
    for (const each of this.land) if (each.open) each.box[3] = 1; // all behind a coast round the pole
    /** @type {River[]} */
    this.rivers = data.rivers.map(([rank, name, ...row]) => Object.assign(line(row), { rank, name }));
    /** @type {Town[]} */
    this.towns = (data.towns ?? []).map(([rank, name, x, y]) =>
      ({ ...named([name, x / 1000, y / 1000, 0]), rank }));
    this.countries = (data.countries ?? []).map(named);
    this.areas = (data.areas ?? []).map(named);
    this.extent = boxed(data.extent);
  }
}

/** @param {NameRow} row */
const named = ([name, lon, lat, size]) => ({ name, x: across(lon), y: down(lat), size });
