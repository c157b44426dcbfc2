/* The search box. The index was computed when the site was built, as scripts that are loaded one by
   one while somebody types: a page that was opened from disk can fetch nothing else. What they hold
   is told in sourcebook/web/search/. Nothing is loaded before the box is used. */
(() => {
  "use strict";

  const box = document.querySelector("[data-search=box]");
  const toggle = document.querySelector("#__search");
  if (!box || !toggle) return;
  const form = box.querySelector("form");
  const input = box.querySelector("[data-md-component=search-query]");
  const status = box.querySelector(".md-search-result__meta");
  const list = box.querySelector(".md-search-result__list");
  const root = new URL(`${box.dataset.searchBase.replace(/\/*$/, "")}/`, document.baseURI);

  const COUNTS = JSON.parse(status.dataset.searchText);
  const WORDS = {
    loading: "Searching…",
    failed: "The search index could not be loaded.",
    hint: "Fewer words find more, and the beginning of a word is enough.",
    keys: "The keys /, s and f open the search",
  };
  const FIRST = 5; // entries of a group that are shown at first
  const MORE = 20; // and how many more each time
  const MOST_WORDS = 10; // that are looked up
  const PAUSE = 60; // milliseconds without a key before anything is looked up
  const PATIENCE = 300; // milliseconds before the reader is asked for some

  // --- The index -----------------------------------------------------------------------------------

  const loaded = new Map(); // name of a file: promise of its version and its data
  const receivers = new Map();

  /* What each file of the index calls. */
  window.sourcebookSearch = (version, name, data) => receivers.get(name)?.({ version, data });

  function load(name, query) {
    if (!loaded.has(name)) {
      loaded.set(name, new Promise((resolve, reject) => {
        receivers.set(name, resolve);
        const script = document.createElement("script");
        script.src = new URL(`search/${name}.js?${query}`, root).href;
        script.onload = script.onerror = () => {
          script.remove();
          reject(new Error(`${script.src} cannot be loaded`)); // says nothing after `resolve`
        };
        document.head.append(script);
      }));
    }
    return loaded.get(name);
  }

  /* The index as its manifest describes it; a fresh one passes by what the browser has kept. */
  async function openIndex(fresh) {
    if (fresh) loaded.clear();
    const { version, data } = await load("manifest", fresh ? Date.now() : "");
    return new Index(version, data);
  }

  const ARTICLE = /^(?:ال|لل|وال(?=..))(?=.)/;
  const WORD = /[^ -]+(?:-[^ -]+)*/g;
  const PART = /[^-]+/g;
  const letters = (text) => [...text]; // a letter beyond the basic plane is one, as in Python

  /* How well a word fits by its beginning and as a whole: in a name, in another text, as a name. */
  const CALLED = 5;
  const FIT = [[3, 4], [1, 2], [3, CALLED]];

  class Index {
    constructor(version, { block, fold, groups, longest, prefixes, skip }) {
      Object.assign(this, { version, block, groups, longest, prefixes: new Set(prefixes) });
      this.skipped = new Set(skip);
      this.simple = new Map(Object.entries(fold));
      this.size = groups.reduce((sum, [, count]) => sum + count, 0);
    }

    /* A file of the index. Its address has the version, which keeps apart what a browser holds of
       several editions of the site; one of another version means that this index is out of date. */
    async file(name) {
      const { version, data } = await load(name, this.version);
      if (version !== this.version) throw new Error(`${name} is of another edition of the site`);
      return data;
    }

    // Words: as in sourcebook/web/search/words.py, which says why.

    fold(text) {
      return text.normalize("NFKD").toLowerCase().replace(/[^a-z0-9 ]/gu, (char) => {
        if (this.simple.has(char)) return this.simple.get(char);
        if (/[\p{L}\p{N}]/u.test(char)) return char;
        return /[\p{M}\p{Cf}]/u.test(char) ? "" : " ";
      });
    }

    cut(word) {
      return letters(word).slice(0, this.longest).join("");
    }

    /* Each word of a text as its parts: `al-Kazul` is al, kazul. */
    words(text) {
      const found = this.fold(text).match(WORD) ?? [];
      return found.map((word) => word.split("-").map((p) => this.cut(p.replace(ARTICLE, ""))));
    }

    /* What is looked up for a text: the parts of its words, but an abbreviation (U.S.) or a date
       (2022-08) as one; and what everything would be found by only if there is nothing else. */
    asked(text) {
      const typed = this.words(text);
      const whole = (parts) => this.cut(parts.join(""));
      const one = (parts) => parts.every((p) => letters(p).length === 1 || /^\d+$/.test(p));
      const parts = typed.flatMap((word) => (one(word) ? [whole(word)] : word));
      const telling = parts.filter((part) => !this.skipped.has(part));
      return [...new Set(telling.length ? telling : typed.map(whole))].slice(0, MOST_WORDS);
    }

    // Looking up.

    /* How well each entry fits a word, see FIT; 0 for not at all. */
    async fits(word) {
      const found = new Uint8Array(this.size);
      let prefix = word;
      while (!this.prefixes.has(prefix)) prefix = letters(prefix).slice(0, -1).join("");
      const name = prefix.replace(/[^a-z0-9]/gu, (char) => `_${char.codePointAt(0).toString(16)}_`);
      for (const [term, sets] of Object.entries(await this.file(`t-${name}`))) {
        if (!term.startsWith(word)) continue;
        sets.split(" ").forEach((set, kind) => {
          const fit = FIT[kind][term === word ? 1 : 0];
          for (const number of unpacked(set)) if (found[number] < fit) found[number] = fit;
        });
      }
      return found;
    }

    /* The numbers of the entries that fit every word, by group, the best first. */
    async find(wanted) {
      const together = this.fits(this.cut(wanted.join(""))); // whole names are indexed as one word
      const fits = await Promise.all(wanted.map((word) => this.fits(word)));
      const called = await together;
      const fit = (number) => fits.reduce((sum, found) => sum + found[number],
        called[number] === CALLED ? CALLED : 0);
      let start = 0;
      return this.groups.map(([title, count]) => {
        const numbers = [];
        for (const end = start + count; start < end; start++) {
          if (fits.every((found) => found[start])) numbers.push(start);
        }
        // Entries are numbered in the order in which equals are shown, and sorting is stable.
        numbers.sort((one, other) => fit(other) - fit(one));
        return { title, numbers, best: numbers.length && fit(numbers[0]), shown: FIRST };
      }).filter((group) => group.best).sort((one, other) => other.best - one.best);
    }

    /* Title, address and line of the entries of a group that are shown. */
    entries({ numbers, shown }) {
      return Promise.all(numbers.slice(0, shown).map(async (number) => {
        const block = await this.file(`d-${Math.floor(number / this.block)}`);
        return block[number % this.block];
      }));
    }

    /* Where words stand in a text: pairs of start and end, in order. */
    places(text, wanted) {
      const spots = []; // for each folded character, where what it was made from begins and ends
      let folded = "", at = 0;
      for (const char of text) {
        const simple = this.fold(char);
        for (const _ of simple.split("")) spots.push([at, at + char.length]);
        at += char.length;
        if (!simple && spots.length) spots.at(-1)[1] = at; // a mark goes with its letter
        folded += simple;
      }
      const found = [];
      const compare = (numbers) => {
        const whole = numbers.map((number) => folded[number]).join("");
        const bare = whole.replace(ARTICLE, "");
        const length = Math.max(0, ...wanted.filter((w) => bare.startsWith(w)).map((w) => w.length));
        const marked = numbers.slice(whole.length - bare.length).slice(0, length);
        if (length) found.push([spots[marked[0]][0], spots[marked.at(-1)][1]]);
      };
      for (const word of folded.matchAll(WORD)) {
        const parts = [...word[0].matchAll(PART)].map(({ 0: part, index }) =>
          Array.from(part.split(""), (_, number) => word.index + index + number));
        parts.forEach(compare);
        compare(parts.flat()); // alkazul for al-Kazul
      }
      return found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
    }
  }

  /* The numbers of a packed set: see shards.py. */
  function* unpacked(text) {
    let group = 0;
    for (const [, empty, char] of text.matchAll(/(\d*)(\D)/g)) {
      group += Number(empty);
      const bits = char.charCodeAt(0) - 63;
      for (let bit = 0; bit < 6; bit++) if (bits & (1 << bit)) yield group * 6 + bit;
      group += 1;
    }
  }

  /* For the tests, which compare it with Python's. */
  window.sourcebookSearch.words = async (text) => (await openIndex()).words(text);

  // --- What is shown -------------------------------------------------------------------------------

  const count = (number) => number.toLocaleString("en");
  const language = (piece) => (Array.isArray(piece) ? piece[0] : "");
  const plain = (piece) => (Array.isArray(piece) ? piece[1] : piece);

  /* An element; what is put into it is text or another element, and never markup. */
  function element(tag, name, ...children) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...children);
    return made;
  }

  /* What a reader sees of one search. */
  class View {
    constructor(index, text) {
      Object.assign(this, { index, wanted: index.asked(text) });
    }

    async groups() {
      const groups = await this.index.find(this.wanted);
      this.total = groups.reduce((sum, group) => sum + group.numbers.length, 0);
      await Promise.all(groups.map(async (group) => {
        group.entries = await this.index.entries(group);
      }));
      return groups.map((group) => this.group(group));
    }

    group(group) {
      const { title, numbers, entries } = group;
      const heading = element("h2", "search-group", title, " ", element("span", "", count(numbers.length)));
      const items = element("ol", "search-items", ...entries.map((entry) => this.item(entry)));
      const made = element("li", "md-search-result__item", heading, items);
      if (numbers.length > entries.length) made.append(this.button(group, made));
      return made;
    }

    button(group, before) {
      const rest = group.numbers.length - group.entries.length;
      const text = rest > MORE ? `Show ${MORE} of ${count(rest)} more` : `Show ${rest} more`;
      const made = element("button", "search-more", text, element("span", "frame-hidden", ` ${group.title}`));
      made.type = "button";
      made.onclick = async () => {
        const first = group.shown;
        group.shown += MORE;
        group.entries = await this.index.entries(group);
        const grown = this.group(group);
        before.replaceWith(grown);
        grown.querySelectorAll("a")[first].focus();
      };
      return made;
    }

    item([title, url, line]) {
      const article = element("span", "md-search-result__article md-typeset",
        element("span", "search-title", this.marked(title)));
      const pieces = line.flatMap((piece) => [" · ", this.marked(piece)]).slice(1);
      if (pieces.length) article.append(element("span", "search-line", ...pieces));
      const link = element("a", "md-search-result__link", article);
      link.href = new URL(url, root).href;
      return element("li", "", link);
    }

    /* A text with its language and direction, in which what was looked up is marked. */
    marked(piece) {
      const text = plain(piece), made = element("bdi");
      if (language(piece)) made.lang = language(piece);
      let done = 0;
      for (const [start, end] of this.index.places(text, this.wanted)) {
        if (start < done) continue;
        made.append(text.slice(done, start), element("mark", "", text.slice(start, end)));
        done = end;
      }
      made.append(text.slice(done));
      return made;
    }
  }

  // --- Typing --------------------------------------------------------------------------------------

  let typed = ""; // what is shown or being looked up
  let shown = Promise.resolve();
  let pause = 0;

  function show(message, children = []) {
    status.textContent = message;
    list.replaceChildren(...children);
    list.dataset.searchFor = typed; // what the list answers, for whoever watches it
  }

  async function lookUp(text, fresh) {
    const late = setTimeout(() => { if (text === typed) status.textContent = WORDS.loading; }, PATIENCE);
    try {
      const view = new View(await openIndex(fresh), text);
      const groups = view.wanted.length ? await view.groups() : [];
      if (text !== typed) return; // something else was typed in the meantime
      if (!view.wanted.length) show(COUNTS.placeholder);
      else if (!groups.length) show(COUNTS.none, [element("li", "search-hint", WORDS.hint)]);
      else show(view.total === 1 ? COUNTS.one : COUNTS.other.replace("#", count(view.total)), groups);
    } catch (error) {
      // The site may have been published anew since the manifest was loaded.
      if (!fresh) return await lookUp(text, true);
      loaded.clear();
      if (text === typed) show(WORDS.failed);
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
    if (text) shown = lookUp(text);
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
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(update, PAUSE);
  });
  form.addEventListener("reset", () => {
    setTimeout(update);
    input.focus();
  });
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
    if (toggle.checked) {
      input.focus();
      load("manifest", "").catch(() => {}); // while the first word is typed; a fault is told then
    } else if (box.contains(document.activeElement)) document.activeElement.blur();
    update();
  });
  input.addEventListener("focus", open);
  box.addEventListener("focusin", ({ relatedTarget }) => {
    if (!box.contains(relatedTarget)) before = relatedTarget;
  });
  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !box.contains(relatedTarget)) close();
  });

  function step(by) {
    const stops = [input, ...list.querySelectorAll("a, button")];
    const next = stops.indexOf(document.activeElement) + by;
    stops[Math.min(Math.max(next, 0), stops.length - 1)].focus();
  }

  const KEYS = {
    Escape: () => { close(); before?.focus(); },
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
  };

  /* Keys that are single characters must be easy to switch off (WCAG 2.2, 2.1.4): whoever speaks to
     the computer would press them by speaking. */
  const letterKeys = Object.assign(element("input"), { type: "checkbox", checked: true });
  list.after(element("label", "search-keys", letterKeys, " ", WORDS.keys));
  try { // a browser may refuse to keep anything
    const KEPT = "sourcebook.search.keys";
    letterKeys.checked = localStorage.getItem(KEPT) !== "off";
    letterKeys.onchange = () => localStorage.setItem(KEPT, letterKeys.checked ? "on" : "off");
  } catch { /* the keys are on */ }

  const isTyping = () => document.activeElement?.matches(
    "input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]");

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const opens = letterKeys.checked && ["/", "s", "f"].includes(event.key) && !isTyping();
    const act = toggle.checked ? KEYS[event.key] : opens && open;
    if (!act) return;
    event.preventDefault();
    act();
  });

  const linked = new URLSearchParams(location.search).get("q");
  if (linked) {
    input.value = linked;
    open();
  } else if (toggle.checked) {
    update(); // the browser has restored what was open
  }
})();
