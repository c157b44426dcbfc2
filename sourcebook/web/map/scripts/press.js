/* Markers and areas as buttons. */

/**
 * Act on a click, and on Enter and the space bar as a button does.
 *
 * @param {L.Evented} target
 * @param {(event: L.LeafletMouseEvent, byKey: boolean) => void} act
 */
export function onPress(target, act) {
  target.on("click keypress", (leafletEvent) => {
    const event = /** @type {L.LeafletMouseEvent} */ (leafletEvent);
    const pressed = /** @type {UIEvent & {key?: string}} */ (event.originalEvent);
    const isTyped = event.type === "keypress";
    if (isTyped && ![" ", "Enter"].includes(pressed.key ?? "")) return;
    if (isTyped) pressed.preventDefault();
    act(event, isTyped || pressed?.detail === 0);
  });
}
