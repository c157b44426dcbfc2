/* Tables that sort, and the form over an index. What they rely on is told in parts/filter.html; the
   data of what is too long for one page comes from rows.js. Without this script tables are whole
   and the form is not there. */
(() => {
  "use strict";

  const WORDS = {
    loading: "Loading…",
    failed: "The data could not be loaded.",
    choose: "Filter to list them here, or choose a year above.",
    up: "ascending",
    down: "descending",
  };
  const PAGE = 100; // rows of a long list that are shown at once
  const PAUSE = 60; // milliseconds without a key before anything is done
  const PATIENCE = 300; // milliseconds before the reader is asked for some

  const data = window.sourcebookData;
  const form = document.querySelector("form[data-filter]");
  const compare = new Intl.Collator("en", { numeric: true, sensitivity: "base" }).compare;
  const count = (number) => number.toLocaleString("en");

  /* An element; what is put into it is text or another element, and never markup. */
  function element(tag, name, ...children) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...children);
    return made;
  }

  // --- Sorting -------------------------------------------------------------------------------------

  /* What to sort by, as it stands in the address: `date`, or `-date` for the other way round. */
  const column = (sort) => sort.replace(/^-/, "");
  const isDown = (sort) => sort.startsWith("-");

  /* A copy in another order; what is empty comes last, and equals stay as they were. */
  function sorted(items, sort, key) {
    const way = isDown(sort) ? -1 : 1;
    return items.map((item, number) => [key(item, number), item]).sort(([one], [other]) => {
      if (one === "" || other === "") return (one === "") - (other === "");
      return way * (typeof one === "number" ? one - other : compare(one, other));
    }).map(([, item]) => item);
  }

  /* What a row of the page is sorted by: a number in a column of numbers, where a dash is none. */
  function cellKey(row, head) {
    const cell = row.cells[head.cellIndex];
    const text = cell.dataset.key ?? (cell.querySelector("a") ?? cell).textContent.trim();
    return head.classList.contains("number") ? Number(text.replace(/,/g, "")) || 0 : text;
  }

  const heads = (tables) => tables.flatMap((table) => [...table.querySelectorAll("th[data-sort]")]);

  /* The sort that a table has as it stands in the page. */
  const ownSort = (table) => table.querySelector("th[aria-sort]")?.dataset.sort ?? "";

  function markHeads(tables, sort) {
    for (const head of heads(tables)) {
      if (head.dataset.sort !== column(sort)) head.removeAttribute("aria-sort");
      else head.setAttribute("aria-sort", isDown(sort) ? "descending" : "ascending");
    }
  }

  /* A first click on a column of numbers shows the highest. */
  function nextSort(head, now) {
    const name = head.dataset.sort, first = head.classList.contains("number") ? `-${name}` : name;
    if (column(now) !== name) return first;
    return isDown(now) ? name : `-${name}`;
  }

  function makeButtons(tables, act) {
    for (const head of heads(tables)) {
      const button = element("button", "sort", ...head.childNodes);
      button.type = "button";
      button.onclick = () => act(head);
      head.append(button);
    }
  }

  /* A table without a form sorts by itself. */
  function sortAlone(table) {
    const body = table.tBodies[0], rows = [...body.rows], own = ownSort(table);
    if (rows.length < 2) return;
    let now = own;
    makeButtons([table], (head) => {
      now = nextSort(head, now);
      markHeads([table], now);
      body.append(...(now === own ? rows : sorted(rows, now, (row) => cellKey(row, head))));
    });
  }

  const tables = [...document.querySelectorAll("article table")].filter((table) => ownSort(table));
  if (!form) {
    tables.forEach(sortAlone);
    return;
  }

  // --- What the form says --------------------------------------------------------------------------

  const part = (name) => form.querySelector(`[data-filter=${name}]`);
  const fields = [...form.elements].filter((field) => field.name && field.name !== "sort");
  const order = form.elements.sort;
  const { noun, nouns } = form.dataset, total = Number(form.dataset.total);
  const normal = ownSort(tables[0]);
  let sort = normal;

  const filter = () => Object.fromEntries(fields.map((field) => [field.name, field.value.trim()]));
  const inUse = () => fields.filter((field) => field.value.trim()).length;

  function readAddress() {
    const asked = new URLSearchParams(location.search);
    for (const field of fields) {
      field.value = asked.get(field.name) ?? "";
      if (field.selectedIndex === -1) field.value = ""; // no such code, or no longer
    }
    const wanted = asked.get("sort") ?? "";
    sort = heads(tables).some((head) => head.dataset.sort === column(wanted)) ? wanted : normal;
  }

  /* A new entry of the history, or the same one while a text is being typed. */
  function writeAddress(isNew) {
    const address = new URL(location.href);
    for (const [name, value] of Object.entries({ ...filter(), sort: sort === normal ? "" : sort })) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    if (address.href === location.href) return;
    if (isNew) history.pushState(null, "", address);
    else history.replaceState(history.state, "", address);
  }

  // --- The rows of the page ------------------------------------------------------------------------

  /* An index that is whole in the page: its rows are hidden and shown. */
  class Whole {
    constructor() {
      this.bodies = tables.map((table) => table.tBodies[0]);
      this.items = this.bodies.flatMap((body) => [...body.rows].map((row) => ({ row, body })));
      for (const item of this.items) Object.assign(item, this.read(item.row));
    }

    /* What is looked for in a row: its words, and the days that its date can mean. */
    read(row) {
      const head = row.querySelector("th[scope=row]");
      const texts = [...head.childNodes].filter((node) => !node.matches?.(".kind, .summary"));
      const moments = row.querySelector(".date")?.dataset.key?.split("/") ?? [];
      const [from = "", to = ""] = moments.map((moment) => moment.slice(0, 10));
      return { text: data.fold(texts.map((node) => node.textContent).join(" ")), from, to };
    }

    /* A test of an item for each field that is in use. */
    tests() {
      return Object.entries(filter()).filter(([, value]) => value).map(([name, value]) => {
        const has = data.finds(value);
        if (name === "text") return (item) => has(item.text);
        if (name === "from") return (item) => item.to >= value;
        if (name === "to") return (item) => item.from !== "" && item.from <= value;
        return (item) => (item.row.dataset[name] ?? "").split(" ").includes(value);
      });
    }

    async show() {
      const tests = this.tests();
      const found = this.items.filter((item) => tests.every((test) => test(item)));
      const shown = this.inOrder(found);
      const rows = new Set(found.map((item) => item.row));
      for (const { row } of this.items) row.hidden = !rows.has(row);
      for (const body of this.bodies) {
        const frame = body.closest("section") ?? body.parentElement; // with the heading of a month
        frame.hidden = ![...body.rows].some((row) => !row.hidden);
      }
      return { found: found.length, ids: shown.map((item) => item.row.dataset.id) };
    }

    /* The rows in their order; sorted otherwise than by date they leave their months. */
    inOrder(found) {
      const isOwn = sort === normal, [first] = this.bodies;
      const head = heads([tables[0]]).find((each) => each.dataset.sort === column(sort));
      const list = isOwn ? found : sorted(found, sort, (item) => cellKey(item.row, head));
      const places = new Map();
      for (const item of isOwn ? this.items : list) {
        const body = isOwn ? item.body : first;
        if (!places.has(body)) places.set(body, []);
        places.get(body).push(item.row);
      }
      for (const [body, rows] of places) body.append(...rows);
      form.parentElement.classList.toggle("is-merged", !isOwn);
      return list;
    }

    /* The rows of the data, for a map of what is shown. */
    async rows({ ids }) {
      const found = await data.rows({ part: form.dataset.part });
      const byId = new Map(found.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id)).filter(Boolean);
    }
  }

  // --- The rows of the data ------------------------------------------------------------------------

  /* The cells of an incident and what each column is sorted by; as in parts/record.html. */
  const KEYS = {
    date: (row, words, number) => number, // they come in order
    title: (row) => row.title,
    place: (row) => row.place,
    attacker: (row) => row.attackers.map((each) => each.label).join(", "),
    grade: (row, words) => words.grades.findIndex(([name]) => name === row.grade),
  };

  function link(url, text) {
    const made = element("a", "", text);
    made.href = url;
    return made;
  }

  const badge = (word, kind) => element("span", `badge badge--${kind}`, word);

  function cell(name, label, ...children) {
    const made = element("td", name, ...children);
    if (label) made.dataset.label = label;
    return made;
  }

  function attacker({ id, label, word, denied }, root) {
    const made = element("span", "accused", link(`${root}actors/${id}.html`, label), " ", badge(word, word));
    if (denied) made.append(" ", badge("denies it", "denied"));
    return made;
  }

  function rowOf(row, words) {
    const root = row.url.slice(0, -`${words.folder}/${row.id}.html`.length);
    const head = element("th", "", link(row.url, row.title), " ",
      element("span", "kind", words.types[row.type]));
    head.scope = "row";
    const grade = badge(row.grade, `grade-${row.grade}`);
    grade.title = `Grade ${row.grade}: ${new Map(words.grades).get(row.grade)}`;
    const by = row.attackers.map((each) => attacker(each, root));
    return element("tr", "",
      cell("date", "", element("span", "when", row.when)),
      head,
      cell("", "Place", link(`${root}locations/${row.location}.html`, row.place)),
      cell("wide", "Attacker", ...(by.length ? by : [element("span", "absent", "nobody named")])),
      cell("", "Grade", grade,
        ...(row.disputed ? [" ", element("span", "aside grade-note", "disputed points")] : [])));
  }

  /* An index that is too long for a page: what is found is loaded, and listed page by page. */
  class Long {
    constructor() {
      this.list = document.querySelector("[data-filter=list]");
      this.more = document.querySelector("[data-filter=more]");
      this.body = tables[0].tBodies[0];
      this.more.onclick = () => this.grow();
    }

    async show(isCurrent) {
      if (!inUse() && sort === normal) {
        this.list.hidden = true;
        return { found: total, rows: null };
      }
      const words = await data.manifest();
      const found = await data.rows({ ...filter(), part: form.dataset.part });
      if (!isCurrent()) return null;
      const key = (row, number) => KEYS[column(sort)](row, words, number);
      this.found = sort === normal ? found : sorted(found, sort, key);
      this.words = words;
      this.body.replaceChildren();
      this.grow();
      this.list.hidden = !found.length;
      return { found: found.length, rows: this.found };
    }

    grow() {
      const start = this.body.rows.length;
      const next = this.found.slice(start, start + PAGE);
      this.body.append(...next.map((row) => rowOf(row, this.words)));
      const rest = this.found.length - start - next.length;
      this.more.hidden = rest === 0;
      this.more.textContent = rest > PAGE ? `Show ${PAGE} of ${count(rest)} more` : `Show ${rest} more`;
      if (start) this.body.rows[start].querySelector("a").focus();
    }

    async rows({ rows }) {
      return rows;
    }
  }

  // --- What happens --------------------------------------------------------------------------------

  const list = form.dataset.filter === "page" ? new Whole() : new Long();
  let turn = 0; // of what was asked for last

  function headWords() {
    const head = heads(tables).find((each) => each.dataset.sort === column(sort));
    return `${head.textContent.trim()}, ${isDown(sort) ? WORDS.down : WORDS.up}`;
  }

  function tell(found) {
    const all = `${count(total)} ${total === 1 ? noun : nouns}`;
    const rest = sort === normal ? "" : `, sorted by ${headWords()}`;
    const idle = list instanceof Long && !inUse() && !rest;
    const some = found ? `${count(found)} of ${all}` : `None of ${all}`;
    part("status").textContent = idle ? `${all}. ${WORDS.choose}` : `${inUse() ? some : all}${rest}`;
  }

  function showForm() {
    part("active").textContent = inUse() ? ` (${inUse()} in use)` : "";
    part("clear").hidden = !inUse();
    order.value = sort === normal ? "" : sort;
    markHeads(tables, sort);
  }

  /* For the map of the page, see rows.js. Without the data there is no map of it, but the table is. */
  async function announce(shown, isCurrent) {
    if (form.dataset.kind !== "incident") return;
    const rows = await list.rows(shown).catch(() => undefined);
    if (rows === undefined || !isCurrent()) return;
    data.shown = { rows, total };
    document.dispatchEvent(new CustomEvent("sourcebook:filter", { detail: data.shown }));
  }

  async function show() {
    const own = ++turn, isCurrent = () => own === turn;
    const late = setTimeout(() => { if (isCurrent()) part("status").textContent = WORDS.loading; }, PATIENCE);
    showForm();
    try {
      const shown = await list.show(isCurrent);
      if (!shown || !isCurrent()) return;
      tell(shown.found);
      form.dataset.shown = JSON.stringify({ ...filter(), sort }); // for whoever watches it
      announce(shown, isCurrent);
    } catch (error) {
      if (isCurrent()) part("status").textContent = WORDS.failed;
    } finally {
      clearTimeout(late);
    }
  }

  function change(isNew) {
    writeAddress(isNew);
    return show();
  }

  function sortBy(wanted) {
    sort = wanted || normal;
    change(true);
  }

  /* The sorts by name, for a phone, where a table has no heads to click. */
  function offerSorts() {
    for (const head of heads([tables[0]])) {
      for (const name of [head.dataset.sort, `-${head.dataset.sort}`]) {
        if (name === normal) continue;
        const words = `${head.textContent.trim()}, ${isDown(name) ? WORDS.down : WORDS.up}`;
        order.append(new Option(words, name));
      }
    }
  }

  let pause = 0, edited = null; // the field that is being typed into

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", ({ target }) => {
    if (target === order) {
      sortBy(order.value);
      return;
    }
    clearTimeout(pause);
    const isNew = target instanceof HTMLSelectElement || edited !== target;
    edited = target;
    // What is chosen is an entry of the history; what is typed into one field is a single one.
    if (target instanceof HTMLSelectElement) change(true);
    else {
      writeAddress(isNew);
      pause = setTimeout(show, PAUSE);
    }
  });
  form.addEventListener("focusout", () => { edited = null; });
  part("clear").addEventListener("click", () => {
    for (const field of fields) field.value = "";
    change(true);
    fields[0].focus();
  });
  part("toggle").addEventListener("click", () => {
    const isOpen = part("toggle").getAttribute("aria-expanded") === "true";
    part("toggle").setAttribute("aria-expanded", String(!isOpen));
  });
  addEventListener("popstate", () => {
    clearTimeout(pause);
    readAddress();
    show();
  });

  offerSorts();
  makeButtons(tables, (head) => sortBy(nextSort(head, sort)));
  form.hidden = false;
  readAddress();
  show();
})();
