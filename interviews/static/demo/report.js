// The report: printing shows everything, also what is folded away on the screen.

const folded = () => [...document.querySelectorAll("details:not([open])")];
let opened = [];

window.addEventListener("beforeprint", () => {
  opened = folded();
  for (const details of opened) details.open = true;
});
window.addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
});

// All answers at once, or only their questions.
const unfold = document.getElementById("unfold");
if (unfold) {
  const answers = [...document.querySelectorAll("#answers details.assessment")];
  const tell = () => {
    const all = answers.every((details) => details.open);
    unfold.setAttribute("aria-expanded", String(all));
    unfold.textContent = all ? unfold.dataset.close : unfold.dataset.open;
  };
  unfold.addEventListener("click", () => {
    const open = unfold.getAttribute("aria-expanded") !== "true";
    for (const details of answers) details.open = open;
  });
  for (const details of answers) details.addEventListener("toggle", tell);
  unfold.hidden = false;
}

// Who follows a link to an answer wants to read it.
function openTarget() {
  const target = document.getElementById(location.hash.slice(1));
  if (target?.matches(".assessment > summary")) target.parentElement.open = true;
}
window.addEventListener("hashchange", openTarget);
openTarget();

document.getElementById("print").addEventListener("click", () => window.print());
