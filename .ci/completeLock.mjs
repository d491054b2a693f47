/**
 * Adds to package-lock.json the optional platform packages that a registry mirror left out.
 * Without them `npm ci` refuses the lock; run it whenever the lock has been regenerated.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const path = fileURLToPath(new URL("../package-lock.json", import.meta.url));
const lock = JSON.parse(readFileSync(path, "utf8"));
const systems = /android|darwin|linux|win32|freebsd|openbsd|netbsd|sunos|aix|openharmony/;
const processors = /arm64|x64|ia32|riscv64|s390x|ppc64|mips64el|loong64|wasm32|arm(?=-|$)/;

let added = 0;
for (const parent of Object.values({ ...lock.packages })) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const place = `node_modules/${name}`;
    if (lock.packages[place] || !/^\d/.test(version)) continue;
    const system = systems.exec(name)?.[0];
    const processor = processors.exec(name)?.[0];
    lock.packages[place] = {
      version,
      ...(processor && { cpu: [processor] }),
      ...(parent.dev && { dev: true }),
      ...(name.includes("musl") && { libc: ["musl"] }),
      optional: true,
      ...(system && { os: [system] }),
    };
    added += 1;
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)),
);
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} optional packages added to package-lock.json`);
