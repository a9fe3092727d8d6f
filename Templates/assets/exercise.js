// What an exercise's page can do beyond showing it: a timer for holds and sets, and a drawing that moves when it is asked to.
// Nothing is stored, nothing makes a sound. Without JavaScript the dose stands in its table, and the drawing shows all frames.

const BEFORE_A_HOLD = 5;
const BETWEEN_REPEATS = 3;
const FRAME = 1400;

function make(name, attributes = {}, text = "") {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}

/** The first number of a dose such as “2–3”, or “20–30 s”; of one in minutes, the seconds. */
function first(dose) {
  const number = parseFloat(dose);
  return /\bmin/.test(dose) ? number * 60 : number;
}

function timer(section) {
  const { sets = "1", reps = "", hold = "", sides = "" } = section.dataset;
  const seconds = first(hold) || 0;
  const repeats = seconds ? first(reps) || 1 : 1;
  const name = seconds && repeats === 1 ? "hold" : "set";
  const changes = /^each (side|leg)/.test(sides);
  const now = make("p", { class: "timer__now", role: "timer", "aria-live": "off" });
  const said = make("p", { class: "timer__said", role: "status" });
  const go = make("button", { type: "button", class: "button" });
  const again = make("button", { type: "button", class: "button button--plain" }, "Start over");
  const ways = make("div", { class: "ways" });
  ways.append(go, again);
  section.append(now, said, ways);
  let done, steps, end, ticking;

  /** What comes next: words and seconds. */
  const plan = () => [
    ["Get ready", BEFORE_A_HOLD],
    ...Array.from({ length: repeats }, (_, at) => [
      ...(at ? [["Ease off", BETWEEN_REPEATS]] : []),
      [repeats > 1 ? `Hold ${at + 1} of ${repeats}` : "Hold", seconds],
    ]).flat(),
  ];

  function stop() {
    clearInterval(ticking);
    ticking = undefined;
  }

  function idle() {
    stop();
    go.textContent = seconds ? `Start ${name} ${done + 1}` : `Set ${done + 1} is done`;
    again.hidden = !done;
    now.textContent = `${done} of ${sets} ${name}s`;
  }

  function next() {
    const step = steps.shift();
    if (!step) return finish();
    end = performance.now() + step[1] * 1000;
    now.dataset.words = step[0];
    // A voice cannot keep up with seconds: it hears what is to be done, and for how long if that is long.
    said.textContent = step[1] > BEFORE_A_HOLD || step[0] === "Get ready" ? `${step[0]}: ${step[1]} seconds.` : `${step[0]}.`;
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
    const enough = done >= first(sets) ? " You may stop here." : "";
    said.textContent = `${name === "hold" ? "Hold" : "Set"} ${done} of ${sets} is done.${changes ? " Do the other side, too." : ""}${enough}`;
  }

  go.addEventListener("click", () => {
    if (ticking) {
      idle();
      said.textContent = "Stopped.";
    } else if (seconds) {
      steps = plan();
      ticking = setInterval(tick, 200);
      go.textContent = "Stop";
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

/** Shows the frames of a drawing, which its `data-frames` names, one after the other. */
function player(figure) {
  const picture = figure.querySelector("img");
  const play = make("button", { type: "button", class: "button button--plain" }, "Play the movement");
  const stage = make("div", { class: "exercise__stage" });
  stage.hidden = true;
  let frames, running;

  async function load() {
    const drawing = await (await fetch(picture.src)).text();
    const boxes = /data-frames="([^"]+)"/.exec(drawing)?.[1].split(", ") ?? [];
    frames = boxes.map((box) => {
      const [, , width, height] = box.split(" ");
      const frame = make("img", { src: `${picture.src}#svgView(viewBox(${box.replaceAll(" ", ",")}))`, alt: "" });
      // The whole drawing's size stays the picture's own: what is beside the frame is cut off.
      frame.style.aspectRatio = `${width} / ${height}`;
      return frame;
    });
    stage.append(...frames);
  }

  play.addEventListener("click", async () => {
    if (!frames) await load().catch(() => (frames = []));
    if (!frames.length) return play.remove();
    clearInterval(running);
    const plays = stage.hidden;
    play.textContent = plays ? "Stop the movement" : "Play the movement";
    stage.hidden = !plays;
    picture.hidden = plays;
    let at = 0;
    const show = () => frames.forEach((frame, place) => (frame.hidden = place !== at % frames.length));
    show();
    if (plays) running = setInterval(() => (at++, show()), FRAME);
  });
  picture.after(stage);
  figure.append(play);
}

for (const section of document.querySelectorAll("[data-timer]")) timer(section);
// Whoever asked the device for less motion has the frames side by side.
if (!matchMedia("(prefers-reduced-motion: reduce)").matches) for (const figure of document.querySelectorAll(".exercise__figure")) player(figure);
