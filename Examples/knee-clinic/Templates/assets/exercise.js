// What an exercise's page can do beyond showing it: a timer for holds and sets, and a drawing that moves when it is asked to.
// Nothing is stored, nothing makes a sound. Without JavaScript the dose stands in its table, and the drawing shows all frames.

const BEFORE_A_HOLD = 5;
const BETWEEN_REPEATS = 3;
const FRAME = 1800;

function make(name, attributes = {}, text = "") {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}

/** A text of the page, which an element's `data-…` has: `values` are put in for the names in braces. */
const say = (element, name, values) => element.getAttribute(`data-${name}`).replace(/{(\w+)}/g, (_, key) => values[key]);

/** The first number of a dose such as “2–3”, or “20–30 s”; of one in minutes, the seconds. */
function first(dose) {
  const number = parseFloat(dose);
  return /\bmin/.test(dose) ? number * 60 : number;
}

function timer(section) {
  const { reps = "", hold = "", sides = "" } = section.dataset;
  const seconds = first(hold) || 0;
  // Without sets, each hold stands for itself.
  const sets = section.dataset.sets || (seconds && reps) || "1";
  const repeats = section.dataset.sets && seconds ? first(reps) || 1 : 1;
  const name = seconds && repeats === 1 ? "hold" : "set";
  const words = (text, values) => say(section, text, values);
  const changes = words("each-side").split(", ").some((start) => sides.startsWith(start));
  const now = make("p", { class: "timer__now", role: "timer", "aria-live": "off" });
  const said = make("p", { class: "timer__said", role: "status" });
  const go = make("button", { type: "button", class: "button" });
  const again = make("button", { type: "button", class: "button button--plain" }, words("again"));
  const ways = make("div", { class: "ways" });
  ways.append(go, again);
  section.append(now, said, ways);
  let done, steps, end, ticking;

  /** What comes next: words and seconds. */
  const plan = () => [
    [words("ready"), BEFORE_A_HOLD],
    ...Array.from({ length: repeats }, (_, at) => [
      ...(at ? [[words("ease"), BETWEEN_REPEATS]] : []),
      [repeats > 1 ? words("repeat", { number: at + 1, count: repeats }) : words("held"), seconds],
    ]).flat(),
  ];

  function stop() {
    clearInterval(ticking);
    ticking = undefined;
  }

  function idle() {
    stop();
    go.textContent = words(seconds ? `start-${name}` : "end-set", { number: done + 1 });
    again.hidden = !done;
    now.textContent = words(`count-${name}`, { done, count: sets });
  }

  function next() {
    const step = steps.shift();
    if (!step) return finish();
    end = performance.now() + step[1] * 1000;
    now.dataset.words = step[0];
    // A voice cannot keep up with seconds: it hears what is to be done, and for how long if that is long.
    said.textContent = step[1] > BEFORE_A_HOLD || step[0] === words("ready") ? words("seconds", { words: step[0], seconds: step[1] }) : `${step[0]}.`;
    tick();
  }

  function tick() {
    const left = Math.ceil((end - performance.now()) / 1000);
    if (left > 0) now.textContent = `${now.dataset.words}: ${left}`;
    else next();
  }

  function finish() {
    done += 1;
    idle();
    const parts = [`done-${name}`, changes && "other-side", done >= first(sets) && "enough"];
    said.textContent = parts.filter((part) => part).map((part) => words(part, { number: done, count: sets })).join(" ");
  }

  go.addEventListener("click", () => {
    if (ticking) {
      idle();
      said.textContent = words("stopped");
    } else if (seconds) {
      steps = plan();
      ticking = setInterval(tick, 200);
      go.textContent = words("stop");
      again.hidden = true;
      next();
    } else finish();
  });
  again.addEventListener("click", () => {
    done = 0;
    said.textContent = "";
    idle();
    go.focus();
  });
  done = 0;
  idle();
  section.hidden = false;
}

/** Whoever asked the device for less motion has the frames side by side, also when it is asked while the page is open. */
const still = matchMedia("(prefers-reduced-motion: reduce)");

/**
 * Shows the frames of a drawing, which its `data-frames` names, once from the first to the last. Where the text below has the
 * drawing of every step, those frames are shown.
 */
function player(figure) {
  const picture = figure.querySelector("img");
  const drawn = document.querySelector('main img[src$="-steps.svg"]') ?? picture;
  const play = make("button", { type: "button", class: "button button--plain" }, say(figure, "play"));
  const stage = make("div", { class: "exercise__stage" });
  stage.hidden = true;
  let frames, loading, running;

  async function load() {
    const drawing = await (await fetch(drawn.src)).text();
    const boxes = /data-frames="([^"]+)"/.exec(drawing)?.[1].split(", ") ?? [];
    frames = boxes.map((box) => {
      const [, , width, height] = box.split(" ");
      const frame = make("img", { src: `${drawn.src}#svgView(viewBox(${box.replaceAll(" ", ",")}))`, alt: "" });
      // The whole drawing's size stays the picture's own: what is beside the frame is cut off.
      frame.style.aspectRatio = `${width} / ${height}`;
      return frame;
    });
    stage.append(...frames);
  }

  function shows(plays) {
    clearInterval(running);
    running = undefined;
    play.textContent = say(figure, plays ? "pause" : "play");
    stage.hidden = !plays;
    picture.hidden = plays;
  }

  play.addEventListener("click", async () => {
    if (running) return shows(false);
    await (loading ??= load().catch(() => (frames = [])));
    if (!frames.length) return play.remove();
    if (running || still.matches) return;
    let at = 0;
    const show = () => frames.forEach((frame, place) => (frame.hidden = place !== at));
    show();
    shows(true);
    running = setInterval(() => (++at < frames.length ? show() : shows(false)), FRAME);
  });
  const heed = () => {
    play.hidden = still.matches;
    if (still.matches && running) shows(false);
  };
  still.addEventListener("change", heed);
  heed();
  picture.after(stage);
  figure.append(play);
}

for (const section of document.querySelectorAll("[data-timer]")) timer(section);
for (const figure of document.querySelectorAll(".exercise__figure")) player(figure);
