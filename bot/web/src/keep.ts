/** A turn on paper or in the clipboard: its words, numbers and addresses, without buttons and forms. */

function lines(turn: Element): string[] {
  const parts = turn.querySelectorAll("h3, p:not(.wb-keep):not(.wb-used), .wb-links a");
  return Array.from(parts, (part) => {
    if (part.closest("form") || part.classList.contains("nhsuk-u-visually-hidden")) return "";
    const shown = part.cloneNode(true) as Element;
    shown.querySelectorAll(".nhsuk-u-visually-hidden").forEach((hidden) => hidden.remove());
    const text = (shown.textContent ?? "").trim();
    return part instanceof HTMLAnchorElement ? `${text}: ${part.href}` : text;
  }).filter(Boolean);
}

export async function copy(turn: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(lines(turn).join("\n"));
    return true;
  } catch {
    return false;
  }
}

export function print(turn: Element): void {
  const frame = document.createElement("iframe");
  frame.title = document.title;
  frame.style.cssText = "position:fixed;width:0;height:0;border:0";
  document.body.append(frame);
  const page = frame.contentDocument;
  if (!page || !frame.contentWindow) return;
  for (const line of lines(turn)) {
    const paragraph = page.createElement("p");
    paragraph.style.fontFamily = "arial, sans-serif";
    paragraph.textContent = line;
    page.body.append(paragraph);
  }
  frame.contentWindow.addEventListener("afterprint", () => frame.remove());
  frame.contentWindow.print();
}
