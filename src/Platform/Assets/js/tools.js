export const all = (selector, root = document) => [...root.querySelectorAll(selector)];

/** A key that belongs to the input method: Enter confirms a candidate and must do nothing else. */
export const composing = event => event.isComposing || event.keyCode === 229;

/** The fields of a form without its files. */
export function fieldsOf(form) {
  const data = new FormData(form);
  for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
  return data;
}

/** Posts and says whether the session still lives: an answer from the login page means it does not. */
export async function post(url, data, options = {}) {
  const answer = await fetch(url, { method: "POST", body: data, credentials: "same-origin", ...options });
  const signedOut = answer.status === 401 || answer.redirected && new URL(answer.url).pathname === document.body.dataset.login;
  if (answer.ok && !signedOut) document.dispatchEvent(new CustomEvent("app:alive"));
  return { answer, signedOut };
}

export function later(action, delay) {
  let timer;
  return (...args) => { clearTimeout(timer); timer = setTimeout(() => action(...args), delay); };
}
