/** One conversation on the screen, for the page and for the widget. Nothing of it is stored anywhere. */
import type { Answer, Contract, Said } from "./contract";
import { el, fill, randomId } from "./dom";
import { readForm } from "./form";
import { copy, print } from "./keep";
import { Renderer, useUp } from "./render";
import type { Config, Texts } from "./texts";

/** A conversation: its turns so far, for how many seconds it is kept without a message, and what to know of it. */
export interface Opened {
  token: string;
  turns: Node[];
  expiresIn: number;
  notice?: string;
}

export interface Host {
  contract: Contract;
  base: string;
  /** Opens a conversation, or null when nothing answers. */
  open(renderer: Renderer): Promise<Opened | null>;
  /** Forgets the conversation on the server; it goes out even when the page is left at once. */
  forget(): Promise<unknown>;
}

interface Unsent {
  said: Said;
  words: string;
  id: string;
}

const TYPING_AFTER = 400;
const LOOK_EVERY = 5_000;
const WARN_BEFORE = 300;

export class Chat {
  private readonly texts: Texts;
  private readonly renderer: Renderer;
  private readonly log: HTMLElement;
  private readonly turns: HTMLElement;
  private readonly box: HTMLTextAreaElement;
  private readonly status: HTMLElement;
  private readonly notice: HTMLElement;
  private readonly actions: Record<string, (button: HTMLElement) => void>;
  private unsent: Unsent | null = null;
  private busy = false;
  private clearedAt = Infinity;
  private warnedAt = Infinity;

  constructor(
    private readonly root: HTMLElement,
    private readonly host: Host,
    config: Config,
  ) {
    this.texts = config.texts;
    this.renderer = new Renderer(config.texts, config.offers, host.base);
    this.log = this.find(".wb-log");
    this.turns = this.find(".wb-turns");
    this.box = this.find<HTMLTextAreaElement>(".wb-compose__text");
    this.status = this.find(".wb-status");
    this.notice = this.find(".wb-notice");
    this.actions = {
      leave: () => this.leave(),
      end: () => this.end(),
      start: () => this.start(),
      keep: () => this.keep(),
      retry: () => this.retry(),
      copy: (button) => this.copy(button),
      print: (button) => print(turnOf(button)),
    };
    this.listen();
  }

  /** Takes over a conversation that already stands on the screen. */
  takeOver(expiresIn: number): void {
    this.stays(expiresIn);
    this.turns.querySelectorAll(".wb-turn--assistant").forEach((turn) => this.renderer.tools(turn));
    const last = this.turns.lastElementChild;
    if (this.turns.childElementCount > 1 && last) this.bringIntoView(last);
  }

  /** Opens a conversation in place of what is there; asked twice, it opens one. */
  start(): Promise<boolean> {
    this.opening ??= this.open();
    return this.opening;
  }

  private opening: Promise<boolean> | null = null;
  private ends = 0;

  private async open(): Promise<boolean> {
    const { ends } = this;
    this.typing(true);
    const opened = await this.host.open(this.renderer);
    // A conversation that was ended before it was there is not shown.
    if (ends !== this.ends) return false;
    this.opening = null;
    this.typing(false);
    if (!opened) {
      this.say(this.texts.offline, "start");
      return false;
    }
    this.host.contract.token = opened.token;
    this.turns.replaceChildren(...opened.turns);
    this.takeOver(opened.expiresIn);
    this.say(opened.notice ?? "");
    return true;
  }

  private listen(): void {
    this.root.addEventListener("submit", (event) => this.submitted(event));
    this.root.addEventListener("click", (event) => this.clicked(event));
    this.box.addEventListener("keydown", (event) => this.pressed(event));
    this.box.addEventListener("input", () => this.fitBox());
    addEventListener("offline", () => this.say(this.texts.offline));
    addEventListener("online", () => this.say(this.texts.back_online, this.unsent ? "retry" : ""));
    document.addEventListener("visibilitychange", () => this.look());
    setInterval(() => this.look(), LOOK_EVERY);
    this.fitBox();
  }

