/** What package.json contributes agrees with the source: colours, icons, settings, highlighted comments. */
import { strict as assert } from "node:assert";
import { existsSync, readFileSync } from "node:fs";
import { symbols } from "../../src/protocol/words";
import { defaultSettings } from "../../src/server/settings";

const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));
const manifest = read("package.json");
const looks = [...Object.keys(symbols), "pending"];

describe("colours and icons", () => {
  for (const look of looks)
    it(`${look} has a colour in all four themes`, () => {
      const colour = manifest.contributes.colors.find(
        ({ id }: { id: string }) => id === `tacit.${look}`,
      );
      assert.deepEqual(Object.keys(colour.defaults).sort(), [
        "dark",
        "highContrast",
        "highContrastLight",
        "light",
      ]);
    });
  for (const look of ["proved", "agrees", "tacit", "refuted", "open"])
    for (const theme of ["light", "dark"])
      it(`${look} has a ${theme} sign for the gutter`, () => {
        assert.ok(existsSync(`media/gutter/${look}-${theme}.svg`));
      });
  it("the icon is a PNG of 128 by 128 points", () => {
    const icon = readFileSync(manifest.icon);
    assert.equal(icon.subarray(1, 4).toString(), "PNG");
    assert.deepEqual([icon.readUInt32BE(16), icon.readUInt32BE(20)], [128, 128]);
  });
});

describe("settings", () => {
  const contributed = Object.assign(
    {},
    ...manifest.contributes.configuration.map(
      ({ properties }: { properties: object }) => properties,
    ),
  );
  const { conventions, ...others } = defaultSettings;
  const flat: readonly (readonly [string, unknown])[] = [
    ...Object.entries(others),
    ...Object.entries(conventions).map(([key, value]) => [`conventions.${key}`, value] as const),
  ];
  for (const [key, value] of flat)
    it(`tacit.${key} has the same default in the server`, () => {
      assert.equal(contributed[`tacit.${key}`]?.default ?? undefined, value);
    });
});

for (const { id, steps } of manifest.contributes.walkthroughs)
  describe(`the walkthrough “${id}”`, () => {
    it("has at most six steps, each with its picture or page", () => {
      assert.ok(steps.length <= 6);
      for (const { media } of steps) assert.ok(existsSync(media.markdown), media.markdown);
    });
  });

describe("comments that speak to Tacit", () => {
  const patterns = read("syntaxes/comments.json").patterns as readonly { match: string }[];
  const parts = (line: string) =>
    patterns
      .map(({ match }) => new RegExp(match).exec(line))
      .find(Boolean)
      ?.slice(2)
      .map((part) => part.trim());
  const lines: readonly (readonly [string, readonly string[] | undefined])[] = [
    ["% tacit: ignore slip", ["tacit:", "ignore", "slip"]],
    ["a = b \\\\ % tacit: accept", ["tacit:", "accept", ""]],
    ["% tacit: assume p^2 = m^2", ["tacit:", "assume", "p^2 = m^2"]],
    ["% tacit: metric = mostly-plus", ["tacit:", "metric", "=", "mostly-plus"]],
    ["% tacit: k, p are four-vectors", ["tacit:", "k, p", "are", "four-vectors"]],
    ["% tacit: f is a function", ["tacit:", "f", "is", "a function"]],
    ["= 2 p^2 \\\\ %? refuted factor=-1", ["refuted factor=-1"]],
    ["% an ordinary comment", undefined],
    ["50\\% tacit knowledge", undefined],
  ];
  for (const [line, expected] of lines)
    it(`${expected ? "are highlighted" : "are none"}: ${line}`, () => {
      assert.deepEqual(parts(line), expected);
    });
});
