// A page of another site in a frame, which loads only when the visitor asks for it: until then, that site learns nothing.
// Without JavaScript a link to it stands in its place.

for (const box of document.querySelectorAll("[data-frame]")) {
  const frame = box.querySelector("template")?.content.querySelector("iframe");
  if (!frame) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = box.dataset.frame.replaceAll("{host}", new URL(frame.getAttribute("src"), location).host);
  button.addEventListener("click", () => {
    const shown = document.importNode(frame, true);
    box.replaceChildren(shown);
    shown.focus();
  });
  box.prepend(button, " ");
}
