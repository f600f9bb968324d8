// What went wrong with a passkey is said on the page; allauth's scripts only tell the console.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  for (const notice of document.querySelectorAll("[data-passkey-problem]")) {
    notice.hidden = false;
    notice.scrollIntoView({ block: "nearest" });
  }
});
