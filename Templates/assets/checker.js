// Turns the checker's plain page, which holds all questions, into one question at a time.
// Answers live in memory and `history.state` only. Whatever is missing, the plain page stays.

const plain = document.querySelector("[data-checker]");
const pageTitle = document.title;
const sections = new Map([...plain.querySelectorAll("[data-node]")].map((one) => [one.dataset.node, one]));
const wizard = make("div", { class: "wrap checker checker--wizard" });
let tree;
// `trail`: the ids of the nodes met, the one shown last. `answers`: the ids ticked, by question.
// `depth`: how many entries of the history were made since.
let state;
let isClearing = false;

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.filter((child) => child));
  return element;
}

/** Acts here; in another tab it leads to a fresh start. */
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

const fresh = () => ({ checker: tree.id, version: tree.version, trail: [tree.start], answers: {}, depth: 0 });

const choices = (node) => (node.none ? [...node.answers, node.none] : node.answers);

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
    saved.trail[0] === tree.start &&
    saved.trail.slice(1).every((id, index) => next(saved.trail[index], saved.answers) === id)
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
  const isResult = node.kind === "outcome";
  wizard.dataset.node = id;
  wizard.replaceChildren(...(isResult ? result(id, node) : question(id, node)));
  if (state.depth) wizard.prepend(make("p", { class: "checker__back" }, link(() => history.back(), "Back")));
  document.title = `${isResult ? "Your result" : node.ask} – ${pageTitle}`;
}

function arrive(at = wizard.querySelector("h1")) {
  wizard.scrollIntoView();
  at.tabIndex = -1;
  at.focus({ preventScroll: true });
}

function question(id, node) {
  const section = sections.get(id);
  const isAnyOf = node.kind === "any-of";
  const list = make("div", { class: "checker__choices" });
  const inputs = new Map();
  for (const answer of choices(node)) {
    if (answer === node.none) list.append(make("p", { class: "checker__or" }, "or"));
    const input = make("input", {
      type: isAnyOf ? "checkbox" : "radio", name: "answer", id: `answer-${answer.id}`, value: answer.id,
    });
    input.checked = state.answers[id]?.includes(answer.id) ?? false;
    inputs.set(answer.id, input);
    list.append(make("div", { class: "choice" }, input, make("label", { for: input.id }, ...lines(answer))));
  }
  const fields = make(
    "fieldset", { "aria-describedby": "checker-help" },
    make("legend", {}, make("span", {}, `Question ${state.trail.length}`), make("h1", {}, node.ask)),
    make("div", { id: "checker-help" }, section.querySelector(".help")?.cloneNode(true), isAnyOf && "Tick all that fit."),
    list);
  const picture = node.picture && plain.querySelector(`[data-picture="${node.picture}"] svg`);
  const sync = picture ? tie(fields.appendChild(picture.cloneNode(true)), inputs, node) : () => {};
  sync();
  const form = make(
    "form", { novalidate: "", autocomplete: "off" }, fields, make("button", { class: "button" }, "Continue"));
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
  return id === tree.start ? [plain.querySelector(".checker__emergency").cloneNode(true), form] : [form];
}

/** Regions of a drawing choose answers; gives a function that shows the choice in it. */
function tie(drawing, inputs, node) {
  drawing.setAttribute("role", "group");
  const regions = [...drawing.querySelectorAll("[data-answer]")];
  for (const region of regions) {
    const input = inputs.get(region.dataset.answer);
    const { label } = node.answers.find((answer) => answer.id === input.value);
    region.setAttribute("role", "button");
    region.setAttribute("tabindex", 0);
    region.setAttribute("aria-label", `${region.querySelector("text").textContent}: ${label}`);
    region.addEventListener("click", () => input.click());
    region.addEventListener("keydown", (event) => {
      if (event.key !== " " && event.key !== "Enter") return;
      event.preventDefault();
      input.click();
    });
  }
  return () => {
    for (const region of regions) region.setAttribute("aria-pressed", inputs.get(region.dataset.answer).checked);
  };
}

function complain(form, list, node) {
  for (const old of wizard.querySelectorAll("[class^=checker__error]")) old.remove();
  const words = node.none ? `Tick what fits, or choose “${node.none.label}”` : "Choose an answer";
  const first = list.querySelector("input");
  const summary = make(
    "div", { class: "checker__errors", role: "group", "aria-labelledby": "checker-errors" },
    make("h2", { id: "checker-errors" }, "There is a problem"),
    make("ul", {}, make("li", {}, make("a", { href: `#${first.id}` }, words))));
  form.before(summary);
  list.before(make("p", { class: "checker__error", id: "checker-error" }, `Error: ${words}`));
  list.parentNode.setAttribute("aria-describedby", "checker-help checker-error");
  document.title = `Error: ${node.ask} – ${pageTitle}`;
  arrive(summary);
}

function result(id, node) {
  const section = sections.get(id).cloneNode(true);
  // Here the outcome is the h1.
  for (const heading of section.querySelectorAll("h2, h3, h4")) {
    heading.replaceWith(make(`h${heading.tagName[1] - 1}`, {}, ...heading.childNodes));
  }
  const cards = section.querySelectorAll(".cards li");
  [...(node.causes ?? []), ...(node.stretches ?? [])].forEach((name, index) => {
    cards[index].append(make("p", { class: "card__summary" }, tree.content[name].summary));
  });
  const answers = make("dl", { class: "checker__answers" });
  const flags = new Set();
  state.trail.slice(0, -1).forEach((step, index, asked) => {
    const { ask } = tree.nodes[step];
    const said = choices(tree.nodes[step]).filter((answer) => state.answers[step].includes(answer.id));
    const which = make("span", { class: "visually-hidden" }, ` your answer to question ${index + 1}: ${ask}`);
    for (const { flag } of said) flags.add(flag);
    const change = link(() => go(asked.slice(0, index + 1)), "Change", which);
    answers.append(
      make("div", {}, make("dt", {}, ask), ...said.map(({ label }) => make("dd", {}, label)), make("dd", {}, change)));
  });
  for (const one of section.querySelectorAll("[data-flag]")) if (!flags.has(one.dataset.flag)) one.remove();
  return [
    section, make("h2", {}, "Your answers"), answers,
    make("p", { class: "checker__actions" }, button("Print this result", () => print()), button("Clear my answers", clear)),
  ];
}

/** Forgets the answers, those in the browser's history too. */
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
  history.replaceState(state, "");
  // A new entry drops those ahead, and the answers they hold.
  if (isClearing) history.pushState(state, "");
  isClearing = false;
}

/** Follows links within the page without an entry in the history, which would hold no answers. */
function jump(event) {
  const link = event.target.closest?.('a[href^="#"]');
  const target = link && document.getElementById(link.hash.slice(1));
  if (!target) return;
  event.preventDefault();
  target.focus();
}

async function start() {
  const answer = await fetch(plain.dataset.checker);
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}.`);
  tree = await answer.json();
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
