/** Replies as elements, in the same shape as templates/macros.html. */
import type { Contact, Reply } from "./contract";
import { el, fill, hidden } from "./dom";
import { callBackForm } from "./form";
import type { Texts } from "./texts";

export class Renderer {
  constructor(
    private readonly texts: Texts,
    private readonly offers: Record<string, string>,
    private readonly base: string,
  ) {}

  you(text: string): HTMLElement {
    const said = el("p", { class: "wb-bubble" }, hidden(`${this.texts.you_said}: `), el("span", { dir: "auto" }, text));
    return el("li", { class: "wb-turn wb-turn--you", tabindex: "-1" }, said);
  }

  assistant(replies: Reply[]): HTMLElement {
    const who = el("p", { class: "nhsuk-u-visually-hidden" }, `${this.texts.assistant_said}:`);
    return el("li", { class: "wb-turn wb-turn--assistant", tabindex: "-1" }, who, ...replies.map((r) => this.reply(r)));
  }

  /** Copy and print, below a turn that holds something to keep. */
  tools(turn: Element): void {
    if (!turn.querySelector(".wb-contact, .wb-links") || turn.querySelector(".wb-keep")) return;
    const button = (what: string) =>
      el("button", { type: "button", class: "wb-tool", "data-do": what }, this.texts[`${what}_label`]);
    turn.append(el("p", { class: "wb-keep" }, button("copy"), button("print")));
  }

  private reply(reply: Reply): HTMLElement {
    if (reply.urgency === "none") return el("div", { class: "wb-bubble" }, ...this.body(reply));
    const prefix = hidden(`${this.texts[`${reply.urgency}_prefix`]}: `);
    const heading = el("h3", { class: "nhsuk-card__heading" }, prefix, this.texts[`${reply.urgency}_heading`]);
    const arrow = el("span", { class: "nhsuk-card--care__arrow", "aria-hidden": "true" });
    return el(
      "div",
      {
        class: `wb-care nhsuk-card nhsuk-card--care nhsuk-card--care--${reply.urgency}`,
        role: reply.urgency === "emergency" && "alert",
      },
      el("div", { class: "nhsuk-card__heading-container" }, heading, arrow),
      el("div", { class: "nhsuk-card__content" }, ...this.body(reply)),
    );
  }

  private body(reply: Reply): (Node | false)[] {
    const { texts } = this;
    const choices = reply.choices.map(({ id, label }) =>
      el("button", { class: "wb-choice", name: "choice", value: id }, label),
    );
    const contacts =
      !!reply.contacts.length && el("ul", { class: "wb-contacts" }, ...reply.contacts.map((c) => this.contact(c)));
    const urgent = reply.urgency !== "none";
    return [
      ...reply.text.split("\n\n").map((text) => el("p", { dir: "auto", lang: reply.language }, text)),
      urgent && contacts,
      !!reply.links.length && el("ul", { class: "wb-links" }, ...reply.links.map((link) => this.link(link))),
      !!choices.length &&
        el("form", { class: "wb-choices" }, el("div", { role: "group", "aria-label": texts.choices_label }, ...choices)),
      !urgent && contacts,
      !!reply.form && callBackForm(reply.form.offer, this.offers[reply.form.offer] ?? "", texts),
    ];
  }

  private link({ label, url }: { label: string; url: string }): HTMLElement {
    const address = new URL(url, this.base || location.href);
    const safe = /^https?:$/.test(address.protocol) ? address.href : "#";
    return el("li", {}, el("a", { href: safe }, label));
  }

  private contact(contact: Contact): HTMLElement {
    const { texts } = this;
    const { name, show, call, text, text_body, open_now, hours, cost, who_for } = contact;
    const number = text
      ? el("a", { href: `sms:${text}${text_body ? `?&body=${encodeURIComponent(text_body)}` : ""}` }, hidden(`${fill(texts.text_prefix, { name })} `), show)
      : call
        ? el("a", { href: `tel:${call}` }, hidden(`${fill(texts.call_prefix, { name })} `), show)
        : show;
    const open =
      open_now !== null &&
      el("strong", { class: `wb-open${open_now ? "" : " wb-open--closed"}` }, open_now ? texts.open_now : texts.closed_now);
    return el(
      "li",
      { class: "wb-contact" },
      el("p", { class: "wb-contact__name" }, name),
      el("p", { class: "wb-contact__number" }, number),
      el("p", { class: "wb-contact__hours" }, open, open && " ", el("span", {}, hours + (cost ? `, ${cost}` : ""))),
      el("p", { class: "wb-contact__who" }, `${texts.who_for} ${who_for}`),
    );
  }
}

/** Makes the buttons of earlier turns text, so that only the latest can be pressed. */
export function useUp(turns: Element, texts: Texts): void {
  for (const form of turns.querySelectorAll(".wb-choices")) {
    const labels = Array.from(form.querySelectorAll(".wb-choice"), (choice) => choice.textContent);
    form.replaceWith(el("p", { class: "wb-used" }, `${texts.choices_were}: ${labels.join(", ")}`));
  }
}
