/** What the scripts in rows/ hold: see sourcebook/web/table/__init__.py. */

export interface Manifest {
  fields: string[];
  /** Name, first and last day, how many rows, version. */
  parts: [name: string, from: string, to: string, rows: number, version: string][];
  total: number;
  folder: string;
  types: Record<string, string>;
  grades: [name: string, text: string][];
  actors: Record<string, string>;
  /** The label of a place, and the id of the one that it lies in. */
  locations: Record<string, [label: string, within: string]>;
  episodes: Record<string, string>;
}

export interface Attacker {
  id: string;
  label: string;
  /** alleged, acknowledged or inferred */
  word: string;
  denied: boolean;
}

/** A place on the map: degrees, and metres within which it is. */
export interface Mark {
  lat: number;
  lon: number;
  radius: number;
  kind: "incident" | "near" | "rival" | "claimed";
}

/** An incident. */
export interface Row {
  id: string;
  title: string;
  url: string;
  type: string;
  /** The first and the last day that its date can mean. */
  from: string;
  to: string;
  when: string;
  location: string;
  place: string;
  attackers: Attacker[];
  actors: string[];
  grade: string;
  disputed: boolean;
  episodes: string[];
  marks: Mark[];
  /** The id of the country or division that it is known only to, or empty. */
  area: string;
}

/** What rows are asked for; what is left out or empty asks for nothing. */
export interface Filter {
  type?: string;
  actor?: string;
  /** A place, and what lies in it. */
  location?: string;
  from?: string;
  to?: string;
  grade?: string;
  disputed?: string;
  text?: string;
  episode?: string;
  /** The beginning of the name of a part: 2022. */
  part?: string;
}

/** The rows that a table shows: all of them where they are null. */
export interface Shown {
  rows: Row[] | null;
  total: number;
}
