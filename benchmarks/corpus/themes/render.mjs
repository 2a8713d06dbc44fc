// Renders resumes with themes: one request a line on standard input, one answer a line on standard output.
//
//   {"theme": "even", "resume": {...}}  ->  {"html": "..."} or {"error": "..."}
//
// Lies beside the node_modules it imports from; the builder copies it there. The clock stands still, since
// some themes print durations up to today.

import readline from "node:readline";

const TODAY = Date.UTC(2026, 10, 20, 12);
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length ? given : [TODAY]));
  }
  static now() {
    return TODAY;
  }
};

// Whatever a theme prints goes to the error stream: standard output holds answers alone.
const answer = process.stdout.write.bind(process.stdout);
console.log = console.info = console.error;

const themes = new Map();

async function find(name) {
  if (!themes.has(name)) {
    let loaded = await import(`jsonresume-theme-${name}`);
    while (typeof loaded.render !== "function") loaded = loaded.default;
    themes.set(name, loaded);
  }
  return themes.get(name);
}

async function render({ theme, resume }) {
  return { html: String(await (await find(theme)).render(resume)) };
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  const result = await render(JSON.parse(line)).catch((error) => ({ error: String(error.stack) }));
  answer(`${JSON.stringify(result)}\n`);
}
