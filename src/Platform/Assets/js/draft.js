// Saves unfinished forms on the server, on field change and every 15 s while typing. Nothing is kept in the browser.
import { all, fieldsOf, later, post } from "./tools.js";
import { askLogin } from "./session.js";

export function saveDrafts() {
  all("form[data-draft]").forEach(form => {
    let changed = false, offline = false, leaving = false, saving = false;
    const line = form.querySelector("[data-draft-status]");
    const say = text => { if (line) line.textContent = text; };

    async function save() {
      if (!changed || saving || leaving) return;
      saving = true;
      changed = false;
      try {
        const { answer, signedOut } = await post(form.dataset.draft, fieldsOf(form), { headers: { "X-Draft": "1" }, keepalive: true });
        offline = false;
        if (signedOut) {
          changed = true;
          say("登录已过期，已填内容仍在本页。");
          askLogin(save);
        } else if (answer.ok) {
          const id = answer.headers.get("X-Draft-Id");
          if (id) remember(form, id);
          say(`草稿 ${new Date().toTimeString().slice(0, 8)} 已保存`);
        } else {
          changed = true;
          say("草稿暂时没有保存，稍后自动再试。");
        }
      } catch {
        changed = offline = true;
        say("网络已断开，已填内容仍在本页，恢复后自动保存");
      } finally {
        saving = false;
      }
    }

    const soon = later(save, 800);
    form.addEventListener("input", () => { changed = true; });
    form.addEventListener("change", () => { changed = true; soon(); });
    form.addEventListener("submit", event => { if (!event.defaultPrevented) leaving = true; });
    addEventListener("pageshow", () => { leaving = false; });
    addEventListener("online", save);
    addEventListener("pagehide", save);
    // The only state in which leaving would lose something.
    addEventListener("beforeunload", event => { if (offline && changed && !leaving) event.preventDefault(); });
    setInterval(save, 15000);
  });
}

function remember(form, id) {
  let field = form.elements.__draft;
  if (!field) {
    field = Object.assign(document.createElement("input"), { type: "hidden", name: "__draft" });
    form.append(field);
  }
  field.value = id;
}
