"use strict";

/* Without this file the same question comes on a page of its own, after the name was sent. */
const PAUSE = 500; /* milliseconds without a key */
const SHORTEST = 4; /* letters */

function watch(place) {
  const field = document.getElementById(place.dataset.likelyFor);
  if (!field) return;
  let timer, asked = "", request = new AbortController();

  async function ask() {
    const name = field.value.trim();
    if (name === asked) return;
    asked = name;
    request.abort();
    request = new AbortController();
    const url = new URL(place.dataset.likely, location.href);
    url.searchParams.set("name", name);
    try {
      const answer = name.length < SHORTEST ? null : await fetch(url, { signal: request.signal });
      place.innerHTML = answer && answer.ok ? await answer.text() : "";
    } catch {
      /* Overtaken by the next letter, or offline: the page that follows asks again. */
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  ask();
}

for (const place of document.querySelectorAll("[data-likely]")) watch(place);
