/** A profile as something to ask: picks the kind of server, keeps to its rules, gives up on silence where told to. */
import { anthropic } from "./anthropic";
import { editor } from "./editor";
import { failure } from "./failure";
import { listing } from "./listing";
import { ollama } from "./ollama";
import { openai } from "./openai";
import type { Profile } from "./profile";
import type { Ask, Message, Question } from "./question";
import { usualPatience } from "./retry";
import { wire as usualWire } from "./wire";
import type { World } from "./world";

export function asker(profile: Profile, world: World): Ask {
  const ask = withIdle(named(profile, world), profile.idleSeconds);
  return (question, hear, signal) => ask(adapted(question, profile), hear, signal);
}

/** Without a name, the first model the server lists. */
function named(profile: Profile, world: World): Ask {
  if (profile.model || profile.kind === "editor" || profile.kind === "anthropic")
    return bare(profile, world);
  let known: string | undefined;
  return async (question, hear, signal) => {
    if (known === undefined) {
      const listed = await listing(profile, world, signal);
      if ("why" in listed && listed.why !== "missing") return listed;
      known = "models" in listed ? (listed.models[0] ?? "") : "";
    }
    return bare({ ...profile, model: known }, world)(question, hear, signal);
  };
}

function bare(profile: Profile, world: World): Ask {
  const { key, wire = usualWire, patience = usualPatience } = world;
  switch (profile.kind) {
    case "openai":
      return openai(profile, key, wire, patience);
    case "ollama":
      return ollama(profile, key, wire, patience);
    case "anthropic":
      return anthropic(profile, key, patience);
    case "editor":
      return editor(world.askEditor);
  }
}

/** Without a system message, what it says opens the first question. */
function adapted(question: Question, { system }: Profile): Question {
  if (system) return question;
  const told = question.messages.filter(({ role }) => role === "system");
  const others = question.messages.filter(({ role }) => role !== "system");
  const [first, ...rest] = others;
  if (!first || told.length === 0) return { ...question, messages: others };
  const opening: Message = {
    role: first.role,
    content: [...told, first].map(({ content }) => content).join("\n\n"),
  };
  return { ...question, messages: [opening, ...rest] };
}

/** Ends a question whose answer has stood still for so many seconds. */
function withIdle(ask: Ask, seconds: number | undefined): Ask {
  if (seconds === undefined) return ask;
  return async (question, hear, signal) => {
    const own = new AbortController();
    let silent = false;
    const wake = () => {
      silent = true;
      own.abort();
    };
    const stop = () => own.abort();
    let timer = setTimeout(wake, seconds * 1000);
    signal.addEventListener("abort", stop);
    if (signal.aborted) own.abort();
    const outcome = await ask(
      question,
      (part) => {
        clearTimeout(timer);
        timer = setTimeout(wake, seconds * 1000);
        hear(part);
      },
      own.signal,
    );
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
    return silent && outcome.kind === "failure" && !signal.aborted
      ? failure("silent", "", outcome.text, outcome.thinking)
      : outcome;
  };
}
