/* The popup of the map: one at a time, which gives the focus back to what opened it. */

export class Popup {
  /**
   * @param {L.Map} map
   * @param {(key: string) => Element | undefined} opener the element of a key
   */
  constructor(map, opener) {
    this.map = map;
    this.key = "";
    /** @type {L.Popup | undefined} */
    this.popup = undefined;
    const place = map.getContainer();
    place.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.popup?.isOpen()) return;
      event.stopPropagation();
      this.close();
    });
    map.on("popupclose", () => {
      if (document.activeElement !== document.body) return; // it was not in what has gone
      const target = /** @type {HTMLElement | undefined} */ (opener(this.key)) ?? place;
      target.focus({ preventScroll: true });
    });
  }

  close() {
    this.popup?.close();
  }

  /**
   * @param {string} key of what opens it
   * @param {HTMLElement} content
   * @param {L.LatLng} at
   * @param {boolean} byKey whether the focus goes into it
   */
  open(key, content, at, byKey) {
    const widest = Math.min(300, this.map.getSize().x - 100); // the controls are at the left
    this.popup = L.popup({ maxHeight: 230, minWidth: Math.min(220, widest), maxWidth: widest,
      autoPanPaddingTopLeft: [56, 12], autoPanPaddingBottomRight: [12, 28] });
    this.popup.setLatLng(at).setContent(content).openOn(this.map);
    this.key = key; // after another popup has closed and given its focus back
    const close = this.popup.getElement()?.querySelector(".leaflet-popup-close-button");
    close?.setAttribute("aria-label", "Close");
    if (byKey) content.querySelector("a")?.focus({ preventScroll: true });
  }
}
