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
    whole &&= found.kind === "probed" && !found.trouble;
    process.stdout.write(
      format === "json"
        ? `${JSON.stringify({ name: profile.name, ...found })}\n`
        : `${profile.name}  ${profile.url}\n${inWords(found)}`,
    );
  }
  return whole ? 0 : 3;
}

type Found = Awaited<ReturnType<ReturnType<typeof loadModels>["probe"]>>;

function inWords(found: Found): string {
  if (found.kind === "failure") return `  ${found.what}\n  ${found.remedy}\n`;
  const { server, models, context, keepsShape, trouble, thinks, firstMs, tokensPerSecond } = found;
  const lines = [
    `server: ${server}`,
    `models: ${models.join(", ") || "not listed"}`,
    `context: ${context ?? "not told"}`,
    trouble ? `trial question: ${trouble.what} ${trouble.remedy}` : "trial question: answered",
    `keeps a shape: ${keepsShape ? "yes" : "no"}`,
    `thinks aloud: ${thinks ? "yes" : "no"}`,
    firstMs === undefined ? "" : `first word after ${Math.round(firstMs)} ms`,
    tokensPerSecond === undefined ? "" : `${tokensPerSecond.toFixed(0)} tokens a second`,
  ];
  return `${lines
    .filter(Boolean)
    .map((line) => `  ${line}`)
    .join("\n")}\n`;
}
