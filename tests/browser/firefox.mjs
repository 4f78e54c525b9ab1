// Open the page in Firefox, judge the example and files, and print what was found, as JSON:
//   node firefox.mjs PUPPETEER FIREFOX ADDRESS [FILE ...]
import { createRequire } from "node:module";

const [folder, executablePath, address, ...files] = process.argv.slice(2);
const puppeteer = createRequire(`${folder}/`)("puppeteer-core");
const PATIENCE = 300_000;
const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true, protocolTimeout: PATIENCE });
const page = await browser.newPage();
page.setDefaultTimeout(PATIENCE);
const said = [];
const asked = [];
page.on("console", (message) => said.push(message.text()));
page.on("pageerror", (error) => said.push(error.message));
page.on("request", (request) => asked.push(request.url()));

async function judged(start) {
  await page.evaluate("found = null");
  await start();
  await page.waitForFunction("found !== null && !document.body.getAttribute('aria-busy')");
  return page.evaluate("({ counts: found.counts, fault: found.fault })");
}

await page.goto(address);
await page.waitForFunction("document.documentElement.dataset.ready === 'yes'");
const found = [await judged(() => page.click("#example"))];
for (const file of files) found.push(await judged(async () => (await page.$("#files")).uploadFile(file)));
console.log(JSON.stringify({ version: await browser.version(), said, asked, found }));
await browser.close();
