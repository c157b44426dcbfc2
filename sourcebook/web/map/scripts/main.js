/* A button beside the drawn map, which the moving map replaces when it is pressed. Until then
   nothing is loaded; then Leaflet, the panel (panel.js), the basemap and the incidents. */

import { element, find } from "../../scripts/dom.js";
import { root } from "../../scripts/load.js";

/** @typedef {import("./panel.js").Panel} Panel */

const TEXT = {
  close: "Back to the drawn map",
  hide: "Close the map",
  loading: "The map is being loaded…",
  failed: "The map could not be loaded.",
};
const ASSETS = ["leaflet/leaflet.css", "moving-map.css", "leaflet/leaflet.js", "moving-map-panel.js"];
const DRAWN = "figure.plate:has(.map), figure.plate:has(.map) + .unplaced";

/** @type {Map<string, Promise<void>>} */
const loaded = new Map();

/**
 * A script or a style sheet of the site, once; scripts run in the order in which they are asked for.
 *
 * @param {string} name
 * @returns {Promise<void>}
 */
function load(name) {
  const known = loaded.get(name);
  if (known) return known;
  const url = new URL(`assets/${name}`, root).href;
  const made = name.endsWith(".css")
    ? Object.assign(element("link"), { rel: "stylesheet", href: url })
    : Object.assign(element("script"), { async: false, src: url });
  /** @type {Promise<void>} */
  const done = new Promise((resolve, reject) => {
    made.onload = () => resolve();
    made.onerror = () => reject(new Error(`${url} cannot be loaded`));
  });
  done.catch(() => loaded.delete(name));
  loaded.set(name, done);
  document.head.append(made);
  return done;
}

/** @returns {Promise<typeof import("./panel.js")>} */
async function loadPanel() {
  await Promise.all(ASSETS.map(load));
  return /** @type {any} */ (sourcebook["map/panel"]);
}

/** @param {HTMLElement} host */
function start(host) {
  const opener = find(host, "button");
  const closedText = opener.textContent;
  const drawn = [...(host.parentElement?.querySelectorAll(DRAWN) ?? [])];
  const status = element("p", "moving-status");
  status.setAttribute("role", "status");
  /** @type {Panel | null} */
  let panel = null;

  async function open() {
    opener.toggleAttribute("disabled", true);
    host.append(status);
    status.textContent = TEXT.loading;
    try {
      const { Panel } = await loadPanel();
      panel = await Panel.open(host, status, host.dataset.episode);
      for (const each of drawn) each.classList.add("moving-behind");
      opener.textContent = drawn.length ? TEXT.close : TEXT.hide;
    } catch (error) {
      host.querySelector(".moving")?.remove();
      status.textContent = TEXT.failed;
      throw error;
    } finally {
      opener.toggleAttribute("disabled", false);
    }
  }

  function close() {
    panel?.close();
    panel = null;
    status.remove();
    for (const each of drawn) each.classList.remove("moving-behind");
    opener.textContent = closedText;
    opener.focus({ preventScroll: true });
  }

  // The colours of the page are those of the map, too.
  new MutationObserver(() => panel?.map.repaint())
    .observe(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] });
  opener.addEventListener("click", () => (panel ? close() : open()));
  host.hidden = false;
}

/** @type {HTMLElement | null} */
const host = document.querySelector("[data-moving-map]");
if (host) start(host);
