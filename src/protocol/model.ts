/** What is said about models between server, extension and panel. */
import type { EvidenceData, Place } from "./review";

export type ModelRole = "explain" | "bridge" | "slip" | "ask";

/** `checked`: the engine finds it to hold in the paper; `unchecked`: nothing is claimed either way. */
export type LinkStatus = "checked" | "contradicted" | "unchecked";

/** One link of a chain in an answer, with what the engine found. */
export interface JudgedLink {
  readonly latex: string;
  readonly status: LinkStatus;
  readonly message: string;
  readonly evidence: EvidenceData | null;
  /** For a contradicted link: a premise or convention, or algebra and calculus. */
  readonly origin: "fact" | "calculation" | null;
  /** Which display of the answer it stands in, from 0. */
  readonly display: number;
}

export interface JudgedAnswer {
  readonly text: string;
  readonly thinking: string;
  readonly links: readonly JudgedLink[];
  /** Share of links that are checked; 0 where there are none. */
  readonly share: number;
  /** Position in `links` of the first that is contradicted. */
  readonly firstContradicted: number | null;
  readonly final: string | null;
}

/** Lines between the two sides of a step. */
export interface Bridge {
  readonly links: readonly JudgedLink[];
  readonly premises: readonly string[];
  /** Every link is checked, so it may be put into the paper. */
  readonly offered: boolean;
  readonly rows: readonly string[];
}

export interface Proposal {
  readonly uri: string;
  readonly version: number;
  readonly role: ModelRole;
  readonly profile: string;
  /** Best first. */
  readonly answers: readonly JudgedAnswer[];
  readonly bridge: Bridge | null;
  /** Where several answers end differently. */
  readonly disagreement: string | null;
  /** Why the answer is not whole. */
  readonly incomplete: { readonly what: string; readonly remedy: string } | null;
}

/** One place of a document, and what is wanted of a model there. */
export interface AskParams {
  readonly uri: string;
  readonly place: Place;
  readonly role: ModelRole;
  readonly question?: string;
  readonly samples?: number;
}
