/** `tacit probe`: what answers at the addresses of the models, and whether it keeps to a shape. */
import { interruptible, keyOf, loadModels, pick, readProfiles } from "../models";
import { oneOf, parse } from "../options";

const usage = "tacit probe [NAME] [--profiles FILE]";

export async function probe(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(
    args,
    { profiles: { type: "string" }, format: { type: "string" } },
    usage,
  );
  const format = oneOf("--format", values.format ?? "text", ["text", "json"]);
  const models = loadModels();
  const profiles = readProfiles(models, values.profiles);
  const [name] = positionals;
  const chosen =
    name === undefined ? profiles : [pick(models, profiles, { name, role: "ask", about: "" })];
  const signal = interruptible();
  let whole = true;
  for (const profile of chosen) {
    const found = await models.probe(profile, { key: keyOf(profile) }, signal);
    whole &&= models.answeredWhole(found);
    process.stdout.write(
      format === "json"
        ? `${JSON.stringify({ name: profile.name, ...found })}\n`
        : `${[`${profile.name}  ${profile.url}`, ...models.probedWords(found)].join("\n  ")}\n`,
    );
  }
  return whole ? 0 : 3;
}
