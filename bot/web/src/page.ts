/** The chat page, made better: what it does with forms, it now does in place. */
import { Chat, type Host, type Opened } from "./chat";
import { Contract } from "./contract";
import type { Config } from "./texts";

const root = document.querySelector<HTMLElement>(".wb");
const config = document.getElementById("wb-texts");

/** Fetches the page again for its conversation: it comes with its cookie and its turns. */
async function open(mine: HTMLElement, address: string): Promise<Opened | null> {
  try {
    const response = await fetch(address, { cache: "no-store" });
    if (!response.ok) return null;
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    const theirs = fresh.querySelector<HTMLElement>(".wb");
    const token = theirs?.dataset.token;
    if (!theirs || !token) return null;
    const form = formToken(theirs);
    mine.querySelectorAll<HTMLInputElement>("[name=form_token]").forEach((input) => (input.value = form));
    return {
      token,
      turns: Array.from(theirs.querySelectorAll(".wb-turn")),
      expiresIn: Number(theirs.dataset.expires),
      notice: theirs.querySelector(".wb-notice")?.textContent?.trim(),
    };
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
  // A link opens its card once: neither a reload nor a new chat should do it again.
  const { pathname, search } = location;
  let address = contract.token || pathname !== "/" ? "/" : pathname + search;
  history.replaceState(null, "", "/");
  const openNext = () => {
    const asked = address;
    address = "/";
    return open(root, asked);
  };
  const host: Host = { contract, base: "", open: openNext, forget: () => forget(root) };
  root.classList.add("wb--scripted");
  const chat = new Chat(root, host, JSON.parse(config.textContent ?? "") as Config);
  // A page that was kept for slow lines comes without its conversation.
  if (contract.token) chat.takeOver(Number(root.dataset.expires));
  else if (!root.querySelector(".wb-turn")) void chat.start();
  // A page that comes back out of the browser's memory may be over.
  addEventListener("pageshow", (event) => event.persisted && location.reload());
  void navigator.serviceWorker?.register("/sw.js").catch(() => null);
}
