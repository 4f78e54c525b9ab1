// The page around the interpreter: takes files, shows what was found, hands out files. It holds no
// domain: what is read, judged and said comes from kpikit.page.desk.
"use strict";

const at = (id) => document.getElementById(id);
const words = JSON.parse(at("words").textContent);
const facts = JSON.parse(at("facts").textContent);
const KEPT = "kpikit-layout";
const PIECE = 4 << 20; // so much of a report is written at once
const PANELS = ["report", "read", "audit", "reconcile", "changed", "save"];

let lang = "ja";
let worker;
let isReady = false;
let waiting = [];
let number = 0;
const asked = new Map();
let taken = { files: [], previous: [], layout: null };
let given = { labels: {}, answers: [] };
let found = null;
let isExample = true;
let chosen = "report";
let written = 0;

const say = (code, values = {}) =>
  Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), words[code][lang]);

// -- parts of the file itself -------------------------------------------------------------------

async function packed(name) {
  const served = at("served");
  if (served) return (await fetch(JSON.parse(served.textContent)[name])).blob();
  const text = at(`part-${name}`).textContent;
  at(`part-${name}`).remove();
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length); // from() would list millions of letters first
  for (let index = 0; index < letters.length; index++) bytes[index] = letters.charCodeAt(index);
  return new Blob([bytes]);
}

