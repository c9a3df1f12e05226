// Fragments the server answers while a form is being filled: the identity check and the live meter.
import { all, fieldsOf, later, post } from "./tools.js";
import { askLogin } from "./session.js";

const digits = text => text.normalize("NFKC").replace(/[\s\-]/g, "").toUpperCase();

export function checkIdentity() {
  const asked = new WeakMap();
  async function check(field) {
    const number = digits(field.value), target = document.getElementById(field.dataset.checkTarget);
    if (!target || asked.get(field) === number) return;
    asked.set(field, number);
    // Before the 18th character nothing is wrong yet.
    if (number.length !== 18) { target.replaceChildren(); return; }
    const data = fieldsOf(field.form);
    data.set("number", number);
    data.set("field", field.name);
    try {
      const { answer, signedOut } = await post(field.dataset.check, data, { headers: { "X-Draft": "1" } });
      if (signedOut) return askLogin(() => { asked.delete(field); check(field); });
      if (answer.ok && digits(field.value) === number) target.innerHTML = await answer.text();
    } catch { asked.delete(field); }
  }
  const onInput = event => { if (event.target.dataset?.check && !event.isComposing) check(event.target); };
  document.addEventListener("input", onInput);
  document.addEventListener("compositionend", onInput);
}

export function updateMeters() {
  all("[data-meter]").forEach(body => {
    const form = document.getElementById(body.dataset.form);
    if (!form || !body.dataset.meter) return;
    const meter = body.closest(".app-meter"), said = meter.querySelector("[data-meter-said]");
    const verdict = () => body.querySelector("[data-verdict]")?.textContent.trim();
    let running;
    const refresh = later(async () => {
      running?.abort();
      running = new AbortController();
      meter.classList.add("is-stale");
      try {
        const { answer, signedOut } = await post(body.dataset.meter, fieldsOf(form), { signal: running.signal, headers: { "X-Draft": "1" } });
        if (signedOut) return askLogin(refresh);
        if (!answer.ok) return;
        const before = verdict();
        body.innerHTML = await answer.text();
        meter.classList.remove("is-stale");
        if (verdict() !== before) said.textContent = verdict() ?? "";
      } catch { /* a newer request took over, or the line is down */ }
    }, 400);
    form.addEventListener("input", refresh);
    form.addEventListener("change", refresh);
  });
}
