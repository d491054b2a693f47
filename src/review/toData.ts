/** A verdict of the judge as plain data: expressions become LaTeX, premises find their place. */
import type { Premise } from "../math/expr/claim";
import { printExpr } from "../math/expr/print";
import type { Diagnosis, Verdict } from "../math/verdict/verdict";

import { toLatex } from "../paper/notation/toLatex";
import type { Code, DiagnosisData, Judgement, PremiseData } from "../protocol/review";

type Judged = Omit<Judgement, "readAs" | "ms" | "unreadPremises">;

/** Where a stated premise stands, for those that stand somewhere. */
export type Places = (premise: Premise) => { readonly file: string; readonly line: number } | null;

export function judged(verdict: Verdict, places: Places): Judged {
  const premises = verdict.premises.map((premise) => premiseData(premise, places));
  const tacit = verdict.kind !== "refuted" && premises.some(({ source }) => source === "tacit");
  const base = { premises, tacit, why: null, detail: null, diagnosis: null, alternatives: [] };
  switch (verdict.kind) {
    case "proved":
    case "agrees":
      return {
        ...base,
        verdict: verdict.kind,
        code: tacit ? "tacit" : null,
        evidence: verdict.evidence,
      };
    case "refuted": {
      const [diagnosis = null, ...alternatives] = verdict.diagnoses.map(diagnosisData);
      return {
        ...base,
        verdict: "refuted",
        code: verdict.code,
        evidence: verdict.evidence,
        diagnosis,
        alternatives,
        detail: verdict.otherwise ? otherwise(verdict.otherwise) : null,
      };
    }
    case "open":
      return {
        ...base,
        verdict: "open",
        why: verdict.why,
        detail: verdict.detail || null,
        code: verdict.diagnoses?.some(({ kind }) => kind === "convention")
          ? "convention"
          : openCode(verdict.why),
        evidence: verdict.evidence ?? null,
        diagnosis: verdict.diagnoses?.map(diagnosisData)[0] ?? null,
      };
  }
}

const otherwise = (premises: readonly Premise[]): string =>
  premises.map(({ name, latex }) => `${name} ($${latex}$)`).join("; ");

const openCode = (why: string): Code | null => (why === "differs" ? "differs" : null);

/** What is said of a claim whose notation is not covered. */
export const unread = (detail: string): Judged => ({
  verdict: "unread",
  why: null,
  detail,
  premises: [],
  tacit: false,
  code: "unread",
  evidence: null,
  diagnosis: null,
  alternatives: [],
});

const premiseData = (premise: Premise, places: Places): PremiseData => ({
  id: premise.id,
  name: premise.name,
  latex: premise.latex,
  source: premise.source,
  where: places(premise),
});

function diagnosisData(diagnosis: Diagnosis): DiagnosisData {
  const mended =
    "mended" in diagnosis && diagnosis.mended
      ? {
          latex: toLatex(diagnosis.mended),
          ...(diagnosis.side ? { side: diagnosis.side } : {}),
        }
      : {};
  switch (diagnosis.kind) {
    case "factor":
      return { kind: "factor", factor: printExpr(diagnosis.factor), on: diagnosis.on, ...mended };
    case "term":
      return { kind: "term", term: printExpr(diagnosis.term), what: diagnosis.what, ...mended };
    case "index":
      return { kind: "index", name: diagnosis.name, what: diagnosis.what, ...mended };
    case "order":
      return { kind: "order", factors: printExpr(diagnosis.factors), ...mended };
    case "conjugate":
      return { kind: "conjugate", symbol: printExpr(diagnosis.symbol), ...mended };
    case "exponent":
      return {
        kind: "exponent",
        from: printExpr(diagnosis.from),
        to: printExpr(diagnosis.to),
        ...mended,
      };
    case "convention":
      return { kind: "convention", key: diagnosis.key };
  }
}
