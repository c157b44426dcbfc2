/* The moving map: a button beside the drawn map, which it replaces when it is pressed. Until then
   nothing is loaded; then Leaflet, the ground (moving-ground.js), the areas (moving-areas.js) and the
   incidents (rows.js).

   On a page with a table of incidents it shows what the table shows, by the event sourcebook:filter;
   on the page of an episode it has a filter of its own. */
(() => {
  "use strict";

  const host = document.querySelector("[data-moving-map]");
  if (!host) return;
  const root = new URL("..", document.currentScript.src);
  const episode = host.dataset.episode;
  const drawn = [...host.parentElement.querySelectorAll("figure.plate:has(.map), figure.plate:has(.map) + .unplaced")];

  const WORDS = {
    close: "Back to the drawn map",
    hide: "Close the map",
    loading: "The map is being loaded…",
    failed: "The map could not be loaded.",
    label: "Map of incidents. The arrow keys move it, plus and minus zoom; Tab leads to the marks.",
    all: "All",
    allLong: "All marks in the picture",
    none: "No incident fits the filter.",
  };
  const KIT = ["leaflet/leaflet.css", "leaflet/leaflet.js", "moving-ground.js", "moving-areas.js", "moving-map.css"]
    .map((name) => `assets/${name}`);
  const TOGETHER = 30; // pixels: marks nearer to each other than this are one
  const HALF = 14; // pixels: half of the least that a finger can press
  const AREA = 6.5; // pixels: from this radius on an area is drawn, and its mark is small
  const RING = 8; // pixels: from this radius on the surroundings of a place are a ring
  const WIDE = 120; // pixels: up to which radius words of other places keep clear of an area
  const APART = 10; // pixels: how far apart two positions are shown as two
  const NAMED = 40; // marks with their names beside them
  const LISTED = 60; // links of a popup or a list
  const TOLD = 6; // incidents of an area that are told below the map
  const CLOSEST = 9; // level of zoom of a first view, whatever the places
  const MOST = 13; // level of zoom beyond which the ground has nothing more to show
  const EQUATOR_M = 40075016.7;

  const count = (number, one) => `${number.toLocaleString("en")} ${one}${number === 1 ? "" : "s"}`;

  /* A distance in words, as sourcebook/geo/distance.py has it. */
  function distance(metres) {
    if (metres < 1000) return `${metres.toFixed(0)} m`;
    const far = metres / 1000;
    return far < 10 && far % 1 ? `${far.toFixed(1)} km` : `${Math.round(far).toLocaleString("en")} km`;
  }

  /* An element; what is put into it is text or another element, and never markup. */
  function element(tag, name, ...children) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...children);
    return made;
  }

  function button(text, act, name = "md-button") {
    const made = element("button", name, text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  const needed = new Map();

  /* A script or a style sheet of the site, once. */
  function load(path) {
    if (!needed.has(path)) {
      const sheet = path.endsWith(".css"), made = element(sheet ? "link" : "script");
      if (sheet) made.rel = "stylesheet";
      made[sheet ? "href" : "src"] = new URL(path, root).href;
      const done = new Promise((resolve, reject) => {
        made.onload = resolve;
        made.onerror = () => reject(new Error(`${made.src || made.href} cannot be loaded`));
      });
      done.catch(() => needed.delete(path));
      needed.set(path, done);
      document.head.append(made);
    }
    return needed.get(path);
  }

  // --- The incidents, by place ---------------------------------------------------------------------

  /* Whether an incident has a position of its own: where only claims place it, it has none. */
  const placed = (row) => row.marks.length > 0 && row.marks[0].kind !== "claimed";

  /* Rows by the place where they are marked first: what lies at one point is one spot. */
  function spotsOf(rows) {
    const spots = new Map();
    for (const row of rows.filter(placed)) {
      const [own, ...rivals] = row.marks, near = own.kind === "near";
      const key = `${own.lat},${own.lon}${near ? `,${own.radius}` : ""}`;
      if (!spots.has(key)) {
        spots.set(key, { lat: own.lat, lon: own.lon, near, rows: [], radii: new Set(), rivals: new Map() });
      }
      const spot = spots.get(key);
      spot.rows.push(row);
      spot.radii.add(own.radius);
      for (const each of rivals) spot.rivals.set(`${each.lat},${each.lon},${each.radius}`, each);
    }
    return [...spots.values()];
  }

  /* The room that a sign takes, and whether two such are apart. */
  const boxAt = ({ x, y }, half, high = HALF) => [x - half, y - high, x + half, y + high];
  const apart = (one, other) => one[0] > other[2] || other[0] > one[2] || one[1] > other[3] || other[1] > one[3];

  const largest = (spot) => Math.max(...spot.radii);

  /* Everything that a view of spots has to show, as boxes. */
  function boundsOf(spots) {
    const bounds = L.latLngBounds([]);
    for (const spot of spots) {
      for (const { lat, lon, radius } of [{ ...spot, radius: largest(spot) }, ...spot.rivals.values()]) {
        bounds.extend(L.latLng(lat, lon).toBounds(2 * Math.max(radius, 50)));
      }
    }
    return bounds;
  }

  /* Pixels of a distance at a latitude and a level of zoom. */
  const pixels = (metres, lat, zoom) =>
    metres / (EQUATOR_M * Math.cos(lat * Math.PI / 180)) * 256 * 2 ** zoom;

  /* Whether a spot is the surroundings of a place, and so has no point. */
  const isRing = (spot, zoom) => spot.near && pixels(largest(spot), spot.lat, zoom) >= RING;

  /* Spots that are nearer to each other than marks can be told apart, at a level of zoom. In order:
     each joins the first group that is near, and groups are found by the cells of a grid. */
  function grouped(map, spots, zoom) {
    const groups = [], cells = new Map();
    for (const spot of spots) {
      const { x, y } = map.project([spot.lat, spot.lon], zoom);
      if (isRing(spot, zoom)) {
        groups.push({ x, y, spots: [spot], size: spot.rows.length, ring: true });
        continue;
      }
      const column = Math.floor(x / TOGETHER), line = Math.floor(y / TOGETHER);
      const group = near(cells, column, line, x, y);
      if (group) {
        group.spots.push(spot);
        group.size += spot.rows.length;
        continue;
      }
      const made = { x, y, spots: [spot], size: spot.rows.length };
      groups.push(made);
      const key = `${column},${line}`;
      if (cells.has(key)) cells.get(key).push(made);
      else cells.set(key, [made]);
    }
    return groups;
  }

  function near(cells, column, line, x, y) {
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (const group of cells.get(`${column + dx},${line + dy}`) ?? []) {
          if (Math.hypot(group.x - x, group.y - y) < TOGETHER) return group;
        }
      }
    }
    return null;
  }

  // --- What is told of an incident -----------------------------------------------------------------

  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

  function precision({ radius, kind }) {
    if (kind === "near") return `about ${distance(radius)} from the middle of the circle`;
    return radius ? `within ${distance(radius)}` : "";
  }

  /* `area` is in words what a row is known only to. */
  function told(row, words, area) {
    const card = element("div", "moving-card", element("p", "moving-card__title", linked(row)));
    const line = (name, text) => text && card.append(element("p", `moving-card__${name}`, text));
    line("when", `${row.when} · ${capital(words.types[row.type] ?? row.type)}`);
    line("where", area ?? [row.place, precision(row.marks[0])].filter(Boolean).join(", "));
    const others = row.marks.length - 1;
    if (others && !area) line("where", `Also placed at ${others === 1 ? "one other point" : `${others} other points`}, joined by a broken line`);
    const by = Map.prototype.get.bind(row.attackers.reduce((sorted, each) =>
      sorted.set(each.word, [...(sorted.get(each.word) ?? []), each]), new Map()));
    for (const word of new Set(row.attackers.map((each) => each.word))) {
      line("by", `${capital(word)} attacker: ${by(word).map((each) => each.label + (each.denied ? " (denies it)" : "")).join(", ")}`);
    }
    if (!row.attackers.length) line("by", "No attacker is named");
    if (row.grade) line("grade", `${capital(row.grade)}: ${new Map(words.grades).get(row.grade)}`);
    return card;
  }

  function links(rows, where) {
    const items = rows.slice(0, LISTED).map((row) => {
      return element("li", "", linked(row), ` ${row.when}${where ? `, ${row.place}` : ""}`);
    });
    if (rows.length > LISTED) items.push(element("li", "", `and ${(rows.length - LISTED).toLocaleString("en")} more`));
    return element("ul", "moving-links", ...items);
  }

  /* A row as a link to its page. */
  function linked(row) {
    return Object.assign(element("a", "", row.title), { href: row.url });
  }

  function inArea({ label, rows, words: title }, words) {
    if (rows.length === 1) return told(rows[0], words, `Somewhere in ${label}`);
    return element("div", "moving-card", element("p", "moving-card__title", title), links(rows, false));
  }

  function listed(rows) {
    const places = new Set(rows.map((row) => row.place));
    const where = places.size === 1 ? rows[0].place : count(places.size, "place");
    const title = `${count(rows.length, "incident")}, ${where}`;
    return element("div", "moving-card", element("p", "moving-card__title", title), links(rows, false));
  }

  // --- The map -------------------------------------------------------------------------------------

  class MovingMap {
    constructor(place, words, kit, earth) {
      Object.assign(this, { words, earth, markers: new Map(), drawn: [], spots: [], grouping: new Map() });
      const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
      this.map = L.map(place, {
        zoomControl: false, attributionControl: false, scrollWheelZoom: false, worldCopyJump: true,
        minZoom: 1, maxZoom: MOST, maxBounds: [[-85.05, -720], [85.05, 720]], maxBoundsViscosity: 1,
        zoomAnimation: !still, fadeAnimation: false, markerZoomAnimation: !still, inertia: !still,
      });
      this.map.createPane("names").classList.add("moving-names");
      this.ground = new kit.Ground(earth, place);
      this.names = new kit.Names(earth, place);
      earth.onmore = () => this.repaint();
      L.control.zoom({ zoomInTitle: "Zoom in", zoomOutTitle: "Zoom out" }).addTo(this.map);
      this.allControl().addTo(this.map);
      L.control.scale({ imperial: false }).addTo(this.map);
      L.control.attribution({ prefix: false }).addAttribution("Ground: Natural Earth").addTo(this.map);
      this.outlines = new kit.Areas(this.map, this.renderer(), (area, at, byKey) =>
        this.tell(area.key, inArea(area, words), at, byKey));
      this.areas = L.layerGroup().addTo(this.map);
      this.keys(place);
    }

    allControl() {
      const control = new L.Control({ position: "topleft" });
      control.onAdd = () => {
        const made = button(WORDS.all, () => this.fit(), "moving-all");
        made.title = WORDS.allLong;
        made.setAttribute("aria-label", WORDS.allLong);
        L.DomEvent.disableClickPropagation(made);
        return made;
      };
      return control;
    }

    /* The wheel zooms only while the map has the focus, so that a page can be scrolled past it. */
    keys(place) {
      this.map.on("focus click", () => this.map.scrollWheelZoom.enable());
      this.map.on("blur", () => this.map.scrollWheelZoom.disable());
      place.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || !this.popup?.isOpen()) return;
        event.stopPropagation();
        this.popup.close();
      });
      this.map.on("popupclose", ({ popup }) => {
        if (document.activeElement !== document.body) return; // it was not in what has gone
        const marker = this.markers.get(popup.key) ?? this.outlines.get(popup.key);
        (marker?.getElement() ?? place).focus({ preventScroll: true });
      });
    }

    /* Shows other rows and areas; the picture is moved only where none of them would be in it. */
    show(rows, areas) {
      this.popup?.close();
      this.spots = spotsOf(rows);
      this.grouping.clear();
      if (!this.started) this.start(areas);
      else {
        this.outlines.show(areas);
        const shown = this.map.getBounds();
        const seen = this.spots.some(({ lat, lon }) => shown.contains([lat, lon])) || this.outlines.touches(shown);
        if ((this.spots.length || areas.length) && !seen) this.fit();
        this.draw();
      }
    }

    start(areas) {
      this.started = true;
      this.map.setView([20, 0], 1); // before a map has a view it can draw nothing
      this.outlines.show(areas);
      this.fit();
      this.ground.addTo(this.map);
      this.names.addTo(this.map);
      this.draw();
      this.map.on("moveend resize", this.draw, this);
    }

    fit() {
      const bounds = this.outlines.bounds(boundsOf(this.spots), CLOSEST);
      if (!bounds.isValid()) this.map.setView([20, 0], 1);
      else this.map.fitBounds(bounds, { maxZoom: CLOSEST, padding: [24, 24] });
    }

    repaint() {
      this.ground.repaint();
      this.write();
    }

    write() {
      this.names.draw();
      this.outlines.tell();
    }

    /* The marks, areas and names of what is in the picture. */
    draw() {
      const { map } = this, zoom = map.getZoom();
      if (!this.grouping.has(zoom)) this.grouping.set(zoom, grouped(map, this.spots, zoom));
      const { min, max } = map.getPixelBounds(), world = 256 * 2 ** zoom, middle = (min.x + max.x) / 2;
      const seen = new Map();
      for (const group of this.grouping.get(zoom)) {
        const x = group.x + Math.round((middle - group.x) / world) * world;
        if (x > min.x - 40 && x < max.x + 40 && group.y > min.y - 40 && group.y < max.y + 40) {
          seen.set(`${zoom}:${group.x}:${group.y}:${group.size}:${group.ring}:${x}`, { ...group, x });
        }
      }
      this.areas.clearLayers();
      this.names.marked = [];
      this.names.kept = [];
      this.names.soft = [];
      for (const [key, marker] of this.markers) if (!seen.has(key)) { marker.remove(); this.markers.delete(key); }
      const inOrder = [...seen].sort(([, one], [, other]) => (one.ring ?? 0) - (other.ring ?? 0));
      for (const [key, group] of inOrder) this.group(key, group);
      this.outlines.draw(this.names);
      this.write();
    }

    pixels(metres, lat) {
      return pixels(metres, lat, this.map.getZoom());
    }

    group(key, group) {
      const { spots: [spot] } = group, alone = group.spots.length === 1;
      const turn = this.map.unproject([group.x, group.y]).lng - spot.lon;
      const at = L.latLng(spot.lat, spot.lon + turn), point = this.map.latLngToContainerPoint(at);
      const reach = this.pixels(largest(spot), spot.lat), { ring } = group;
      const sign = this.sign(group, ring, reach), { half } = sign;
      if (alone) this.surroundings(spot, at, turn, ring, point);
      const place = ring ? this.besideRing(point, reach, half) : point;
      this.names.kept.push(boxAt(place, Math.max(half, HALF)));
      if (alone && this.names.marked.length < NAMED) {
        this.names.marked.push({ text: spot.rows[0].place, point: place, gap: half + 4 });
      }
      const where = ring ? this.map.containerPointToLatLng(place) : at;
      if (this.markers.has(key)) this.markers.get(key).setLatLng(where);
      else this.markers.set(key, this.marker(key, group, where, sign));
    }

    /* Where on a ring its words stand, if there is room above, below or beside it. */
    besideRing({ x, y }, reach, half) {
      const aside = Math.max(reach, HALF + 1) + half, off = Math.max(reach, 2 * HALF + 1);
      const places = [[x, y - reach], [x, y + reach], [x + aside, y], [x - aside, y], [x, y - off], [x, y + off]]
        .map(([left, top]) => L.point(left, top));
      const free = (place) => this.names.kept.every((box) => apart(boxAt(place, Math.max(half, HALF)), box));
      return places.find(free) ?? places[0];
    }

    sign({ spots: [spot, ...others], size }, ring, reach) {
      if (ring) {
        const text = `${size > 1 ? `${count(size, "incident")}, ` : ""}${distance(largest(spot))}`;
        return { look: "ring", text, half: 8 + 2.7 * text.length };
      }
      const several = size > 1 || others.length > 0;
      if (several) return { look: "count", text: size.toLocaleString("en"), half: 9 + 3 * String(size).length };
      return { look: reach >= AREA ? "small" : "bare", text: "", half: 8 };
    }

    marker(key, group, at, { look, text, half }) {
      const { spots: [spot], size } = group, rows = group.spots.flatMap((each) => each.rows);
      const icon = L.divIcon({
        className: "moving-mark", iconSize: [2 * Math.max(half, HALF), 2 * HALF],
        html: element("span", `moving-sign moving-sign--${look}`, text),
      });
      const marker = L.marker(at, { icon, keyboard: true, riseOnHover: true, bubblingMouseEvents: false });
      const places = new Set(rows.map((row) => row.place));
      const where = places.size === 1 ? spot.rows[0].place : count(places.size, "place");
      const what = size === 1 ? `${rows[0].title}, ${rows[0].when}` : count(size, "incident");
      const name = look === "ring" ? `${text}: ${what}, ${where}` : `${what}, ${where}`;
      marker.on("add", () => marker.getElement().setAttribute("aria-label", name));
      marker.on("click keypress", (event) => {
        const pressed = event.originalEvent;
        if (event.type === "keypress" && ![" ", "Enter"].includes(pressed.key)) return;
        if (event.type === "keypress") pressed.preventDefault();
        this.open(key, group, rows, marker.getLatLng(), event.type === "keypress" || pressed?.detail === 0);
      });
      return marker.addTo(this.map);
    }

    /* A group is come nearer to; one that nothing divides further, and a single mark, is told of. */
    open(key, { spots }, rows, at, byKey) {
      const zoom = this.dividing(spots);
      if (zoom) {
        this.map.setView(this.middle(spots, at), zoom);
        if (byKey) this.map.getContainer().focus({ preventScroll: true });
        return;
      }
      this.tell(key, rows.length === 1 ? told(rows[0], this.words) : listed(rows), at, byKey);
    }

    tell(key, content, at, byKey) {
      const widest = Math.min(300, this.map.getSize().x - 100); // the controls are at the left
      this.popup = L.popup({ maxHeight: 230, minWidth: Math.min(220, widest), maxWidth: widest,
        autoPanPaddingTopLeft: [56, 12], autoPanPaddingBottomRight: [12, 28] });
      this.popup.key = key;
      this.popup.setLatLng(at).setContent(content).openOn(this.map);
      const shut = this.popup.getElement().querySelector(".leaflet-popup-close-button");
      shut?.setAttribute("aria-label", "Close");
      if (byKey) content.querySelector("a")?.focus({ preventScroll: true });
    }

    /* The next level of zoom at which spots are several groups. */
    dividing(spots) {
      for (let zoom = this.map.getZoom() + 1; spots.length > 1 && zoom <= MOST; zoom++) {
        if (grouped(this.map, spots, zoom).length > 1) return zoom;
      }
      return 0;
    }

    middle(spots, at) {
      const centre = L.latLngBounds(spots.map(({ lat, lon }) => [lat, lon])).getCenter();
      return [centre.lat, centre.lng + Math.round((at.lng - centre.lng) / 360) * 360];
    }

    /* Where a spot can be, and its other positions. */
    surroundings(spot, at, turn, ring, point) {
      const area = (lat, lon, radius, look) => {
        const options = { radius, className: look, interactive: false, renderer: this.renderer() };
        L.circle([lat, lon], options).addTo(this.areas);
        const half = this.pixels(radius, lat);
        if (half < WIDE) this.names.soft.push(boxAt(this.map.latLngToContainerPoint([lat, lon]), half, half));
      };
      if (ring) {
        area(at.lat, at.lng, largest(spot), "map-area map-area--near");
        area(at.lat, at.lng, largest(spot), "map-ring");
      } else {
        for (const radius of [...spot.radii].sort((a, b) => b - a)) {
          if (this.pixels(radius, spot.lat) >= AREA) area(at.lat, at.lng, radius, "map-area");
        }
      }
      for (const other of spot.rivals.values()) this.rival(other, at, turn, point, area);
    }

    rival(other, at, turn, point, area) {
      const to = [other.lat, other.lon + turn], end = this.map.latLngToContainerPoint(to);
      if (end.distanceTo(point) < APART) return;
      const base = { interactive: false, renderer: this.renderer() };
      if (this.pixels(other.radius, other.lat) >= AREA) area(...to, other.radius, "map-area map-area--rival");
      L.polyline([at, to], { ...base, className: "map-between" }).addTo(this.areas);
      L.circleMarker(to, { ...base, radius: 4.5, className: "map-rival" }).addTo(this.areas);
      this.names.kept.push(boxAt(end, 6, 6));
      const text = `${distance(this.map.distance(at, to))} apart`;
      this.names.marked.unshift({ text, point: point.add(end).divideBy(2), gap: 8, note: true });
    }

    renderer() {
      this.svg ??= L.svg({ padding: 0.3 });
      return this.svg;
    }
  }

  // --- The filter of an episode --------------------------------------------------------------------

  /* Days, actor and type; `act` is called with what is chosen. */
  function filterForm(rows, words, act) {
    const days = rows.flatMap((row) => [row.from, row.to]).filter((day) => !/^(?:0001|9999)/.test(day)).sort();
    const day = (name, label) => {
      const input = Object.assign(element("input"), { type: "date", name, min: days[0], max: days.at(-1) });
      return element("label", "moving-field", element("span", "", label), input);
    };
    const choice = (name, label, entries) => {
      const options = entries.map(([value, text]) => Object.assign(element("option", "", text), { value }));
      const all = Object.assign(element("option", "", "all"), { value: "" });
      const select = Object.assign(element("select", "", all, ...options), { name });
      return element("label", "moving-field", element("span", "", label), select);
    };
    const named = (ids, labels) => [...new Set(ids)].map((id) => [id, labels[id] ?? id])
      .sort((one, other) => one[1].localeCompare(other[1], "en"));
    const form = element("form", "moving-filter",
      day("from", "From"), day("to", "To"),
      choice("actor", "Actor", named(rows.flatMap((row) => row.actors), words.actors)),
      choice("type", "Type", named(rows.map((row) => row.type), words.types)
        .map(([code, text]) => [code, capital(text)])),
      Object.assign(element("button", "moving-reset", "All"), { type: "reset" }));
    form.setAttribute("aria-label", "Filter of the map");
    const changed = () => act(Object.fromEntries(new FormData(form)));
    form.addEventListener("input", changed);
    form.addEventListener("reset", () => setTimeout(changed));
    form.addEventListener("submit", (event) => event.preventDefault());
    return form;
  }

  const fits = (row, { from, to, actor, type }) => (!from || row.to >= from) && (!to || row.from <= to)
    && (!actor || row.actors.includes(actor)) && (!type || row.type === type);

  // --- The panel -----------------------------------------------------------------------------------

  const status = element("p", "moving-status");
  status.setAttribute("role", "status");
  const opener = host.querySelector("button"), closed = opener.textContent;
  let panel = null;
  let moving = null;

  /* Rows under a summary, or nothing where there are none. */
  function fold(into, rows, summary) {
    into.hidden = !rows.length;
    into.replaceChildren(...(rows.length ? [element("summary", "", summary), links(rows, true)] : []));
  }

  const known = (number) => `${number.toLocaleString("en")} ${number === 1 ? "is" : "are"} known only to`;

  /* What an outline means, as the legend of a drawn map has it. */
  function legend({ label, rows }) {
    const drawn = (tag, attributes) => {
      const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
      for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
      return made;
    };
    const key = drawn("svg", { class: "map-picture map-key", viewBox: "0 0 24 14", "aria-hidden": "true" });
    const look = "map-somewhere map-somewhere--incident";
    key.append(drawn("rect", { class: look, x: 1, y: 1, width: 22, height: 12 }));
    const incidents = rows.slice(0, TOLD).flatMap((row, n) => [n ? ", " : "", linked(row)]);
    const rest = rows.length - TOLD;
    return element("p", "map-legend", key, ` ${known(rows.length)} ${label}: `, ...incidents,
      rest > 0 ? ` and ${rest.toLocaleString("en")} more` : "");
  }

  /* What is shown is told below the map, with all that is somewhere in an area or has no position. */
  function tell(rows, total, { drawn: areas, rest }, { outlined, away, lost }) {
    const shown = areas.flatMap((area) => area.rows), more = rest.flatMap((area) => area.rows);
    const told = new Set([...shown, ...more]);
    const nowhere = rows.filter((row) => !placed(row) && !told.has(row));
    const found = rows.length - more.length - nowhere.length;
    const of = rows.length < total ? `; ${rows.length.toLocaleString("en")} of ${total.toLocaleString("en")} fit the filter` : "";
    const some = shown.length < found ? ` ${shown.length.toLocaleString("en")} of them` : "";
    const only = shown.length ? `,${some} as ${areas.length === 1 ? "an outlined area" : "outlined areas"}` : "";
    status.textContent = rows.length ? `The map shows ${count(found, "incident")}${only}${of}.` : WORDS.none;
    outlined.replaceChildren(...areas.map(legend));
    fold(away, more, `${known(more.length)} ${count(rest.length, "area")} not outlined, as they would hide each other`);
    fold(lost, nowhere, `${nowhere.length.toLocaleString("en")} of ${count(rows.length, "incident")} ${nowhere.length === 1 ? "has" : "have"} no position on the map`);
  }

  async function everything() {
    const data = sourcebook['table/data'].data;
    if (episode) return data.rows({ episode });
    return data.shown?.rows ?? data.rows();
  }

  async function kit() {
    await Promise.all(KIT.map(load));
    return { ...window.sourcebookMovingGround(root), ...window.sourcebookMovingAreas() };
  }

  async function open() {
    opener.disabled = true;
    host.append(status);
    status.textContent = WORDS.loading;
    try {
      const parts = await kit();
      const [earth, rows, words] = await Promise.all([
        parts.Earth.open(), everything(), sourcebook['table/data'].data.manifest()]);
      build(parts, earth, rows, words);
    } catch (error) {
      status.textContent = WORDS.failed;
      panel?.remove();
      panel = null;
      throw error;
    } finally {
      opener.disabled = false;
    }
  }

  function build(parts, earth, rows, words) {
    const place = element("div", "moving-place");
    const beside = { outlined: element("div", "moving-outlined"), away: element("details", "moving-lost moving-away"),
      lost: element("details", "moving-lost") };
    place.setAttribute("role", "region");
    place.setAttribute("aria-label", WORDS.label);
    panel = element("div", "map moving");
    const show = (some, total) => {
      const areas = parts.areasOf(some, earth.outlines, words);
      moving.show(some, areas.drawn);
      tell(some, total, areas, beside);
    };
    if (episode) panel.append(filterForm(rows, words, (chosen) => show(rows.filter((row) => fits(row, chosen)), rows.length)));
    panel.append(place, status, ...Object.values(beside));
    host.prepend(panel);
    for (const each of drawn) each.classList.add("moving-behind");
    opener.textContent = drawn.length ? WORDS.close : WORDS.hide;
    moving = new MovingMap(place, words, parts, earth);
    show(rows, episode ? rows.length : words.total);
    if (!episode) follow(show, words);
    place.focus({ preventScroll: true });
  }

  /* The table of the page filters; the map shows the same. */
  function follow(show, words) {
    const changed = async ({ detail }) => {
      const own = panel;
      const rows = detail.rows ?? await sourcebook['table/data'].data.rows();
      if (own === panel) show(rows, detail.total ?? words.total);
    };
    document.addEventListener("sourcebook:filter", changed);
    panel.forget = () => document.removeEventListener("sourcebook:filter", changed);
  }

  function close() {
    panel.forget?.();
    moving.map.remove();
    panel.remove();
    status.remove();
    panel = moving = null;
    for (const each of drawn) each.classList.remove("moving-behind");
    opener.textContent = closed;
    opener.focus({ preventScroll: true });
  }

  // The colours of the page are those of the map, too.
  new MutationObserver(() => moving?.repaint())
    .observe(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] });

  opener.addEventListener("click", () => (panel ? close() : open()));
  host.hidden = false;
})();