async function part(name) {
  const stream = (await packed(name)).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

// -- the interpreter ----------------------------------------------------------------------------

async function begin() {
  step(1, "page-unpacking");
  const parts = [];
  for (const name of facts.parts) parts.push([name, await part(name)]);
  const program = new Blob([at("worker").textContent], { type: "text/javascript" });
  worker = new Worker(URL.createObjectURL(program));
  worker.onmessage = ({ data }) => heard(data);
  worker.onerror = (event) => failed(event.message || "worker");
  const loads = parts.map(([, bytes]) => bytes.buffer);
  worker.postMessage({ kind: "start", parts, lock: facts.lock }, loads);
}

function heard(data) {
  if (data.kind === "step") step(data.step === "interpreter" ? 2 : 3, `page-${data.step}`);
  else if (data.kind === "ready") ready();
  else if (asked.has(data.id)) {
    const { resolve, reject } = asked.get(data.id);
    asked.delete(data.id);
    if (data.kind === "answer") resolve(data.answer);
    else reject(new Error(data.message));
  } else failed(data.message);
}

function ready() {
  isReady = true;
  document.documentElement.dataset.ready = "yes";
  step(4, "page-ready");
  at("progress").hidden = true;
  if (window.parent !== window) window.parent.postMessage({ kpikit: "ready" }, "*");
  for (const task of waiting) task();
  waiting = [];
}

function step(value, code) {
  at("progress").value = value;
  at("state").textContent = say(code);
  at("state").dataset.code = code;
}

function failed(message) {
  at("progress").hidden = true;
  fault(say("page-failed", { message }));
}

async function ask(name, rest) {
  if (!isReady) await new Promise((resolve) => waiting.push(resolve));
  number += 1;
  const id = number;
  return new Promise((resolve, reject) => {
    asked.set(id, { resolve, reject });
    worker.postMessage({ id, name, given: { lang, ...rest } });
  });
}

// -- judging ------------------------------------------------------------------------------------

async function bytesOf(files) {
  return Promise.all(
    [...files].map(async (file) => ({ name: file.name, content: new Uint8Array(await file.arrayBuffer()) })),
  );
}

// What is chosen or answered of the same files is judged again where the reader stands.
async function judge() {
  const stood = document.activeElement?.id;
  at("fault").hidden = true;
  at("state").textContent = say(isReady ? "page-judging" : "page-waiting");
  document.body.setAttribute("aria-busy", "true");
  write(new Uint8Array()); // what was judged before says nothing of this, and takes room
  try {
    await show(await ask("judge", {
      ...taken,
      example: isExample,
      as_of: at("as-of").value,
      scheme: at("scheme").value,
      ...given,
    }));
    at("state").textContent = done();
    if (stood) (document.getElementById(stood) ?? at(`tab-${chosen}`)).focus();
  } catch (error) {
    failed(error.message);
  } finally {
    document.body.removeAttribute("aria-busy");
  }
}

function done() {
  if (found.fault) return "";
  const open = found.questions.length;
  return open ? say("page-open", { count: open }) : say("page-done");
}

// Other files have questions and headings of their own.
function afresh(files) {
  isExample = files === null;
  if (files) taken.files = files;
  given = { labels: {}, answers: [] };
  chosen = "report";
}

async function take(files) {
  afresh(await bytesOf(files));
  await judge();
  at("found").focus();
}

function fault(text) {
  at("fault").textContent = text;
  at("fault").hidden = false;
  at("state").textContent = "";
}

async function show(answer) {
  found = answer;
  if (answer.fault) fault(answer.fault);
  at("what").textContent = answer.answer || "";
  const report = answer.report;
  answer.report = null; // it may be large, and stands in the frame
  readPanel(answer);
  auditPanel(answer.audit);
  textPanel("reconcile", answer.reconciled, "page-nothing");
  textPanel("changed", answer.changed, taken.previous.length ? "page-nothing" : "page-no-previous");
  savePanel(answer);
  count("read", answer.questions.length + answer.issues.length);
  count("audit", answer.audit.length);
  chooseTab(report.length ? chosen : "read");
  await write(report);
}

// A report stands in its frame and nowhere else: as one text it would take its room several times,
// and the page would wait for it.
async function write(report) {
  written += 1;
  const mine = written;
  const letters = new TextDecoder();
  const inner = at("report").contentDocument;
  inner.open();
  for (let from = 0; from < report.length; from += PIECE) {
    if (from) await new Promise((resolve) => setTimeout(resolve));
    if (mine !== written) return; // by now there is another
    inner.write(letters.decode(report.subarray(from, from + PIECE), { stream: true }));
  }
  inner.close();
}

function count(name, number) {
  at(`tab-${name}`).textContent = say(`page-tab-${name}`) + (number ? ` ${number}` : "");
}

// -- what the panels show -----------------------------------------------------------------------

function made(name, text = "", attributes = {}) {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function readPanel(answer) {
  at("panel-read").replaceChildren();
  readPart("page-questions", "div", answer.questions.map(question));
  readPart("page-answers", "div", given.answers.map(answered));
  if (answer.labels.length) {
    const hint = made("p", say(answer.fault ? "page-labels-refused" : "page-labels-hint"), { class: "hint" });
    readPart("page-labels", "div", [hint, labels(answer)]);
  }
  readPart("page-issues", "ul", answer.issues.map(issue));
  readPart("page-chosen", "ul", answer.chosen.map((line) => made("li", line)));
}

function readPart(code, kind, parts) {
  if (!parts.length) return;
  const box = made(kind);
  box.append(...parts);
  at("panel-read").append(made("h3", say(code)), box);
}

function question(each, number) {
  const box = made("div", "", { class: "question" });
  box.append(made("p", `${each.message} `), made("p", each.place, { class: "place" }));
  const row = made("p", "", { class: "row" });
  for (const { value, label } of each.choices) {
    const button = made("button", label, { type: "button", id: `question-${number}-${value}` });
    button.onclick = () => {
      given.answers.push({ indicator: each.indicator, section: each.section, direction: value, label });
      judge();
    };
    row.append(button);
  }
  box.append(row);
  return box;
}

function answered(each, number) {
  const row = made("p", `${each.indicator}: ${each.label} `, { class: "row answered" });
  const button = made("button", say("page-undo"), { type: "button", id: `answer-${number}` });
  button.onclick = () => {
    given.answers = given.answers.filter((one) => one !== each);
    judge();
  };
  row.append(button);
  return row;
}

function issue(each) {
  const item = made("li");
  if (each.place) item.append(made("span", `${each.place}: `, { class: "place" }));
  item.append(each.message);
  const cell = made("p", each.before, { class: "cell" });
  // Where nothing of a row was understood, no part of it is marked.
  cell.append(each.before || each.after ? made("mark", each.marked) : each.marked, each.after);
  item.append(cell);
  return item;
}

function labels(answer) {
  const table = made("table", "", { class: "cards" });
  const head = made("tr");
  head.append(...["page-label", "page-place", "page-role"].map((code) => made("th", say(code), { scope: "col" })));
  table.append(made("thead"), made("tbody"));
  table.tHead.append(head);
  answer.labels.forEach((each, index) => {
    const row = table.tBodies[0].insertRow();
    const name = made("label", each.text, { for: `label-${index}` });
    row.insertCell().append(name);
    row.insertCell().append(made("span", each.place, { class: "place" }));
    row.insertCell().append(roles(each, `label-${index}`, answer.roles));
  });
  return table;
}

// What a heading was taken for comes first, and takes back what was chosen.
function roles({ text, taken: role }, id, all) {
  const list = made("select", "", { id });
  const own = given.labels[text];
  list.append(made("option", say(own ? "page-as-read" : "page-auto", { role }), { value: "" }));
  list.append(...all.map(({ value, label }) => made("option", label, { value })));
  list.value = own ?? "";
  list.onchange = () => {
    const { [text]: _, ...others } = given.labels;
    given.labels = list.value ? { ...others, [text]: list.value } : others;
    judge();
  };
  return list;
}

function auditPanel(findings) {
  const panel = at("panel-audit");
  panel.replaceChildren();
  if (!findings.length) panel.append(made("p", say("page-nothing")));
  const list = made("ul", "", { class: "plain" });
  for (const { severity, place, message, code } of findings) {
    const item = made("li");
    item.append(made("strong", severity), ` ${place} `, made("br"), message, ` [${code}]`);
    list.append(item);
  }
  panel.append(list);
}

function textPanel(name, text, code) {
  const panel = at(`panel-${name}`);
  panel.replaceChildren(text ? made("pre", text, { tabindex: "0" }) : made("p", say(code)));
}

function savePanel(answer) {
  const panel = at("panel-save");
  panel.replaceChildren();
  const row = made("p", "", { class: "row" });
  for (const form of answer.forms) {
    const button = made("button", form.label, { type: "button", "data-form": form.name });
    button.onclick = () => save(form.name);
    row.append(button);
  }
  panel.append(made("p", say("page-save-hint"), { class: "hint" }), row, made("p", say("page-pdf-hint"), { class: "hint" }));
}

async function save(form) {
  try {
    const file = await ask("download", { form });
    if (file.fault) fault(file.fault);
    else handOut(file);
  } catch (error) {
    failed(error.message);
  }
}

function handOut({ name, type, content }) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = made("a", "", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
  at("state").textContent = say("page-saved", { name });
}

// -- tabs ---------------------------------------------------------------------------------------

function makeTabs() {
  at("tabs").replaceChildren(
    ...PANELS.map((name) => {
      const tab = made("button", say(`page-tab-${name}`), {
        type: "button", role: "tab", id: `tab-${name}`, "aria-controls": `panel-${name}`,
      });
      tab.onclick = () => turnTo(name);
      tab.onkeydown = (event) => {
        const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!move) return;
        const next = PANELS[(PANELS.indexOf(name) + move + PANELS.length) % PANELS.length];
        turnTo(next);
        at(`tab-${next}`).focus();
      };
      return tab;
    }),
  );
  chooseTab(chosen);
}

function turnTo(name) {
  chosen = name;
  chooseTab(name);
}

function chooseTab(name) {
  for (const each of PANELS) {
    const isChosen = each === name;
    at(`tab-${each}`).setAttribute("aria-selected", String(isChosen));
    at(`tab-${each}`).tabIndex = isChosen ? 0 : -1;
    at(`panel-${each}`).hidden = !isChosen;
  }
}

// All of the report, without a bar of its own to scroll by, or a window on it.
function fit() {
  const isTall = at("taller").getAttribute("aria-pressed") === "true";
  const high = at("report").contentDocument.documentElement.getBoundingClientRect().height;
  at("report").style.height = isTall ? `${Math.ceil(high) + 2}px` : "";
}

// -- languages, and what is kept ----------------------------------------------------------------

function speak() {
  document.documentElement.lang = lang;
  document.title = `kpikit ${say("page-title")}`;
  at("language").textContent = lang === "ja" ? "English" : "日本語";
  at("language").lang = lang === "ja" ? "en" : "ja";
  for (const each of document.querySelectorAll("[data-say]")) each.textContent = say(each.dataset.say);
  at("report").title = say("page-report");
  if (at("state").dataset.code) at("state").textContent = say(at("state").dataset.code);
  makeTabs();
  if (found) judge();
}

async function keep() {
  const file = await ask("download", { form: "layout" });
  if (file.fault) return fault(file.fault);
  try {
    localStorage.setItem(KEPT, new TextDecoder().decode(file.content));
    at("kept").textContent = say("page-kept");
  } catch {
    at("kept").textContent = say("page-not-kept");
  }
}

function forget() {
  try {
    localStorage.removeItem(KEPT);
  } catch {
    // There is no storage, so nothing is kept.
  }
  taken.layout = null;
  at("kept").textContent = say("page-forgotten");
}

function recall() {
  try {
    const text = localStorage.getItem(KEPT);
    if (!text) return;
    taken.layout = { name: "layout.toml", content: new TextEncoder().encode(text) };
    at("kept").textContent = say("page-recalled");
  } catch {
    // There is no storage.
  }
}

// -- begin --------------------------------------------------------------------------------------

function toggle(button, box) {
  at(button).onclick = () => {
    const isOpen = at(box).hidden;
    at(box).hidden = !isOpen;
    at(button).setAttribute("aria-expanded", String(isOpen));
  };
}

function listen() {
  at("language").onclick = () => {
    lang = lang === "ja" ? "en" : "ja";
    speak();
  };
  // The same file is taken again, since it may have been changed meanwhile.
  for (const name of ["files", "previous", "layout"]) {
    at(name).onclick = ({ target }) => {
      target.value = "";
    };
  }
  at("files").onchange = ({ target }) => target.files.length && take(target.files);
  at("example").onclick = () => {
    afresh(null);
    judge();
  };
  at("paste-judge").onclick = () => take([new File([at("pasted").value], "pasted.tsv")]);
  at("previous").onchange = async ({ target }) => {
    taken.previous = await bytesOf(target.files);
    judge();
  };
  at("layout").onchange = async ({ target }) => {
    [taken.layout = null] = await bytesOf(target.files);
    judge();
  };
  at("scheme").onchange = judge;
  at("as-of").onchange = judge;
  at("again").onclick = judge;
  at("keep").onclick = keep;
  at("forget").onclick = forget;
  at("print").onclick = () => at("report").contentWindow.print();
  at("taller").onclick = ({ target }) => {
    target.setAttribute("aria-pressed", String(target.getAttribute("aria-pressed") !== "true"));
    fit();
  };
  const watch = new ResizeObserver(fit);
  at("report").onload = () => {
    watch.disconnect(); // or the report before is held
    watch.observe(at("report").contentDocument.documentElement);
  };
  at("about-open").onclick = () => at("about").showModal();
  at("about-close").onclick = () => at("about").close();
  toggle("paste-open", "paste");
  toggle("more-open", "more");
  const drop = at("drop");
  for (const name of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.toggle("over", name === "dragover");
      if (name === "drop" && event.dataTransfer.files.length) take(event.dataTransfer.files);
    });
  }
  // A page around this one hands in a table, and is told what became of it.
  window.addEventListener("message", async ({ data, source }) => {
    if (!data || data.kpikit !== "judge" || source !== window.parent || source === window) return;
    afresh(data.files ?? []);
    found = null;
    await judge();
    const { counts, answer, fault } = found ?? { fault: at("fault").textContent };
    source.postMessage({ kpikit: "judged", counts, answer, fault }, "*");
  });
}

async function main() {
  for (const name of facts.schemes) at("scheme").append(made("option", name, { value: name }));
  at("made-of").textContent = facts.made_of;
  listen();
  recall();
  speak();
  await write(await part("example.html"));
  at("what").textContent = facts.example;
  await begin();
}

main().catch((error) => failed(String(error)));
