import { all } from "./tools.js";

/** A swapped fragment never throws the keyboard back to the top of the page. */
export function keepFocus() {
  let held;
  document.addEventListener("htmx:before:swap", () => { held = document.activeElement?.id; });
  document.addEventListener("htmx:after:swap", event => {
    if (document.activeElement && document.activeElement !== document.body) return;
    const target = held && document.getElementById(held) || event.target;
    if (!(target instanceof HTMLElement)) return;
    if (!target.matches("a, button, input, select, textarea, [tabindex]")) target.tabIndex = -1;
    target.focus();
  });
}

export function printAndCopy() {
  all("[data-print], [data-copy]").forEach(button => { button.hidden = false; });
  document.addEventListener("click", async event => {
    const button = event.target.closest("[data-print], [data-copy]");
    if (!button) return;
    if ("print" in button.dataset) { print(); return; }
    await navigator.clipboard?.writeText(button.dataset.copy);
    const words = button.textContent;
    button.textContent = "已复制";
    setTimeout(() => { button.textContent = words; }, 2000);
  });
}

export function closeWithEscape() {
  document.addEventListener("keydown", event => {
    const open = event.key === "Escape" && event.target.closest?.("details[open]");
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });
}
