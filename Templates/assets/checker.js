// Shows the checker's plain page, which holds all questions, one question at a time.
// Answers live in memory and `history.state` only.

const plain = document.querySelector("[data-checker]");
const pageTitle = document.title;
const sections = new Map([...plain.querySelectorAll("[data-node]")].map((one) => [one.dataset.node, one]));
const wizard = make("div", { class: "wrap checker checker--wizard" });

/** A text of the page, with `values` for the names in braces. */
const say = (name, values) => plain.getAttribute(`data-${name}`).replace(/{(\w+)}/g, (_, key) => values[key]);

let tree;
// What only some steps need: the module that comes with the tree.
let parts;
// `trail`: the ids of nodes met, the shown one last; empty on the start screen. `answers`: the ids ticked, by question.
// `depth`: how many entries of the history were made since.
let state;
let isClearing = false;

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value != null) element.setAttribute(key, value);
  if (attributes.lang) element.dir = "auto";
  element.append(...children.filter((child) => child));
  return element;
}

/** Acts here; another tab starts afresh. */
function link(action, ...words) {
  const element = make("a", { href: location.pathname }, ...words);
  element.addEventListener("click", (event) => {
    event.preventDefault();
    action();
  });
  return element;
}

function button(words, action) {
  const element = make("button", { type: "button", class: "button button--plain" }, words);
  element.addEventListener("click", action);
  return element;
}

const fresh = () => ({ checker: tree.id, version: tree.version, trail: [], answers: {}, depth: 0 });

const choices = (node) => (node.none ? [...node.answers, node.none] : node.answers);

const counts = new Map();

/** How many questions there may still be, from this node on. */
function ahead(id) {
  const node = tree.nodes[id];
  if (!counts.has(id)) {
    const most = () => 1 + Math.max(...choices(node).map((answer) => ahead(answer.next)));
    counts.set(id, node.kind === "outcome" ? 0 : most());
  }
  return counts.get(id);
}

const lines = ({ label }) => label.split(/(?<=[:;] )/).map((line) => make("span", {}, line));

/** Where the answers lead: the most urgent stands first, so the first ticked decides. */
function next(id, answers) {
  return choices(tree.nodes[id]).find((answer) => answers[id]?.includes(answer.id))?.next;
}

/** Whether this very tree made it: an older one may lead elsewhere. */
function fits(saved) {
  return (
    saved?.checker === tree.id &&
    saved.version === tree.version &&
    saved.trail.every((id, index, all) => id === (index ? next(all[index - 1], saved.answers) : tree.start))
  );
}

function go(trail) {
  state = { ...state, trail, depth: state.depth + 1 };
  history.pushState(state, "");
  show();
  arrive();
}

function show() {
  const id = state.trail.at(-1);
  const node = tree.nodes[id];
  const isResult = node?.kind === "outcome";
  wizard.dataset.node = id ?? "";
  wizard.replaceChildren(...(isResult ? outcome(id, node) : node ? question(id, node) : beginning()));
  if (state.depth) wizard.prepend(make("p", { class: "checker__back" }, link(() => history.back(), say("back"))));
  document.title = node ? `${isResult ? say("result") : node.ask} – ${pageTitle}` : pageTitle;
}

const copy = (selector) => plain.querySelector(selector).cloneNode(true);

function beginning() {
  const begin = make("button", { type: "button", class: "button checker__begin" }, say("begin"));
  begin.addEventListener("click", () => go([tree.start]));
  return [copy("h1"), copy(".checker__intro"), begin, copy(".checker__emergency")];
}

function arrive(at = wizard.querySelector("h1")) {
  wizard.scrollIntoView({ behavior: "instant" });
  at.tabIndex = -1;
  at.focus({ preventScroll: true });
}

function question(id, node) {
  const section = sections.get(id);
  const isAnyOf = node.kind === "any-of";
  const list = make("div", { class: "checker__choices" });
  const inputs = new Map();
  for (const answer of choices(node)) {
    if (answer === node.none) list.append(make("p", { class: "checker__or" }, say("or")));
    const input = make("input", {
      type: isAnyOf ? "checkbox" : "radio", name: "answer", id: `answer-${answer.id}`, value: answer.id,
    });
    input.checked = state.answers[id]?.includes(answer.id) ?? false;
    inputs.set(answer.id, input);
    list.append(make("div", { class: "choice" }, input, make("label", { for: input.id, lang: answer.lang }, ...lines(answer))));
  }
  const number = state.trail.length;
  const place = say("place", { stage: say(node.stage), number, most: number - 1 + ahead(id) });
  const fields = make(
    "fieldset", { "aria-describedby": "checker-help" },
    make("legend", {}, make("span", {}, place), make("h1", { lang: node.lang }, node.ask)),
    make("div", { id: "checker-help" }, isAnyOf && make("p", {}, say("tick")), section.querySelector(".help")?.cloneNode(true)),
    list);
  const picture = node.picture && plain.querySelector(`[data-picture="${node.picture}"] svg`);
  const sync = picture ? parts.tie(fields.appendChild(picture.cloneNode(true)), inputs, node) : () => {};
  sync();
  const form = make(
    "form", { novalidate: "", autocomplete: "off" }, fields, make("button", { class: "button" }, say("continue")));
  form.addEventListener("change", ({ target }) => {
    const isNone = (input) => input.value === node.none?.id;
    for (const input of inputs.values()) {
      if (isAnyOf && target.checked && isNone(input) !== isNone(target)) input.checked = false;
    }
    const ticked = [...inputs.values()].filter((input) => input.checked).map((input) => input.value);
    state = { ...state, answers: { ...state.answers, [id]: ticked } };
    history.replaceState(state, "");
    sync();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const following = next(id, state.answers);
    if (following) go([...state.trail, following]);
    else complain(form, list, node);
  });
  return id === tree.start ? [copy(".checker__emergency"), form] : [form];
}

