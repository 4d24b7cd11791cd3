// A client of the interview WebSocket: reconnects, resends what was not acknowledged, misses nothing.

const FIRST_WAIT = 500;
const LONGEST_WAIT = 15000;
const PING_EVERY = 25000;
const PONG_WITHIN = 10000;
const NOT_SIGNED_IN = 4401;
const CONNECTED_WITHIN = 15000;
const REFUSED_FOR_GOOD = 4400; // close codes from here on are the application's own refusals

/** An id that is new each time; `crypto.randomUUID` exists on secure pages only. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * What was said and not yet acknowledged, kept over reloads.
 *
 * Every message has an entry of its own in the browser's storage, so that two tabs do not
 * overwrite each other's. Sending one twice is harmless: its client id makes it one message.
 */
export class Outbox {
  constructor(interviewId) {
    this.prefix = `interviewgpt.${interviewId}.unsent.`;
    this.messages = this.#stored();
  }

  add(content) {
    const message = { content, client_id: newId(), at: Date.now() };
    this.messages.push(message);
    localStorage.setItem(this.prefix + message.client_id, JSON.stringify(message));
    return message;
  }

  settle(clientId) {
    this.messages = this.messages.filter((message) => message.client_id !== clientId);
    localStorage.removeItem(this.prefix + clientId);
  }

  #stored() {
    const found = [];
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(this.prefix)) found.push(JSON.parse(localStorage.getItem(key)));
    }
    return found.sort((one, other) => one.at - other.at);
  }
}

/**
 * Events (CustomEvent, `detail` is the frame's data): every frame type, and `state` with
 * `"connecting"`, `"connected"`, `"lost"` (it tries again) or `"gone"` (it does not).
 */
export class InterviewClient extends EventTarget {
  /** `last` is the id of the newest message the page shows, `session` who it is signed in as. */
  constructor({ path, last, outbox, session }) {
    super();
    this.session = session;
    this.path = path;
    this.last = last;
    this.outbox = outbox;
    this.tries = 0;
    this.connected = false;
    this.closed = false;
    // The network may be another one, and the old connection dead without a word.
    window.addEventListener("offline", () => this.#ping());
    window.addEventListener("online", () => this.#ping() || this.#hurry());
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) this.#ping() || this.#hurry();
    });
  }

  connect() {
    clearTimeout(this.timer);
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const address = `${scheme}://${location.host}${this.path}?since=${this.last}`;
    const socket = new WebSocket(address, this.session.protocols());
    this.socket = socket;
    socket.onmessage = (event) => this.socket === socket && this.#frame(JSON.parse(event.data));
    socket.onclose = (event) => this.socket === socket && this.#lost(event.code);
    this.#expect(CONNECTED_WITHIN);
  }

  /** Send a candidate's message now, or as soon as there is a connection. */
  say(content) {
    const message = this.outbox.add(content);
    this.#hurry();
    this.#say(message);
    return message;
  }

  /** False when there is no connection to send the command over. */
  command(name) {
    return this.#send("command", { name });
  }

  close() {
    this.closed = true;
    this.connected = false;
    clearTimeout(this.timer);
    clearTimeout(this.patience);
    clearInterval(this.heartbeat);
    this.socket?.close();
  }

  #frame({ type, data }) {
    clearTimeout(this.patience);
    if (type === "status" && data.status === "connected") this.#arrived();
    if (type === "message" || type === "ack") {
      this.last = Math.max(this.last, data.id);
      if (data.client_id) this.outbox.settle(data.client_id);
    }
    this.dispatchEvent(new CustomEvent(type, { detail: data }));
  }

  #arrived() {
    this.tries = 0;
    this.connected = true;
    this.#tell("connected");
    clearInterval(this.heartbeat);
    this.heartbeat = setInterval(() => this.#ping(), PING_EVERY);
    for (const message of this.outbox.messages) this.#say(message);
  }

  #say({ content, client_id }) {
    this.#send("message", { content, sender_type: "user", client_id });
  }

  #send(type, data) {
    if (!this.connected || this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(JSON.stringify({ type, data }));
    return true;
  }

  /** A half-open connection looks alive; an unanswered ping shows that it is not. */
  #ping() {
    if (!this.#send("ping", {})) return false;
    this.#expect(PONG_WITHIN);
    return true;
  }

  /** Give the connection up unless some frame comes within so many milliseconds. */
  #expect(milliseconds) {
    clearTimeout(this.patience);
    this.patience = setTimeout(() => {
      const socket = this.socket;
      this.#lost(0);
      socket.close();
    }, milliseconds);
  }

  /** Wait longer each time, and never all clients for the same time. */
  #lost(code) {
    clearInterval(this.heartbeat);
    clearTimeout(this.patience);
    this.socket = null;
    this.connected = false;
    if (this.closed) return;
    if (code === NOT_SIGNED_IN) {
      this.#renew();
      return;
    }
    if (code >= REFUSED_FOR_GOOD) {
      this.#leave();
      return;
    }
    this.#later();
  }

  #leave() {
    this.closed = true;
    this.#tell("gone");
  }

  /** The token has run out: with a new one the connection comes back, without one the page asks to
   * sign in. */
  async #renew() {
    try {
      if (!(await this.session.renew())) {
        this.#leave();
        location.reload();
        return;
      }
    } catch {
      // Offline: the next connection is refused like this one, and then there may be a token.
    }
    this.#later();
  }

  #later() {
    const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.tries++);
    this.#tell("lost");
    this.timer = setTimeout(() => this.connect(), longest / 2 + (Math.random() * longest) / 2);
  }

  /** Try again at once: the network, the tab or the candidate is back. */
  #hurry() {
    if (this.socket || this.closed) return;
    this.tries = 0;
    this.connect();
  }

  #tell(state) {
    this.dispatchEvent(new CustomEvent("state", { detail: state }));
  }
}
