// One module for all pages. Everything here speeds up what also works without it.
import { guardSession } from "./session.js";
import { saveDrafts } from "./draft.js";
import { manageRows } from "./rows.js";
import { checkIdentity, updateMeters } from "./fragments.js";
import { shrinkPictures } from "./pictures.js";
import { countCharacters, focusErrors, lockSubmits } from "./forms.js";
import { countPicks } from "./picks.js";
import { keepFocus, printAndCopy, closeWithEscape } from "./page.js";

document.documentElement.classList.add("js");
for (const start of [focusErrors, lockSubmits, countCharacters, manageRows, guardSession, saveDrafts, checkIdentity, updateMeters, shrinkPictures, countPicks, keepFocus, printAndCopy, closeWithEscape])
  start();
