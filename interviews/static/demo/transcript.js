// The transcript as it grows: lines in the order of their ids, speech that is typed out, following.

const NEAR = 60; // pixels from the end that still count as being there
const PACE = 30; // milliseconds between two steps of typing
const LAG = 700; // milliseconds after which everything that has arrived is shown

const reducedMotion = window.matchMedia("(prefers-reduced-motion: reduce)");

export class Transcript {
  /** `blank` is the <template> of a line, `latest` the button that leads back to the end. */
  constructor({ root, blank, latest, people, texts }) {
    this.root = root;
    this.blank = blank;
    this.latest = latest;
    this.people = people;
    this.texts = texts;
    this.following = true;
    this.speech = null;
    root.addEventListener("scroll", () => this.#scrolled());
    latest.addEventListener("click", () => this.toEnd());
    new ResizeObserver(() => this.#follow()).observe(root);
    document.addEventListener("visibilitychange", () => document.hidden && this.#finish());
    this.toEnd();
  }

  /** Show a message of the history, once and in its place. */
  place(message) {
    const { id, client_id: clientId } = message;
    this.#finish();
    const unsent = clientId && this.#unsent(clientId);
    if (document.getElementById(`message-${id}`)) {
      unsent?.remove();
      return;
    }
    if (message.sender_type === "interviewer" && this.#speak(message)) return;
    const line = unsent || this.#line(message);
    line.classList.remove("unsent");
    this.#insert(line, id);
  }

  /** Show an answer that the server does not have yet. */
  placeUnsent(message) {
    if (this.#unsent(message.client_id)) return;
    const line = this.#line({ ...message, sender_type: "user" });
    line.dataset.client = message.client_id;
    line.classList.add("unsent");
    line.dataset.unsent = this.texts.unsent;
    this.root.append(line);
    this.toEnd();
  }

  /** Take an answer back that the server refused. */
  remove(clientId) {
    this.#unsent(clientId)?.remove();
  }

  /** A piece of what is being said; piece 0 starts anew. */
  hear({ interviewer_id: speaker, seq, text }) {
    if (seq === 0) {
      this.hush();
      const line = this.#line({ sender_type: "interviewer", interviewer_id: speaker, content: "" });
      line.classList.add("streaming");
      // Read out once, as the message that follows.
      line.setAttribute("aria-hidden", "true");
      this.root.append(line);
      this.speech = { line, text: "", shown: 0, next: 0, message: null };
    }
    if (!this.speech || seq !== this.speech.next) return;
    this.speech.next += 1;
    this.speech.text += text;
    this.#type();
  }

  /** Stop typing: show the message if it is known; otherwise it will be said anew, or not at all. */
  hush() {
    const { speech } = this;
    if (!speech) return;
    this.speech = null;
    clearTimeout(speech.timer);
    speech.line.remove();
    if (speech.message) this.#insert(this.#line(speech.message), speech.message.id);
  }

  toEnd() {
    this.following = true;
    this.#follow();
  }

  /** The whole message is known: type out the rest of it. False when it was not being said. */
  #speak(message) {
    if (!this.speech) return false;
    if (this.speech.text !== message.content) {
      this.hush();
      return false;
    }
    this.speech.message = message;
    this.#type();
    return true;
  }

  /** Show more, as much at a time as it takes to have shown all in time. */
  #type() {
    const { speech } = this;
    clearTimeout(speech.timer);
    speech.until = performance.now() + LAG;
    const instantly = reducedMotion.matches || document.hidden;
    const step = () => {
      const left = speech.text.length - speech.shown;
      const steps = instantly ? 1 : Math.max(1, (speech.until - performance.now()) / PACE);
      speech.shown += Math.ceil(left / steps);
      speech.line.querySelector(".text").textContent = speech.text.slice(0, speech.shown);
      this.#follow();
      if (speech.shown < speech.text.length) speech.timer = setTimeout(step, PACE);
      else this.#finish();
    };
    step();
  }

  #finish() {
    if (this.speech?.message) this.hush();
  }

  #unsent(clientId) {
    return this.root.querySelector(`.unsent[data-client="${CSS.escape(clientId)}"]`);
  }

  #line({ sender_type: sender, interviewer_id: speaker, content, metadata }) {
    const line = this.blank.content.firstElementChild.cloneNode(true);
    const person = this.people[speaker];
    const own = { user: this.texts.you, system: this.texts.system };
    const name = own[sender] || person?.name || speaker;
    line.classList.add(sender);
    line.querySelector(".avatar").textContent = name.slice(0, 1);
    line.querySelector(".avatar").dataset.tone = person?.tone || 4;
    line.querySelector(".name").textContent = name;
    line.querySelector(".role").textContent = person?.role || "";
    line.querySelector(".tag").textContent = this.#tag(metadata || {});
    line.querySelector(".text").textContent = content;
    return line;
  }

  #tag({ kind, question }) {
    if (kind === "follow_up") return this.texts.followUp;
    if (kind === "hint") return this.texts.hint;
    return question ? this.texts.question.replace("{number}", question) : "";
  }

  /** After the last line with a lower id; what has no id yet stays at the end. */
  #insert(line, id) {
    line.id = `message-${id}`;
    line.dataset.id = id;
    line.tabIndex = -1;
    const earlier = [...this.root.children].filter((other) => Number(other.dataset.id) < id);
    const before = earlier.at(-1);
    const place = before ? before.nextElementSibling : this.root.firstElementChild;
    if (place !== line) this.root.insertBefore(line, place);
    this.#follow();
  }

  #follow() {
    if (this.following) this.root.scrollTop = this.root.scrollHeight;
    else this.latest.hidden = false;
  }

  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.root;
    this.following = scrollHeight - scrollTop - clientHeight < NEAR;
    if (this.following) this.latest.hidden = true;
  }
}
