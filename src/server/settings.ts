/** The settings a person can make, with their defaults. */

export interface Settings {
  readonly check: "whileTyping" | "onSave" | "onCommand";
  readonly unstatedPremises: boolean;
  readonly budget: number | undefined;
  readonly conventions: {
    readonly metric: "mostly-minus" | "mostly-plus";
    readonly dimension: string;
    readonly epsilon: 1 | -1;
  };
  readonly problems: "all" | "failures" | "off";
  readonly codeLens: boolean;
  readonly hover: boolean;
  readonly inlayHints: boolean;
  readonly markdown: boolean;
}

export const defaultSettings: Settings = {
  check: "whileTyping",
  unstatedPremises: true,
  budget: undefined,
  conventions: { metric: "mostly-minus", dimension: "4", epsilon: -1 },
  problems: "all",
  codeLens: true,
  hover: true,
  inlayHints: false,
  markdown: true,
};

/** What a client answers, entry by entry; anything absent or of another kind keeps its default. */
export function settingsFrom(raw: unknown): Settings {
  const given = record(raw);
  const conventions = record(given["conventions"]);
  const base = defaultSettings;
  return {
    check: oneOf(given["check"], ["whileTyping", "onSave", "onCommand"], base.check),
    unstatedPremises: flag(given["unstatedPremises"], base.unstatedPremises),
    budget:
      typeof given["budget"] === "number" && given["budget"] > 0 ? given["budget"] : undefined,
    conventions: {
      metric: oneOf(conventions["metric"], ["mostly-minus", "mostly-plus"], "mostly-minus"),
      dimension: dimensionFrom(conventions["dimension"]),
      epsilon: conventions["epsilon"] === 1 ? 1 : -1,
    },
    problems: oneOf(given["problems"], ["all", "failures", "off"], base.problems),
    codeLens: flag(given["codeLens"], base.codeLens),
    hover: flag(given["hover"], base.hover),
    inlayHints: flag(given["inlayHints"], base.inlayHints),
    markdown: flag(given["markdown"], base.markdown),
  };
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

const flag = (value: unknown, otherwise: boolean): boolean =>
  typeof value === "boolean" ? value : otherwise;

const oneOf = <T extends string>(value: unknown, allowed: readonly T[], otherwise: T): T =>
  allowed.find((candidate) => candidate === value) ?? otherwise;

function dimensionFrom(value: unknown): string {
  const text = String(value ?? "4").trim();
  return text === "d" || /^[1-9]\d?$/.test(text) ? text : "4";
}
