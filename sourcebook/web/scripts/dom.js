/* Elements of the page, made by scripts. */

/**
 * An element; what is put into it is text or another element, and never markup.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} [className] nothing for none
 * @param {...(string | Node)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/**
 * @param {string} url
 * @param {string} text
 */
export function link(url, text) {
  return Object.assign(element("a", "", text), { href: url });
}

/**
 * A button that acts when it is pressed.
 *
 * @param {string} className
 * @param {() => unknown} act
 * @param {...(string | Node)} children
 */
export function button(className, act, ...children) {
  const made = element("button", className, ...children);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/**
 * The one element that a selector finds; for what a template of ours has written.
 *
 * @template {Element} [Kind=HTMLElement]
 * @param {ParentNode} parent
 * @param {string} selector
 * @returns {Kind}
 */
export function find(parent, selector) {
  const found = /** @type {Kind | null} */ (parent.querySelector(selector));
  if (!found) throw new Error(`nothing on the page is ${selector}`);
  return found;
}
