/** What a server says of itself: what it is, which models it has, how long their context is. */
import { anthropicModels } from "./anthropic";
import type { Failure } from "./failure";
import { authorisation, record } from "./openai";
import type { Profile } from "./profile";
import { asFailure, send, usualPatience } from "./retry";
import { whole } from "./stream";
import { wire as usualWire } from "./wire";
import type { World } from "./world";

export interface Listed {
  readonly server: string;
  readonly models: readonly string[];
  readonly context: number | undefined;
}

export async function listing(
  profile: Profile,
  world: World,
  signal: AbortSignal,
): Promise<Listed | Failure> {
  if (profile.kind === "editor") return { server: "the editor", models: [], context: undefined };
  if (profile.kind === "anthropic") {
    const models = await anthropicModels(profile, world.key, signal);
    return "why" in models ? models : { server: "Anthropic", models, context: undefined };
  }
  const isOllama = profile.kind === "ollama";
  const base = isOllama ? profile.url.replace(/\/(?:v1|api)$/, "") : profile.url;
  const { wire = usualWire, patience = usualPatience } = world;
  const request = {
    method: "GET",
    url: `${base}${isOllama ? "/api/tags" : "/models"}`,
    headers: { ...authorisation(world.key), ...profile.headers },
  } as const;
  const response = await send(wire, request, patience, signal);
  if ("kind" in response) return response.kind === "failure" ? response : asFailure(response);
  const answer = parsed(await whole(response.bytes));
  const entries = answer["data"] ?? answer["models"];
  const rows = Array.isArray(entries) ? entries.map(record) : [];
  return {
    server: isOllama ? "Ollama" : serverOf(response.header("server"), rows[0] ?? {}),
    models: rows.flatMap(({ id, name }) => {
      const word = id ?? name;
      return typeof word === "string" ? [word] : [];
    }),
    context: contextOf(rows[0] ?? {}) ?? profile.context,
  };
}

/** Servers sign their lists of models, each in its own way. */
function serverOf(header: string, row: Readonly<Record<string, unknown>>): string {
  const owner = String(row["owned_by"] ?? "");
  if (/llama\.?cpp/i.test(`${header} ${owner}`)) return "llama.cpp";
  if (/vllm/i.test(owner)) return "vLLM";
  if (/sglang/i.test(owner)) return "SGLang";
  if (/^openai/i.test(owner) || owner === "system") return "OpenAI";
  return owner ? `OpenAI-compatible (${owner})` : "OpenAI-compatible";
}

function contextOf(row: Readonly<Record<string, unknown>>): number | undefined {
  const told = row["max_model_len"] ?? record(row["meta"])["n_ctx"];
  return typeof told === "number" ? told : undefined;
}

function parsed(body: string): Readonly<Record<string, unknown>> {
  try {
    return record(JSON.parse(body));
  } catch {
    return {};
  }
}
