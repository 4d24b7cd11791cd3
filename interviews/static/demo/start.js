// The start page: a form that becomes an interview.

import { Session } from "./session.js";

const settings = JSON.parse(document.getElementById("settings").textContent);
const { texts } = settings;
const session = new Session(settings.session);
const form = document.getElementById("start");
const problem = document.getElementById("problem");
const go = document.getElementById("go");
const drop = document.getElementById("drop");
const dropText = document.getElementById("drop-text");
const dropName = document.getElementById("drop-name");
const dropClear = document.getElementById("drop-clear");
const file = document.getElementById("resume");
const KINDS = /\.(pdf|docx?)$/i;
const DRAFT = "interviewgpt.start";
const KEPT = ["position", "difficulty", "language", "job_description"];

function show(element, text) {
  element.textContent = text;
  element.hidden = !text;
}

// --- Errors beside their fields --------------------------------------------------------------

/** Show the error of a field, or take it away; false when the form has no place for it. */
function fieldError(name, text) {
  const place = document.getElementById(`${name}-error`);
  const field = document.getElementById(name);
  if (!place || !field) return false;
  show(place, text);
  if (text) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
  const folded = text && field.closest("details");
  if (folded) folded.open = true;
  return true;
}

function clearErrors() {
  show(problem, "");
  for (const place of document.querySelectorAll(".field-error")) {
    fieldError(place.id.replace("-error", ""), "");
  }
}

function complaint(picked) {
  if (!picked) return "";
  if (!KINDS.test(picked.name)) return texts.kind;
  return picked.size > settings.maxBytes ? texts.size : "";
}

// --- The position and the résumé -------------------------------------------------------------

for (const chip of form.querySelectorAll(".chip")) {
  chip.addEventListener("click", () => {
    form.elements.position.value = chip.textContent;
    fieldError("position", "");
    keep();
  });
}

function chosen() {
  const picked = file.files[0];
  show(dropName, picked ? picked.name : "");
  dropText.hidden = dropClear.parentElement.firstElementChild.hidden = Boolean(picked);
  dropClear.hidden = !picked;
  fieldError("resume", complaint(picked));
}

file.addEventListener("change", chosen);
dropClear.addEventListener("click", () => {
  file.value = "";
  chosen();
  file.focus();
});
for (const name of ["dragenter", "dragover"]) {
  drop.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
}
for (const name of ["dragleave", "drop"]) {
  drop.addEventListener(name, () => drop.classList.remove("over"));
}
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  if (!event.dataTransfer.files.length) return;
  file.files = event.dataTransfer.files;
  chosen();
});

// --- Who takes part, and how long it may take ------------------------------------------------

const members = [...document.querySelectorAll("input[name=interviewers]")];
const MINUTES = [2, 4]; // for a question with its follow-ups, answered in writing

function expected() {
  const taking = members.filter((member) => member.checked);
  const total = taking.reduce((sum, member) => sum + Number(member.dataset.questions), 0);
  document.getElementById("length").textContent = (total ? texts.length : "–")
    .replace("{number}", total)
    .replace("{low}", total * MINUTES[0])
    .replace("{high}", total * MINUTES[1]);
}

function nobody() {
  return members.length && !members.some((member) => member.checked) ? texts.nobody : "";
}

for (const member of members) {
  member.addEventListener("change", () => {
    expected();
    fieldError("interviewers", nobody());
  });
}

// --- What is typed survives a reload, such as the change of language --------------------------

function keep() {
  const data = new FormData(form);
  sessionStorage.setItem(DRAFT, JSON.stringify(KEPT.map((name) => data.get(name))));
}

/** Unless the page comes with an interview to practise once more. */
function restore() {
  if (new URLSearchParams(location.search).has("again")) return;
  const values = JSON.parse(sessionStorage.getItem(DRAFT) || "[]");
  values.forEach((value, place) => {
    form.elements[KEPT[place]].value = value;
  });
}

form.addEventListener("input", ({ target }) => {
  keep();
  if (target !== file) fieldError(target.name, "");
});

// --- Creating --------------------------------------------------------------------------------

function fields() {
  const data = new FormData(form);
  for (const name of ["language", "job_description"]) if (!data.get(name)) data.delete(name);
  if (!file.files.length) data.delete("resume");
  // All of them: that is whoever is active by then.
  if (members.every((member) => member.checked)) data.delete("interviewers");
  data.set("browser", settings.browser);
  return data;
}

function post() {
  return fetch(settings.create, {
    method: "POST",
    body: fields(),
    headers: { "Accept-Language": settings.language, ...session.headers() },
    credentials: "omit",
  });
}

async function create() {
  let response = await post();
  if (response.status === 401 && (await session.renew())) response = await post();
  return response.json();
}

function busy(text) {
  go.disabled = Boolean(text);
  if (text) go.setAttribute("aria-busy", "true");
  else go.removeAttribute("aria-busy");
  go.textContent = text || go.dataset.label;
}

function refused({ message, details = {} }) {
  const elsewhere = Object.entries(details).filter(
    ([name, list]) => !fieldError(name, [].concat(list).join(" ")),
  );
  if (elsewhere.length || !Object.keys(details).length) show(problem, message);
  document.querySelector("[aria-invalid=true]")?.focus();
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  clearErrors();
  fieldError("position", form.elements.position.value.trim() ? "" : texts.position);
  fieldError("resume", complaint(file.files[0]));
  fieldError("interviewers", nobody());
  const wrong = document.querySelector("[aria-invalid=true]");
  if (wrong) {
    wrong.focus();
    return;
  }
  busy(file.files.length ? texts.uploading : texts.creating);
  try {
    const answer = await create();
    if (answer.success) {
      sessionStorage.removeItem(DRAFT);
      location.assign(settings.room.replace("/0/", `/${answer.data.id}/`));
      return;
    }
    refused(answer.error);
  } catch {
    show(problem, texts.offline);
  }
  busy("");
});

// A page that comes back from the browser's memory must not show a button that is still busy.
window.addEventListener("pageshow", (event) => event.persisted && location.reload());
go.dataset.label = go.textContent;
restore();
expected();
