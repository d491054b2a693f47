/** The floor plan: each room imports only from itself and from the rooms listed beside it. */
import { strict as assert } from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";

const floors: Readonly<Record<string, readonly string[]>> = {
  "math/expr": [],
  "paper/text": [],
  protocol: [],
  "math/evaluate": ["math/expr"],
  "math/algebra": ["math/expr"],
  "math/formal": ["math/expr", "math/algebra"],
  "math/verdict": ["math/expr", "math/evaluate", "math/algebra", "math/formal"],
  "math/premise": ["math/expr", "math/evaluate", "math/verdict"],
  "paper/latex": ["paper/text"],
  "paper/notation": ["paper/text", "paper/latex", "math/expr"],
  "paper/derivation": ["paper/text", "paper/latex", "paper/notation", "math/expr"],
  review: ["math", "paper", "protocol"],
  models: [],
  proposals: ["models", "protocol"],
  report: ["review", "paper/text", "protocol"],
  server: ["report", "proposals", "models", "review", "paper/text", "protocol"],
  cli: ["server", "report", "proposals", "models", "review", "paper/text", "protocol"],
  extension: ["protocol"],
  webview: ["protocol"],
};

/** Packages that belong to one room. */
const homes: Readonly<Record<string, string>> = {
  "@anthropic-ai/sdk": "models",
  "decimal.js": "math/evaluate",
  katex: "protocol",
  mathjs: "math/evaluate",
  vscode: "extension",
  "vscode-languageclient": "extension",
  "vscode-languageserver": "server",
  "vscode-languageserver-textdocument": "server",
};

/** Programs take their version from it. */
const manifest = "../package.json";

/** The panel's style sheet comes with the typesetting and is bundled where the panel is. */
const allowed = new Set(["webview -> katex/dist/katex.min.css"]);

const rooms = Object.entries(floors);

const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts") || path.endsWith(".tsx"))
  .map((path) => ({ path, imports: importsOf(readFileSync(`src/${path}`, "utf8")) }));

describe("the floor plan", () => {
  for (const [room, below] of rooms) {
    it(`${room} looks only down`, () => {
      const files = sources.filter(({ path }) => inside(path, room));
      assert.notEqual(files.length, 0, `src/${room} is empty`);
      const upward = files.flatMap(({ path, imports }) =>
        imports
          .filter((to) => to.startsWith("."))
          .map((to) => posix.join(posix.dirname(path), to))
          .filter((to) => to !== manifest)
          .filter((to) => ![room, ...below].some((place) => inside(to, place)))
          .map((to) => `${path} -> ${to}`),
      );
      assert.deepEqual(upward, []);
    });
  }

  for (const [name, home] of Object.entries(homes)) {
    it(`${name} is imported only by ${home}`, () => {
      const users = sources
        .filter(({ path }) => !inside(path, home))
        .flatMap(({ path, imports }) =>
          imports
            .filter((to) => to === name || to.startsWith(`${name}/`))
            .filter((to) => !allowed.has(`${path.split("/")[0]} -> ${to}`))
            .map((to) => `${path} -> ${to}`),
        );
      assert.deepEqual(users, []);
    });
  }

  it("every source file lives in a room of the plan", () => {
    const homeless = sources.filter(({ path }) => !rooms.some(([room]) => inside(path, room)));
    assert.deepEqual(
      homeless.map(({ path }) => path),
      [],
    );
  });

  it("mathematics reaches for no clock, no randomness of the machine, no file and no network", () => {
    const reaching = sources
      .filter(({ path }) => inside(path, "math"))
      .filter(({ path, imports }) => {
        const text = readFileSync(`src/${path}`, "utf8");
        return (
          imports.some((to) => to.startsWith("node:")) ||
          /\bMath\.random\(|\bDate\.now\(|\bnew Date\(|\bfetch\(/.test(text)
        );
      });
    assert.deepEqual(
      reaching.map(({ path }) => path),
      [],
    );
  });
});

function inside(path: string, room: string): boolean {
  return path.startsWith(`${room}/`);
}

function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"([^"]+)"/g)].map(([, to = ""]) => to);
}
