/* Buttons that copy an address or a text, and print the page. */
on("click", "[data-copy]", async (button) => {
  const part = button.dataset.copy;
  const address = part.startsWith("/") ? part : here() + part;
  await navigator.clipboard.writeText(location.origin + address);
  button.textContent = button.dataset.done;
});

on("click", "[data-print]", () => window.print());
