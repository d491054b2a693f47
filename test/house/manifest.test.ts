/** package.json against the source and the README: commands, settings, colours, pictures. */
import { strict as assert } from "node:assert";
import { existsSync, readdirSync, readFileSync } from "node:fs";

interface Setting {
  readonly default?: unknown;
  readonly markdownDescription?: string;
  readonly description?: string;
}

interface Group {
  readonly properties: Readonly<Record<string, Setting>>;
}

interface Manifest {
  readonly version: string;
  readonly contributes?: {
    readonly commands?: readonly { readonly command: string; readonly title: string }[];
    readonly configuration?: Group | readonly Group[];
    readonly keybindings?: readonly { readonly command: string }[];
    readonly menus?: Readonly<Record<string, readonly { readonly command?: string }[]>>;
  };
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const words = JSON.parse(
  existsSync("package.nls.json") ? readFileSync("package.nls.json", "utf8") : "{}",
) as Readonly<Record<string, string>>;
const readme = existsSync("README.md") ? readFileSync("README.md", "utf8") : "";
const commands = manifest.contributes?.commands ?? [];
const groups = [manifest.contributes?.configuration ?? []].flat();
const settings = Object.assign({}, ...groups.map(({ properties }) => properties)) as Readonly<
  Record<string, Setting>
>;

describe("package.json", () => {
  it("contributes commands and settings", () => {
    assert.notEqual(commands.length, 0);
    assert.notEqual(Object.keys(settings).length, 0);
  });

  for (const { command } of commands) {
    it(`${command} is registered by the extension`, () => {
      assert.ok(source("extension").includes(`"${command}"`));
    });
  }

  it("binds keys and menus to commands it contributes", () => {
    const known = new Set(commands.map(({ command }) => command));
    const { keybindings = [], menus = {} } = manifest.contributes ?? {};
    const used = [...keybindings, ...Object.values(menus).flat()].flatMap(({ command }) =>
      command ? [command] : [],
    );
    assert.deepEqual(
      used.filter((command) => command.startsWith("tacit.") && !known.has(command)),
      [],
    );
  });

  it("takes every word it shows from package.nls.json, which holds no word nobody shows", () => {
    const text = JSON.stringify(manifest.contributes ?? {});
    const shown = [...text.matchAll(/"%([\w.-]+)%"/g)].map(([, key = ""]) => key);
    assert.deepEqual([...new Set(shown)].sort(), Object.keys(words).sort());
  });

  it("has its version in the list of changes", () => {
    assert.match(
      readFileSync("CHANGELOG.md", "utf8"),
      new RegExp(`^## ${manifest.version.replaceAll(".", "\\.")}`, "m"),
    );
  });
});

describe("README.md", () => {
  it("lists the settings of package.json with their defaults", () => {
    const told = Object.fromEntries(
      [...readme.matchAll(/^\| `(tacit\.[\w.]+)` \| `(.*?)` \|/gm)].map(([, name, value]) => [
        name,
        value,
      ]),
    );
    const wanted = Object.fromEntries(
      Object.entries(settings).map(([name, { default: value }]) => [
        name,
        typeof value === "string" && value !== "" ? value : JSON.stringify(value),
      ]),
    );
    assert.deepEqual(told, wanted);
  });

  it("lists the commands of package.json by their titles", () => {
    const titles = commands.map(({ title }) => words[title.replaceAll("%", "")] ?? title);
    assert.deepEqual(
      titles.filter((title) => !readme.includes(`**Tacit: ${title}**`)),
      [],
    );
  });

  it("shows pictures that exist", () => {
    const pictures = [...readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, path = ""]) => path);
    assert.notEqual(pictures.length, 0);
    assert.deepEqual(
      pictures.filter((path) => !path.endsWith(".png") || !existsSync(path)),
      [],
    );
  });
});

function source(room: string): string {
  return readdirSync(`src/${room}`, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => readFileSync(`src/${room}/${path}`, "utf8"))
    .join("\n");
}
