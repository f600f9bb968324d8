"use strict";

/* Without this file every [data-copy-link] stays an ordinary permanent link. */
document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-copy-link]");
  if (!link || !navigator.clipboard) return;
  event.preventDefault();
  history.replaceState(null, "", link.href.startsWith(location.origin) ? link.href : location.href);
  await navigator.clipboard.writeText(link.href);
  const words = link.dataset.words || link.textContent;
  link.dataset.words = words;
  link.textContent = link.dataset.copied;
  link.setAttribute("aria-live", "polite");
  setTimeout(() => { link.textContent = words; }, 3000);
});
