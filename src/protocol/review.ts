/** A review as plain data: the JSON of `check`, what the server sends and the panel shows. */

export type VerdictKind = "proved" | "agrees" | "refuted" | "open" | "unread" | "stated";

export type Code =
  | "slip"
  | "index"
  | "dimension"
  | "convention"
  | "tacit"
  | "compressed"
  | "differs"
  | "unread";

/** Lines and columns count from 1, columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface PremiseData {
  readonly id: string;
  readonly name: string;
  readonly latex: string;
  readonly source: "stated" | "convention" | "tacit" | "proposed";
  readonly where: { readonly file: string; readonly line: number } | null;
}

/** Complex numbers are [re, im]; vectors and matrices nested arrays. */
export type Shown = number | string | readonly Shown[];

export type EvidenceData =
  | {
      readonly kind: "exact";
      readonly points: number;
      readonly error: number;
      readonly seed: number;
      /** The laws it follows by, whatever its names mean; then no values were put in. */
      readonly laws?: readonly string[];
    }
  | {
      readonly kind: "samples";
      readonly points: number;
      readonly digits: number;
      readonly domain: string;
      readonly seed: number;
    }
  | ({ readonly kind: "counterexample" } & Different)
  | { readonly kind: "form"; readonly counterexample?: Different };

interface Different {
  readonly values: Readonly<Record<string, Shown>>;
  readonly left: Shown;
  readonly right: Shown;
  readonly seed: number;
}

/** `latex` is the mended side, the right one unless it says otherwise, where an edit mends the claim. */
export type DiagnosisData =
  | {
      readonly kind: "factor";
      readonly factor: string;
      readonly on: "side" | "term";
      readonly latex?: string;
      readonly side?: "left";
    }
  | {
      readonly kind: "term";
      readonly term: string;
      readonly what: "missing" | "extra" | "sign";
      readonly latex?: string;
      readonly side?: "left";
    }
  | {
      readonly kind: "index";
      readonly name: string;
      readonly what: "free" | "repeated" | "position";
      readonly latex?: string;
      readonly side?: "left";
    }
  | {
      readonly kind: "order";
      readonly factors: string;
      readonly latex?: string;
      readonly side?: "left";
    }
  | {
      readonly kind: "conjugate";
      readonly symbol: string;
      readonly latex?: string;
      readonly side?: "left";
    }
  | {
      readonly kind: "exponent";
      readonly from: string;
      readonly to: string;
      readonly latex?: string;
      readonly side?: "left";
    }
  | {
      readonly kind: "convention";
      readonly key: string;
      readonly latex?: string;
      readonly side?: "left";
    };

/** What judging a claim gives, in `verify` and inside a step. */
export interface Judgement {
  readonly verdict: VerdictKind;
  readonly why: string | null;
  readonly detail: string | null;
  readonly premises: readonly PremiseData[];
  readonly unreadPremises: readonly string[];
  readonly tacit: boolean;
  readonly code: Code | null;
  readonly evidence: EvidenceData | null;
  readonly diagnosis: DiagnosisData | null;
  /** Further ways to mend it, likeliest first after `diagnosis`. */
  readonly alternatives: readonly DiagnosisData[];
  /** Declarations that would settle an ambiguous reading, as they stand after `% tacit:`. */
  readonly declarations?: readonly string[];
  readonly readAs: string;
  readonly ms: number;
}

export interface StepData extends Judgement {
  /** What `conditionalOn` of other steps refers to. */
  readonly id?: string;
  readonly start: Place;
  readonly end: Place;
  /** Where the right side alone stands, when it can be replaced as it is. */
  readonly rightAt?: { readonly start: Place; readonly end: Place };
  readonly kind: "link" | "follows";
  readonly derivation: string;
  readonly left: string;
  readonly relation: string;
  readonly right: string;
  readonly conditionalOn: string | null;
  /** The first step of its derivation that fails or differs; later ones are conditional on it. */
  readonly departure?: boolean;
  readonly moves: readonly string[];
  readonly compressed: boolean;
  /** One to three sentences: what we found, why we say so, what to do. */
  readonly message: string;
}

export interface DisplayData {
  readonly start: Place;
  readonly end: Place;
  readonly environment: string;
  readonly label: string | null;
  readonly steps: readonly StepData[];
}

export interface GapData {
  readonly start: Place;
  readonly end: Place;
  readonly token: string;
}

export interface FileData {
  readonly path: string;
  readonly displays: readonly DisplayData[];
  readonly gaps: readonly GapData[];
  /** The document's own macros with their bodies (`#1` for arguments), for typesetting. */
  readonly macros?: Readonly<Record<string, string>>;
  /** What could not be read at all: encoding, missing inputs, unbalanced braces. */
  readonly problems: readonly {
    readonly line: number | null;
    readonly message: string;
    /** The file could not be read at all, or not in the encoding it should have. */
    readonly fatal?: boolean;
  }[];
}

export interface Summary {
  readonly displays: number;
  readonly steps: number;
  readonly proved: number;
  readonly agrees: number;
  readonly refuted: number;
  readonly open: number;
  readonly unread: number;
  readonly stated: number;
  readonly tacit: number;
  readonly compressed: number;
  readonly seconds: number;
}

export interface ReviewData {
  readonly version: 1;
  readonly tool: { readonly name: "tacit"; readonly version: string };
  readonly conventions: {
    readonly metric: string;
    readonly dim: string;
    readonly epsilon: number;
    readonly sources: readonly {
      readonly key: string;
      readonly file: string;
      readonly line: number;
    }[];
  };
  readonly files: readonly FileData[];
  readonly summary: Summary;
}
