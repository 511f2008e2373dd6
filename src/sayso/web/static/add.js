// A job on its way: how far it is, without loading the page again, and then what came of it.
"use strict";

const job = document.getElementById("job");

async function look() {
  const answer = await fetch(`/jobs/${job.dataset.id}.json`);
  if (!answer.ok) return;
  const now = (await answer.json()).job;
  if (now.kind === "text" && now.state === "done" && now.added.length) {
    location.replace(`/reports/${encodeURIComponent(now.added[0])}`);
  } else if (now.state !== job.dataset.state) {
    location.reload();
  } else {
    const came = Object.entries(now.came).map(([what, number]) => `${number.toLocaleString("en")} ${what}`);
    const told = came.join(", ") || "nothing yet";
    const words = document.getElementById("came");
    if (words.textContent !== told) words.textContent = told;
    setTimeout(look, 1000);
  }
}

setTimeout(look, 500);
