/** Every source file says what it is, and none holds what was left for later. */
import { strict as assert } from "node:assert";
import { accessSync, constants, readdirSync, readFileSync } from "node:fs";

const files = ["src", "test", ".ci"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(ts|mjs)$/.test(path) && !path.endsWith(".d.ts"))
    .map((path) => ({
      path: `${folder}/${path}`,
      text: readFileSync(`${folder}/${path}`, "utf8"),
    })),
);

describe("the source", () => {
  it("begins every file with a sentence on what it is", () => {
    const silent = files
      .filter(({ path }) => !path.endsWith(".test.ts"))
      .filter(({ text }) => !/^(#!.*\n)?\/\*\*\s/.test(text));
    assert.deepEqual(
      silent.map(({ path }) => path),
      [],
    );
  });

  it("leaves nothing for later", () => {
    const later = new RegExp(["TO", "DO|FIX", "ME|X", "XX"].join(""));
    assert.deepEqual(
      files.filter(({ text }) => later.test(text)).map(({ path }) => path),
      [],
    );
  });

  it("is checked by .ci/run, which may be executed", () => {
    if (process.platform !== "win32") accessSync(".ci/run", constants.X_OK);
    assert.match(readFileSync(".ci/run", "utf8"), /exec npm test\n$/);
  });
});
