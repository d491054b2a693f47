/** Catches a bug once per request, so that one bad answer leaves the server standing. */
import type { RemoteConsole } from "vscode-languageserver";

export async function guard<T>(
  console: Pick<RemoteConsole, "error">,
  what: string,
  otherwise: T,
  answer: () => T | Promise<T>,
): Promise<T> {
  try {
    return await answer();
  } catch (error) {
    console.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
    return otherwise;
  }
}
