/** The answers a claim can receive, and what supports them. */
import type { Premise } from "../expr/claim";
import type { Expr } from "../expr/node";
import type { Shown } from "../expr/shown";

export type Evidence =
  /** Equal in exact arithmetic at `points` points; `error` bounds the chance that this is wrong. */
  | {
      readonly kind: "exact";
      readonly points: number;
      readonly error: number;
      readonly seed: number;
      /** The laws it follows by, whatever its names mean; then no values were put in. */
      readonly laws?: readonly string[];
    }
  /** Equal at `points` points to `digits` digits over `domain`. */
  | {
      readonly kind: "samples";
      readonly points: number;
      readonly digits: number;
      readonly domain: string;
      readonly seed: number;
    }
  /** Different at these values. */
  | ({ readonly kind: "counterexample" } & Different)
  /** Ill-formed before any value is put in; with values, where it has some all the same. */
  | { readonly kind: "form"; readonly counterexample?: Different };

export interface Different {
  readonly values: Readonly<Record<string, Shown>>;
  readonly left: Shown;
  readonly right: Shown;
  readonly seed: number;
}

/** Conventions under whose other choice a claim is tried. */
export type ConventionKey = "metric" | "epsilon" | "riemann" | "ricci";

/** How a refuted claim goes wrong; `mended` is the claim's edited side where an edit makes it hold. */
export type Diagnosis =
  | ({
      readonly kind: "factor";
      readonly factor: Expr;
      readonly on: "side" | "term";
    } & Mend)
  | ({
      readonly kind: "term";
      readonly term: Expr;
      readonly what: "missing" | "extra" | "sign";
    } & Mend)
  | ({
      readonly kind: "index";
      readonly name: string;
      readonly what: "free" | "repeated" | "position";
    } & Mend)
  | ({ readonly kind: "order"; readonly factors: Expr } & Mend)
  | ({ readonly kind: "conjugate"; readonly symbol: Expr } & Mend)
  | ({ readonly kind: "exponent"; readonly from: Expr; readonly to: Expr } & Mend)
  | { readonly kind: "convention"; readonly key: ConventionKey };

interface Mend {
  readonly mended?: Expr;
  /** The side that is mended, where it is not the right one. */
  readonly side?: "left";
}

export type OpenReason =
  | "differs"
  | "reading"
  | "premise"
  | "contradiction"
  | "vacuous"
  | "beyond"
  | "budget";

export interface Supported {
  readonly kind: "proved" | "agrees";
  readonly evidence: Evidence;
  readonly premises: readonly Premise[];
  /** Other tacit premises under which it holds as well. */
  readonly alternatives?: readonly Premise[];
}

export type Verdict =
  | Supported
  | {
      readonly kind: "refuted";
      readonly code: "slip" | "index" | "dimension";
      readonly evidence: Evidence;
      readonly diagnoses: readonly Diagnosis[];
      readonly premises: readonly Premise[];
      /** Unstated premises under which it would hold, less likely than the slip. */
      readonly otherwise?: readonly Premise[];
    }
  | {
      readonly kind: "open";
      readonly why: OpenReason;
      readonly detail: string;
      readonly evidence?: Evidence;
      /** The other convention under which a claim that differs would hold. */
      readonly diagnoses?: readonly Diagnosis[];
      readonly premises: readonly Premise[];
    };

export const isHeld = ({ kind }: Verdict): boolean => kind === "proved" || kind === "agrees";
