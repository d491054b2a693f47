/** `tacit lsp --stdio`: the language server, from the bundle beside this one. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Failure } from "../failure";

export async function lsp(args: readonly string[]): Promise<number> {
  if (!args.includes("--stdio"))
    throw new Failure(
      "The language server speaks over standard input and output.",
      "Run: tacit lsp --stdio",
    );
  const bundle = join(__dirname, "server.cjs");
  if (!existsSync(bundle)) throw new Failure(`${bundle} is missing.`, "Run: npm run build");
  await import(pathToFileURL(bundle).href);
  return new Promise(() => undefined);
}
