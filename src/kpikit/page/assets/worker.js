// The interpreter, in a thread of its own, so that the page never waits for it. All that it needs
// is handed to it by the page; what it would fetch it is given from memory, and nothing else.
"use strict";

const IDLE = 300; // ms
const parts = new Map();
let python;
let judged;
let isAsked = false;

// A thread of the classic kind starts from a file on disk, which one of modules does not; the
// interpreter takes a thread that cannot import scripts for one of modules.
self.importScripts = () => {
  throw new TypeError("nothing is imported");
};

self.fetch = async (address) => {
  const name = String(address).split("/").pop();
  if (!parts.has(name)) throw new TypeError(`nothing is fetched: ${name}`);
  const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
  return new Response(parts.get(name), { headers: { "Content-Type": type } });
};

function say(kind, rest = {}, handed = []) {
  self.postMessage({ kind, ...rest }, handed);
}

async function imported(name) {
  const address = URL.createObjectURL(new Blob([parts.get(name)], { type: "text/javascript" }));
  try {
    return await import(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function start(given) {
  for (const [name, data] of given.parts) parts.set(name, data);
  say("step", { step: "interpreter" });
  const { loadPyodide } = await imported("pyodide.mjs");
  const { default: createPyodideModule } = await imported("pyodide.asm.mjs");
  python = await loadPyodide({
    indexURL: "memory:///",
    createPyodideModule,
    lockFileContents: given.lock,
    packageBaseUrl: "memory:///",
    checkAPIVersion: true,
    stdout: () => {},
    stderr: () => {},
  });
  say("step", { step: "library" });
  const site = python.runPython("import site; site.getsitepackages()[0]");
  python.unpackArchive(parts.get("site.zip"), "zip", { extractDir: site });
  parts.clear();
  python.runPython("from kpikit.page import desk; import gc; gc.freeze()");
  say("ready");
  setTimeout(practise, IDLE);
}

// While nobody asks for anything, what the first file will need is made ready.
function practise() {
  if (!isAsked) python.runPython("desk.practise()");
}

// Each request is a function of kpikit.page.desk, which takes plain values: files are judged, and
// what was judged last is kept here, from which other files are made.
function ask({ id, name, given }) {
  isAsked = true;
  const desk = python.pyimport("kpikit.page.desk");
  const taken = python.toPy(given);
  try {
    const answer = name === "judge" ? judge(desk, taken) : desk.download(judged, taken);
    const plain = answer.toJs({ dict_converter: Object.fromEntries, create_pyproxies: false });
    if (plain.report) answer.delete("report"); // it may be large, and stands in the page from now on
    answer.destroy();
    say("answer", { id, answer: plain }, plain.report ? [plain.report.buffer] : []);
  } finally {
    taken.destroy();
    desk.destroy();
  }
}

function judge(desk, taken) {
  judged?.destroy(); // before, since there may be no room for both
  judged = undefined;
  python.runPython("import gc; gc.collect()");
  judged = desk.judge(taken);
  return judged.shown;
}

self.onmessage = async ({ data }) => {
  try {
    if (data.kind === "start") await start(data);
    else ask(data);
  } catch (error) {
    // Of a traceback only what it comes to.
    say("failed", { id: data.id, message: String(error.message ?? error).trim().split("\n").pop() });
  }
};
