"use strict";

/* Without this file the frames show the mail as it was when the page came, and names are typed by hand. */
(() => {
  const PAUSE = 500;
  let last = null;

  const field = (part, language) => document.querySelector(`[name="${part}_${language}"]`);

  function draw(frame) {
    const language = frame.dataset.letterPreview;
    const data = new FormData();
    for (const part of ["subject", "body"]) data.append(part, field(part, language).value);
    data.append("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
    fetch(frame.dataset.url, { method: "POST", body: data, credentials: "same-origin" })
      .then((answer) => (answer.ok || answer.status === 422 ? answer.text() : null))
      .then((html) => { if (html !== null) frame.srcdoc = html; })
      .catch(() => {});
  }

  function watch(frame) {
    let timer = null;
    for (const part of ["subject", "body"]) {
      const watched = field(part, frame.dataset.letterPreview);
      watched.addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(() => draw(frame), PAUSE);
      });
      watched.addEventListener("focus", () => { last = watched; });
    }
  }

  function insert(name) {
    const target = last || document.querySelector('[name="body_th"]');
    target.focus();
    target.setRangeText(name, target.selectionStart, target.selectionEnd, "end");
    target.dispatchEvent(new Event("input", { bubbles: true }));
  }

  document.addEventListener("DOMContentLoaded", () => {
    // On a phone the text comes first; the names are a tap away.
    if (matchMedia("(max-width: 50em)").matches) {
      document.querySelectorAll(".letter-help[open]").forEach((help) => help.removeAttribute("open"));
    }
    document.querySelectorAll("[data-letter-preview]").forEach(watch);
    document.querySelectorAll("[data-letter-name]").forEach((button) => {
      button.addEventListener("click", () => insert(button.dataset.letterName));
    });
  });
})();
