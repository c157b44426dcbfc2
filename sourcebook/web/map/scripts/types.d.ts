import type { Manifest, Mark, Row } from "../../table/scripts/types.js";
import type { Outline } from "./outline.js";

/** Left, top, right, bottom: in pixels, or in the square that is the Earth. */
export type Box = [left: number, top: number, right: number, bottom: number];

/** A line as the files of ground/ hold it: its start in units, and its steps. */
export type LineRow = [x: number, y: number, steps: string];

/** A name that can stand at a place: with longitude, latitude, and size in cells. */
export type NameRow = [name: string, lon: number, lat: number, size: number];

/** What a file of ground/ holds: see sourcebook/web/map/__init__.py. */
export interface PartData {
  scale: number;
  extent: Box;
  land: LineRow[];
  lakes: LineRow[];
  borders: LineRow[];
  disputed: LineRow[];
  divisions: LineRow[];
  rivers: [rank: number, name: string, ...LineRow][];
  towns?: [rank: number, name: string, x: number, y: number][];
  countries?: NameRow[];
  areas?: NameRow[];
}

/** The file of the whole Earth, which names the others. */
export interface WorldData extends PartData {
  parts: [name: string, from: number, extent: Box, version: string][];
  outlines: string;
}

/** A place of the square, with a name. */
export interface NamedPlace {
  name: string;
  x: number;
  y: number;
  size: number;
}

export interface Town extends NamedPlace {
  rank: number;
}

/** Incidents at one point. */
export interface Spot {
  lat: number;
  lon: number;
  /** Whether the point is only what they are near. */
  near: boolean;
  rows: Row[];
  radii: Set<number>;
  /** Their other positions. */
  rivals: Map<string, Mark>;
}

/** Spots that are shown as one marker, in pixels at a level of zoom. */
export interface Group {
  x: number;
  y: number;
  spots: Spot[];
  /** How many incidents. */
  size: number;
  /** Whether it is the ring round a place. */
  ring: boolean;
}

/** An area that incidents are known only to. */
export interface KnownArea {
  id: string;
  label: string;
  outline: Outline;
  rows: Row[];
}

export type { Manifest, Mark, Row };