  private submitted(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement;
    event.preventDefault();
    if (form.matches(".wb-compose")) this.sendBox();
    if (form.matches(".wb-form")) void this.sendForm(form);
  }

  private clicked(event: Event): void {
    const target = event.target as Element;
    const button = target.closest<HTMLButtonElement>("[data-do], .wb-choice");
    if (button?.matches(".wb-choice")) {
      event.preventDefault();
      void this.send({ said: { choice: button.value }, words: button.textContent ?? "", id: randomId() });
    } else if (button) {
      event.preventDefault();
      this.actions[button.dataset.do ?? ""]?.(button);
    } else {
      this.toField(event, target);
    }
  }

  /** A link of an error summary: in a shadow root, a browser does not find its field. */
  private toField(event: Event, target: Element): void {
    const link = target.closest(".nhsuk-error-summary a");
    if (!link) return;
    event.preventDefault();
    this.find(link.getAttribute("href") ?? "").focus();
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.sendBox();
  }

  private sendBox(): void {
    const words = this.box.value.trim();
    if (!words) return this.say(this.texts.empty_message);
    const again = this.unsent && "text" in this.unsent.said && this.unsent.words === words;
    void this.send(again && this.unsent ? this.unsent : { said: { text: words }, words, id: randomId() });
  }

  private retry(): void {
    if (this.unsent) void this.send(this.unsent);
  }

