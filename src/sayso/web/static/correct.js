// Aids for who corrects: words are taken from the text by selecting them, and the queue goes by keys.
"use strict";

const text = document.querySelector("[data-text]");

// --- the words in the text ---

// The words come into sight where the text scrolls; the page itself stays where it is.
const pane = text?.closest(".beside");
const it = document.getElementById("it");
if (pane && it) pane.scrollTop += it.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;

const oneLine = (words) => words.trim().split(/\s+/).join(" ");

// The words selected in the text; where they stand in it more than once, the numbers of their first and last character.
function selected() {
  const selection = getSelection();
  if (!text || !selection.rangeCount) return "";
  const range = selection.getRangeAt(0);
  if (!text.contains(range.commonAncestorContainer)) return "";
  const raw = range.toString();
  const words = oneLine(raw);
  if (!words) return "";
  if (oneLine(text.textContent).split(words).length === 2) return words;
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(range.startContainer, range.startOffset);
  // Characters, not units of UTF-16, are what spans count.
  const start = [...before.toString()].length + [...raw].length - [...raw.trimStart()].length;
  return `${start}:${start + [...raw.trim()].length}`;
}

let taken = "";
document.addEventListener("selectionchange", () => {
  taken = selected() || taken;
});

for (const field of document.querySelectorAll("[data-takes]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "from text";
  button.title = "puts the words selected in the text here";
  button.setAttribute("aria-label", `from text: ${field.getAttribute("aria-label") ?? field.labels[0]?.textContent ?? ""}`);
  button.addEventListener("click", () => {
    if (!taken) return;
    const what = field.value.split(": ")[0];
    field.value = field.dataset.takes === "told" ? `${what}: ${taken}` : taken;
    field.focus();
  });
  const row = document.createElement("span");
  row.className = "takes";
  field.replaceWith(row);
  row.append(field, button);
}

// --- a mode is one of its type ---

for (const mode of document.querySelectorAll("select[data-of]")) {
  const type = document.getElementById(mode.dataset.of);
  const fit = () => {
    for (const group of mode.querySelectorAll("optgroup")) {
      group.hidden = group.disabled = group.label !== type.value;
    }
    if (mode.selectedOptions[0]?.parentElement.disabled) mode.value = "";
  };
  type.addEventListener("change", fit);
  fit();
}

// --- keys ---

const help = document.querySelector("details.keys");
const wanted = document.getElementById("keys");

function press(key) {
  const it = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key && one.offsetParent);
  if (!it) return false;
  it.click();
  if (key === "m") it.parentElement.querySelector("select, input:not([type=hidden])")?.focus();
  return true;
}

if (help) {
  help.hidden = false;
  wanted.checked = localStorage.getItem("keys") !== "off";
  const tell = () => document.documentElement.classList.toggle("keyed", wanted.checked);
  tell();
  wanted.addEventListener("change", () => {
    localStorage.setItem("keys", wanted.checked ? "on" : "off");
    tell();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (!wanted.checked || typing || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    if (press(event.key.toLowerCase())) event.preventDefault();
  });
}
