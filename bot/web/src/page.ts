/** The chat page, made better: what it does with forms, it now does in place. */
import { Chat, type Host, type Opened } from "./chat";
import { Contract } from "./contract";
import type { Config } from "./texts";

const root = document.querySelector<HTMLElement>(".wb");
const config = document.getElementById("wb-texts");

/** Fetches the page again for a new conversation: it comes with its cookie and its first turns. */
async function open(contract: Contract, mine: HTMLElement): Promise<Opened | null> {
  try {
    const response = await fetch("/", { cache: "no-store" });
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    const theirs = fresh.querySelector<HTMLElement>(".wb");
    const token = theirs?.dataset.token;
    if (!theirs || !token) return null;
    contract.token = token;
    const form = formToken(theirs);
    mine.querySelectorAll<HTMLInputElement>("[name=form_token]").forEach((input) => (input.value = form));
    return { turns: Array.from(theirs.querySelectorAll(".wb-turn")), expiresIn: Number(theirs.dataset.expires) };
  } catch {
    return null;
  }
}

const formToken = (within: Element) => within.querySelector<HTMLInputElement>("[name=form_token]")?.value ?? "";

function forget(mine: HTMLElement): Promise<unknown> {
  const body = new URLSearchParams({ form_token: formToken(mine) });
  const options: RequestInit = { method: "POST", body, keepalive: true, redirect: "manual" };
  return fetch("/chat/end", options).catch(() => null);
}

if (root && config) {
  const contract = new Contract("");
  contract.token = root.dataset.token ?? "";
  delete root.dataset.token;
  const host: Host = { contract, base: "", open: () => open(contract, root), forget: () => forget(root) };
  root.classList.add("wb--scripted");
  new Chat(root, host, JSON.parse(config.textContent ?? "") as Config).takeOver(Number(root.dataset.expires));
  // A link that opened a card has done so: a reload should not do it again.
  history.replaceState(null, "", location.pathname);
  // A page that comes back out of the browser's memory may be over.
  addEventListener("pageshow", (event) => event.persisted && location.reload());
  void navigator.serviceWorker?.register("/sw.js").catch(() => null);
}
