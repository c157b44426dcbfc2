/* The sizes of names in pixels: those of the drawn maps (maps/text_boxes.py), which a test compares. */
export const FONT_SIZES = {
  name: 13,
  note: 11.5,
  town: 11.5,
  country: 11.5,
  "division-name": 11,
  "river-name": 11,
};
