// The room: whose turn it is, the candidate's answers and commands, the connection and the end.

import { InterviewClient, Outbox } from "./client.js";
import { Session } from "./session.js";
import { Transcript } from "./transcript.js";

const settings = JSON.parse(document.getElementById("settings").textContent);
const { texts, people } = settings;
const state = document.getElementById("state");
const problem = document.getElementById("problem");
const remark = document.getElementById("remark");
const connection = document.getElementById("connection");
const panel = document.getElementById("panel");
const composer = document.getElementById("composer");
const answer = document.getElementById("answer");
const send = document.getElementById("send");
const end = document.getElementById("end");
const [retry, hint, skip, pause] = ["retry", "hint", "skip", "pause"].map((id) =>
  document.getElementById(id),
);
const endDialog = document.getElementById("end-dialog");
const DRAFT = `interviewgpt.${settings.id}.draft`;
const CLOSING_PAUSE = 2500; // milliseconds to read the closing words in

const outbox = new Outbox(settings.id);
const client = new InterviewClient({
  path: settings.socket,
  last: settings.last,
  outbox,
  session: new Session(settings.session),
});
const transcript = new Transcript({
  root: document.getElementById("transcript"),
  blank: document.getElementById("line"),
  latest: document.getElementById("latest"),
  people,
  texts,
});
let current = settings.current;
let ending = settings.ending;
let wantsToEnd = false;
let busy = true; // the panel has something to say first
let paused = false;
let failed = false;
let hintsLeft = settings.hintsLeft;

function complain(...sentences) {
  problem.textContent = sentences.join(" ");
  problem.hidden = !sentences.length;
}

/** A remark that stays while the reply is said, until the next one begins. */
function note(sentence) {
  remark.textContent = sentence;
  remark.hidden = !sentence;
}

/** What can be done at the moment can be chosen, and nothing else. */
function offer() {
  const open = client.connected && !ending;
  hint.disabled = !open || paused || busy || !hintsLeft;
  skip.disabled = !open || paused || busy;
  pause.disabled = !open;
  pause.textContent = paused ? texts.resume : texts.pause;
  // While nothing else can be done, going on is what the page is about.
  for (const name of ["secondary", "outline"]) pause.classList.toggle(name, !paused);
  state.classList.toggle("paused", paused);
  retry.hidden = !failed;
  retry.disabled = !client.connected;
  send.disabled = ending || paused;
  answer.disabled = ending;
  end.disabled = ending && !failed;
}

function settle(changes) {
  if ("busy" in changes) busy = changes.busy;
  if ("paused" in changes) paused = changes.paused;
  if ("failed" in changes) failed = changes.failed;
  offer();
}

// --- What is said ----------------------------------------------------------------------------

client.addEventListener("delta", ({ detail }) => {
  state.textContent = "";
  complain();
  transcript.hear(detail);
});

client.addEventListener("message", ({ detail }) => {
  if (detail.sender_type === "interviewer") spoken(detail.metadata || {});
  transcript.place(detail);
  progress(detail.metadata?.question);
});

client.addEventListener("ack", ({ detail }) => {
  transcript.place({ ...detail, sender_type: "user" });
});

/** After a handover the next interviewer's question is still to come. */
function spoken({ kind, question, aside, hints_left: left }) {
  state.textContent = "";
  complain();
  if (question || (kind === "follow_up" && !aside)) hintsLeft = true;
  if (left !== undefined) hintsLeft = left > 0;
  settle({ busy: kind === "handover" || kind === "closing", failed: false });
}

// --- Whose turn it is ------------------------------------------------------------------------

function progress(number) {
  if (!number) return;
  document.getElementById("progress").value = number;
  document.getElementById("progress-text").textContent = texts.progress
    .replace("{number}", number)
    .replace("{total}", settings.total);
}

function floor(interviewerId) {
  if (!interviewerId) return;
  current = interviewerId;
  for (const item of panel.children) {
    if (item.dataset.interviewer === interviewerId) item.setAttribute("aria-current", "true");
    else item.removeAttribute("aria-current");
  }
}

function thinking() {
  state.textContent = texts.thinking.replace("{name}", people[current]?.name || current);
}

function evaluating() {
  ending = true;
  state.textContent = texts.evaluating;
  settle({ failed: false });
}

function finish() {
  client.close();
  localStorage.removeItem(DRAFT);
  const link = document.createElement("a");
  link.href = settings.report;
  link.textContent = texts.completed;
  state.replaceChildren(link);
  setTimeout(() => location.replace(settings.report), wantsToEnd ? 0 : CLOSING_PAUSE);
}

function failure(...reasons) {
  settle({ busy: false, failed: true });
  complain(...reasons, ending ? texts.endAgain : texts.again);
}

/** The state as the server has it: on connecting, and in answer to a command. */
function arrived({ status, turn, paused: stopped }) {
  settle({ paused: stopped, failed: turn === "failed", busy: turn !== "idle" && turn !== "failed" });
  if (status === "completed") {
    finish();
  } else if (turn === "failed") {
    failure(texts.failed);
  } else if (stopped) {
    state.textContent = texts.paused;
  } else if (turn !== "idle") {
    if (ending) evaluating();
    else thinking();
  } else {
    state.textContent = "";
  }
}

