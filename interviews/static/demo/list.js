// One's own interviews: what cannot be undone is asked about first.

const dialog = document.getElementById("delete-dialog");
let form = null;

for (const each of document.querySelectorAll(".interviews form")) {
  each.addEventListener("submit", (event) => {
    event.preventDefault();
    form = each;
    document.getElementById("delete-name").textContent =
      each.closest("li").querySelector(".title").textContent;
    dialog.showModal();
  });
}
document.getElementById("delete-no").addEventListener("click", () => dialog.close());
// Unlike a click on its button, this submits without asking again.
document.getElementById("delete-yes").addEventListener("click", () => form.submit());
