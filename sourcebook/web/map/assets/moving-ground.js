/* The ground of the moving map, drawn tile by tile in the browser from the scripts of ground/, and
   the names on it. What the scripts hold is told in sourcebook/web/map/. Nothing is loaded
   but them. moving-map.js makes use of this, with Leaflet loaded before. */
window.sourcebookMovingGround = (root) => {
  "use strict";

  const TILE = 256; // the size of a tile, and of the Earth at the lowest level of zoom, in pixels
  const CHUNK = 48; // points of a line that share a box
  const NORTH = 85.0511; // where the map ends
  const HALO = 3;
  const LINES = [26, 16]; // about how many letters a line of the words of an area has
  const LEADING = 16;
  const INSIDE = 0.5; // how much of the words of an area is inside of it at least
  const ROW = 8; // pixels: how far apart the heights are at which an area is measured
  const SMALL = 160; // pixels: the width up to which the words of an area can stand beside it

  // --- Reading: the Earth is a square with sides of length 1, as in all maps of the web ------------

  const across = (lon) => lon / 360 + 0.5;
  function down(lat) {
    const sine = Math.sin(Math.max(-NORTH, Math.min(NORTH, lat)) * Math.PI / 180);
    return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  }

  const meet = (one, other) => one[0] <= other[2] && other[0] <= one[2]
    && one[1] <= other[3] && other[1] <= one[3];
  const holds = (outer, inner) => outer[0] <= inner[0] && outer[1] <= inner[1]
    && inner[2] <= outer[2] && inner[3] <= outer[3];

  /* The box round some boxes. */
  const around = (boxes) => boxes.reduce((box, other) => [
    Math.min(box[0], other[0]), Math.min(box[1], other[1]),
    Math.max(box[2], other[2]), Math.max(box[3], other[3])], [9, 9, -9, -9]);

  /* A box of the square: west, south, east, north to left, top, right, bottom. */
  const boxed = ([west, south, east, north]) => [across(west), down(north), across(east), down(south)];

  class Line {
    constructor(scale, x, y, steps) {
      const bytes = atob(steps), count = bytes.length / 2 + 1;
      this.open = true;
      this.xs = new Float64Array(count);
      this.ys = new Float64Array(count);
      const start = [x, y];
      for (let n = 0; n < count; n++) {
        if (n) {
          x += bytes.charCodeAt(2 * n - 2) << 24 >> 24;
          y += bytes.charCodeAt(2 * n - 1) << 24 >> 24;
        }
        this.xs[n] = across(x / scale);
        this.ys[n] = down(y / scale);
      }
      this.open = x !== start[0] || y !== start[1];
      this.chunks = [];
      for (let n = 0; n < count - 1; n += CHUNK) this.chunks.push(this.chunk(n, Math.min(n + CHUNK + 1, count)));
      this.box = around(this.chunks.map(({ box }) => box));
    }

    chunk(start, stop) {
      const xs = this.xs.subarray(start, stop), ys = this.ys.subarray(start, stop);
      return { start, stop, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] };
    }
  }

  /* A part of the ground: lines by kind, and names. */
  class Part {
    constructor(data) {
      const line = (row) => new Line(data.scale, ...row);
      for (const kind of ["land", "lakes", "borders", "disputed", "divisions"]) this[kind] = data[kind].map(line);
      for (const each of this.land) if (each.open) each.box[3] = 1; // all behind a coast round the pole
      this.rivers = data.rivers.map(([rank, name, ...row]) => Object.assign(line(row), { rank, name }));
      const spot = (name, lon, lat, size = 0) => ({ name, x: across(lon), y: down(lat), size });
      this.towns = (data.towns ?? []).map(([rank, name, x, y]) => ({ ...spot(name, x / 1000, y / 1000), rank }));
      this.countries = (data.countries ?? []).map((row) => spot(...row));
      this.areas = (data.areas ?? []).map((row) => spot(...row));
      this.extent = boxed(data.extent);
    }
  }

  const wide = ([left, , right]) => right - left;

  /* The outline of an area: its rings, and the box of those that are not small beside the largest.
     It is read when it is drawn: of many areas a map draws a few. */
  class Outline {
    constructor(rows) {
      this.rows = rows;
    }

    get lines() {
      const [scale, ...rows] = this.rows;
      this.read ??= rows.map((row) => new Line(scale, ...row));
      return this.read;
    }

    get main() {
      const boxes = this.lines.map(({ box }) => box), most = Math.max(...boxes.map(wide));
      this.shown ??= around(boxes.filter((box) => wide(box) >= most / 5));
      return this.shown;
    }

    get size() {
      return wide(this.main) * (this.main[3] - this.main[1]);
    }
  }

  const receivers = new Map();

  /* What each file of the ground calls. */
  window.sourcebookGround = (version, name, data) => receivers.get(name)?.(data);

  function load(name, version) {
    return new Promise((resolve, reject) => {
      receivers.set(name, resolve);
      const script = document.createElement("script");
      script.src = new URL(`ground/${name}.js?${version}`, root).href;
      script.onload = script.onerror = () => {
        script.remove();
        reject(new Error(`${script.src} cannot be loaded`)); // says nothing after `resolve`
      };
      document.head.append(script);
    });
  }

  class Earth {
    static async open() {
      const earth = new Earth(), data = await load("world", "");
      earth.parts = [
        { from: 0, extent: [-9, -9, 9, 9], part: new Part(data) },
        ...data.parts.map(([name, from, extent, version]) => ({ name, from, version, extent: boxed(extent) })),
      ];
      earth.outlines = new Map();
      if (data.outlines) await earth.outline(data.outlines);
      return earth;
    }

    /* The outlines of areas by id; without them all that is in them is listed. */
    async outline(version) {
      const found = await load("outlines", version).catch(() => ({}));
      this.outlines = new Map(Object.entries(found).map(([id, rows]) => [id, new Outline(rows)]));
    }

    /* The parts that a box touches at a level, the coarse first; what is missing is sent for. */
    touched(box, zoom) {
      const wanted = this.parts.filter(({ from, extent }) => zoom >= from && meet(extent, box));
      for (const entry of wanted) if (!entry.part && !entry.asked) this.send(entry);
      return wanted.filter(({ part }) => part);
    }

    /* The same without those that a finer one covers. */
    shown(box, zoom) {
      const parts = this.touched(box, zoom);
      return parts.slice(Math.max(0, parts.findLastIndex(({ extent }) => holds(extent, box))));
    }

    send(entry) {
      entry.asked = true;
      load(entry.name, entry.version).then((data) => {
        entry.part = new Part(data);
        this.onmore?.();
      }, () => {}); // the coarser part remains
    }
  }

  // --- Drawing -------------------------------------------------------------------------------------

  const VARIABLES = ["sea", "land", "line", "border", "river", "ink", "quiet", "water-ink", "location"];

  /* The colours of the page as it is now. */
  function palette(element) {
    const style = getComputedStyle(element);
    const colours = Object.fromEntries(VARIABLES.map((name) => [name, style.getPropertyValue(`--map-${name}`).trim()]));
    return { ...colours, font: style.fontFamily };
  }

  /* Draws the lines of a part into a tile: `left`, `top` and `unit` say which piece of the square. */
  class Pen {
    constructor(context, left, top, unit) {
      Object.assign(this, { context, left, top, factor: TILE / unit });
      const pad = 4 / this.factor;
      this.box = [left - pad, top - pad, left + unit + pad, top + unit + pad];
    }

    trace(lines, filled) {
      this.context.beginPath();
      for (const turn of [-1, 0, 1]) {
        const box = [this.box[0] - turn, this.box[1], this.box[2] - turn, this.box[3]];
        for (const line of lines) if (meet(line.box, box)) this.line(line, turn, box, filled);
      }
    }

    /* What lies outside the tile is left out, or, where it bounds an area, drawn by its ends: a run
       and the straight line between its ends lie in one box, which does not meet the tile. */
    line({ xs, ys, chunks, open }, turn, box, filled) {
      const { context, factor, top } = this, left = this.left - turn;
      let on = false, lastX = 0, lastY = 0;
      const go = (n) => {
        const x = (xs[n] - left) * factor, y = (ys[n] - top) * factor;
        if (on) {
          if (Math.abs(x - lastX) < 0.4 && Math.abs(y - lastY) < 0.4) return;
          context.lineTo(x, y);
        } else context.moveTo(x, y);
        [on, lastX, lastY] = [true, x, y];
      };
      for (const { start, stop, box: own } of chunks) {
        if (meet(own, box)) for (let n = on ? start + 1 : start; n < stop; n++) go(n);
        else if (filled) {
          if (!on) go(start);
          go(stop - 1);
        } else on = false;
      }
      if (filled && open) { // the coast round the South Pole, and the land behind it
        context.lineTo((xs.at(-1) - left) * factor, (1.01 - top) * factor);
        context.lineTo((xs[0] - left) * factor, (1.01 - top) * factor);
      }
      if (filled) context.closePath();
    }

    area(lines, fill, stroke) {
      this.trace(lines, true);
      Object.assign(this.context, { fillStyle: fill, strokeStyle: stroke, lineWidth: 0.8 });
      this.context.fill("evenodd");
      this.context.stroke();
    }

    stroke(lines, colour, width, dash = []) {
      this.trace(lines, false);
      Object.assign(this.context, { strokeStyle: colour, lineWidth: width });
      this.context.setLineDash(dash);
      this.context.stroke();
      this.context.setLineDash([]);
    }

    part({ part, extent }, colours, zoom) {
      const { context, factor } = this;
      context.save();
      context.beginPath();
      for (const turn of [-1, 0, 1]) {
        context.rect((extent[0] + turn - this.left) * factor, (extent[1] - this.top) * factor,
          (extent[2] - extent[0]) * factor, (extent[3] - extent[1]) * factor);
      }
      context.clip();
      context.fillStyle = colours.sea;
      context.fillRect(0, 0, TILE, TILE);
      this.area(part.land, colours.land, colours.river);
      this.stroke(part.divisions, colours.line, 0.8, [1, 2]);
      this.stroke(part.rivers.filter(({ rank }) => rank <= zoom), colours.river, 1.3);
      this.area(part.lakes, colours.sea, colours.river);
      this.stroke(part.disputed, colours.border, 1.2, [3, 2.5]);
      this.stroke(part.borders, zoom < 4 ? colours.line : colours.border, zoom < 4 ? 0.7 : 1.2);
      context.restore();
    }
  }

  const Ground = L.GridLayer.extend({
    initialize(earth, element) {
      L.setOptions(this, { tileSize: TILE, keepBuffer: 1 });
      Object.assign(this, { earth, element });
    },
    createTile({ x, y, z }) {
      const tile = L.DomUtil.create("canvas"), ratio = Math.min(2, window.devicePixelRatio || 1);
      tile.width = tile.height = TILE * ratio;
      const context = tile.getContext("2d"), unit = 1 / 2 ** z;
      context.scale(ratio, ratio);
      context.lineJoin = "round";
      this.colours ??= palette(this.element);
      const box = [x * unit, y * unit, (x + 1) * unit, (y + 1) * unit];
      const pen = new Pen(context, box[0], box[1], unit);
      for (const entry of this.earth.shown(box, z)) pen.part(entry, this.colours, z);
      return tile;
    },
    repaint() {
      this.colours = null;
      this.redraw();
    },
  });

  // --- Names ---------------------------------------------------------------------------------------

  /* Names on a canvas above the ground: first what is marked, then the areas that are outlined, then
     countries, towns, rivers and divisions, each where it covers nothing that came before. */
  const Names = L.Layer.extend({
    initialize(earth, element) {
      Object.assign(this, { earth, element, marked: [], kept: [], soft: [], outlined: [] });
    },
    onAdd(map) {
      this.canvas = L.DomUtil.create("canvas", "leaflet-zoom-hide", map.getPane("names"));
      this.canvas.setAttribute("aria-hidden", "true");
    },
    onRemove() {
      this.canvas.remove();
    },

    /* What is in the picture now. */
    look() {
      this.zoom = this._map.getZoom();
      this.size = this._map.getSize();
      this.world = TILE * 2 ** this.zoom;
      this.origin = this._map.getPixelBounds().min;
      this.middle = (this.origin.x + this.size.x / 2) / this.world;
    },

    draw() {
      this.look();
      const { _map: map, size } = this, ratio = window.devicePixelRatio || 1;
      const { x: wide, y: high } = size; // the controls are in the corners
      this.taken = [...this.kept, [0, 0, 56, 124], [0, high - 28, 116, high], [wide - 140, high - 20, wide, high]];
      L.DomUtil.setPosition(this.canvas, map.containerPointToLayerPoint([0, 0]));
      Object.assign(this.canvas, { width: size.x * ratio, height: size.y * ratio });
      Object.assign(this.canvas.style, { width: `${size.x}px`, height: `${size.y}px` });
      this.context = this.canvas.getContext("2d");
      this.context.scale(ratio, ratio);
      Object.assign(this.context, { lineJoin: "round", lineWidth: HALO, textBaseline: "middle" });
      this.colours = palette(this.element);
      this.context.strokeStyle = this.colours.land;
      this.marks();
      for (const area of this.outlined) area.written = this.somewhere(area);
      const touched = this.earth.touched(this.bounds(), this.zoom);
      this.countries(touched);
      this.towns(touched);
      if (this.zoom >= 6 && touched.length) this.rivers(touched.at(-1).part);
      if (this.zoom >= 7) this.areas(touched);
    },

    bounds() {
      const { x, y } = this.origin, turn = Math.round(this.middle - 0.5);
      return [x / this.world - turn, y / this.world,
        (x + this.size.x) / this.world - turn, (y + this.size.y) / this.world];
    },

    /* Where a place is in the picture; of the copies of the Earth, on that nearest to the middle. */
    at({ x, y }) {
      const turn = Math.round(this.middle - x);
      return [(x + turn) * this.world - this.origin.x, y * this.world - this.origin.y];
    },

    inside: (size, [left, top, right, bottom]) => left >= 2 && top >= 2 && right <= size.x - 2 && bottom <= size.y - 2,

    free(box) {
      return this.inside(this.size, box) && !this.taken.some((other) =>
        box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]);
    },

    write(text, x, y, colour, align = "center") {
      Object.assign(this.context, { textAlign: align, fillStyle: colour });
      this.context.strokeText(text, x, y);
      this.context.fillText(text, x, y);
    },

    font(size, look = "") {
      this.context.font = `${look} ${size}px ${this.colours.font}`;
      this.context.letterSpacing = "0px";
    },

    /* A name in one of some places about a point, if one of them is free. */
    beside(text, x, y, gap, height, colour) {
      const wide = this.context.measureText(text).width, half = height / 2;
      const places = [
        ["left", x + gap, y, x + gap, x + gap + wide], ["right", x - gap, y, x - gap - wide, x - gap],
        ["center", x, y - gap - half, x - wide / 2, x + wide / 2],
        ["center", x, y + gap + half, x - wide / 2, x + wide / 2],
      ];
      for (const [align, at, level, left, right] of places) {
        const box = [left - 2, level - half, right + 2, level + half];
        if (!this.free(box)) continue;
        this.taken.push(box);
        this.write(text, at, level, colour, align);
        return true;
      }
      return false;
    },

    marks() {
      for (const { text, point, gap, note } of this.marked) {
        this.font(note ? 11.5 : 13, note ? "" : "bold");
        const colour = note ? this.colours.ink : this.colours.location;
        [gap, gap + 12].some((far) => this.beside(text, point.x, point.y, far, 15, colour));
      }
    },

    /* The words of an area in a few long lines or more short ones, in it where it is widest, or
       about there over its edge; those of a small one beside it. Whether there was room. */
    somewhere({ words, outline, turn }) {
      this.font(13, "bold");
      const spans = this.spans(outline, turn), box = this.boxed(outline.main, turn);
      const blocks = LINES.map((most) => this.block(wrapped(words, most)));
      const small = wide(box) < SMALL && spans.length;
      return [1, INSIDE].some((share) => blocks.some((block) => this.within(spans, block, share)))
        || (small && blocks.some((block) => this.outside(box, block)));
    },

    /* Lines with half of their width and height. */
    block(lines) {
      const long = Math.max(...lines.map((line) => this.context.measureText(line).width));
      return { lines, half: long / 2 + 4, high: lines.length * LEADING / 2 };
    },

    /* Lines round a point, if nothing is there, nor where a mark can be. */
    lines({ lines, half, high }, x, y) {
      const box = [x - half, y - high, x + half, y + high];
      if (!this.free(box) || this.soft.some((other) => meet(box, other))) return false;
      this.taken.push(box);
      lines.forEach((line, n) => this.write(line, x, y - high + (n + 0.5) * LEADING, this.colours.location));
      return true;
    },

    /* Lines where so much of their width and height lies inside. */
    within(spans, block, share) {
      const half = block.half * share, high = block.high * share;
      const holds = ({ left, right }, x) => left <= x - half && x + half <= right;
      for (const { y, left, right } of spans) {
        if (right - left < 2 * half) return false;
        const beside = spans.filter((span) => Math.abs(span.y - y) <= high);
        const crossed = [...grouped(beside, (span) => span.y).values()];
        for (const x of [(left + right) / 2, left + half, right - half]) {
          if (crossed.every((some) => some.some((span) => holds(span, x))) && this.lines(block, x, y)) return true;
        }
      }
      return false;
    },

    /* Lines above, below or beside a box. */
    outside([left, top, right, bottom], block) {
      const x = (left + right) / 2, y = (top + bottom) / 2, { half, high } = block;
      return [[x, top - high - 4], [x, bottom + high + 4], [right + half, y], [left - half, y]]
        .some(([across, along]) => this.lines(block, across, along));
    },

    /* A box of the square in the picture, on a copy of the Earth. */
    boxed([left, top, right, bottom], turn) {
      const x = (at) => (at + turn) * this.world - this.origin.x, y = (at) => at * this.world - this.origin.y;
      return [x(left), y(top), x(right), y(bottom)];
    },

    /* Between which places some heights of the picture lie inside an area, the widest first, and of
       those that are as wide the one nearest to the middle. */
    spans({ lines }, turn) {
      const rows = new Map();
      for (const { xs, ys } of lines) {
        let [lastX, lastY] = this.boxed([xs[0], ys[0], 0, 0], turn);
        for (let n = 1; n < xs.length; n++) {
          const [x, y] = this.boxed([xs[n], ys[n], 0, 0], turn);
          const from = Math.max(0, Math.min(y, lastY)), to = Math.min(this.size.y, Math.max(y, lastY));
          for (let row = Math.ceil(from / ROW) * ROW; row < to; row += ROW) {
            if (!rows.has(row)) rows.set(row, []);
            rows.get(row).push(lastX + (x - lastX) * (row - lastY) / (y - lastY));
          }
          [lastX, lastY] = [x, y];
        }
      }
      const spans = [];
      for (const [y, found] of rows) {
        found.sort((one, other) => one - other);
        for (let n = 1; n < found.length; n += 2) {
          const left = Math.max(0, found[n - 1]), right = Math.min(this.size.x, found[n]);
          if (left < right) spans.push({ y, left, right });
        }
      }
      const long = ({ left, right }) => Math.round(right - left);
      const off = ({ y }) => Math.abs(y - this.size.y / 2);
      return spans.sort((one, other) => long(other) - long(one) || off(one) - off(other));
    },

    centred(text, [x, y], colour) {
      const wide = this.context.measureText(text).width / 2;
      const box = [x - wide - 3, y - 8, x + wide + 3, y + 8];
      if (!this.free(box)) return false;
      this.taken.push(box);
      this.write(text, x, y, colour);
      return true;
    },

    /* The finest list of names at a place: those of the whole Earth only where no part has its own. */
    listed(parts, kind) {
      return parts.flatMap(({ part }, number) => part[kind].filter(({ x, y }) =>
        !parts.slice(number + 1).some((other) => other.part[kind].length
          && meet(other.extent, [x, y, x, y]))));
    },

    /* Whether an outlined area has the name, and tells it with more words. */
    told(name) {
      return this.outlined.some(({ label, written }) => written && label.startsWith(name));
    },

    /* Each area once, where it is nearest to the middle of the picture. */
    nearest(spots) {
      const middle = [this.size.x / 2, this.size.y / 2];
      const far = (spot) => { const [x, y] = this.at(spot); return Math.hypot(x - middle[0], y - middle[1]); };
      const ordered = spots.map((spot) => ({ spot, far: far(spot) })).sort((a, b) => a.far - b.far);
      return grouped(ordered, ({ spot }) => spot.name);
    },

    countries(parts) {
      this.font(11.5);
      this.context.letterSpacing = "1.4px";
      const least = this.zoom > 5 ? 0 : (this.zoom < 3 ? 34 : 46);
      const cell = this.world / 720; // pixels of a cell by which sizes are counted, at the Equator
      const known = this.zoom < 6 ? parts[0].part.countries : this.listed(parts, "countries");
      const large = known.filter(({ name, size }) => Math.sqrt(size) * cell >= least && !this.told(name));
      large.sort((one, other) => other.size - one.size);
      for (const places of this.nearest(large).values()) {
        for (const { spot } of places.slice(0, 8)) {
          if (this.centred(spot.name.toUpperCase(), this.at(spot), this.colours.quiet)) break;
        }
      }
    },

    towns(parts) {
      let room = Math.round(this.size.x * this.size.y / 16000);
      this.font(11.5);
      const towns = this.listed(parts, "towns").filter(({ rank }) => rank <= this.zoom - 1 || this.zoom > 8);
      towns.sort((one, other) => one.rank - other.rank);
      for (const town of towns) {
        const [x, y] = this.at(town);
        if (!room || !this.free([x - 4, y - 4, x + 4, y + 4])) continue;
        if (!this.beside(town.name, x, y, 6, 14, this.colours.ink)) continue;
        this.taken.push([x - 4, y - 4, x + 4, y + 4]);
        this.dot(x, y);
        room -= 1;
      }
    },

    dot(x, y) {
      this.context.beginPath();
      this.context.arc(x, y, 2.5, 0, 2 * Math.PI);
      this.context.fillStyle = this.colours.ink;
      this.context.lineWidth = 2;
      this.context.stroke();
      this.context.fill();
      this.context.lineWidth = HALO;
    },

    areas(parts) {
      this.font(11, "italic");
      const areas = this.listed(parts, "areas").filter(({ name }) => !this.told(name));
      for (const places of this.nearest(areas).values()) {
        for (const { spot } of places.slice(0, 8)) {
          if (this.centred(spot.name, this.at(spot), this.colours.quiet)) break;
        }
      }
    },

    rivers(part) {
      this.font(11, "italic");
      const named = part.rivers.filter(({ name, rank }) => name && rank <= this.zoom);
      for (const lines of grouped(named, ({ name }) => name).values()) this.river(lines);
    },

    /* The name of a river above it, where it runs about straight. */
    river(lines) {
      const reach = this.context.measureText(lines[0].name).width / 2;
      const runs = lines.flatMap((line) => this.runs(line)).sort((a, b) => length(b) - length(a));
      const run = runs[0] ?? [], whole = length(run);
      if (whole < 3 * reach) return;
      for (const share of [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82]) {
        let [one, other] = [on(run, whole * share - reach), on(run, whole * share + reach)];
        if (one[0] > other[0]) [one, other] = [other, one];
        const wide = other[0] - one[0], low = other[1] - one[1], chord = Math.hypot(wide, low);
        if (chord < 1.75 * reach) continue;
        const x = (one[0] + other[0]) / 2 + 9 * low / chord, y = (one[1] + other[1]) / 2 - 9 * wide / chord;
        const boxes = [-0.8, -0.4, 0, 0.4, 0.8].map((at) => {
          const [cx, cy] = [x + at * reach * wide / chord, y + at * reach * low / chord];
          return [cx - 8, cy - 8, cx + 8, cy + 8];
        });
        if (!boxes.every((box) => this.free(box))) continue;
        this.taken.push(...boxes);
        this.context.save();
        this.context.translate(x, y);
        this.context.rotate(Math.atan2(low, wide));
        this.write(lines[0].name, 0, 0, this.colours["water-ink"]);
        this.context.restore();
        return;
      }
    },

    /* The stretches of a line in the picture. */
    runs({ xs, ys, box }) {
      if (!meet(box, this.bounds())) return [];
      const runs = [[]];
      for (let n = 0; n < xs.length; n++) {
        const point = this.at({ x: xs[n], y: ys[n] });
        if (point[0] > 0 && point[1] > 0 && point[0] < this.size.x && point[1] < this.size.y) runs.at(-1).push(point);
        else if (runs.at(-1).length) runs.push([]);
      }
      return runs.filter((run) => run.length > 1);
    },
  });

  /* Words in lines of about so many letters. */
  function wrapped(text, most) {
    const lines = [""];
    for (const word of text.split(" ")) {
      const longer = `${lines.at(-1)} ${word}`.trim();
      if (lines.at(-1) && longer.length > most) lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    return lines;
  }

  const step = (run, n) => Math.hypot(run[n][0] - run[n - 1][0], run[n][1] - run[n - 1][1]);
  const length = (run) => run.reduce((sum, _, n) => (n ? sum + step(run, n) : 0), 0);

  /* The point of a line that is so far along it. */
  function on(run, far) {
    for (let n = 1; n < run.length; n++) {
      const long = step(run, n);
      if (long >= far && long) {
        return [0, 1].map((axis) => run[n - 1][axis] + (run[n][axis] - run[n - 1][axis]) * far / long);
      }
      far -= long;
    }
    return run.at(-1);
  }

  function grouped(list, key) {
    const groups = new Map();
    for (const each of list) {
      if (!groups.has(key(each))) groups.set(key(each), []);
      groups.get(key(each)).push(each);
    }
    return groups;
  }

  return { Earth, Ground, Names };
};
