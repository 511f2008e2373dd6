"use strict";
// Pointing at an item of the account, moving the keyboard's focus to it, or coming to it by its address lights up its
// words in the report, and the other way round. data-s holds the numbers of the statements an element belongs to,
// data-e those of the events, data-p of the places, data-a that of the actor it names.
(() => {
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let lit = [];
  let waiting = 0;

  function light(target) {
    for (const element of lit) element.classList.remove("lit");
    lit = [];
    const article = target.closest("article");
    if (!article) return;
    const found = new Set();
    for (let at = target; at !== article; at = at.parentElement) {
      for (const name of ["data-e", "data-p", "data-s", "data-a"]) {
        for (const key of (at.getAttribute(name) || "").split(" ").filter(Boolean)) {
          for (const element of article.querySelectorAll(`[${name}~="${key}"]`)) found.add(element);
        }
      }
    }
    lit = [...found];
    for (const element of lit) element.classList.add("lit");
    clearTimeout(waiting);
    // Only once the pointer rests: a pane that jumps at every move would be a nuisance.
    if (lit.length) waiting = setTimeout(reveal, 150, target);
  }

  // Scrolls the other pane to what is lit in it, unless some of that is in sight.
  function reveal(target) {
    const here = target.closest("section");
    const other = here && here.parentElement.querySelector(here.matches(".report") ? ".account" : ".report");
    if (!other || getComputedStyle(other).overflowY !== "auto") return;
    const wanted = other.matches(".report")
      ? ".content, .cue, .mention, .trigger, .place, .time, .figure"
      : ".statements > li, .events tr, .places > li";
    let items = lit.filter((element) => other.contains(element) && element.matches(wanted));
    // What lights up first belongs to the innermost words pointed at: of several items theirs is to be seen.
    if (here.matches(".report")) items = items.slice(0, 1);
    const pane = other.getBoundingClientRect();
    const seen = items.some((element) => {
      const box = element.getBoundingClientRect();
      return box.top >= pane.top && Math.min(box.bottom, box.top + 60) <= pane.bottom;
    });
    if (!items.length || seen) return;
    const top = Math.min(...items.map((element) => element.getBoundingClientRect().top));
    other.scrollTo({
      top: other.scrollTop + top - pane.top - pane.height / 3,
      behavior: calm.matches ? "auto" : "smooth",
    });
  }

  function arrive() {
    const there = document.querySelector(":target");
    if (there) light(there);
  }

  addEventListener("load", arrive);
  addEventListener("hashchange", arrive);
  document.addEventListener("pointerover", (event) => light(event.target));
  document.addEventListener("focusin", (event) => light(event.target));
  document.addEventListener("click", (event) => {
    // In a frame without an address, as in a notebook, "#s1" would mean a place in the page around it.
    const link = event.target.closest("a");
    if (!link || document.baseURI.split("#")[0] === location.href.split("#")[0]) return;
    event.preventDefault();
    const target = document.getElementById(link.getAttribute("href").slice(1));
    target?.scrollIntoView({ block: "nearest" });
    target?.focus({ preventScroll: true });
  });
  addEventListener("beforeprint", () => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
  });
})();
