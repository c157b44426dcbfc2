/* An order as it stands in the address: `date`, or `-date` for the other way round. */

const compare = new Intl.Collator("en", { numeric: true, sensitivity: "base" }).compare;

/** @param {string} sort */
export const column = (sort) => sort.replace(/^-/, "");

/** @param {string} sort */
export const isDown = (sort) => sort.startsWith("-");

/** @param {string} sort */
export const direction = (sort) => (isDown(sort) ? "descending" : "ascending");

/**
 * A copy in another order; what is empty comes last, and equals stay as they were.
 *
 * @template Item
 * @param {Item[]} items
 * @param {string} sort
 * @param {(item: Item, number: number) => string | number} key
 */
export function sorted(items, sort, key) {
  const way = isDown(sort) ? -1 : 1;
  const keyed = items.map((item, number) => ({ key: key(item, number), item }));
  keyed.sort(({ key: one }, { key: other }) => {
    if (one === "" || other === "") return Number(one === "") - Number(other === "");
    const isNumber = typeof one === "number" && typeof other === "number";
    return way * (isNumber ? one - other : compare(String(one), String(other)));
  });
  return keyed.map(({ item }) => item);
}

/**
 * The order after a click on the head of a column; a first one on numbers shows the highest.
 *
 * @param {string} name
 * @param {boolean} isNumber
 * @param {string} now
 */
export function nextSort(name, isNumber, now) {
  if (column(now) !== name) return isNumber ? `-${name}` : name;
  return isDown(now) ? name : `-${name}`;
}
