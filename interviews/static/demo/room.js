// The room: the transcript as it grows, whose turn it is, and the candidate's answers.

import { InterviewClient } from "./client.js";

const settings = JSON.parse(document.getElementById("settings").textContent);
const { texts, people } = settings;
const transcript = document.getElementById("transcript");
const state = document.getElementById("state");
const connection = document.getElementById("connection");
const panel = document.getElementById("panel");
const composer = document.getElementById("composer");
const answer = document.getElementById("answer");
const end = document.getElementById("end");
const DRAFT = `interviewgpt.${settings.id}.draft`;

const client = new InterviewClient({ id: settings.id, path: settings.socket, last: settings.last });
let streaming = null;
let current = settings.current;
let ending = false;

// --- The transcript --------------------------------------------------------------------------

function atBottom() {
  return transcript.scrollHeight - transcript.scrollTop - transcript.clientHeight < 80;
}

function toBottom() {
  transcript.scrollTop = transcript.scrollHeight;
}

function head(senderType, interviewerId) {
  const header = document.createElement("header");
  const person = people[interviewerId];
  if (senderType === "user") header.textContent = texts.you;
  else if (senderType === "system") header.textContent = texts.system;
  else {
    const name = document.createElement("strong");
    const role = document.createElement("small");
    name.textContent = person ? person.name : interviewerId;
    role.textContent = person ? person.role : "";
    header.append(name, " ", role);
  }
  return header;
}

function line(senderType, interviewerId, content) {
  const article = document.createElement("article");
  const paragraph = document.createElement("p");
  article.className = `line ${senderType}`;
  paragraph.textContent = content;
  article.append(head(senderType, interviewerId), paragraph);
  return article;
}

function add(element) {
  const follow = atBottom();
  transcript.append(element);
  if (follow) toBottom();
  return element;
}

function place(message) {
  const mine = message.client_id && transcript.querySelector(`[data-client="${message.client_id}"]`);
  if (document.getElementById(`message-${message.id}`)) return;
  const element = mine || line(message.sender_type, message.interviewer_id, message.content);
  element.id = `message-${message.id}`;
  element.dataset.id = message.id;
  element.classList.remove("unsent");
  if (!mine) add(element);
}

function stopStreaming() {
  streaming?.element.remove();
  streaming = null;
}

client.addEventListener("delta", ({ detail }) => {
  if (detail.seq === 0) {
    stopStreaming();
    state.textContent = "";
    const element = add(line("interviewer", detail.interviewer_id, ""));
    element.classList.add("streaming");
    // Read out once, as the message that follows.
    element.setAttribute("aria-hidden", "true");
    streaming = { element, seq: -1 };
  }
  if (!streaming || detail.seq !== streaming.seq + 1) return;
  streaming.seq = detail.seq;
  const follow = atBottom();
  streaming.element.querySelector("p").textContent += detail.text;
  if (follow) toBottom();
});

client.addEventListener("message", ({ detail }) => {
  if (detail.sender_type === "interviewer") {
    stopStreaming();
    state.textContent = "";
  }
  place(detail);
});

// --- Whose turn it is ------------------------------------------------------------------------

function floor(interviewerId) {
  if (!interviewerId) return;
  current = interviewerId;
  for (const item of panel.children) {
    if (item.dataset.interviewer === interviewerId) item.setAttribute("aria-current", "true");
    else item.removeAttribute("aria-current");
  }
}

function thinking(interviewerId) {
  const person = people[interviewerId];
  state.textContent = `${person ? person.name : interviewerId} ${texts.thinking}`;
}

function finish() {
  client.close();
  localStorage.removeItem(DRAFT);
  state.textContent = texts.completed;
  composer.querySelector("button").disabled = true;
  setTimeout(() => location.assign(settings.report), ending ? 300 : 2500);
}

client.addEventListener("status", ({ detail }) => {
  floor(detail.current_interviewer);
  if (detail.status === "connected") {
    if (detail.interview.status === "completed") finish();
    else if (["due", "running"].includes(detail.interview.turn)) thinking(current);
  } else if (detail.status === "thinking") {
    stopStreaming();
    thinking(detail.current_interviewer);
  } else if (detail.status === "interviewer_changed") {
    state.textContent = detail.message;
  } else if (detail.status === "evaluating") {
    ending = true;
    state.textContent = texts.evaluating
      .replace("{done}", detail.done)
      .replace("{total}", detail.total);
  } else if (detail.status === "completed") {
    finish();
  } else {
    state.textContent = detail.message;
  }
});

// --- Answers ---------------------------------------------------------------------------------

function showUnsent(message) {
  if (transcript.querySelector(`[data-client="${message.client_id}"]`)) return;
  const element = line("user", null, message.content);
  element.dataset.client = message.client_id;
  element.classList.add("unsent");
  add(element);
  toBottom();
}

function send() {
  const content = answer.value;
  if (!content.trim()) {
    answer.focus();
    return;
  }
  client.say(content);
  answer.value = "";
  localStorage.removeItem(DRAFT);
  client.outbox.forEach(showUnsent);
  if (connection.dataset.state !== "connected") state.textContent = texts.waiting;
  answer.focus();
}

client.addEventListener("ack", ({ detail }) => place({ ...detail, sender_type: "user" }));

client.addEventListener("error", ({ detail }) => {
  const refused = ["INTERVIEW_ENDED", "INTERVIEW_PAUSED", "VALIDATION_ERROR"].includes(detail.code);
  const message = refused && client.outbox[0];
  state.textContent = detail.message;
  if (!message) return;
  // Give the text back rather than lose it.
  client.drop(message.client_id);
  transcript.querySelector(`[data-client="${message.client_id}"]`)?.remove();
  answer.value = answer.value ? `${message.content}\n${answer.value}` : message.content;
  state.textContent = `${texts.refused} ${detail.message}`;
});

composer.addEventListener("submit", (event) => {
  event.preventDefault();
  send();
});
answer.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing) {
    event.preventDefault();
    send();
  }
});
answer.addEventListener("input", () => localStorage.setItem(DRAFT, answer.value));

end.addEventListener("click", () => {
  if (!window.confirm(texts.confirmEnd)) return;
  ending = true;
  if (!client.command("end")) state.textContent = texts.waiting;
});

// --- The connection --------------------------------------------------------------------------

client.addEventListener("state", ({ detail }) => {
  connection.dataset.state = detail.state;
  connection.textContent = texts[detail.state].replace("{seconds}", detail.seconds);
  if (detail.state === "lost") stopStreaming();
});

answer.value = localStorage.getItem(DRAFT) || "";
client.outbox.forEach(showUnsent);
toBottom();
client.connect();
answer.focus();
