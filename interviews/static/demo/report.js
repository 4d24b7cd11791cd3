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
document.getElementById("print").addEventListener("click", () => window.print());
