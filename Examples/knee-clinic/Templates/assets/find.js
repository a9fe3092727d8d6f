// A search field on a page that is not the search: leads there with what was typed. It stands after the `#`, which browsers do not send.

const field = document.querySelector("[data-find]");

field.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  location.assign(`${field.dataset.find}#${new URLSearchParams({ q: field.querySelector("input").value.trim() })}`);
});
field.hidden = false;
