// Picking rows of a list: 已选 3 户, the whole page by one box in the heading.
import { all } from "./tools.js";

export function countPicks() {
  all("[data-bulk]").forEach(bar => {
    const form = bar.closest("form"), line = bar.querySelector("[data-picked]"), everything = bar.querySelector("[data-pick-all]");
    const boxes = all("[data-pick]", form);
    if (!boxes.length) return;
    const page = Object.assign(document.createElement("input"), { type: "checkbox", className: "app-pick" });
    page.setAttribute("aria-label", "选择本页");
    form.querySelector("th.app-table__select")?.append(page);

    function show() {
      const picked = boxes.filter(box => box.checked).length, unit = line.dataset.picked;
      boxes.forEach(box => box.closest("tr").classList.toggle("is-picked", box.checked));
      page.checked = picked === boxes.length;
      page.indeterminate = picked > 0 && picked < boxes.length;
      bar.classList.toggle("is-active", picked > 0 || everything.checked);
      line.textContent = everything.checked ? "已选全部" : picked === boxes.length ? `已选本页 ${picked} ${unit}` : picked ? `已选 ${picked} ${unit}` : "";
    }
    page.addEventListener("change", () => { boxes.forEach(box => { box.checked = page.checked; }); everything.checked = false; show(); });
    form.addEventListener("change", event => {
      if (event.target.matches("[data-pick]") && !event.target.checked) everything.checked = false;
      show();
    });
    addEventListener("pageshow", show);
  });
}
