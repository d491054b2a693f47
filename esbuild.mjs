/** Bundles each process of Tacit into one file under `dist/`: extension, server, command line, panel. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

/** Runs from a shell by its name. */
const program = { ...node, banner: { js: "#!/usr/bin/env node" } };

const browser = {
  ...shared,
  platform: "browser",
  target: "es2022",
  loader: { ".woff2": "file", ".woff": "empty", ".ttf": "empty" },
  assetNames: "webview/fonts/[name]",
};

/** The report stands alone in one file, so its style sheet carries the fonts. */
const standalone = {
  ...shared,
  platform: "browser",
  loader: { ".woff2": "dataurl", ".woff": "empty", ".ttf": "empty" },
};

const bundles = [
  { settings: node, output: "extension", source: "src/extension/main.ts" },
  { settings: node, output: "server", source: "src/server/main.ts" },
  { settings: program, output: "cli", source: "src/cli/main.ts" },
  { settings: node, output: "models", source: "src/proposals/main.ts" },
  { settings: standalone, output: "report", source: "src/report/report.css" },
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

for (const stale of ["extension.cjs", "server.cjs", "cli.cjs", "models.cjs", "webview"]) {
  rmSync(`dist/${stale}`, { recursive: true, force: true });
}
const results = await Promise.all(
  bundles
    .filter(({ source }) => existsSync(source))
    .map(({ settings, output, source }) =>
      build({ ...settings, entryPoints: { [output]: source } }),
    ),
).catch(() => {
  console.error("The build failed.");
  process.exit(1);
});

writeNotice(results.flatMap(({ metafile }) => Object.keys(metafile.inputs)));

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

/** The licences of every package that is part of a bundle. */
function writeNotice(inputs) {
  const packages = inputs.flatMap(
    (path) => path.match(/^node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/) ?? [],
  );
  const notices = [...new Set(packages)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
    const file = readdirSync(folder).find((entry) => /^licen[sc]e/i.test(entry));
    const text = file ? readFileSync(`${folder}/${file}`, "utf8").trim() : "";
    return `${name} ${version} (${license})\n\n${text}`.trim();
  });
  const rule = `\n\n${"-".repeat(78)}\n\n`;
  writeFileSync(
    "dist/NOTICE.txt",
    `${["Tacit contains these packages.", ...notices].join(rule)}\n`,
  );
}
