/* The areas of the moving map: outlines of what is known only to a country or a division, which is
   somewhere in them, so that no point stands for it. moving-map.js makes use of this, with Leaflet
   and moving-ground.js loaded before. */
window.sourcebookMovingAreas = () => {
  "use strict";

  const MOST = 6; // areas that are drawn: more of them would hide each other
  const WIDER = 2; // levels of zoom by which a first view may be farther out to show an area whole
  const LEAST = 24; // pixels: a smaller one is no target; it is told below the map
  const EARTH = 256;

  /* Rows that are known only to an area of which there is an outline, by that area: those with the
     most first, as in the drawn maps. The rest of them are not drawn. */
  function areasOf(rows, outlines, words) {
    const areas = new Map();
    for (const row of rows) {
      if (!outlines.has(row.area)) continue;
      if (!areas.has(row.area)) {
        const [label] = words.locations[row.area];
        areas.set(row.area, { id: row.area, label, outline: outlines.get(row.area), rows: [] });
      }
      areas.get(row.area).rows.push(row);
    }
    const sorted = [...areas.values()].sort((one, other) =>
      other.rows.length - one.rows.length || one.label.localeCompare(other.label, "en"));
    return { drawn: sorted.slice(0, MOST), rest: sorted.slice(MOST) };
  }

  const named = ({ label, rows }) =>
    `Somewhere in ${label}: ${rows.length.toLocaleString("en")} incident${rows.length === 1 ? "" : "s"}`;

  /* The same for the eye: a number stays with what it counts. */
  const kept = (words) => words.replace(/ (?=incidents?$)/, "\u00a0");

  const place = (x, y) => L.CRS.EPSG3857.pointToLatLng(L.point(x * EARTH, y * EARTH), 0);

  const bounded = ([left, top, right, bottom]) => L.latLngBounds(place(left, top), place(right, bottom));

  const inReach = ([left, top, right, bottom], { x, y }) =>
    Math.min(right - left, bottom - top) >= LEAST && left < x && right > 0 && top < y && bottom > 0;

  class Areas {
    /* `open` is called with an area, its key, where, and whether it was opened by a key. */
    constructor(map, renderer, open) {
      Object.assign(this, { map, renderer, open, shapes: new Map() });
    }

    /* The shape of a key, to which the focus returns. */
    get(key) {
      return this.shapes.get(key)?.shape;
    }

    /* Outlines other areas, the large ones first, so that those inside of them can be pressed. */
    show(areas) {
      for (const { shape } of this.shapes.values()) shape.remove();
      this.shapes.clear();
      const ordered = [...areas].sort((one, other) => other.outline.size - one.outline.size);
      for (const area of ordered) {
        const key = `area:${area.id}`;
        const drawn = { ...area, key, words: kept(named(area)), turn: 0 };
        drawn.shape = this.shape(drawn).addTo(this.map);
        this.shapes.set(key, drawn);
      }
    }

    shape(drawn) {
      const look = { className: "map-somewhere map-somewhere--incident", renderer: this.renderer };
      const shape = L.polygon(this.corners(drawn), look);
      shape.on("add", () => {
        const path = shape.getElement();
        path.setAttribute("role", "button");
        path.setAttribute("aria-label", named(drawn));
        path.append(document.createElementNS("http://www.w3.org/2000/svg", "title"));
      });
      shape.on("click keypress", (event) => {
        const pressed = event.originalEvent, typed = event.type === "keypress";
        if (typed && ![" ", "Enter"].includes(pressed.key)) return;
        if (typed) pressed.preventDefault();
        const byKey = typed || pressed?.detail === 0;
        this.open(drawn, byKey ? this.within(drawn) : event.latlng, byKey);
      });
      return shape;
    }

    corners({ outline, turn }) {
      return outline.lines.map(({ xs, ys }) => Array.from(xs, (x, n) => place(x + turn, ys[n])));
    }

    /* A place in the part of an area that is in the picture. */
    within({ outline, turn }) {
      const spans = this.names.spans(outline, turn);
      const point = spans.length ? [(spans[0].left + spans[0].right) / 2, spans[0].y] : this.map.getSize().divideBy(2);
      return this.map.containerPointToLatLng(point);
    }

    /* Each on the copy of the Earth that is nearest to the middle, with its name; one that is out of
       the picture or too small to be told from its marks is not in reach. */
    draw(names) {
      this.names = names;
      names.look();
      names.outlined = [];
      for (const drawn of this.shapes.values()) {
        const { outline: { main }, shape } = drawn, path = shape.getElement();
        const turn = Math.round(names.middle - (main[0] + main[2]) / 2);
        if (turn !== drawn.turn) shape.setLatLngs(this.corners(Object.assign(drawn, { turn })));
        const seen = inReach(names.boxed(main, turn), names.size);
        if (seen) names.outlined.push(drawn);
        if (seen || path === document.activeElement) path.setAttribute("tabindex", "0");
        else path.removeAttribute("tabindex");
        drawn.written = false;
      }
    }

    /* What the names did not find room for is told where the pointer rests. */
    tell() {
      for (const { shape, words, written } of this.shapes.values()) {
        shape.getElement().querySelector("title").textContent = written ? "" : words;
      }
    }

    /* The bounds of some places, and of the areas too where they do not dwarf these, which are shown
       no larger than at a level of zoom. */
    bounds(near, closest) {
      const whole = L.latLngBounds([]);
      for (const { outline } of this.shapes.values()) whole.extend(bounded(outline.main));
      if (!near.isValid() || !whole.isValid()) return near.isValid() ? near : whole;
      whole.extend(near);
      const far = Math.min(this.map.getBoundsZoom(near), closest) - this.map.getBoundsZoom(whole);
      return far <= WIDER ? whole : near;
    }

    touches(bounds) {
      return [...this.shapes.values()].some(({ outline }) => bounds.intersects(bounded(outline.main)));
    }
  }

  return { Areas, areasOf };
};
