/** Bundles each process of Tacit into one file under `dist/`: extension, server, command line, panel. */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const shared = {
  bundle: true,
  minify: true,
  metafile: true,
  legalComments: "none",
  logLevel: "warning",
  outdir: "dist",
  external: ["vscode"],
};

/** Programs in Node are CommonJS, which VS Code's extension host loads as it stands. */
const node = {
  ...shared,
  platform: "node",
  target: "node20",
  format: "cjs",
  outExtension: { ".js": ".cjs" },
};

const browser = {
  ...shared,
  platform: "browser",
  target: "es2022",
  loader: { ".woff2": "file", ".woff": "empty", ".ttf": "empty" },
  assetNames: "webview/fonts/[name]",
};

const bundles = [
  { settings: node, output: "extension", source: "src/extension/main.ts" },
  { settings: node, output: "server", source: "src/server/main.ts" },
  { settings: node, output: "cli", source: "src/cli/main.ts" },
  {
    settings: { ...browser, format: "iife" },
    output: "webview/panel",
    source: "src/webview/main.ts",
  },
  {
    settings: { ...browser, format: "cjs" },
    output: "extension.web",
    source: "src/extension/web.ts",
  },
  { settings: { ...browser, format: "iife" }, output: "server.web", source: "src/server/web.ts" },
];

for (const stale of ["extension.cjs", "server.cjs", "cli.cjs", "webview"]) {
  rmSync(`dist/${stale}`, { recursive: true, force: true });
}
const results = await Promise.all(
  bundles
    .filter(({ source }) => existsSync(source))
    .map(({ settings, output, source }) =>
      build({ ...settings, entryPoints: { [output]: source } }),
    ),
);

if (process.argv.includes("--sizes")) {
  const kilo = (bytes) => `${(bytes / 1024).toFixed(0)} k`.padStart(8);
  for (const { metafile } of results) {
    for (const [file, { bytes }] of Object.entries(metafile.outputs)) {
      if (/\.(c?js|css)$/.test(file)) {
        console.log(
          file.padEnd(28),
          kilo(bytes),
          kilo(gzipSync(readFileSync(file)).length),
          "gzipped",
        );
      }
    }
  }
}
