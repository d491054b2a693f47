/** Models for the terminal: profiles from a file, keys from the environment, the code of its own file on first use. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Profile, Role } from "../models/profile";
import { Failure } from "./failure";
import { readText } from "./options";

export type Models = typeof import("../proposals/main");

export function loadModels(): Models {
  const bundle = join(__dirname, "models.cjs");
  if (!existsSync(bundle)) throw new Failure(`${bundle} is missing.`, "Run: npm run build");
  return createRequire(__filename)(bundle) as Models;
}

const usual = "tacit.models.json";

export function readProfiles(models: Models, path = usual): readonly Profile[] {
  if (path === usual && !existsSync(path))
    throw new Failure(
      `There is no ${usual} here, so no model is known.`,
      `Write one, as in {"profiles":[{"name":"local","kind":"openai","url":"http://localhost:8000/v1"}]}, or give --profiles FILE.`,
    );
  const { profiles, problems } = models.profilesFrom(listIn(path));
  if (problems.length > 0)
    throw new Failure(`${path}: ${problems.join("; ")}.`, "Correct the file.");
  return profiles;
}

function listIn(path: string): unknown {
  try {
    const value: unknown = JSON.parse(readText(path));
    return Array.isArray(value) ? value : (value as { profiles?: unknown } | null)?.profiles;
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${path} is not valid JSON.`, "Correct the file.");
  }
}

/** The profile of that name, or the one for a role. */
export function pick(
  models: Models,
  profiles: readonly Profile[],
  {
    name,
    role,
    about,
  }: { readonly name: string | undefined; readonly role: Role; readonly about: string },
): Profile {
  const found =
    name === undefined
      ? models.choose(profiles, role, about)
      : profiles.find((profile) => profile.name === name);
  if (found) return found;
  throw new Failure(
    name === undefined ? `No profile has the role “${role}”.` : `There is no profile “${name}”.`,
    `The file has: ${profiles.map((profile) => profile.name).join(", ") || "none"}.`,
  );
}

export const keyOf = ({ keyVariable }: Profile): string => process.env[keyVariable] ?? "";

/** Aborts with Control-C, so that the server stops writing too. */
export function interruptible(): AbortSignal {
  const controller = new AbortController();
  process.once("SIGINT", () => controller.abort());
  return controller.signal;
}
