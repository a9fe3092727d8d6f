// Buttons that print the page. Without JavaScript the stylesheet shows none, and the browser's own menu prints.

for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => print());
