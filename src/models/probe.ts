/** What answers at a profile's address: kind of server, models, context, whether it keeps to a shape, how fast. */
import { asker } from "./ask";
import type { Failure } from "./failure";
import { listing } from "./listing";
import type { Profile } from "./profile";
import type { Answer } from "./question";
import { object } from "./shape";
import { shaped } from "./shaped";
import type { World } from "./world";

export interface Probed {
  readonly kind: "probed";
  readonly server: string;
  readonly models: readonly string[];
  readonly context: number | undefined;
  /** Whether an answer had the shape that was asked for. */
  readonly keepsShape: boolean;
  /** Why the trial question got no whole answer. */
  readonly trouble: Failure | undefined;
  readonly thinks: boolean;
  readonly firstMs: number | undefined;
  readonly tokensPerSecond: number | undefined;
}

export async function probe(
  profile: Profile,
  world: World,
  signal: AbortSignal,
): Promise<Probed | Failure> {
  const listed = await listing(profile, world, signal);
  if ("why" in listed) return listed;
  const model = profile.model || (listed.models[0] ?? "");
  const began = performance.now();
  let first: number | undefined;
  const outcome = await asker({ ...profile, model }, world)(
    { messages: [{ role: "user", content: trial }], shape: trialShape, maxTokens: 2048 },
    () => {
      first ??= performance.now() - began;
    },
    signal,
  );
  const ms = performance.now() - began - (first ?? 0);
  const answered = outcome.kind === "answer";
  const fits = answered && "value" in shaped(outcome, trialShape);
  return {
    kind: "probed",
    ...listed,
    keepsShape: fits,
    trouble: answered ? undefined : outcome,
    thinks: outcome.thinking !== "",
    firstMs: first,
    tokensPerSecond: answered ? speed(outcome, ms) : undefined,
  };
}

const trial = 'Is (a+b)^2 = a^2+2ab+b^2 an identity? Answer as JSON: {"holds": true or false}.';
const trialShape = object({ holds: { type: "boolean" } });

/** Tokens a second over the time a person waited. */
const speed = ({ tokens }: Answer, ms: number): number | undefined =>
  tokens === undefined || ms <= 0 ? undefined : (tokens * 1000) / ms;
