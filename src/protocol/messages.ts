/** What server, extension and panel say to each other beside the Language Server Protocol. */
import type { AssumptionsData } from "./assumptions";
import type { DerivationData } from "./derivation";
import type { Mark } from "./marks";
import type { AnswerView } from "./model";
import type { Place } from "./review";

/** Names of the server's own requests and notifications. */
export const methods = {
  marks: "tacit/marks",
  status: "tacit/status",
  cursor: "tacit/cursor",
  appearance: "tacit/appearance",
  derivation: "tacit/derivation",
  readAs: "tacit/readAs",
  check: "tacit/check",
  checkSelection: "tacit/checkSelection",
  clear: "tacit/clear",
  report: "tacit/report",
  assumptions: "tacit/assumptions",
} as const;

/** server → client: the marks of a document as of a version. */
export interface MarksParams {
  readonly uri: string;
  readonly version: number;
  readonly marks: readonly Mark[];
  /** Lines at which "next finding" stops. */
  readonly findings: readonly number[];
}

/** server → client: what the checker is doing. */
export interface StatusParams {
  readonly uri: string;
  readonly state: "checking" | "done" | "off" | "failed";
  readonly words: string;
}

/** client → server: where the author's cursor stands. */
export interface CursorParams {
  readonly uri: string;
  readonly place: Place;
}

/** client → server: the colours around a hover, so that an image fits them. */
export interface AppearanceParams {
  readonly foreground: string;
}

export interface PlaceParams {
  readonly uri: string;
  readonly place: Place;
}

export interface CheckParams {
  readonly uri: string;
  /** One derivation, with a larger budget; without it the whole document. */
  readonly place?: Place;
}

export interface SelectionParams {
  readonly uri: string;
  readonly start: Place;
  readonly end: Place;
}

/** Answered with the report as one HTML page. */
export interface ReportParams {
  readonly uri: string;
  /** The style sheet the page carries. */
  readonly styles: string;
}

export interface ReadAsData {
  readonly source: string;
  readonly readAs: string;
  readonly gaps: readonly string[];
}

/** extension → panel. */
export type ToPanel =
  | { readonly kind: "derivation"; readonly data: DerivationData; readonly reveal: "readAs" | null }
  | { readonly kind: "assumptions"; readonly data: AssumptionsData }
  | { readonly kind: "answer"; readonly view: AnswerView }
  | { readonly kind: "nothing"; readonly words: string };

/** panel → extension. */
export type FromPanel =
  | { readonly kind: "ready" }
  | { readonly kind: "goto" | "mend"; readonly uri: string; readonly place: Place }
  | { readonly kind: "copy"; readonly latex: string }
  | { readonly kind: "model"; readonly act: ModelAct };

/** What a person does about a model's answer. */
export type ModelAct = "cancel" | "retry" | "insert" | "copyAnswer" | "close";
