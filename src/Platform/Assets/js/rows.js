// Rows: add from the template, remove with 撤销, Enter moves on, Ctrl+Enter saves.
import { all, composing } from "./tools.js";

const sanitized = name => name.replace(/[^A-Za-z0-9_\-:]/g, "_");
const rowsOf = box => all(":scope > [data-row]", box).filter(row => !row.hidden);
const fieldsIn = row => all("input:not([type=hidden]), select, textarea", row)
  .filter(field => !field.disabled && field.getClientRects().length > 0 && !field.closest("details:not([open])"));   // not those folded away

function renumber(box) {
  const name = box.dataset.rows;
  const nameStart = name + "[", idStart = sanitized(name) + "_";
  let next = 0;
  all(":scope > [data-row]", box).forEach(row => {
    // A removed row waits for 撤销 under a number nobody else has.
    const index = row.hidden ? "__i__" : next++;
    const label = row.getAttribute("aria-label").replace(/ \d+$/, "");
    row.setAttribute("aria-label", row.hidden ? label : `${label} ${next}`);
    for (const element of all("*", row))
      for (const attribute of [...element.attributes]) {
        const text = attribute.value
          .split(nameStart).map((part, i) => i ? part.replace(/^(\d+|__i__)\]/, index + "]") : part).join(nameStart)
          .split(idStart).map((part, i) => i ? part.replace(/^(\d+|__i__)__/, index + "__") : part).join(idStart);
        if (text !== attribute.value) element.setAttribute(attribute.name, text);
      }
    const remove = row.querySelector("[data-row-remove]");
    if (remove) remove.value = `remove:${name}:${index}`;
  });
}

const changed = box => box.dispatchEvent(new Event("change", { bubbles: true }));

function add(box) {
  const template = box.querySelector(":scope > template");
  const row = template.content.firstElementChild.cloneNode(true);
  template.before(row);
  renumber(box);
  fieldsIn(row)[0]?.focus();
  changed(box);
}

function remove(box, row) {
  const wasDisabled = all("input, select, textarea, button", row).filter(field => field.disabled);
  const line = document.createElement("p");
  line.className = "app-rows__removed";
  const label = row.getAttribute("aria-label").replace(/ \d+$/, "");
  line.append(`已移除${label}。`);
  const undo = Object.assign(document.createElement("button"), { type: "button", className: "app-link-button", textContent: "撤销" });
  line.append(undo);
  undo.addEventListener("click", () => {
    all("input, select, textarea, button", row).forEach(field => { field.disabled = wasDisabled.includes(field); });
    row.hidden = false;
    line.remove();
    renumber(box);
    fieldsIn(row)[0]?.focus();
    changed(box);
  });
  row.hidden = true;
  all("input, select, textarea, button", row).forEach(field => { field.disabled = true; });
  row.after(line);
  renumber(box);
  undo.focus();
  changed(box);
}

export function manageRows() {
  document.addEventListener("click", event => {
    const box = event.target.closest("[data-rows]");
    const button = box && event.target.closest("[data-row-add], [data-row-remove]");
    if (!button) return;
    event.preventDefault();
    if ("rowAdd" in button.dataset) add(box);
    else remove(box, button.closest("[data-row]"));
  });
  document.addEventListener("keydown", event => {
    if (event.key !== "Enter") return;
    const form = event.target.form;
    if (composing(event)) {
      // Safari submits on the Enter that ends a composition.
      if (event.target.tagName === "INPUT") event.preventDefault();
      return;
    }
    if (event.ctrlKey && form) {
      event.preventDefault();
      (form.querySelector(".app-actions .govuk-button[type=submit]") ?? form.querySelector("[type=submit]"))?.click();
      return;
    }
    const row = event.target.closest("[data-row]");
    if (!row || !event.target.matches("input, select")) return;
    event.preventDefault();
    const box = row.closest("[data-rows]");
    const fields = fieldsIn(row), next = fields[fields.indexOf(event.target) + 1];
    const rows = rowsOf(box), below = rows[rows.indexOf(row) + 1];
    if (next) next.focus();
    else if (below) fieldsIn(below)[0]?.focus();
    else if (fields.some(field => field.type !== "checkbox" && field.value.trim())) add(box);
  });
}
