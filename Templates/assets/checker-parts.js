// What only some steps of the symptom checker need: a drawing whose regions choose answers, and the result.

/** Regions of a drawing choose answers; gives a function that shows the choice in it. */
export function tie(drawing, inputs, node) {
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

/**
 * The outcome, why it is that, and what was answered, fit to hand to a clinician. What is `shown`, and what to `share`:
 * the words of the result, no answers. `section` is the outcome of the plain page; `asked` has each question with what was said and what was not.
 */
export function result({ make, say, tree, section, asked, summaries, pageTitle }) {
  // Here the outcome is the h1.
  for (const heading of section.querySelectorAll("h2, h3, h4")) {
    heading.replaceWith(make(`h${heading.tagName[1] - 1}`, {}, ...heading.childNodes));
  }
  const said = asked.flatMap((one) => one.said);
  const card = section.querySelector(".care-card");
  const [heading] = card.children;
  const soon = card.querySelector(".care-card__soon");
  const text = [heading.lastChild, soon].map((one) => one && `${one.textContent.trim()}.`).join(" ").trim();
  const share = { title: pageTitle, text, url: location.origin + location.pathname };
  // A sign speaks for itself; “Yes, it does” needs its question.
  // What was answered last decided, so it comes first.
  const reasons = [...asked].reverse().flatMap(({ ask, none, said }) =>
    said.filter(({ id }) => id !== "none").map(({ label, lang }) => make("li", { lang }, none ? label : `${ask} ${label}`)));
  const because = make("div", { class: "because" }, make("h2", {}, say("because")), make("ul", {}, ...reasons));
  (card.querySelector("p:has(> .button)") ?? soon ?? heading).after(because);
  const flags = new Set(said.map(({ flag }) => flag));
  for (const one of section.querySelectorAll("[data-flag]")) if (!flags.has(one.dataset.flag)) one.remove();
  [...section.querySelectorAll(".cards li")].forEach((one, index) => {
    one.firstChild.after(make("p", { class: "card__summary" }, summaries[index]));
  });
  const answers = make("dl", { class: "checker__answers" });
  asked.forEach(({ ask, lang, said, denied, change }, index) => {
    const which = make("span", { class: "visually-hidden" }, ` ${say("question", { number: index + 1, ask })}`);
    answers.append(
      make(
        "div", {}, make("dt", { lang }, ask), ...said.map(({ id, label, lang }) => make("dd", { lang, class: id === "none" ? "checker__none" : null }, label)),
        denied.length > 0 && make("dd", { class: "checker__denied" }, say("denied", { answers: denied.map(({ label }) => label).join(" · ") })),
        make("dd", {}, change(say("change"), which))));
  });
  const day = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
  const stamp = say("stamp", { title: tree.title, version: tree.version, day, address: share.url });
  return { shown: [section, make("h2", {}, say("answers")), answers, make("p", { class: "checker__stamp" }, stamp)], share };
}
