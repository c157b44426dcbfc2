/* The search box. The index was computed when the site was built, as scripts that are loaded one by
   one while somebody types: a page that was opened from disk can fetch nothing else. What they hold
   and how it is packed is told in sourcebook/outputs/search/. Nothing is loaded before first use. */
(() => {
  "use strict";

  const box = document.querySelector("[data-search=box]");
  const toggle = document.querySelector("#__search");
  if (!box || !toggle) return;
  const input = box.querySelector("[data-md-component=search-query]");
  const form = box.querySelector("form");
  const status = box.querySelector(".md-search-result__meta");
  const list = box.querySelector(".md-search-result__list");
  const COUNTS = JSON.parse(status.dataset.searchText);
  const WORDS = {
    loading: "Searching…",
    failed: "The search index could not be loaded.",
    hint: "Fewer words find more, and the beginning of a word is enough.",
    keys: "The keys /, s and f open the search",
  };
  const FIRST = 5; // results of a group at first
  const MORE = 20; // and how many each press of its button adds
  const MOST_WORDS = 10;
  const PAUSE = 60; // milliseconds without a key before anything is looked up

  // --- Loading -------------------------------------------------------------------------------------

  const root = new URL(`${box.dataset.searchBase.replace(/\/*$/, "")}/search/`, document.baseURI);
  const loaded = new Map(); // name of a file: promise of its version and data
  const receivers = new Map();

  /* The function that each file of the index calls. */
  window.sourcebookSearch = (version, name, data) => receivers.get(name)?.({ version, data });

  function load(name, query) {
    if (!loaded.has(name)) {
      loaded.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        receivers.set(name, resolve);
        script.src = new URL(`${name}.js?${query}`, root).href;
        script.onload = script.onerror = () => {
          script.remove();
          reject(new Error(`${script.src} cannot be loaded`)); // nothing happens if it was received
        };
        document.head.append(script);
      }));
    }
    return loaded.get(name);
  }

  /* The manifest, with its version. `fresh` passes by the copy that the browser keeps. */
  async function manifest(fresh) {
    if (fresh) loaded.clear();
    const { version, data } = await load("manifest", fresh ? Date.now() : "");
    return { ...data, version, skip: new Set(data.skip), fold: new Map(Object.entries(data.fold)) };
  }

  /* Another file of the index. The version in its address keeps apart what browsers keep of several
     editions of the site; a file of another version means that the manifest is out of date. */
  async function part(index, name) {
    const { version, data } = await load(name, index.version);
    if (version !== index.version) throw new Error(`${name} belongs to another edition of the site`);
    return data;
  }

  // --- Words: as in sourcebook/outputs/search/words.py, which says why ------------------------------

  function fold(index, text) {
    return text.normalize("NFKD").toLowerCase().replace(/[^a-z0-9 ]/gu, (char) => {
      if (index.fold.has(char)) return index.fold.get(char);
      if (/[\p{L}\p{N}]/u.test(char)) return char;
      return /[\p{M}\p{Cf}]/u.test(char) ? "" : " ";
    });
  }

  const WORD = /[^ -]+(?:-[^ -]+)*/g;
  const ARTICLE = /^(?:ال|لل|وال(?=..))(?=.)/;
  const points = (text) => [...text];
  const cut = (index, text) => points(text).slice(0, index.longest).join("");

  /* Each word of a text as its parts: al-Tanf is al, tanf. */
  function words(index, text) {
    const found = fold(index, text).match(WORD) ?? [];
    return found.map((word) => word.split("-").map((p) => cut(index, p.replace(ARTICLE, ""))));
  }

  /* What is looked up: the parts of each word, but an abbreviation (U.S.) or a date (2022-08) as
     one. What everything is found by is left out, unless nothing else was typed. */
  function asked(index, text) {
    const typed = words(index, text);
    const whole = (parts) => cut(index, parts.join(""));
    const one = (parts) => parts.every((part) => points(part).length === 1 || /^\d+$/.test(part));
    const wanted = typed.flatMap((parts) => (one(parts) ? [whole(parts)] : parts));
    const telling = wanted.filter((word) => !index.skip.has(word));
    return [...new Set(telling.length ? telling : typed.map(whole))].slice(0, MOST_WORDS);
  }

  window.sourcebookSearch.words = async (text) => words(await manifest(), text); // for the tests

  // --- Looking up ----------------------------------------------------------------------------------

  /* Call `each` with every number of a packed set: see shards.py. */
  function unpack(text, each) {
    let group = 0;
    for (const [, empty, char] of text.matchAll(/(\d*)(\D)/g)) {
      group += Number(empty);
      const bits = char.charCodeAt(0) - 63;
      for (let bit = 0; bit < 6; bit++) if (bits & (1 << bit)) each(group * 6 + bit);
      group += 1;
    }
  }

  /* How well each entry fits a word, 0 to 4: names before other texts, whole words before parts. */
  async function ranks(index, word, count) {
    const found = new Uint8Array(count);
    let prefix = word;
    while (!index.prefixes.includes(prefix)) prefix = points(prefix).slice(0, -1).join("");
    const terms = await part(index, `t-${prefix.replace(/[^a-z0-9]/gu, codes)}`);
    for (const [term, sets] of Object.entries(terms)) {
      if (!term.startsWith(word)) continue;
      sets.split(" ").forEach((set, other) => {
        const rank = (other ? 1 : 3) + (term === word);
        unpack(set, (entry) => { if (found[entry] < rank) found[entry] = rank; });
      });
    }
    return found;
  }

  const codes = (char) => `_${char.codePointAt(0).toString(16)}_`;

  /* The entries that fit every word, best first, by group; the groups with the best hits first. */
  async function find(index, wanted) {
    const count = index.groups.reduce((sum, [, size]) => sum + size, 0);
    const each = await Promise.all(wanted.map((word) => ranks(index, word, count)));
    const fit = (entry) => each.reduce((sum, found) => sum + found[entry], 0);
    let next = 0;
    const groups = index.groups.map(([title, size]) => {
      const hits = [];
      for (const end = next + size; next < end; next++) {
        if (each.every((found) => found[next])) hits.push([next, fit(next)]);
      }
      // Sorting is stable, and the numbers of entries are in the order of equals.
      hits.sort((one, other) => other[1] - one[1]);
      return { title, best: hits[0]?.[1], entries: hits.map(([entry]) => entry), shown: FIRST };
    });
    return groups.filter((group) => group.best).sort((one, other) => other.best - one.best);
  }

  /* Title, address and line of an entry. */
  async function entry(index, number) {
    const block = Math.floor(number / index.block);
    return (await part(index, `d-${block}`))[number % index.block];
  }

  // --- Showing -------------------------------------------------------------------------------------

  function element(tag, name, ...children) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...children);
    return made;
  }

  /* Where words that were looked up stand in a text: pairs of start and end, in order. */
  function places(index, text, wanted) {
    const spots = []; // for each folded character where that which it was made from begins and ends
    let folded = "", at = 0;
    for (const char of text) {
      const simple = fold(index, char);
      for (let i = 0; i < simple.length; i++) spots.push([at, at + char.length]);
      at += char.length;
      if (!simple && spots.length) spots.at(-1)[1] = at; // a mark goes with its letter
      folded += simple;
    }
    const range = (from, length) => Array.from({ length }, (_, i) => from + i);
    const found = [];
    for (const word of folded.matchAll(WORD)) {
      const parts = [...word[0].matchAll(/[^-]+/g)].map((p) => range(word.index + p.index, p[0].length));
      for (const letters of [...parts, parts.flat()]) {
        const whole = letters.map((i) => folded[i]).join("");
        const bare = whole.replace(ARTICLE, "");
        const length = Math.max(0, ...wanted.filter((w) => bare.startsWith(w)).map((w) => w.length));
        const first = whole.length - bare.length;
        if (length) found.push([spots[letters[first]][0], spots[letters[first + length - 1]][1]]);
      }
    }
    return found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
  }

  /* A text, or a pair of language and text, with what was looked up marked. */
  function marked(index, piece, wanted) {
    const [lang, text] = Array.isArray(piece) ? piece : ["", piece];
    const made = element("bdi");
    if (lang) made.lang = lang;
    let done = 0;
    for (const [start, end] of places(index, text, wanted)) {
      if (start < done) continue;
      made.append(text.slice(done, start), element("mark", "", text.slice(start, end)));
      done = end;
    }
    made.append(text.slice(done));
    return made;
  }

  function item(index, wanted, [title, url, line]) {
    const article = element("span", "md-search-result__article md-typeset",
      element("span", "search-title", marked(index, title, wanted)));
    if (line.length) {
      const pieces = line.flatMap((piece) => [" · ", marked(index, piece, wanted)]).slice(1);
      article.append(element("span", "search-line", ...pieces));
    }
    const link = element("a", "md-search-result__link", article);
    link.href = new URL(`../${url}`, root).href;
    return element("li", "", link);
  }

  async function section(index, wanted, group) {
    const numbers = group.entries.slice(0, group.shown);
    const shown = await Promise.all(numbers.map((number) => entry(index, number)));
    const total = group.entries.length.toLocaleString("en");
    const heading = element("h2", "search-group", group.title, " ", element("span", "", total));
    const items = element("ol", "search-items", ...shown.map((it) => item(index, wanted, it)));
    const made = element("li", "md-search-result__item", heading, items);
    const rest = group.entries.length - group.shown;
    if (rest > 0) made.append(moreButton(index, wanted, group, made, rest));
    return made;
  }

  function moreButton(index, wanted, group, before, rest) {
    const next = Math.min(rest, MORE).toLocaleString("en");
    const text = rest > MORE ? `Show ${next} of ${rest.toLocaleString("en")} more` : `Show ${next} more`;
    const button = element("button", "search-more", text, element("span", "frame-hidden", ` ${group.title}`));
    button.type = "button";
    button.onclick = async () => {
      const first = group.shown;
      group.shown += MORE;
      const grown = await section(index, wanted, group);
      before.replaceWith(grown);
      grown.querySelectorAll("a")[first].focus();
    };
    return button;
  }

  const number = (count) => count === 1 ? COUNTS.one : COUNTS.other.replace("#", count.toLocaleString("en"));

  function show(message, children = []) {
    status.textContent = message;
    list.replaceChildren(...children);
    list.dataset.searchFor = typed; // what the list answers, for whoever watches it
  }

  // --- Typing --------------------------------------------------------------------------------------

  let typed = ""; // what is shown or being looked up
  let shown = Promise.resolve();
  let pause = 0;

  async function lookUp(text, fresh) {
    const late = setTimeout(() => { if (text === typed) status.textContent = WORDS.loading; }, 300);
    try {
      const index = await manifest(fresh);
      const wanted = asked(index, text);
      if (!wanted.length) return text === typed && show(COUNTS.placeholder);
      const groups = await find(index, wanted);
      const sections = await Promise.all(groups.map((group) => section(index, wanted, group)));
      if (text !== typed) return; // something else was typed in the meantime
      const total = groups.reduce((sum, group) => sum + group.entries.length, 0);
      if (total) show(number(total), sections);
      else show(COUNTS.none, [element("li", "search-hint", WORDS.hint)]);
    } catch (error) {
      // The site may have been published anew since the manifest was loaded.
      if (!fresh) return await lookUp(text, true);
      if (text === typed) show(WORDS.failed);
      loaded.clear();
    } finally {
      clearTimeout(late);
    }
  }

  function update() {
    clearTimeout(pause);
    const text = input.value.trim();
    remember(text);
    if (text === typed) return;
    typed = text;
    if (text) shown = lookUp(text, false);
    else show(COUNTS.placeholder);
  }

  /* The words are kept in the address, so that Back from a result leads to the results again. */
  function remember(text) {
    const address = new URL(location.href);
    if (text && toggle.checked) address.searchParams.set("q", text);
    else address.searchParams.delete("q");
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  }

  input.dir = "auto"; // an Arabic name is written from the right
  input.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(update, PAUSE); });
  form.addEventListener("reset", () => { setTimeout(update); input.focus(); });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    update();
    await shown;
    list.querySelector("a")?.click();
  });

  // --- Opening, closing and keys -------------------------------------------------------------------

  let before = null; // what had the focus when the box was opened

  const open = () => { if (!toggle.checked) toggle.click(); };
  const close = () => { if (toggle.checked) toggle.click(); };

  toggle.addEventListener("change", () => {
    if (toggle.checked) input.focus();
    else if (box.contains(document.activeElement)) document.activeElement.blur();
    update();
  });
  input.addEventListener("focus", open);
  box.addEventListener("focusin", (event) => { if (!box.contains(event.relatedTarget)) before = event.relatedTarget; });
  box.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !box.contains(event.relatedTarget)) close();
  });

  function step(by) {
    const stops = [input, ...list.querySelectorAll("a, button")];
    const now = stops.indexOf(document.activeElement);
    stops[Math.min(Math.max(now + by, 0), stops.length - 1)].focus();
  }

  const typing = () => document.activeElement?.matches(
    "input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]");

  /* Keys that are single letters must be easy to switch off (WCAG 2.2, 2.1.4): whoever speaks to the
     computer would press them by speaking. */
  const keys = Object.assign(element("input"), { type: "checkbox", checked: true });
  list.after(element("label", "search-keys", keys, " ", WORDS.keys));
  try { // a browser may refuse to keep anything
    keys.checked = localStorage.getItem("sourcebook.search.keys") !== "off";
    keys.onchange = () => localStorage.setItem("sourcebook.search.keys", keys.checked ? "on" : "off");
  } catch { /* they are on */ }

  const KEYS = {
    Escape: () => { close(); before?.focus(); },
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
  };

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (toggle.checked && KEYS[event.key]) {
      KEYS[event.key]();
      event.preventDefault();
    } else if (!toggle.checked && "/sf".includes(event.key) && keys.checked && !typing()) {
      open();
      event.preventDefault();
    }
  });

  const linked = new URLSearchParams(location.search).get("q");
  if (linked) {
    input.value = linked;
    open();
  } else if (toggle.checked) update(); // the browser has restored what was open
})();
