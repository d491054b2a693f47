/** A named model: where it answers, what it needs to be told, what it is used for. */

export type Kind = "openai" | "ollama" | "anthropic" | "editor";
export type Role = "explain" | "bridge" | "ask";

export interface Profile {
  readonly name: string;
  readonly kind: Kind;
  /** Base address; `/v1` included for OpenAI-compatible servers. */
  readonly url: string;
  /** Empty: the only or first model that the server lists. */
  readonly model: string;
  /** Tokens of context, sent to servers that take it; Ollama has a short one of its own and cuts silently. */
  readonly context: number | undefined;
  readonly maxTokens: number;
  readonly temperature: number | undefined;
  readonly topP: number | undefined;
  /** Whether the template of the model takes a system message. */
  readonly system: boolean;
  /** A base model without a chat template. */
  readonly completion: boolean;
  /** Seconds of silence after which it is given up; undefined waits for ever. */
  readonly idleSeconds: number | undefined;
  readonly roles: readonly Role[];
  /** Words of a derivation that this model is preferred for: `dirac`, `loop`. */
  readonly topics: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** Environment variable of the key, for programs without a secret store. */
  readonly keyVariable: string;
}

const kinds: readonly Kind[] = ["openai", "ollama", "anthropic", "editor"];
const allRoles: readonly Role[] = ["explain", "bridge", "ask"];

const usualUrl: Readonly<Record<Kind, string>> = {
  openai: "http://localhost:8000/v1",
  ollama: "http://localhost:11434",
  anthropic: "https://api.anthropic.com",
  editor: "",
};

/** What distilled reasoning models ask for: no system message, 0.6 and 0.95, room to think. */
const distilled = { temperature: 0.6, topP: 0.95, system: false, maxTokens: 16384 };

/** A profile from settings or a file, or what is wrong with it. */
export function profileFrom(raw: unknown): Profile | string {
  if (typeof raw !== "object" || raw === null) return "a profile is an object";
  const given = raw as Readonly<Record<string, unknown>>;
  const { name } = given;
  if (typeof name !== "string" || name === "") return "a profile needs a name";
  const kind = kinds.find((candidate) => candidate === given["kind"]);
  if (!kind) return `“${name}”: kind is one of ${kinds.join(", ")}`;
  const url = text(given["url"]) || usualUrl[kind];
  if (kind !== "editor" && !/^https?:\/\/[^\s/]+/i.test(url))
    return `“${name}”: the address must begin with http:// or https://`;
  const usual = given["reasoning"] === true ? distilled : plainDefaults;
  const maxTokens = positive(given["maxTokens"]) ?? usual.maxTokens;
  return {
    name,
    kind,
    url: url.replace(/\/+$/, ""),
    model: text(given["model"]),
    context: positive(given["context"]) ?? (kind === "ollama" ? 2 * maxTokens : undefined),
    maxTokens,
    temperature: number(given["temperature"]) ?? usual.temperature,
    topP: number(given["topP"]) ?? usual.topP,
    system: typeof given["system"] === "boolean" ? given["system"] : usual.system,
    completion: given["completion"] === true,
    idleSeconds: positive(given["idleSeconds"]),
    roles: allRoles.filter((role) => list(given["roles"])?.includes(role) ?? true),
    topics: list(given["topics"]) ?? [],
    headers: headersFrom(given["headers"]),
    keyVariable:
      text(given["keyVariable"]) ||
      (kind === "anthropic" ? "ANTHROPIC_API_KEY" : `TACIT_KEY_${upper(name)}`),
  };
}

const plainDefaults = { temperature: undefined, topP: undefined, system: true, maxTokens: 8192 };

/** Profiles of a list, and the sentences about those that are none. */
export function profilesFrom(raw: unknown): {
  readonly profiles: readonly Profile[];
  readonly problems: readonly string[];
} {
  if (!Array.isArray(raw)) return { profiles: [], problems: ["profiles are a list"] };
  const read = raw.map(profileFrom);
  const profiles = read.filter((one): one is Profile => typeof one !== "string");
  const problems = read.filter((one): one is string => typeof one === "string");
  const twice = profiles.filter(
    ({ name }, at) => profiles.findIndex((other) => other.name === name) !== at,
  );
  return {
    profiles,
    problems: [...problems, ...twice.map(({ name }) => `“${name}” stands twice`)],
  };
}

/** The model for a role: one that prefers a topic of the text, else the first with the role. */
export function choose(
  profiles: readonly Profile[],
  role: Role,
  about: string,
): Profile | undefined {
  const able = profiles.filter(({ roles }) => roles.includes(role));
  const words = about.toLowerCase();
  return (
    able.find(({ topics }) => topics.some((topic) => words.includes(topic.toLowerCase()))) ??
    able[0]
  );
}

/** Whether what is sent there leaves this machine. */
export const staysHere = ({ url, kind }: Profile): boolean =>
  kind !== "editor" && /^https?:\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?:[:/]|$)/i.test(url);

const text = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

const number = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : undefined;

const positive = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isFinite(value) && value > 0 ? value : undefined;

const list = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : undefined;

const upper = (name: string): string => name.toUpperCase().replace(/[^A-Z0-9]+/g, "_");

function headersFrom(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );
}
