/* Files of the site, loaded when they are needed: as scripts, because a page that was opened from
   disk can fetch nothing else. */

/** The address of the site, from that of this script: it lies in assets/. */
export const root = new URL("..", /** @type {HTMLScriptElement} */ (document.currentScript).src);

/**
 * @typedef {object} Loaded
 * @property {string} version
 * @property {any} data
 *
 * @typedef {(name: string, query: string | number) => Promise<Loaded>} Load
 */

/**
 * What loads the files of a folder. Each calls the global function `receiver` with its version, its
 * name and its data.
 *
 * @param {"sourcebookGround" | "sourcebookRows" | "sourcebookSearch"} receiver
 * @param {URL} folder
 * @returns {Load}
 */
export function loader(receiver, folder) {
  const waiting = new Map();
  window[receiver] = (version, name, data) => waiting.get(name)?.({ version, data });
  return (name, query) =>
    new Promise((resolve, reject) => {
      waiting.set(name, resolve);
      const script = document.createElement("script");
      script.src = new URL(`${name}.js?${query}`, folder).href;
      script.onload = script.onerror = () => {
        script.remove();
        reject(new Error(`${script.src} cannot be loaded`)); // changes nothing after `resolve`
      };
      document.head.append(script);
    });
}
