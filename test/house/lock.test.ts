/** The lock file: whole, pinned, and free of the addresses of whoever wrote it. */
import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Locked;

describe("package-lock.json", () => {
  it("holds every package that a package in it asks for, on every platform", () => {
    const missing = Object.entries(lock.packages).flatMap(([place, locked]) =>
      Object.keys({ ...locked.dependencies, ...locked.optionalDependencies })
        .filter((name) => !isFound(place, name))
        .map((name) => `${place || "the root"} needs ${name}`),
    );
    assert.deepEqual(missing, [], "run node .ci/completeLock.mjs");
  });

  it("agrees with package.json, where every version is exact", () => {
    const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
    const locked = { ...lock.packages[""]?.dependencies, ...lock.packages[""]?.devDependencies };
    assert.deepEqual(locked, wanted);
    for (const [name, version] of Object.entries(wanted)) {
      assert.match(version, /^\d+\.\d+\.\d+$/, name);
      assert.equal(lock.packages[`node_modules/${name}`]?.version, version, name);
    }
  });

  it("names no registry", () => {
    const named = Object.entries(lock.packages).filter(([, { resolved }]) => resolved);
    assert.deepEqual(named, []);
  });
});

/** A package is looked for beside whoever asks for it, then in every folder above. */
function isFound(place: string, name: string): boolean {
  const above = place.split("/node_modules/");
  for (let depth = above.length; depth >= 0; depth--) {
    const folder = above.slice(0, depth).join("/node_modules/");
    const path = folder ? `${folder}/node_modules/${name}` : `node_modules/${name}`;
    if (lock.packages[path]) return true;
  }
  return false;
}
