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
  /** What the model says the links lean on; none of it carries a link. */
  readonly premises: readonly JudgedLink[];
  /** Every link is checked, so it may be put into the paper. */
  readonly offered: boolean;
  readonly rows: readonly string[];
}

/** Text to put into the source; the paper with it has been reviewed and holds there. */
export interface Insertion {
  readonly at: Place;
  readonly text: string;
}

export interface Proposal {
  readonly uri: string;
  readonly version: number;
  /** The paper's own macros, for typesetting. */
  readonly macros: Readonly<Record<string, string>>;
  readonly role: ModelRole;
  /** Empty where no model was asked: the engine found it. */
  readonly profile: string;
  /** Best first. */
  readonly answers: readonly JudgedAnswer[];
  readonly bridge: Bridge | null;
  /** Where several answers end differently. */
  readonly disagreement: string | null;
  /** What puts the rows of an offered bridge into the paper. */
  readonly insertion: Insertion | null;
  /** Why the answer is not whole. */
  readonly incomplete: { readonly what: string; readonly remedy: string } | null;
}

/** Where a model is asked about a document, and for what. */
export interface AskParams {
  /** Names the question in what is heard while it is answered. */
  readonly id: number;
  readonly uri: string;
  readonly place: Place;
  readonly role: ModelRole;
  readonly question?: string;
  /** What of the source the author has selected. */
  readonly selection?: string;
  /** How many answers are asked for, to be ranked. */
  readonly samples?: number;
  /** Profiles as the settings hold them. */
  readonly profiles: unknown;
}

/** A question that may be sent: to this address and no other. */
export interface SendParams extends AskParams {
  readonly endpoint: string;
  readonly key: string;
}

/** Exactly what will be sent, and where; or why nothing can be. */
export type PayloadData =
  | {
      readonly kind: "payload";
      readonly profile: string;
      /** Empty: the first the server lists. */
      readonly model: string;
      readonly endpoint: string;
      /** Whether it stays on the machine Tacit runs on. */
      readonly local: boolean;
      readonly messages: readonly ModelMessage[];
    }
  | Problem;

/** Why a question cannot be put. */
export interface Problem {
  readonly kind: "problem";
  readonly what: string;
  readonly remedy: string;
}

export interface ModelMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

/**
 * A piece of an answer as it arrives; `rethink`: what came as text until now was thinking;
 * `judging`: the answer is whole and its equations are being checked.
 */
export interface AnswerPart {
  readonly id: number;
  readonly kind: "thinking" | "text" | "rethink" | "judging";
  readonly text: string;
}

export interface ProbeParams {
  readonly profiles: unknown;
  readonly name: string;
  readonly endpoint: string;
  readonly key: string;
}

/** Names and addresses of the profiles in the settings, and what is wrong with the others. */
export interface ProfileList {
  readonly profiles: readonly {
    readonly name: string;
    readonly endpoint: string;
    readonly local: boolean;
  }[];
  readonly problems: readonly string[];
}

/** What a trial question found, line by line. */
export type ProbeData =
  | { readonly kind: "probed"; readonly lines: readonly string[]; readonly whole: boolean }
  | Problem;

/** A question that the server passes on to the editor's own models. */
export interface EditorQuestion {
  readonly id: number;
  readonly model: string;
  readonly messages: readonly ModelMessage[];
}

/** What the panel shows of a question. */
export interface AnswerView {
  readonly title: string;
  readonly profile: string;
  readonly state: "asking" | "judging" | "done" | "failed";
  readonly text: string;
  readonly thinking: string;
  readonly proposal: Proposal | null;
  /** Why there is no whole answer. */
  readonly trouble: string;
  /** The paper has changed since it was asked. */
  readonly stale: boolean;
}

export const modelMethods = {
  expand: "tacit/expand",
  payload: "tacit/model/payload",
  ask: "tacit/model/ask",
  part: "tacit/model/part",
  profiles: "tacit/model/profiles",
  probe: "tacit/model/probe",
  editor: "tacit/model/editor",
  editorPart: "tacit/model/editorPart",
} as const;
