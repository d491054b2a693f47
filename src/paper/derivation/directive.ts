/** `% tacit: …` and `%? …`: what an author tells the checker. */
import { indexSpaceBy, saidBy } from "../notation/kinds/vocabulary";

export type Directive =
  | { readonly kind: "ignore"; readonly codes: readonly string[] }
  | { readonly kind: "off" | "on" | "accept" }
  | { readonly kind: "assume"; readonly tex: string }
  | {
      readonly kind: "convention";
      readonly key: "metric" | "dim" | "epsilon";
      readonly value: string;
    }
  /** `k, p are four-vectors`. */
  | { readonly kind: "declare"; readonly symbols: readonly string[]; readonly is: string }
  /** Verdicts expected of the steps of this row, in order. */
  | { readonly kind: "expect"; readonly verdicts: readonly string[] }
  | { readonly kind: "unknown"; readonly text: string };

export function directiveIn(comment: string): Directive | undefined {
  if (comment.startsWith("?"))
    return {
      kind: "expect",
      verdicts: comment
        .slice(1)
        .split(",")
        .map((verdict) => verdict.trim()),
    };
  const text = /^\s*tacit\s*:\s*(.*)$/s.exec(comment)?.[1]?.trim();
  if (text === undefined) return undefined;
  const [word = ""] = text.split(/\s/);
  if (word === "ignore") return { kind: "ignore", codes: text.split(/[\s,]+/).slice(1) };
  if (text === "off" || text === "on" || text === "accept") return { kind: text };
  if (word === "assume")
    return {
      kind: "assume",
      tex: text
        .slice(6)
        .replace(/^\s*:?\s*/, "")
        .replace(/^\$(.*)\$$/s, "$1"),
    };
  const setting = /^(metric|dim|dimension|epsilon)\s*=\s*(\S+)$/.exec(text);
  if (setting) {
    const key = setting[1] === "dimension" ? "dim" : (setting[1] as "metric" | "dim" | "epsilon");
    return { kind: "convention", key, value: setting[2] ?? "" };
  }
  return declaration(text) ?? { kind: "unknown", text };
}

/** `k, p are four-vectors`, in short `A, B: operators` or `A, B operators`. */
function declaration(text: string): Directive | undefined {
  const full = /^(.+?)\s+(?:is|are)\s+(?:an?\s+|the\s+)?([\w -]+?)\.?$/.exec(text);
  const short =
    /^([^\s,:]+(?:\s*(?:,|\band\b)\s*[^\s,:]+)*)\s*(?::|\s)\s*(?:an?\s+)?([\w -]+?)\.?$/.exec(text);
  const [, symbols = "", is = ""] = full ?? (short && isKind(short[2] ?? "") ? short : []);
  if (!is) return undefined;
  return {
    kind: "declare",
    symbols: symbols.split(/\s*(?:,|\band\b)\s*/).map((name) => name.replace(/^\$|\$$/g, "")),
    is,
  };
}

/** Whether a phrase is known to say what a name is. */
export const isKind = (phrase: string): boolean =>
  saidBy(phrase) !== undefined || indexSpaceBy(phrase) !== undefined;