client.addEventListener("status", ({ detail }) => {
  floor(detail.current_interviewer);
  if (detail.status === "connected") {
    arrived(detail.interview);
    if (wantsToEnd) client.command("end");
  } else if (detail.status === "engine_changed") {
    note(detail.reason === "used_up" ? texts.usedUp : texts.engineChanged);
  } else if (detail.interview && detail.status !== "completed") {
    arrived(detail.interview);
  } else if (detail.status === "thinking") {
    transcript.hush();
    complain();
    note("");
    settle({ busy: true, failed: false });
    thinking();
  } else if (detail.status === "evaluating") {
    complain();
    evaluating();
  } else if (detail.status === "completed") {
    finish();
  } else {
    if (detail.status === "paused" || detail.status === "resumed") {
      settle({ paused: detail.status === "paused" });
    }
    state.textContent = paused ? texts.paused : detail.message;
  }
});

// --- Instead of an answer --------------------------------------------------------------------

/** Ask for something; false when there is no connection to do it over. */
function ask(name) {
  if (client.command(name)) return true;
  state.textContent = texts.waiting;
  return false;
}

for (const [button, name] of [
  [hint, "hint"],
  [skip, "skip"],
]) {
  button.addEventListener("click", () => {
    if (ask(name)) settle({ busy: true });
    answer.focus();
  });
}
pause.addEventListener("click", () => ask(paused ? "resume" : "pause"));
retry.addEventListener("click", () => {
  if (!ask("retry")) return;
  complain();
  settle({ failed: false, busy: true });
  answer.focus();
});

// --- Answers ---------------------------------------------------------------------------------

function keepDraft() {
  if (answer.value) localStorage.setItem(DRAFT, answer.value);
  else localStorage.removeItem(DRAFT);
}

function submit() {
  if (answer.value.trim() && !send.disabled) {
    transcript.placeUnsent(client.say(answer.value));
    answer.value = "";
    keepDraft();
    if (!client.connected) state.textContent = texts.waiting;
  }
  answer.focus();
}

composer.addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});
answer.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  submit();
});
answer.addEventListener("input", keepDraft);
/** Another tab with the same draft goes on with it, or has sent it. */
window.addEventListener("storage", ({ key, oldValue, newValue }) => {
  if (key === DRAFT && answer.value === (oldValue || "")) answer.value = newValue || "";
});

// --- Refusals and failures -------------------------------------------------------------------

const REFUSALS = ["INTERVIEW_ENDED", "INTERVIEW_PAUSED", "VALIDATION_ERROR"];

/** Frames are answered in order, so a refusal is of the first answer that is still unsettled. */
function giveBack({ client_id: clientId, content }) {
  outbox.settle(clientId);
  transcript.remove(clientId);
  answer.value = answer.value ? `${content}\n${answer.value}` : content;
  keepDraft();
}

client.addEventListener("error", ({ detail }) => {
  transcript.hush();
  state.textContent = "";
  if (!client.connected) {
    complain(detail.message);
  } else if (REFUSALS.includes(detail.code) && outbox.messages.length) {
    giveBack(outbox.messages[0]);
    complain(texts.refused, detail.message);
  } else if (REFUSALS.includes(detail.code)) {
    // A command that came too late: the server says where things stand.
    complain(detail.message);
    settle({ busy: false, paused: paused || detail.code === "INTERVIEW_PAUSED" });
  } else {
    wantsToEnd = false;
    failure(detail.message);
  }
});

// --- The end ---------------------------------------------------------------------------------

end.addEventListener("click", () => {
  document.getElementById("end-unsent").hidden = !answer.value.trim();
  endDialog.showModal();
});
document.getElementById("end-no").addEventListener("click", () => endDialog.close());
document.getElementById("end-yes").addEventListener("click", () => {
  endDialog.close();
  wantsToEnd = true;
  ask("end");
});

// --- Help ------------------------------------------------------------------------------------

for (const name of ["help", "read"]) {
  const dialog = document.getElementById(`${name}-dialog`);
  document.getElementById(name).addEventListener("click", () => dialog.showModal());
  document.getElementById(`${name}-close`).addEventListener("click", () => dialog.close());
}

// --- The connection --------------------------------------------------------------------------

client.addEventListener("state", ({ detail }) => {
  connection.dataset.state = detail;
  // The same words through all attempts, so that a screen reader says them once.
  if (connection.textContent !== texts[detail]) connection.textContent = texts[detail];
  if (detail !== "connected") transcript.hush();
  offer();
});

answer.value = localStorage.getItem(DRAFT) || "";
progress(settings.question);
for (const message of [...outbox.messages]) {
  if (document.querySelector(`[data-client="${CSS.escape(message.client_id)}"]`)) {
    outbox.settle(message.client_id);
  } else transcript.placeUnsent(message);
}
client.connect();
if (window.matchMedia("(pointer: fine)").matches) answer.focus();
