// A client of the interview WebSocket: reconnects, resends what was not acknowledged, misses nothing.

const FIRST_WAIT = 500;
const LONGEST_WAIT = 15000;
const PING_EVERY = 25000;
const PONG_WITHIN = 10000;

/** An id that is new each time; `crypto.randomUUID` exists on secure pages only. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Events (CustomEvent, `detail` is the frame's data): every frame type, and `state` with
 * `{state: "connecting" | "connected" | "lost" | "gone", seconds}`, `outbox` when it changes.
 */
export class InterviewClient extends EventTarget {
  /** `last` is the id of the newest message the page shows. */
  constructor({ id, path, last }) {
    super();
    this.id = id;
    this.path = path;
    this.last = last;
    this.tries = 0;
    this.closed = false;
    this.key = `interviewgpt.${id}.outbox`;
    this.outbox = this.#stored();
    window.addEventListener("online", () => this.#hurry());
    document.addEventListener("visibilitychange", () => document.hidden || this.#hurry());
  }

  connect() {
    clearTimeout(this.timer);
    this.#tell("state", { state: "connecting" });
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const socket = new WebSocket(`${scheme}://${location.host}${this.path}?since=${this.last}`);
    this.socket = socket;
    socket.onmessage = (event) => this.socket === socket && this.#frame(JSON.parse(event.data));
    socket.onclose = (event) => this.socket === socket && this.#lost(event.code);
  }

  /** Send a candidate's message now or as soon as there is a connection. Returns its client id. */
  say(content) {
    const message = { content, sender_type: "user", client_id: newId() };
    this.outbox.push(message);
    this.#store();
    this.#send("message", message);
    return message.client_id;
  }

  command(name) {
    return this.#send("command", { name });
  }

  close() {
    this.closed = true;
    clearTimeout(this.timer);
    clearInterval(this.heartbeat);
    this.socket?.close();
  }

  #frame({ type, data }) {
    clearTimeout(this.patience);
    if (type === "status" && data.status === "connected") {
      this.tries = 0;
      this.#tell("state", { state: "connected" });
      clearInterval(this.heartbeat);
      this.heartbeat = setInterval(() => this.#ping(), PING_EVERY);
      for (const message of this.outbox) this.#send("message", message);
    }
    if (type === "ack" || (type === "message" && data.client_id)) this.#settle(data.client_id);
    if (type === "message" || type === "ack") this.last = Math.max(this.last, data.id);
    this.#tell(type, data);
  }

  /** A message the server refuses for good is not sent again. */
  drop(clientId) {
    this.#settle(clientId);
  }

  #settle(clientId) {
    const left = this.outbox.filter((message) => message.client_id !== clientId);
    if (left.length === this.outbox.length) return;
    this.outbox = left;
    this.#store();
  }

  #send(type, data) {
    if (this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(JSON.stringify({ type, data }));
    return true;
  }

  /** A half-open connection looks alive; an unanswered ping shows that it is not. */
  #ping() {
    if (!this.#send("ping", {})) return;
    clearTimeout(this.patience);
    this.patience = setTimeout(() => {
      const socket = this.socket;
      this.#lost(0);
      socket.close();
    }, PONG_WITHIN);
  }

  #lost(code) {
    clearInterval(this.heartbeat);
    clearTimeout(this.patience);
    this.socket = null;
    if (this.closed) return;
    if (code === 4404) {
      this.#tell("state", { state: "gone" });
      return;
    }
    const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.tries++);
    const wait = longest / 2 + (Math.random() * longest) / 2;
    this.#tell("state", { state: "lost", seconds: Math.max(1, Math.round(wait / 1000)) });
    this.timer = setTimeout(() => this.connect(), wait);
  }

  #hurry() {
    if (!this.socket && !this.closed) {
      this.tries = 0;
      this.connect();
    }
  }

  #stored() {
    try {
      const value = JSON.parse(localStorage.getItem(this.key) || "[]");
      return Array.isArray(value) ? value : [];
    } catch {
      return [];
    }
  }

  #store() {
    if (this.outbox.length) localStorage.setItem(this.key, JSON.stringify(this.outbox));
    else localStorage.removeItem(this.key);
    this.#tell("outbox", this.outbox);
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