function complain(form, list, node) {
  for (const old of wizard.querySelectorAll("[class^=checker__error]")) old.remove();
  const words = node.none ? say("tick-or", { none: node.none.label }) : say("choose");
  const first = list.querySelector("input");
  const summary = make(
    "div", { class: "checker__errors", role: "group", "aria-labelledby": "checker-errors" },
    make("h2", { id: "checker-errors" }, say("problem")),
    make("ul", {}, make("li", {}, make("a", { href: `#${first.id}` }, words))));
  form.before(summary);
  list.before(make("p", { class: "checker__error", id: "checker-error" }, say("error", { words })));
  list.parentNode.setAttribute("aria-describedby", "checker-help checker-error");
  document.title = `${say("error", { words: node.ask })} – ${pageTitle}`;
  arrive(summary);
}

function outcome(id, node) {
  const asked = state.trail.slice(0, -1).map((step, index, all) => {
    const given = (answer) => state.answers[step].includes(answer.id);
    const { ask, lang, answers, none } = tree.nodes[step];
    return {
      ask,
      lang,
      none,
      said: choices(tree.nodes[step]).filter(given),
      denied: none ? answers.filter((answer) => !given(answer)) : [],
      change: (...words) => link(() => go(all.slice(0, index + 1)), ...words),
    };
  });
  const summaries = [...(node.causes ?? []), ...(node.stretches ?? [])].map((name) => tree.content[name].summary);
  const section = sections.get(id).cloneNode(true);
  const { shown, share } = parts.result({ make, say, tree, section, asked, summaries, pageTitle });
  return [
    ...shown,
    make(
      "p", { class: "checker__actions" }, button(say("print"), () => print()),
      navigator.share && button(say("share"), () => navigator.share(share).catch(() => {})),
      button(say("clear"), clear)),
  ];
}

/** Forgets the answers, those in the history too. */
function clear() {
  const { depth } = state;
  state = fresh();
  history.replaceState(state, "");
  show();
  arrive();
  isClearing = depth > 0;
  if (isClearing) history.go(-depth);
}

function restore(event) {
  if (!isClearing && fits(event.state)) {
    // Questions further on keep what was answered.
    state = { ...event.state, answers: { ...state.answers, ...event.state.answers } };
    show();
    arrive();
  }
  history.replaceState(isClearing ? fresh() : state, "");
  // A new entry drops those ahead, and the answers they hold.
  if (isClearing) history.pushState(state, "");
  isClearing = false;
}

/**
 * Follows links within the page without an entry in the history, which would hold no answers. A link to the page itself
 * starts again.
 */
function jump(event) {
  const { pathname, origin, hash } = event.target.closest?.("a[href]") ?? {};
  if (event.defaultPrevented || pathname !== location.pathname || origin !== location.origin) return;
  const target = hash ? document.getElementById(hash.slice(1)) : wizard;
  if (!target) return;
  event.preventDefault();
  if (hash) target.focus();
  else clear();
}

async function start() {
  const [answer, module] = await Promise.all([fetch(plain.dataset.checker), import(plain.dataset.parts)]);
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}.`);
  tree = await answer.json();
  parts = module;
  const isWhole = Object.keys(tree.nodes).every((id) => sections.has(id));
  if (tree.version !== plain.dataset.version || !isWhole) throw new Error("Page and tree are of different versions.");
  // Who has begun on the plain page, or was led into it, goes on there.
  if (plain.querySelector(":target")) return;
  state = fits(history.state) ? history.state : fresh();
  show();
  const hadFocus = plain.contains(document.activeElement);
  plain.replaceWith(wizard);
  if (hadFocus) arrive();
  history.replaceState(state, "");
  history.scrollRestoration = "manual";
  addEventListener("popstate", restore);
  document.addEventListener("click", jump);
}

start().catch((problem) => console.warn(`The plain page stays: ${problem.message}`));
