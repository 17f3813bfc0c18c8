/* Links that are more than an address: a file that takes some seconds, and an address to copy. */

/** Fetch a file and keep it; while the server makes two others, it is asked for again. */
async function makeFile(link) {
  const message = document.querySelector("[data-making]");
  const say = (words) => { message.textContent = words; };
  say(message.dataset.making);
  message.prepend(document.createElement("progress"));
  try {
    const answer = await fetch(link.href);
    if (answer.status === 503) {
      say(message.dataset.waiting);
      setTimeout(makeFile, 1000 * answer.headers.get("Retry-After"), link);
      return;
    }
    if (!answer.ok) throw new Error(answer.status);
    const copy = document.createElement("a");
    copy.download = /filename="?([^";]+)/.exec(answer.headers.get("Content-Disposition"))[1];
    copy.href = URL.createObjectURL(await answer.blob());
    copy.setAttribute("data-plain", "");
    copy.click();
    setTimeout(URL.revokeObjectURL, 60000, copy.href);
    say("");
  } catch {
    say(message.dataset.failed);
  }
}
on("click", "[data-make]", (link, event) => {
  if (!drawnMain()) return;
  event.preventDefault();
  makeFile(link);
});

on("click", "[data-copy]", async (button) => {
  const part = button.dataset.copy;
  const address = part.startsWith("/") ? part : location.pathname + location.search + part;
  await navigator.clipboard.writeText(location.origin + address);
  const words = button.textContent;
  button.textContent = button.dataset.done;
  setTimeout(() => { button.textContent = words; }, 1500);
});
