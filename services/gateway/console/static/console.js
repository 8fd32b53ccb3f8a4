// Small comforts; every page works without them.
document.addEventListener("DOMContentLoaded", () => {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  let unsaved = false;   // words in a long field that nothing has kept yet
  document.addEventListener("input", (event) => { unsaved ||= Boolean(event.target.matches("form[method=post] textarea")); });
  for (const kept of ["submit", "saved"]) document.addEventListener(kept, () => { unsaved = false; });
  window.addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });
  const list = document.querySelector("[data-walk]");
  const rows = list ? [...list.querySelectorAll("tbody tr:not(.due-day)")] : [];
  let here = -1;
  const go = (step) => {
    if (!rows.length) return;
    rows[here]?.classList.remove("here");
    here = Math.min(Math.max(here + step, 0), rows.length - 1);
    rows[here].classList.add("here");
    rows[here].scrollIntoView({ block: "nearest" });
    rows[here].querySelector("a")?.focus({ preventScroll: true });
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "/") { event.preventDefault(); document.getElementById("search")?.focus(); }
  });
  const bulk = document.querySelector("[data-bulk]");
  if (bulk) {
    const boxes = [...document.querySelectorAll("input[name=case_id]")];
    const show = () => { bulk.hidden = !boxes.some((box) => box.checked); };
    boxes.forEach((box) => box.addEventListener("change", show));
    show();
  }
});
