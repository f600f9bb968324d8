"use strict";

function say(link, words) {
  const before = link.dataset.words || link.textContent;
  link.dataset.words = before;
  link.textContent = words;
  link.setAttribute("aria-live", "polite");
  setTimeout(() => { link.textContent = before; }, 3000);
}

/* Without this file every [data-copy-link] stays an ordinary permanent link, every [data-copy-text] a link to the text. */
document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-copy-link], a[data-copy-text]");
  if (!link || !navigator.clipboard) return;
  event.preventDefault();
  if (link.dataset.copyText) {
    await navigator.clipboard.writeText(document.getElementById(link.dataset.copyText).value);
  } else {
    history.replaceState(null, "", link.href.startsWith(location.origin) ? link.href : location.href);
    await navigator.clipboard.writeText(link.href);
  }
  say(link, link.dataset.copied);
});
