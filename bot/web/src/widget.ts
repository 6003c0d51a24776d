/** The widget: a launcher and a panel in a shadow root, so that neither page nor widget styles the other. */
import { Chat, type Host } from "./chat";
import { Contract } from "./contract";
import type { WidgetConfig } from "./texts";

declare const WIDGET_STYLES: string;
declare const wellbeingConfig: WidgetConfig;

const base = new URL((document.currentScript as HTMLScriptElement).src).origin;

/** The panel's markup comes with this script; a page may ask that such text passes through a policy. */
function trusted(html: string): string {
  type Policies = { createPolicy(name: string, rules: object): { createHTML(text: string): string } };
  const policies = (window as { trustedTypes?: Policies }).trustedTypes;
  return policies?.createPolicy("wellbeing", { createHTML: (text: string) => text }).createHTML(html) ?? html;
}

/** Sizes in rem would follow the host page; here they follow the reader's own setting. */
function styles(host: HTMLElement): CSSStyleSheet {
  const size = parseFloat(getComputedStyle(host).fontSize);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(WIDGET_STYLES.replace(/([\d.]+)rem\b/g, (_, number) => `${Number(number) * size}px`));
  return sheet;
}

function build(config: WidgetConfig): void {
  const host = document.createElement("wellbeing-assistant");
  host.style.cssText = "all:initial!important;font-size:medium!important";
  document.body.append(host);
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [styles(host)];
  root.innerHTML = trusted(config.shell);
  const launcher = root.querySelector(".wb-launcher") as HTMLButtonElement;
  const panel = root.querySelector(".wb-panel") as HTMLElement;
  const contract = new Contract(base);
  const widget: Host = {
    contract,
    base,
    forget: () => contract.close(),
    open: async (renderer) => {
      const answer = await contract.open();
      if (!answer.session) return null;
      return { token: answer.session, turns: [renderer.assistant(answer.replies)], expiresIn: answer.expiresIn ?? 0 };
    },
  };
  const chat = new Chat(root.querySelector(".wb") as HTMLElement, widget, config);
  let started = false;

  const show = (open: boolean) => {
    panel.hidden = !open;
    launcher.setAttribute("aria-expanded", String(open));
    host.toggleAttribute("data-open", open);
    if (!open) return launcher.focus();
    root.querySelector<HTMLElement>(".wb-compose__text")?.focus();
    if (!started) void chat.start();
    started = true;
  };
  launcher.addEventListener("click", () => show(panel.hidden));
  root.querySelector(".wb-panel__close")?.addEventListener("click", () => show(false));
  panel.addEventListener("keydown", (event) => {
    // What is typed here is not for the shortcuts of the host page.
    event.stopPropagation();
    if (event.key === "Escape") show(false);
  });
}

if (document.body) build(wellbeingConfig);
else addEventListener("DOMContentLoaded", () => build(wellbeingConfig));
