/** Hover over a step: the formula, its verdict in a sentence, the evidence, the premises it rests on. */
import { type Hover, MarkupKind } from "vscode-languageserver";
import { conditionWords, departureWords } from "../../protocol/departure";
import { formulaImage } from "../../protocol/formulaImage";
import { compare, holdsPlace } from "../../protocol/place";
import { plain } from "../../protocol/plain";
import { worst } from "../../protocol/rank";
import type { FileData, Place, PremiseData, StepData } from "../../protocol/review";
import { stepLatex } from "../../protocol/stepLatex";
import { calledOf, sourceWords, symbolOf, wordOf } from "../../protocol/words";
import type { Settings } from "../settings";
import { toRange } from "../toLsp";
import { tells } from "./diagnostics";

export interface HoverContext {
  /** Colour for images; undefined where the client shows none. */
  readonly foreground: string | undefined;
  readonly uri: string;
  /** Which problems the client shows in the same hover; undefined where it shows none there. */
  readonly problems?: Settings["problems"];
  /** Steps whose verdict waits. */
  readonly waiting: ReadonlySet<StepData>;
}

export function hover(file: FileData, place: Place, context: HoverContext): Hover | undefined {
  const step = stepAt(file, place) ?? stepBefore(file, place);
  if (!step || context.waiting.has(step)) return undefined;
  const all = file.displays.flatMap(({ steps }) => steps);
  const value = [
    `**${symbolOf(step)} ${wordOf(step)}**`,
    image(step, file, context),
    context.problems && tells(step, place, context.problems) ? "" : escaped(plain(step.message)),
    escaped([departureWords(step, all), conditionWords(step, all)].filter(Boolean).join(" ")),
    step.moves.length > 0 ? `*${escaped(step.moves.join(", "))}*` : "",
    premises(step.premises),
    step.readAs ? `Read as: ${code(step.readAs)}` : "",
    context.foreground ? panelLink(step, context.uri) : "",
  ]
    .filter(Boolean)
    .join("\n\n");
  return { range: toRange(step), contents: { kind: MarkupKind.Markdown, value } };
}

/** The smallest step around a place. */
export function stepAt(file: FileData, place: Place): StepData | undefined {
  return file.displays
    .flatMap(({ steps }) => steps)
    .filter((step) => holdsPlace(step, place))
    .sort((a, b) => compare(b.start, a.start) || compare(a.end, b.end))[0];
}

/** The mark at a line's end stands for the worst step that ends there. */
const stepBefore = (file: FileData, { line, column }: Place): StepData | undefined =>
  worst(
    file.displays
      .flatMap(({ steps }) => steps)
      .filter(({ end }) => end.line === line && end.column <= column),
  );

function image(step: StepData, file: FileData, { foreground }: HoverContext): string {
  const address = foreground && formulaImage(stepLatex(step), file.macros ?? {}, foreground);
  return address ? `![${escaped(step.readAs)}](${address})` : "";
}

const premises = (list: readonly PremiseData[]): string =>
  list
    .map(({ name, latex, source, where }) =>
      [
        `- ${escaped(calledOf({ name, latex }))}`.trimEnd(),
        latex ? code(latex) : "",
        `*(${sourceWords[source]}${where ? `, line ${where.line}` : ""})*`,
      ]
        .filter(Boolean)
        .join(" "),
    )
    .join("\n");

const panelLink = (step: StepData, uri: string): string =>
  `[Show the derivation](command:tacit.showDerivation?${encodeURIComponent(JSON.stringify([uri, step.start]))})`;

const code = (text: string): string => `\`${text.replaceAll("`", "'").replace(/\s+/g, " ")}\``;
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]()<>#+!|~$-]/g, "\\$&");
