/** The call-back form: what stands in it goes to the programme's inbox and nowhere else. */
import type { CallBack } from "./contract";
import { el, fill, randomId } from "./dom";
import type { Texts } from "./texts";

const HOWS = ["call", "text", "email"];
type Errors = Record<string, string>;

export function callBackForm(offer: string, offerName: string, texts: Texts): HTMLFormElement {
  const line = (name: string, autocomplete: string, hint = "") =>
    el(
      "div",
      { class: "nhsuk-form-group" },
      el("label", { class: "nhsuk-label", for: `wb-${name}` }, texts[`form_${name}`]),
      !!hint && el("div", { class: "nhsuk-hint", id: `wb-${name}-hint` }, hint),
      el("input", {
        class: "nhsuk-input",
        id: `wb-${name}`,
        name,
        autocomplete,
        maxlength: name === "when" ? "200" : "100",
        "aria-describedby": hint && `wb-${name}-hint`,
      }),
    );
  const radio = (how: string) =>
    el(
      "div",
      { class: "nhsuk-radios__item" },
      el("input", { class: "nhsuk-radios__input", id: `wb-how-${how}`, name: "how", type: "radio", value: how }),
      el("label", { class: "nhsuk-label nhsuk-radios__label", for: `wb-how-${how}` }, texts[`form_${how}`]),
    );
  const hows = el(
    "div",
    { class: "nhsuk-form-group" },
    el(
      "fieldset",
      { class: "nhsuk-fieldset" },
      el("legend", { class: "nhsuk-fieldset__legend" }, texts.form_how),
      el("div", { class: "nhsuk-radios nhsuk-radios--small" }, ...HOWS.map(radio)),
    ),
  );
  return el(
    "form",
    { class: "wb-form", "data-offer": offer, novalidate: "" },
    el("input", { type: "hidden", name: "offer", value: offer }),
    el("input", { type: "hidden", name: "request_id", value: randomId() }),
    el("h3", { class: "nhsuk-heading-s" }, texts.form_title),
    el("p", {}, fill(texts.form_offer, { offer: offerName })),
    line("name", "name"),
    hows,
    line("reach", "off"),
    line("when", "off", texts.form_when_hint),
    el("button", { class: "nhsuk-button nhsuk-button--small" }, texts.form_send),
  );
}

/** What the form holds, and whether it is filled in as it should be; fields that are not are marked. */
export function readForm(form: HTMLFormElement, texts: Texts): { filled: CallBack; complete: boolean } {
  const value = (name: string) => String(new FormData(form).get(name) ?? "").trim();
  const errors: Errors = {};
  for (const name of ["name", "how", "reach"]) if (!value(name)) errors[name] = texts[`form_${name}_missing`];
  showErrors(form, errors, texts);
  const names = ["offer", "name", "how", "reach", "when", "request_id"] as const;
  const filled = Object.fromEntries(names.map((name) => [name, value(name)])) as CallBack;
  return { filled, complete: !Object.keys(errors).length };
}

export function showErrors(form: HTMLFormElement, errors: Errors, texts: Texts): void {
  form.querySelectorAll(".nhsuk-error-summary, .nhsuk-error-message").forEach((old) => old.remove());
  form.querySelectorAll(".nhsuk-form-group").forEach((group) => markGroup(group as HTMLElement, errors));
  const found = Object.entries(errors);
  if (!found.length) return;
  const items = found.map(([name, message]) =>
    el("li", {}, el("a", { href: `#wb-${name === "how" ? "how-call" : name}` }, message)),
  );
  const summary = el(
    "div",
    { class: "nhsuk-error-summary", role: "alert", tabindex: "-1" },
    el("h4", { class: "nhsuk-error-summary__title" }, texts.form_problem),
    el("ul", { class: "nhsuk-list nhsuk-error-summary__list" }, ...items),
  );
  form.querySelector(".nhsuk-form-group")?.before(summary);
  summary.focus();
}

function markGroup(group: HTMLElement, errors: Errors): void {
  const input = group.querySelector<HTMLInputElement>("[name]");
  const name = input?.name ?? "";
  const message = errors[name];
  const described = name === "how" ? group.querySelector("fieldset") : input;
  group.classList.toggle("nhsuk-form-group--error", !!message);
  input?.classList.toggle("nhsuk-input--error", !!message && name !== "how");
  const hint = group.querySelector(".nhsuk-hint")?.id;
  const ids = [hint, message && `wb-${name}-error`].filter(Boolean).join(" ");
  for (const [attribute, value] of [["aria-describedby", ids], ["aria-invalid", message && name !== "how" ? "true" : ""]])
    if (value) described?.setAttribute(attribute, value);
    else described?.removeAttribute(attribute);
  if (message) {
    const error = el("span", { class: "nhsuk-error-message", id: `wb-${name}-error` }, message);
    group.querySelector(".nhsuk-radios, .nhsuk-input")?.before(error);
  }
}