  private async send(message: Unsent): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const typed = "text" in message.said;
    const { ends } = this;
    if (typed && this.host.contract.token === "" && !(await this.start())) {
      if (ends === this.ends) await this.help(this.host.contract.say(message.said, message.id));
      this.busy = false;
      return;
    }
    this.say("");
    const mine = this.renderer.you(message.words);
    this.turns.append(mine);
    if (typed) this.fillBox("");
    else mine.focus({ preventScroll: true });
    this.bringIntoView(mine);
    this.typing(true);
    const answer = await this.host.contract.say(message.said, message.id);
    this.typing(false);
    this.busy = false;
    if (answer.status === 200) this.answered(answer, mine);
    else await this.failed(answer, message, mine);
  }

  private answered(answer: Answer, mine: Element): void {
    this.unsent = null;
    this.stays();
    useUp(this.turns, this.texts);
    this.append(answer);
    this.bringIntoView(mine);
  }

  private append(answer: Answer): void {
    const turn = this.renderer.assistant(answer.replies);
    this.renderer.tools(turn);
    this.turns.append(turn);
    if (answer.replies.some((reply) => reply.urgency !== "none")) this.bringIntoView(turn);
  }

  /** Puts the words back, so that nothing is lost, and says what to do. */
  private async failed(answer: Answer, message: Unsent, mine: Element): Promise<void> {
    const typed = "text" in message.said;
    mine.remove();
    this.unsent = message;
    if (typed) this.fillBox(message.words + (this.box.value && ` ${this.box.value}`));
    if (answer.status === 401) return this.ended(this.texts.expired, true);
    this.showHelp(answer);
    const { gone_choice, too_long, too_fast, not_sent, choice_not_sent } = this.texts;
    const known: Texts = { 409: gone_choice, 413: too_long, 429: too_fast };
    const other = typed ? not_sent : choice_not_sent;
    this.say(known[answer.status] ?? other, answer.status === 409 ? "" : "retry");
    if (!typed) this.notice.querySelector("button")?.focus();
  }

  private async sendForm(form: HTMLFormElement): Promise<void> {
    const { filled, complete } = readForm(form, this.texts);
    if (this.busy) return;
    this.busy = true;
    if (!complete) {
      await this.help(this.host.contract.callBack(filled));
      this.busy = false;
      return;
    }
    this.say("");
    this.typing(true);
    const answer = await this.host.contract.callBack(filled);
    this.typing(false);
    this.busy = false;
    if (answer.status === 401) {
      this.ended(this.texts.expired, true);
      return this.showHelp(answer);
    }
    if (answer.status !== 200) return this.formFailed(answer);
    const done = el("p", { tabindex: "-1" }, this.texts.form_done);
    form.replaceWith(done);
    done.focus();
    this.stays();
    useUp(this.turns, this.texts);
    this.append(answer);
  }

  /** Words that are refused may still tell of a danger; then where help is comes back. */
  private async help(asked: Promise<Answer>): Promise<void> {
    const { ends } = this;
    const answer = await asked;
    if (ends === this.ends) this.showHelp(answer);
  }

  private showHelp(answer: Answer): void {
    if (answer.replies.length) this.append(answer);
  }

  private formFailed(answer: Answer): void {
    this.showHelp(answer);
    this.say(this.texts.form_not_sent);
  }

  private async keep(): Promise<void> {
    const answer = await this.host.contract.keep();
    if (answer.status === 401) return this.ended(this.texts.expired);
    if (answer.status === 200) {
      this.stays(answer.expiresIn);
      this.say("");
    }
    this.box.focus();
  }

  private async end(): Promise<void> {
    const forgotten = this.host.forget();
    this.unsent = null;
    this.fillBox("");
    this.ended(this.texts.ended);
    await forgotten;
  }

  private leave(): void {
    void this.host.forget();
    document.documentElement.style.setProperty("display", "none", "important");
    document.title = "";
    location.replace(this.texts.leave_url);
  }

  private async copy(button: HTMLElement): Promise<void> {
    const done = await copy(turnOf(button));
    this.status.textContent = done ? this.texts.copied : this.texts.copy_failed;
  }

  /** Takes the conversation off the screen: it may be a shared one. Who is still there keeps where help is. */
  private ended(notice: string, isThere = false): void {
    this.host.contract.token = "";
    this.opening = null;
    this.ends += 1;
    this.typing(false);
    this.clearedAt = this.warnedAt = Infinity;
    for (const turn of [...this.turns.children]) if (!isThere || !turn.querySelector(".wb-care")) turn.remove();
    this.say(notice, "start");
  }

  private seconds = 0;

  private stays(seconds = this.seconds): void {
    this.seconds = seconds;
    this.clearedAt = Date.now() + seconds * 1000;
    this.warnedAt = this.clearedAt - Math.min(WARN_BEFORE, seconds / 2) * 1000;
  }

  /** Also after a sleep, when no timer ran. */
  private look(): void {
    const now = Date.now();
    if (now >= this.clearedAt) {
      void this.host.forget();
      return this.ended(this.texts.expired);
    }
    if (now < this.warnedAt) return;
    this.warnedAt = Infinity;
    const minutes = String(Math.max(1, Math.round((this.clearedAt - now) / 60_000)));
    this.say(fill(this.texts.expires_soon, { minutes }), "keep");
  }

  private timer = 0;

  private typing(on: boolean): void {
    clearTimeout(this.timer);
    this.status.classList.remove("wb-status--typing");
    this.status.textContent = "";
    if (!on) return;
    this.timer = window.setTimeout(() => {
      this.status.textContent = this.texts.typing;
      this.status.classList.add("wb-status--typing");
    }, TYPING_AFTER);
  }

  /** A notice above the box, with a button that helps. */
  private say(notice: string, action = ""): void {
    const button = action && el("button", { type: "button", class: "wb-tool", "data-do": action }, this.texts[action]);
    this.notice.replaceChildren(...(notice ? [el("p", {}, notice), button || ""] : []));
  }

  private fillBox(words: string): void {
    this.box.value = words;
    this.fitBox();
  }

  private fitBox(): void {
    this.box.style.height = "auto";
    if (this.box.value) this.box.style.height = `${Math.min(this.box.scrollHeight + 4, 160)}px`;
    else this.box.style.height = "";
  }

  private bringIntoView(turn: Element): void {
    const scrolls = getComputedStyle(this.log).overflowY === "auto";
    if (scrolls) this.log.scrollTop += turn.getBoundingClientRect().top - this.log.getBoundingClientRect().top - 8;
    else turn.scrollIntoView({ block: "start" });
  }

  private find<T extends HTMLElement>(selector: string): T {
    const found = this.root.querySelector<T>(selector);
    if (!found) throw new Error(`the page has no ${selector}`);
    return found;
  }
}

const turnOf = (button: HTMLElement) => button.closest(".wb-turn") as HTMLElement;
