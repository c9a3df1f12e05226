import { all } from "./tools.js";

/** Focus goes to the summary; its links put the cursor into the field. */
export function focusErrors() {
  const summary = document.querySelector("[data-error-summary]");
  if (!summary) return;
  summary.focus();
  summary.addEventListener("click", event => {
    const link = event.target.closest("a[href^='#']"), field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    (field.closest(".govuk-form-group") ?? field).scrollIntoView({ block: "center" });
    field.focus({ preventScroll: true });
  });
}

/** A second click or Enter does nothing while the first post is under way. */
export function lockSubmits() {
  const locked = new Map();
  const unlock = form => {
    const state = locked.get(form);
    if (!state) return;
    locked.delete(form);
    if (state.button) { state.button.disabled = false; state.button.replaceChildren(...state.words); }
  };
  document.addEventListener("submit", event => {
    const form = event.target;
    if (form.method !== "post" || form.target === "_blank" || "download" in form.dataset || "download" in (event.submitter?.dataset ?? {})) return;
    if (locked.has(form) || form.querySelector("[data-busy]")) { event.preventDefault(); return; }
    // Enter presses the form's unseen default button; the one people see is the main button.
    const button = event.submitter?.tabIndex === -1 ? form.querySelector(".app-actions .govuk-button[type=submit]") : event.submitter;
    locked.set(form, { button, words: button ? [...button.childNodes] : [] });
    // After the browser has collected the fields: a disabled button's name would be missing.
    setTimeout(() => {
      if (event.defaultPrevented) return unlock(form);
      if (!button) return;
      button.disabled = true;
      if (button.classList.contains("govuk-button")) button.replaceChildren("正在保存…");
    });
    // An answer that is a file leaves the page standing; the one-time key of the form guards against a second post.
    setTimeout(() => unlock(form), 10000);
  });
  addEventListener("pageshow", event => { if (event.persisted) [...locked.keys()].forEach(unlock); });
}

/** Counts characters as people do: one per 字, rare ones too. */
export function countCharacters() {
  const count = field => {
    const line = document.getElementById(field.id + "-count"), max = Number(field.dataset.max), used = [...field.value].length;
    if (line) line.textContent = used > max ? `超出 ${used - max} 字，最多 ${max} 字` : `已写 ${used} 字，最多 ${max} 字`;
  };
  all("textarea[data-max]").forEach(count);
  document.addEventListener("input", event => { if (event.target.matches("textarea[data-max]")) count(event.target); });
}
