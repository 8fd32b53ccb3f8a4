// Small comforts; every page works without them.
document.addEventListener("DOMContentLoaded", () => {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  const unsaved = new Set();   // forms with words that nothing has kept yet
  const waits = new Map();     // their timers
  const keeper = (form) => form.querySelector("[data-keep]");
  const line = (form) => {
    let found = form.querySelector("[data-kept]");
    if (!found) {
      found = document.createElement("p");
      found.className = "saved"; found.dataset.kept = ""; found.setAttribute("aria-live", "polite");
      (form.querySelector(".actions") ?? form.lastElementChild).before(found);
    }
    return found;
  };
  const words = (form) => [...new FormData(form)].filter(([, value]) => typeof value === "string");
  const keep = async (form) => {
    const mark = keeper(form);
    clearTimeout(waits.get(form));
    if (!mark || !unsaved.delete(form)) return;
    const asked = { method: "POST", body: new URLSearchParams(words(form)), headers: { "HX-Request": "true" }, keepalive: true };
    const told = await fetch(mark.dataset.keep, asked).catch(() => fetch(mark.dataset.keep, { ...asked, keepalive: false })).catch(() => null);
    if (told?.ok && unsaved.has(form)) return;   // more was typed meanwhile, and is not kept yet
    if (!told?.headers.has("HX-Trigger")) unsaved.add(form);
    if (!told) waits.set(form, setTimeout(keep, 15000, form));   // the line is down: nobody need press a key
    line(form).textContent = told?.ok ? await told.text() : mark.dataset.failed;
  };
  const open = (one) => { for (let around = one.closest("details"); around; around = around.parentElement.closest("details")) around.open = true; };
  const fill = (form, words) => {
    const kept = new Map();
    for (const [name, value] of words) kept.set(name, [...(kept.get(name) ?? []), value]);
    for (const field of form.elements) {
      if (!field.name || !field.matches("textarea, select, input:not([type=file], [type=hidden]), [name=as_read]")) continue;
      const told = kept.get(field.name) ?? [];
      if (field.matches("[type=checkbox], [type=radio]")) field.checked = told.includes(field.value);
      else if (told.length && (!field.options || [...field.options].some((one) => one.value === told[0]))) field.value = told.shift();
      if (field.checked !== field.defaultChecked || (field.value !== field.defaultValue && !field.options)) open(field);
    }
  };
  const restore = (mark) => {
    const words = JSON.parse(mark.dataset.words);
    delete mark.dataset.words;
    open(mark);
    fill(mark.form, words);
  };
  const restoreAll = () => { for (const mark of document.querySelectorAll("[data-words]")) restore(mark); };
  restoreAll();
  document.addEventListener("htmx:load", restoreAll);
  document.addEventListener("input", ({ target: { form } }) => {
    if (form?.method !== "post" || !(keeper(form) || form.querySelector("textarea"))) return;
    unsaved.add(form);
    if (!keeper(form)) return;
    const said = line(form), { promise } = keeper(form).dataset;
    if (said.textContent !== promise) said.textContent = promise;   // until these words are kept as well
    clearTimeout(waits.get(form));
    waits.set(form, setTimeout(keep, 1000, form));
  });
  const purpose = (form) => `${form.getAttribute("action")} ${form.elements.item_id?.value ?? ""}`;
  const chosen = ({ selected, defaultSelected, index, parentElement: { multiple } }) => multiple || index ? selected !== defaultSelected : false;
  const begun = (field) => field.matches("select") ? [...field.options].some(chosen)
    : field.matches("textarea, input:not([type=hidden])") && (field.checked !== field.defaultChecked || field.value !== field.defaultValue);
  const replaced = new Map();  // forms that somebody else's step replaces while one is typing
  document.addEventListener("htmx:oobBeforeSwap", ({ target }) => {
    for (const form of target.querySelectorAll("form")) if ([...form.elements].some(begun)) replaced.set(purpose(form), words(form));
  });
  document.addEventListener("htmx:oobAfterSwap", () => {
    for (const form of document.forms) if (replaced.has(purpose(form))) fill(form, replaced.get(purpose(form)));
    replaced.clear();
  });
  for (const line of document.querySelectorAll("[data-says]")) line.textContent = line.dataset.says;
  for (const form of document.forms) {   // what was refused is not kept yet
    if (form.method !== "post" || !form.matches("[data-unsaved], :not([hx-post]):has(.wrong-why):has(textarea, [data-keep])")) continue;
    unsaved.add(form);
    keep(form);
  }
  const LEAVING = 30000;       // milliseconds in which the page that a form leads to is there
  let leaving = 0;
  document.addEventListener("submit", () => {    // a look that is on its way would be somebody else's by then
    leaving = Date.now() + LEAVING;
    for (const live of document.querySelectorAll("[hx-get]")) htmx.trigger(live, "htmx:abort");
  });
  // What is told to stop, by us or by a browser that leaves, is no fault: to htmx it is an answer that says nothing.
  document.addEventListener("htmx:beforeSend", ({ detail: { xhr } }) => { xhr.onabort = xhr.onload; });
  document.addEventListener("htmx:beforeOnLoad", (event) => { if (!event.detail.xhr.status) event.preventDefault(); });
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (Date.now() < leaving && event.detail.elt.matches("[hx-get]")) event.preventDefault();
  });
  document.addEventListener("saved", (event) => unsaved.delete(event.target));
  document.addEventListener("submit", () => { for (const wait of waits.values()) clearTimeout(wait); unsaved.clear(); });
  document.addEventListener("visibilitychange", () => { if (document.hidden) for (const form of [...unsaved]) keep(form); });
  window.addEventListener("beforeunload", (event) => { if (unsaved.size) event.preventDefault(); });
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
    const boxes = [...bulk.closest("form").querySelectorAll("td input[type=checkbox]")];
    const said = bulk.querySelector("[data-ticked]"), all = document.querySelector("[data-select-all]");
    const [every, none] = all?.dataset.selectAll.split("|") ?? [];
    const show = () => {
      const ticked = boxes.filter((box) => box.checked).length;
      bulk.hidden = !ticked;
      said.textContent = said.dataset.said.replace("#", ticked);
      if (all) all.textContent = ticked === boxes.length ? none : every;
    };
    boxes.forEach((box) => box.addEventListener("change", show));
    all?.addEventListener("click", (event) => {
      event.preventDefault();
      const whole = boxes.every((box) => box.checked);
      for (const box of boxes) box.checked = !whole;
      show();
    });
    show();
  }
});
