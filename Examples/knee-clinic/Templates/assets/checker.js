// Says with a result because of which answers it is, what was answered and on what day. The page works without it: its
// links lead from step to step. Answers live in `history.state` only, with the step that they led to.

const summary = document.querySelector(".answers");
const { start, version } = summary.dataset;
const stamp = summary.querySelector("[data-stamp]");
let following;

/** What was answered up to the step that is shown; nothing if an older page kept it, or if no first question was met. */
const trail = () => (history.state?.version === version ? history.state.trail : []);

function make(name, words, { lang, dir } = {}) {
  const element = document.createElement(name);
  if (lang) Object.assign(element, { lang, dir });
  element.append(words);
  return element;
}

document.addEventListener("click", ({ target }) => {
  const link = target.closest?.(".step li a[href^='#']");
  following = null;
  if (!link) return;
  const heading = link.closest(".step").querySelector("h2");
  if (heading.id !== start && !trail().length) return;
  const isFirst = heading.id === start;
  following = [...(isFirst ? [] : trail()), {
    ask: heading.textContent,
    answer: link.textContent,
    lang: link.lang,
    dir: link.dir,
    isNone: link.parentElement.matches("[data-none]"),
    // A sign speaks for itself; “Yes, it does” needs its question.
    isSign: link.closest(".step").matches("[data-signs]"),
  }];
});

function show() {
  if (following) history.replaceState({ version, trail: following }, "");
  following = null;
  const given = trail();
  for (const old of document.querySelectorAll(".because")) old.hidden = true;
  const because = document.getElementById(location.hash.slice(1))?.closest(".result")?.querySelector(".because");
  summary.hidden = !because || !given.length;
  if (summary.hidden) return;
  const reasons = given.filter(({ isNone }) => !isNone).reverse();
  because.hidden = !reasons.length;
  because.lastElementChild.replaceChildren(
    ...reasons.map((one) => make("li", one.isSign ? one.answer : `${one.ask} ${one.answer}`, one)));
  summary.querySelector("dl").replaceChildren(...given.flatMap((one) => [make("dt", one.ask, one), make("dd", one.answer, one)]));
  const day = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
  stamp.textContent = stamp.dataset.stamp.replace("{day}", day);
}

addEventListener("hashchange", show);
show();
