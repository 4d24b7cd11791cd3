// The start page: a form that becomes an interview.

const settings = JSON.parse(document.getElementById("settings").textContent);
const { texts } = settings;
const form = document.getElementById("start");
const problem = document.getElementById("problem");
const go = document.getElementById("go");
const drop = document.getElementById("drop");
const file = document.getElementById("resume");
const KINDS = /\.(pdf|docx?)$/i;

function show(element, text) {
  element.textContent = text;
  element.hidden = !text;
}

function fieldError(name, text) {
  const place = document.getElementById(`${name}-error`);
  if (!place) return false;
  show(place, text);
  form.elements[name]?.setAttribute?.("aria-invalid", text ? "true" : "false");
  return true;
}

function clearErrors() {
  show(problem, "");
  for (const place of form.querySelectorAll(".field-error")) show(place, "");
  for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
}

function chosen() {
  const picked = file.files[0];
  show(document.getElementById("drop-name"), picked ? picked.name : "");
  document.getElementById("drop-text").hidden = Boolean(picked);
  document.getElementById("drop-clear").hidden = !picked;
  fieldError("resume", complaint(picked));
}

function complaint(picked) {
  if (!picked) return "";
  if (!KINDS.test(picked.name)) return texts.kind;
  return picked.size > settings.maxBytes ? texts.size : "";
}

file.addEventListener("change", chosen);
document.getElementById("drop-clear").addEventListener("click", () => {
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
  if (event.dataTransfer.files.length) {
    file.files = event.dataTransfer.files;
    chosen();
  }
});

function fields() {
  const data = new FormData(form);
  for (const name of ["language", "job_description"]) if (!data.get(name)) data.delete(name);
  if (!file.files.length) data.delete("resume");
  return data;
}

async function create() {
  const headers = { "Accept-Language": settings.language };
  const response = await fetch(settings.create, {
    method: "POST",
    body: fields(),
    headers,
    credentials: "omit",
  });
  return response.json();
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  clearErrors();
  const wrong = complaint(file.files[0]);
  if (wrong) {
    fieldError("resume", wrong);
    return;
  }
  const label = go.textContent;
  go.setAttribute("aria-busy", "true");
  go.disabled = true;
  go.textContent = file.files.length ? texts.uploading : texts.creating;
  try {
    const answer = await create();
    if (answer.success) {
      location.assign(settings.room.replace("/0/", `/${answer.data.id}/`));
      return;
    }
    const details = Object.entries(answer.error.details || {});
    const rest = details.filter(([name, list]) => !fieldError(name, [].concat(list).join(" ")));
    if (!details.length || rest.length) show(problem, answer.error.message);
    form.querySelector("[aria-invalid=true]")?.focus();
  } catch {
    show(problem, texts.offline);
  }
  go.removeAttribute("aria-busy");
  go.disabled = false;
  go.textContent = label;
});

// A page that comes back from the browser's memory must not show a button that is still busy.
window.addEventListener("pageshow", (event) => event.persisted && location.reload());
