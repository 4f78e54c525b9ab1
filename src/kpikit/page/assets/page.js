// The page around the interpreter: takes files, shows what was found, hands out files. It holds no
// domain: what is read, judged and said comes from kpikit.page.desk.
"use strict";

const at = (id) => document.getElementById(id);
const words = JSON.parse(at("words").textContent);
const facts = JSON.parse(at("facts").textContent);
const KEPT = "kpikit-layout";
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

const say = (code, values = {}) =>
  Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), words[code][lang]);

// -- parts of the file itself -------------------------------------------------------------------

async function packed(name) {
  const served = at("served");
  if (served) return (await fetch(JSON.parse(served.textContent)[name])).blob();
  const text = at(`part-${name}`).textContent;
  at(`part-${name}`).remove();
  return new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))]);
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

async function judge() {
  at("fault").hidden = true;
  at("state").textContent = say(isReady ? "page-judging" : "page-waiting");
  document.body.setAttribute("aria-busy", "true");
  at("report").srcdoc = ""; // what was judged before says nothing of this, and takes room
  try {
    show(await ask("judge", {
      ...taken,
      example: isExample,
      as_of: at("as-of").value,
      scheme: at("scheme").value,
      ...given,
    }));
    at("state").textContent = say("page-done");
  } catch (error) {
    failed(error.message);
  } finally {
    document.body.removeAttribute("aria-busy");
  }
}

async function take(files) {
  isExample = false;
  taken.files = await bytesOf(files);
  given = { labels: {}, answers: [] };
  await judge();
  at("found").focus();
}

function fault(text) {
  at("fault").textContent = text;
  at("fault").hidden = false;
  at("state").textContent = "";
}

function show(answer) {
  found = answer;
  if (answer.fault) fault(answer.fault);
  at("what").textContent = answer.answer || "";
  const report = answer.report;
  answer.report = null; // it may be large, and stands in the frame
  if (report.length) at("report").srcdoc = new TextDecoder().decode(report);
  readPanel(answer);
  listPanel("audit", answer.audit.map((each) => [each.severity, each.place, each.message, each.code]));
  textPanel("reconcile", answer.reconciled);
  textPanel("changed", answer.changed, "page-no-edition");
  savePanel(answer);
  chooseTab(report.length ? "report" : "read");
}

// -- what the panels show -----------------------------------------------------------------------

function made(name, text = "", attributes = {}) {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function readPanel(answer) {
  const panel = at("panel-read");
  panel.replaceChildren();
  if (answer.questions.length) {
    panel.append(made("h3", say("page-questions")));
    answer.questions.forEach((each) => panel.append(question(each)));
  }
  if (answer.labels.length) {
    panel.append(made("h3", say("page-labels")), made("p", say("page-labels-hint"), { class: "hint" }), labels(answer));
  }
  if (answer.issues.length) {
    // Below the cell a caret stands at what was not understood, as on a terminal.
    panel.append(made("h3", say("page-issues")));
    panel.append(made("pre", answer.issues.join("\n\n"), { tabindex: "0" }));
  }
  if (answer.chosen.length) {
    const list = made("ul");
    list.append(...answer.chosen.map((line) => made("li", line)));
    panel.append(made("h3", say("page-chosen")), list);
  }
}

function question(each) {
  const box = made("div", "", { class: "question" });
  box.append(made("p", `${each.message} `), made("p", each.place, { class: "place" }));
  const row = made("p", "", { class: "row" });
  for (const choice of each.choices) {
    const button = made("button", choice.label, { type: "button", "aria-pressed": String(each.answer === choice.value) });
    button.onclick = () => {
      given.answers = given.answers.filter((one) => one.indicator !== each.indicator || one.section !== each.section);
      given.answers.push({ indicator: each.indicator, section: each.section, direction: choice.value });
      judge();
    };
    row.append(button);
  }
  box.append(row);
  return box;
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
    const list = made("select", "", { id: `label-${index}` });
    for (const role of answer.roles) {
      const option = made("option", role.label, { value: role.value });
      option.selected = role.value === each.role;
      list.append(option);
    }
    list.onchange = () => {
      given.labels = { ...given.labels, [each.text]: list.value };
      judge();
    };
    row.insertCell().append(list);
  });
  return table;
}

function listPanel(name, rows) {
  const panel = at(`panel-${name}`);
  panel.replaceChildren();
  if (!rows.length) {
    panel.append(made("p", say("page-nothing")));
    return;
  }
  const list = made("ul");
  for (const [severity, place, message, code] of rows) {
    const item = made("li");
    item.append(made("strong", severity), ` ${place} `, made("br"), message, ` [${code}]`);
    list.append(item);
  }
  panel.append(list);
}

function textPanel(name, text, code = "page-nothing") {
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
      tab.onclick = () => chooseTab(name);
      tab.onkeydown = (event) => {
        const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!move) return;
        const next = PANELS[(PANELS.indexOf(name) + move + PANELS.length) % PANELS.length];
        chooseTab(next);
        at(`tab-${next}`).focus();
      };
      return tab;
    }),
  );
  chooseTab("report");
}

function chooseTab(name) {
  for (const each of PANELS) {
    const isChosen = each === name;
    at(`tab-${each}`).setAttribute("aria-selected", String(isChosen));
    at(`tab-${each}`).tabIndex = isChosen ? 0 : -1;
    at(`panel-${each}`).hidden = !isChosen;
  }
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
    isExample = true;
    given = { labels: {}, answers: [] };
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
    const isTall = at("report").classList.toggle("tall");
    target.setAttribute("aria-pressed", String(isTall));
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
    isExample = false;
    taken.files = data.files;
    given = { labels: {}, answers: [] };
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
  at("report").srcdoc = new TextDecoder().decode(await part("example.html"));
  at("what").textContent = facts.example;
  await begin();
}

main().catch((error) => failed(String(error)));
