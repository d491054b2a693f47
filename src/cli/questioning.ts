/** A question about the derivation at a line of a file, put to a model and judged. */
import { extname } from "node:path";
import type { ReviewText } from "../proposals/dispose";
import { expansion } from "../proposals/expansion";
import { derivationAt } from "../protocol/derivation";
import type { JudgedLink, ModelRole, Proposal } from "../protocol/model";
import { plain } from "../report/style";
import { expandStep } from "../review/expandStep";
import { Reviewer } from "../review/reviewer";
import { reviewUntil } from "../review/reviewUntil";
import { Failure } from "./failure";
import { interruptible, keyOf, loadModels, pick, readProfiles } from "./models";
import { oneOf, readText, whole } from "./options";
import { fileAndLine, readBeside } from "./place";
import { terminalStyle } from "./terminal";
import { version } from "./version";

export const modelOptions = {
  profiles: { type: "string" },
  profile: { type: "string" },
  samples: { type: "string" },
  format: { type: "string" },
  show: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

interface Values {
  readonly profiles?: string | undefined;
  readonly profile?: string | undefined;
  readonly samples?: string | undefined;
  readonly format?: string | undefined;
  readonly show?: boolean | undefined;
}

export async function questioning(
  target: string,
  role: ModelRole,
  values: Values,
  question?: string,
): Promise<number> {
  const { path, line } = fileAndLine(target);
  const format = oneOf("--format", values.format ?? "text", ["text", "json"]);
  const samples = whole("--samples", values.samples ?? "1", 1, 16);
  const text = readText(path);
  const reviewer = new Reviewer(settings);
  const files = { read: readBeside };
  const about = { uri: path, version: 0, stale: false };
  const review = reviewer.review(path, text, files);
  const data = derivationAt(review, { line, column: 1 }, about, new Set());
  if (!data)
    throw new Failure(`There is no derivation at ${target}.`, "Give a line in or below a display.");
  const markdown = [".md", ".qmd", ".Rmd"].includes(extname(path));
  const judging: ReviewText = async (copy, isEnough) =>
    reviewUntil(reviewer, { path, text: copy, files }, isEnough);
  if (role === "bridge" && values.profile === undefined && !values.show) {
    const step = data.steps[Math.max(0, data.current)];
    const sides = step && expandStep({ path, text, files }, step.start)?.sides;
    const found = sides && (await expansion({ data, source: text, markdown }, sides, judging));
    if (found) return told(found, format);
    process.stderr.write("tacit: nothing found between the sides; a model is asked\n");
  }
  const models = loadModels();
  const profiles = readProfiles(models, values.profiles);
  const routed = role === "slip" ? "explain" : role;
  const words = text
    .split("\n")
    .slice(Math.max(0, data.line - 40), data.line + 40)
    .join("\n");
  const profile = pick(models, profiles, { name: values.profile, role: routed, about: words });
  const occasion = {
    ...{ role, data, source: text, markdown, profile: profile.name, samples },
    ...(question === undefined ? {} : { question }),
  };
  if (values.show) {
    const sent = { to: profile.url, model: profile.model, messages: models.payload(occasion) };
    process.stdout.write(`${JSON.stringify(sent, null, 2)}\n`);
    return 0;
  }
  const proposal = await models.propose(
    occasion,
    {
      ask: models.asker(profile, { key: keyOf(profile) }),
      review: judging,
      hear: progress(),
    },
    interruptible(),
  );
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
  return told(proposal, format);
}

function told(proposal: Proposal, format: "text" | "json"): number {
  process.stdout.write(format === "json" ? `${JSON.stringify(proposal)}\n` : inWords(proposal));
  if (proposal.incomplete)
    process.stderr.write(`tacit: ${proposal.incomplete.what}\n${proposal.incomplete.remedy}\n`);
  return exitCode(proposal);
}

const settings = {
  conventions: {},
  assume: [],
  macros: {},
  search: true,
  seed: 1,
  version,
} as const;

function exitCode({ incomplete, answers, bridge }: Proposal): number {
  if (incomplete) return 3;
  const links = [...answers.flatMap((answer) => answer.links), ...(bridge?.links ?? [])];
  return links.some(({ status }) => status === "contradicted") ? 1 : 0;
}

/** Counts what arrives, where somebody watches. */
function progress(): () => void {
  let parts = 0;
  if (!process.stderr.isTTY) return () => undefined;
  return () => void process.stderr.write(`\r${++parts} pieces`);
}

function inWords({ answers, bridge, disagreement, profile }: Proposal): string {
  const style = terminalStyle(process.stdout);
  const said = answers.map(({ text, links, firstContradicted }, at) =>
    [
      style.strong(answers.length > 1 ? `${profile}, answer ${at + 1}` : profile),
      text,
      "",
      ...links.map((link, i) => linkLine(link, i === firstContradicted)),
      "",
    ].join("\n"),
  );
  const between = bridge
    ? [
        style.strong(bridge.offered ? "The step, filled in and checked" : "Only a suggestion"),
        ...bridge.links.map((link) => linkLine(link, false)),
        ...(bridge.premises.length > 0 ? ["It says that it uses:"] : []),
        ...bridge.premises.map((link) => linkLine(link, false)),
        "",
      ]
    : [];
  return [...said, ...between, ...(disagreement ? [plain(disagreement), ""] : [])].join("\n");
}

const symbols = { checked: "✓", contradicted: "✗", unchecked: "?" } as const;
const words = {
  checked: "checked",
  contradicted: "contradicted",
  unchecked: "not checkable",
} as const;

function linkLine({ latex, status, message, origin }: JudgedLink, first: boolean): string {
  const of = first && origin ? ` (the first; a ${origin})` : "";
  return `${symbols[status]} ${words[status]}${of}  ${latex}\n   ${plain(message)}`;
}
