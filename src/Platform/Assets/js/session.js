// Warns five minutes before the session ends, keeps it alive on request, asks for a new login when it is over.
import { all } from "./tools.js";

const channel = "BroadcastChannel" in self ? new BroadcastChannel("session") : null;
let lastSeen = Date.now(), afterLogin = [];

function dialog(over) {
  const box = document.getElementById("session-dialog");
  if (!box || !box.showModal) return;
  box.querySelector("[data-session-title]").textContent = over ? "登录已过期" : "登录即将过期";
  box.querySelector("[data-session-text]").textContent = over
    ? "已填内容仍在本页。请重新登录，登录后回到这里继续填写。" : "五分钟内没有操作就会自动退出。已填内容会保留。";
  box.querySelector("[data-session-stay]").textContent = over ? "已登录，继续填写" : "继续使用";
  box.querySelector("[data-session-login]").hidden = !over;
  // One main button: sign in when it is over, stay when it is not.
  box.querySelector("[data-session-login]").classList.toggle("govuk-button--secondary", !over);
  box.querySelector("[data-session-stay]").classList.toggle("govuk-button--secondary", over);
  if (box.open) return;
  box.showModal();
  box.querySelector(over ? "[data-session-login]" : "[data-session-stay]").focus();
}

/** Shows the login notice; the action runs once the person has signed in again. */
export function askLogin(replay) {
  if (replay && !afterLogin.includes(replay)) afterLogin.push(replay);
  dialog(true);
}

async function ping() {
  try {
    const answer = await fetch(document.body.dataset.keepAlive, { credentials: "same-origin", cache: "no-store" });
    if (!answer.ok || answer.redirected) return dialog(true);
    alive();
    document.getElementById("session-dialog")?.close();
    const waiting = afterLogin;
    afterLogin = [];
    waiting.forEach(replay => replay());
  } catch { /* offline: the draft line says so */ }
}

function alive() {
  lastSeen = Date.now();
  channel?.postMessage("alive");
}

export function guardSession() {
  const minutes = Number(document.body.dataset.sessionMinutes);
  if (!minutes) return;
  alive();
  document.addEventListener("app:alive", alive);
  document.addEventListener("htmx:after:request", alive);
  channel?.addEventListener("message", () => {
    lastSeen = Date.now();
    if (document.getElementById("session-dialog")?.open) ping();
  });
  all("[data-session-stay]").forEach(button => button.addEventListener("click", ping));
  setInterval(() => {
    const idle = (Date.now() - lastSeen) / 60000;
    if (idle >= minutes) dialog(true);
    else if (idle >= minutes - 5) dialog(false);
  }, 15000);
}
