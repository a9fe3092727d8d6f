// The part of a preview that runs in the page: it hears of every update, reloads the page when its content changed,
// exchanges stylesheets without reloading, and shows what is wrong over the page. Needs nothing of the page itself.

const given = JSON.parse(document.getElementById("limber-preview").textContent);
const scrollKey = `limber-scroll ${location.pathname}`;
const reloadKey = "limber-reload";
// The address that each stylesheet has in this page, by the designer's names.
const styles = given.styles;

/** Session storage, where there is one. */
const memory = {
  get(key) {
    try { return sessionStorage.getItem(key); } catch { return null; }
  },
  set(key, value) {
    try { sessionStorage.setItem(key, value); } catch { /* The page starts at its top then. */ }
  },
  remove(key) {
    try { sessionStorage.removeItem(key); } catch { /* There was nothing to remove. */ }
  },
};

/** An element with text and children; never HTML from a text. */
function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

// ---- Content

/** Whether the page is about to be reloaded. */
function reload(update) {
  // Once for each update: a page whose content is never the same twice would reload for ever.
  if (memory.get(reloadKey) === `${location.pathname} ${update}`) return false;
  memory.set(reloadKey, `${location.pathname} ${update}`);
  memory.set(scrollKey, `${scrollX} ${scrollY}`);
  location.reload();
  return true;
}

function restoreScroll() {
  const kept = memory.get(scrollKey);
  if (kept === null) return;
  memory.remove(scrollKey);
  const [left, top] = kept.split(" ").map(Number);
  const scroll = () => scrollTo({ left, top, behavior: "instant" });
  scroll();
  // Pictures may have made room meanwhile.
  if (document.readyState !== "complete") addEventListener("load", scroll, { once: true });
}

function exchangeStyles(latest) {
  for (const [name, address] of Object.entries(latest)) {
    const shown = styles[name];
    if (shown === undefined || shown === address) continue;
    styles[name] = address;
    for (const link of document.querySelectorAll("link[href]")) {
      if (link.getAttribute("href") !== shown) continue;
      const fresh = link.cloneNode();
      fresh.setAttribute("href", address);
      // The old one goes when the new one is there, so that the page is never without.
      fresh.addEventListener("load", () => link.remove(), { once: true });
      fresh.addEventListener("error", () => link.remove(), { once: true });
      link.after(fresh);
    }
  }
}

// ---- What is wrong

const host = element("div");
host.id = "limber-overlay";
// The page's stylesheets end at this root, and so do the preview's.
const root = host.attachShadow({ mode: "open" });
const sheet = element("link");
sheet.rel = "stylesheet";
// The preview's files lie together, wherever that is.
sheet.href = new URL("preview.css", import.meta.url);
const panel = element("div");
const corner = element("p", "corner");
corner.setAttribute("role", "status");
root.append(sheet, panel, corner);
let hiddenUpdate = null;

function place(error) {
  if (!error.file) return "";
  return error.line ? `${error.file}:${error.line}:${error.column}` : error.file;
}

function excerpt(error) {
  const block = element("pre", "excerpt");
  // Long lines are scrolled, with the keyboard too.
  block.tabIndex = 0;
  const width = String(error.excerpt.at(-1)[0]).length;
  for (const [line, text] of error.excerpt) {
    const isIt = line === error.line;
    block.append(element("span", isIt ? "it" : "", `${String(line).padStart(width)} | ${text}`), "\n");
    if (isIt && error.caret >= 0) {
      block.append(element("span", "caret", `${" ".repeat(width)} | ${" ".repeat(error.caret)}^`), "\n");
    }
  }
  return block;
}

function problem(error) {
  const item = element("li", "problem");
  if (error.file) item.append(element("p", "place", place(error)));
  item.append(element("p", "message", error.message));
  if (error.excerpt.length > 0) item.append(excerpt(error));
  if (error.hint) item.append(element("p", "hint", error.hint));
  return item;
}

function showProblems(state, update) {
  const count = state.errors.length + state.more;
  if (count === 0) {
    panel.replaceChildren();
    return;
  }
  if (hiddenUpdate === update) return;
  const heading = element("h1", "", count === 1 ? "There is one error" : `There are ${count} errors`);
  heading.id = "limber-heading";
  const alert = element("div", "", heading);
  alert.setAttribute("role", "alert");
  const close = element("button", "close", "Hide (Esc)");
  close.type = "button";
  close.addEventListener("click", hide);
  const list = element("ol", "", ...state.errors.map(problem));
  const dialog = element(
    "div", "dialog", element("div", "head", alert, close),
    element("p", "lead", "The page below is the last one without errors. It updates as soon as you fix this."), list,
  );
  if (state.more > 0) dialog.append(element("p", "lead", `And ${state.more} more.`));
  dialog.setAttribute("role", "dialog");
  dialog.setAttribute("aria-labelledby", "limber-heading");
  dialog.tabIndex = 0;
  panel.replaceChildren(dialog);
  panel.dataset.update = update;
}

function hide() {
  hiddenUpdate = panel.dataset.update;
  panel.replaceChildren();
}

addEventListener("keydown", (event) => {
  if (event.key === "Escape" && panel.hasChildNodes()) hide();
});

function showCorner(text) {
  corner.textContent = text;
  corner.hidden = text === "";
}

// ---- Events

let events = null;
let isLeaving = false;
addEventListener("pagehide", () => { isLeaving = true; });
addEventListener("pageshow", () => { isLeaving = false; });

function receive(message) {
  const state = JSON.parse(message.data);
  // Before its first build the preview has nothing to say.
  if (state.build === 0) return;
  const update = `${state.run} ${state.build}`;
  if (state.version !== given.version && reload(update)) return;
  exchangeStyles(state.styles);
  showProblems(state, update);
  const { warnings } = state;
  showCorner(warnings === 0 ? "" : warnings === 1 ? "Preview: 1 warning" : `Preview: ${warnings} warnings`);
}

function connect() {
  if (events !== null) return;
  events = new EventSource(new URL(`events?page=${encodeURIComponent(location.pathname)}`, import.meta.url));
  events.addEventListener("state", receive);
  events.addEventListener("error", () => {
    if (!isLeaving) showCorner("The preview has stopped. This page updates when you start it again.");
  });
}

function disconnect() {
  events?.close();
  events = null;
}

// Browsers hold few connections to one place: pages that nobody sees give theirs back.
let leaving = 0;
document.addEventListener("visibilitychange", () => {
  clearTimeout(leaving);
  if (document.visibilityState === "visible") connect();
  else leaving = setTimeout(disconnect, 10_000);
});

showCorner("");
document.documentElement.append(host);
restoreScroll();
connect();
