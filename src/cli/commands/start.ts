/** `tacit start`: the main job on a shipped example, as `npm start` runs it. */
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { htmlReport } from "../../report/html";
import { textReport } from "../../report/text";
import { reviewAll } from "../reviewAll";
import { terminalStyle, terminalWidth } from "../terminal";

const settings = {
  conventions: {},
  assume: [],
  macros: {},
  search: true,
  seed: 1,
  jobs: 1,
} as const;

export async function start(): Promise<number> {
  const style = terminalStyle(process.stdout);
  const root = resolve(__dirname, "..");
  const paper = join("examples", "compton.tex");
  const flawed = join("examples", "slips.tex");
  const review = await reviewAll([join(root, paper), join(root, flawed)], settings);
  const named = {
    ...review,
    files: review.files.map((file, i) => ({ ...file, path: [paper, flawed][i] ?? file.path })),
  };
  process.stdout.write(textReport(named, { style, width: terminalWidth() }));
  const report = join(root, "tacit-report.html");
  writeFileSync(report, htmlReport(named, readFileSync(join(__dirname, "report.css"), "utf8")));
  const vsix = join("dist", "tacit.vsix");
  process.stdout.write(`
${style.strong("Try it on your own paper:")}  node dist/cli.cjs check paper.tex
${style.strong("The same as a page:")}  ${report}
${style.strong("In VS Code:")}  npm run --silent package && code --install-extension ${vsix} && code ${join("examples", "compton.tex")}
`);
  return 0;
}
