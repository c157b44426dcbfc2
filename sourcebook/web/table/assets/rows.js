/* The incidents as rows, loaded when a table or a map asks for them. They were computed when the
   site was built, as scripts: a page that was opened from disk can fetch nothing else. What they
   hold is told in sourcebook/web/table/__init__.py.

   window.sourcebookData
     manifest()     promise of which parts there are and what codes and ids are called
     rows(filter)   promise of the rows that a filter lets through, in order of date; only the parts
                    that its dates need are loaded. All of a filter can be left out: type, actor,
                    location (and what lies in it), from and to (days), grade, disputed (yes or no),
                    text (in the title), episode, part (the beginning of a part's name: 2022)
     fold, finds    how texts are compared, for whoever filters otherwise
     shown          what the table of the page shows: {rows, total}; undefined before it is ready

   A row is {id, title, url, type, from, to, when, location, place, attackers: [{id, label, word,
   denied}], actors: [ids], grade, disputed, episodes: [ids], marks: [{lat, lon, radius, kind}],
   area: id or empty}.

   Each time the rows shown change, and once when the table is ready, `document` gets the event
   sourcebook:filter with detail {rows, total}: `rows` in the order shown, all of them and not only
   those of the first page; `total` is how many there are without a filter. Where nothing is
   filtered on a page that is too long to list all, `rows` is null: all of them, and whoever needs
   them asks for rows(). */
(() => {
  "use strict";

  const root = new URL("..", document.currentScript.src);
  const receivers = new Map(); // name of a file: what takes its version and its data

  /* What each file calls. */
  window.sourcebookRows = (version, name, data) => receivers.get(name)?.({ version, data });

  function load(name, query) {
    return new Promise((resolve, reject) => {
      receivers.set(name, resolve);
      const script = document.createElement("script");
      script.src = new URL(`rows/${name}.js?${query}`, root).href;
      script.onload = script.onerror = () => {
        script.remove();
        reject(new Error(`${script.src} cannot be loaded`)); // says nothing after `resolve`
      };
      document.head.append(script);
    });
  }

  let opened = null; // promise of the manifest
  const parts = new Map(); // name of a part: promise of its rows

  function manifest(fresh) {
    if (fresh || !opened) {
      if (fresh) parts.clear();
      opened = load("manifest", fresh ? Date.now() : "").then(({ data }) => data);
      opened.catch(() => { opened = null; });
    }
    return opened;
  }

  async function readPart(words, [name, , , , wanted]) {
    const { version, data } = await load(name, wanted);
    if (version !== wanted) throw new Error(`${name} is of another edition of the site`);
    return data.map((row) => read(words, row));
  }

  function part(words, entry) {
    if (!parts.has(entry[0])) {
      const promise = readPart(words, entry);
      promise.catch(() => parts.delete(entry[0]));
      parts.set(entry[0], promise);
    }
    return parts.get(entry[0]);
  }

  /* A list of values as a row with names, labels and addresses. */
  function read(words, list) {
    const row = Object.fromEntries(words.fields.map((field, number) => [field, list[number]]));
    return Object.assign(row, {
      url: new URL(`${words.folder}/${row.id}.html`, root).href,
      place: words.locations[row.location][0],
      disputed: Boolean(row.disputed),
      attackers: row.attackers.map(([id, word, denied]) =>
        ({ id, label: words.actors[id], word, denied: Boolean(denied) })),
      marks: row.marks.map(([lat, lon, radius, kind]) => ({ lat, lon, radius, kind })),
    });
  }

  // --- Which rows a filter lets through ------------------------------------------------------------

  /* Letters without case and marks, so that `Deir` finds `dēir`. */
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  /* Whether a folded text has every word of another, or a part of a word. */
  function finds(text) {
    const words = fold(text).split(/\s+/);
    return (folded) => words.every((word) => folded.includes(word));
  }

  const titles = new WeakMap(); // row: its title, folded
  function title(row) {
    if (!titles.has(row)) titles.set(row, fold(row.title));
    return titles.get(row);
  }

  /* Whether a place is another or lies in it. */
  function isWithin(words, place, whole) {
    for (const seen = new Set(); place && !seen.has(place); place = words.locations[place]?.[1]) {
      if (place === whole) return true;
      seen.add(place);
    }
    return false;
  }

  /* For each field of a filter: its value to a test of a row. */
  const TESTS = {
    type: (code) => (row) => row.type === code,
    actor: (id) => (row) => row.actors.includes(id),
    location: (id, words) => (row) => isWithin(words, row.location, id),
    from: (day) => (row) => row.to >= day,
    to: (day) => (row) => row.from <= day,
    grade: (name) => (row) => row.grade === name,
    disputed: (word) => (row) => row.disputed === (word === "yes"),
    text: (text) => {
      const has = finds(text);
      return (row) => has(title(row));
    },
    episode: (id) => (row) => row.episodes.includes(id),
  };

  async function find(filter, fresh) {
    const words = await manifest(fresh);
    const needed = words.parts.filter(([name, from, to]) => name.startsWith(filter.part ?? "")
      && (!filter.from || to >= filter.from) && (!filter.to || from <= filter.to));
    const tests = Object.entries(filter).filter(([name, value]) => value && TESTS[name])
      .map(([name, value]) => TESTS[name](value, words));
    const found = await Promise.all(needed.map((entry) => part(words, entry)));
    return found.flat().filter((row) => tests.every((test) => test(row)));
  }

  window.sourcebookData = {
    manifest: () => manifest(),
    /* The site may have been published anew since the manifest was loaded: then once more. */
    rows: (filter = {}) => find(filter).catch(() => find(filter, true)),
    fold,
    finds,
    shown: undefined,
  };
})();
