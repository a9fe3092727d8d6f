// Finds pages as one types. What is typed stays in the browser: the address keeps it after the `#`, and only the files of
// the index that its words need are loaded. Without this script the list of all pages stays. How it works: docs/search.md.

const root = document.querySelector("[data-search]");
const field = root.querySelector("input");
const status = root.querySelector("[role=status]");
const found = root.querySelector("[data-results]");
const all = document.querySelector("[data-all]");
const home = root.dataset.search.replace("index.json", "");

const WEIGHTS = [16, 14, 12, 6, 3, 1];
const MOST_WORDS = 6;
const PAGES_SHOWN = 10;
const BEST = 3;
// Bytes that a query may load before it stops guessing at misspelt words; results come to 30,000 more.
const GUESSING_LIMIT = 50_000;

const files = new Map();
let directory;
let latest = 0;
let isCommitted = true;

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** A text of the page, in its reader's language: `values` are put in for the names in braces. */
const say = (name, values) => (root.getAttribute(`data-${name}`) ?? "").replace(/{(\w+)}/g, (_, key) => values[key]);

async function fetchFile(name) {
  const answer = await fetch(home + name);
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}.`);
  const bytes = await answer.arrayBuffer();
  return { size: bytes.byteLength, text: new TextDecoder().decode(bytes) };
}

/** A file of the index; `query` counts what it loads. One that failed is asked for again the next time. */
async function load(name, query) {
  if (!files.has(name)) files.set(name, fetchFile(name));
  try {
    const file = await files.get(name);
    if (query) query.size += file.size;
    return file;
  } catch (problem) {
    files.delete(name);
    throw problem;
  }
}

const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ı: "i", ς: "σ", þ: "th", ð: "d", ø: "o", đ: "d", ł: "l", ħ: "h", ŧ: "t" };
const CHARACTER = "[\\u3041-\\u30ff\\u3400-\\u9fff\\u{20000}-\\u{3ffff}]";
const WORD = new RegExp(`${CHARACTER}|(?:(?!${CHARACTER})[\\p{L}\\p{N}\\p{M}])+`, "gu");

// Hebrew points, Arabic vowel signs and tatweel: few people write them.
const SIGNS = new RegExp(
  "[\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670" +
    "\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed\\u08ca-\\u08e1\\u08e3-\\u08ff]+",
  "g",
);

// What French, Italian and Catalan elide before a word: "l'été" is found as "été".
const ELIDED = /(?<![\p{L}\p{M}\p{N}]['\u2019\u02bc]?)(?:c|d|j|l|m|n|s|t|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|dell|nell|all|sull|dall|quell|un|mezz)['\u2019\u02bc](?=[a-z\u00c0-\u017f])/giu;

/** The words of a text as the index has them: small, Latin and Greek letters without accents. */
function wordsOf(text) {
  const plain = text
    .replace(ELIDED, "")
    .replace(/['\u2019\u02bc\u00ad]/g, "")
    .toLowerCase()
    .normalize("NFD")
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036f]+/gu, "")
    .replace(SIGNS, "")
    .normalize("NFC")
    .replace(/[ßæœıςþðøđłħŧ]/g, (letter) => LETTERS[letter]);
  return [...new Set(plain.match(WORD) ?? [])].filter((word) => word.length > 1 || word > "\u3000");
}

/** Numbers of pages: steps in base 36, or `!` and six pages a character. */
function pagesOf(list) {
  const pages = [];
  if (list.startsWith("!")) {
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (let at = 1; at < list.length; at += 1) {
      const bits = alphabet.indexOf(list[at]);
      for (let bit = 0; bit < 6; bit += 1) if (bits & (1 << bit)) pages.push((at - 1) * 6 + bit);
    }
  } else if (list) {
    let page = -1;
    for (const step of list.split(" ")) pages.push((page += parseInt(step, 36)));
  }
  return pages;
}

/** Lines of the file in which a word stands if it is there at all: `[word, lists]`. */
async function linesAround(word, query) {
  let [low, high] = [0, directory.starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (directory.starts[middle] <= word) low = middle + 1;
    else high = middle;
  }
  const file = await load(`words-${Math.max(0, low - 1)}.txt`, query);
  file.lines ??= file.text.split("\n").slice(0, -1).map((line) => {
    const end = line.indexOf("|");
    return end < 0 ? [line, ""] : [line.slice(0, end), line.slice(end + 1)];
  });
  return file.lines;
}

/** How many letters are wrong, missing, too many or swapped with the next (optimal string alignment). */
function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [before, last] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}

/** The closest of some words to a misspelt one, or to one that is not yet typed to its end. */
function closest(word, candidates) {
  const limit = word.length >= 8 ? 2 : 1;
  let best = limit;
  let chosen = [];
  for (const candidate of candidates) {
    const whole = distance(word, candidate, limit);
    const begun = word.length > 4 && candidate.length > word.length
      ? distance(word, candidate.slice(0, word.length), limit) + 0.5 : whole;
    const wrong = Math.min(whole, begun);
    if (wrong < best) [best, chosen] = [wrong, []];
    if (wrong === best && chosen.length < 3) chosen.push(candidate);
  }
  return { wrong: best, chosen };
}

/** Each page that has a word or one like it, with how well it fits. */
async function pagesWith(word, query) {
  const scores = new Map();
  const take = (lists, quality) => lists.split("|").forEach((list, weight) => {
    for (const page of pagesOf(list)) {
      scores.set(page, Math.max(scores.get(page) ?? 0, WEIGHTS[weight] * quality));
    }
  });
  const lines = await linesAround(word, query);
  let isThere = false;
  for (const [term, lists] of lines) {
    if (term === word || term === `${word}*`) {
      take(lists, term === word ? 1 : 0.6);
      isThere = true;
    } else if (term.startsWith(word) && !term.endsWith("*")) {
      take(lists, 0.4 + (0.5 * word.length) / term.length);
      isThere = true;
    } else if (term.length > 3 && word.startsWith(term) && word.length - term.length < 4) {
      take(lists, 0.6);
    }
  }
  if (isThere || word.length < 4) return scores;
  const terms = new Map(lines.filter(([term]) => term.length > 3 && !term.endsWith("*")));
  let guess = closest(word, terms.keys());
  const letter = [...directory.letters].indexOf(String.fromCodePoint(word.codePointAt(0)));
  if (guess.wrong >= 1 && letter >= 0 && query.size < GUESSING_LIMIT) {
    const near = await load(`near-${letter}.txt`, query);
    const other = closest(word, near.text.split(" "));
    if (!guess.chosen.length || other.wrong < guess.wrong) guess = other;
    else if (other.wrong === guess.wrong) guess.chosen = [...new Set([...other.chosen, ...guess.chosen])].slice(0, 3);
  }
  for (const term of guess.chosen) {
    if (!terms.has(term) && query.size < GUESSING_LIMIT) {
      for (const [other, lists] of await linesAround(term, query)) if (other === term) terms.set(term, lists);
    }
    take(terms.get(term) ?? "", guess.wrong <= 1 ? 0.6 : 0.4);
  }
  return scores;
}

/** The pages that fit a query, best first: `[number, score]`. */
async function rank(query) {
  const isCommon = (word) => directory.common.includes(word);
  const words = wordsOf(query.text)
    .sort((a, b) => isCommon(a) - isCommon(b) || b.length - a.length)
    .slice(0, MOST_WORDS);
  const totals = new Map();
  let whole = 0;
  for (const word of words) {
    const scores = await pagesWith(word, query);
    // A word of most pages says little, one that is nowhere says nothing.
    const rarity = isCommon(word) ? 0.3 : Math.log(1 + directory.pages / (scores.size || directory.pages));
    whole += rarity;
    for (const [page, score] of scores) {
      const total = totals.get(page) ?? { score: 0, met: 0 };
      total.score += score * rarity;
      total.met += rarity;
      totals.set(page, total);
    }
  }
  const pages = [...totals].map(([page, { score, met }]) => [page, score * (met / whole)]);
  pages.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return pages.filter(([, score]) => score >= pages[0][1] / 20);
}

/** What is shown of some pages: `[kind, title, address, summary]`. A title that is much like the query comes first. */
async function textsOf(pages, query) {
  const asked = wordsOf(query.text);
  const texts = [];
  for (const [page, score] of pages) {
    const file = await load(`pages-${Math.floor(page / directory.perFile)}.json`, query);
    file.entries ??= JSON.parse(file.text);
    const text = file.entries[page % directory.perFile];
    const title = wordsOf(text[1]);
    const shared = asked.filter((word) => title.some((other) => word.startsWith(other) || other.startsWith(word))).length;
    texts.push([text, score * (1 + (2 * shared) / (title.length + asked.length))]);
  }
  return texts.sort((a, b) => b[1] - a[1]).map(([text]) => text);
}

/** The three best results, then the others by kind. */
function grouped(texts) {
  const groups = new Map();
  texts.forEach(([kind, title, address, summary], place) => {
    const name = place < BEST ? say("best") : directory.groups[kind];
    if (!groups.has(name)) groups.set(name, make("ul", { class: "search__list" }));
    const label = place < BEST ? [" ", make("span", {}, directory.groups[kind])] : [];
    groups.get(name).append(make(
      "li", {}, make("a", { href: address }, title), ...label, ...(summary ? [make("p", {}, summary)] : [])));
  });
  return [...groups].map(([name, list]) => make("section", { class: "search__group" }, make("h2", {}, name), list));
}

/**
 * Puts results in place of those before, or of the list of all pages. Who is among them with the keyboard stays there:
 * at the same page if it is still shown, else at the best one.
 */
function replace(results) {
  const place = document.activeElement;
  const isAmongThem = found.contains(place) || all.contains(place);
  found.replaceChildren(...results);
  all.hidden = results.length > 0;
  if (!isAmongThem || place.offsetParent) return;
  const links = [...(results.length ? found : all).querySelectorAll("a")];
  const same = links.find((link) => link.getAttribute("href") === place.getAttribute("href"));
  (same ?? links[0] ?? field).focus();
}

async function search() {
  const run = (latest += 1);
  const query = { text: field.value.trim(), size: 0 };
  if (!wordsOf(query.text).length) {
    status.textContent = "";
    replace([]);
    return;
  }
  try {
    const start = await load("index.json", query);
    directory ??= JSON.parse(start.text);
    const pages = await rank(query);
    const texts = await textsOf(pages.slice(0, PAGES_SHOWN), query);
    if (run !== latest) return;
    const [some, many] = [pages.length > 1 ? "found" : "found-one", "found-best"];
    const sentence = pages.length > PAGES_SHOWN ? many : pages.length ? some : "nothing";
    status.textContent = say(sentence, { count: pages.length, query: query.text, best: PAGES_SHOWN });
    replace(listOf(pages, texts, query));
  } catch (problem) {
    if (run !== latest) return;
    console.warn(problem.message);
    status.textContent = say("no-answer");
    replace([]);
  }
}

/** What is shown of the pages that fit: the texts of some, and a button for the next. */
function listOf(pages, texts, query) {
  return pages.length > texts.length ? [...grouped(texts), more(pages, texts, query)] : grouped(texts);
}

function more(pages, texts, query) {
  const button = make("button", { type: "button", class: "button" }, say("more"));
  button.addEventListener("click", async () => {
    const run = latest;
    const next = await textsOf(pages.slice(texts.length, texts.length + PAGES_SHOWN), query);
    if (run !== latest) return;
    const shown = [...texts, ...next];
    replace(listOf(pages, shown, query));
    const first = next[0][2];
    [...found.querySelectorAll("a")].find((link) => link.getAttribute("href") === first)?.focus();
  });
  return button;
}

/** The query as the address has it: after the `#`, which browsers do not send. */
const queryOfAddress = () => new URLSearchParams(location.hash.slice(1)).get("q") ?? "";

function typed() {
  const address = field.value.trim() ? `#${new URLSearchParams({ q: field.value.trim() })}` : location.pathname;
  history[isCommitted ? "pushState" : "replaceState"](null, "", address);
  isCommitted = false;
  search();
}

function clear() {
  field.value = "";
  typed();
  field.focus();
}

let pause;
field.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(typed, 150);
});
root.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  event.preventDefault();
  clearTimeout(pause);
  clear();
});
// A query that was settled keeps its place in the browser's history when the next one is typed.
root.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  if (queryOfAddress() !== field.value.trim()) typed();
  isCommitted = true;
});
addEventListener("popstate", () => {
  clearTimeout(pause);
  field.value = queryOfAddress();
  isCommitted = true;
  search();
});

root.hidden = false;
field.value = queryOfAddress() || field.value;
if (field.value) search();
else if (!location.hash) field.focus();
