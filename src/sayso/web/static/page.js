// What a page does beyond what it does without a script. Everything here is an aid; nothing needs it.
"use strict";

// "/" goes to the search box, as on most sites for people who read all day.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    document.getElementById("find")?.focus();
  }
});
