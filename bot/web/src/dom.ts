/** Builds elements out of text only: nothing that anyone wrote is ever read as HTML. */

type Child = Node | string | false | null | undefined;

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | false | null | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== false && value != null) element.setAttribute(name, value);
  element.append(...children.filter((child): child is Node | string => !!child || child === ""));
  return element;
}

export const hidden = (text: string) => el("span", { class: "nhsuk-u-visually-hidden" }, text);

/** Puts words at the places of a text that are named in braces. */
export const fill = (text: string, words: Record<string, string>) =>
  text.replace(/\{(\w+)\}/g, (place, name) => words[name] ?? place);

export const randomId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
