/** The public contract of the web chat, version 1, as this page uses it. */

export interface Choice {
  id: string;
  label: string;
}

export interface Contact {
  name: string;
  show: string;
  call: string | null;
  text: string | null;
  text_body: string | null;
  hours: string;
  open_now: boolean | null;
  cost: string | null;
  who_for: string;
}

export interface Reply {
  text: string;
  urgency: "none" | "urgent" | "emergency";
  choices: Choice[];
  links: { label: string; url: string }[];
  contacts: Contact[];
  form?: { offer: string };
  language?: string;
}

export interface Answer {
  /** The status of HTTP, or 0 when nothing answered. */
  status: number;
  replies: Reply[];
  session?: string;
  expiresIn?: number;
}

export type Said = { text: string } | { choice: string };
export type CallBack = Record<"offer" | "name" | "how" | "reach" | "when" | "request_id", string>;

const PATIENCE = 15_000;
const PAUSE = 800;

export class Contract {
  token = "";

  constructor(private readonly base: string) {}

  open(): Promise<Answer> {
    return this.ask("POST", "sessions", {});
  }

  keep(): Promise<Answer> {
    return this.ask("GET", "sessions");
  }

  /** Forgets the conversation; it goes out even when the page is left at once. */
  close(): Promise<Answer> {
    return this.ask("DELETE", "sessions", undefined, true);
  }

  /** Sends a message; when nothing answers, once more with the same id, so that it is said once. */
  async say(said: Said, id: string): Promise<Answer> {
    const body = { ...said, message_id: id };
    const answer = await this.ask("POST", "messages", body);
    if (answer.status) return answer;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    return this.ask("POST", "messages", body);
  }

  callBack(form: CallBack): Promise<Answer> {
    return this.ask("POST", "callbacks", form);
  }

  private async ask(method: string, path: string, body?: object, keepalive = false): Promise<Answer> {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), PATIENCE);
    const headers: Record<string, string> = {};
    if (body) headers["Content-Type"] = "application/json";
    if (this.token) headers["Authorization"] = `Bearer ${this.token}`;
    try {
      const response = await fetch(`${this.base}/api/v1/${path}`, {
        method,
        headers,
        keepalive,
        body: body && JSON.stringify(body),
        signal: patience.signal,
        credentials: "omit",
        cache: "no-store",
        referrerPolicy: "no-referrer",
      });
      const data = response.status === 204 ? {} : await response.json();
      return {
        status: response.status,
        replies: data.replies ?? [],
        session: data.session,
        expiresIn: data.expires_in,
      };
    } catch {
      return { status: 0, replies: [] };
    } finally {
      clearTimeout(timer);
    }
  }
}
