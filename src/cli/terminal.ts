/** What the terminal can show. */
import type { WriteStream } from "node:tty";
import { type Style, withColour, withoutColour } from "../report/style";

export function terminalStyle(stream: Pick<WriteStream, "isTTY">): Style {
  if (process.env["NO_COLOR"]) return withoutColour;
  if (process.env["FORCE_COLOR"] && process.env["FORCE_COLOR"] !== "0") return withColour;
  return stream.isTTY ? withColour : withoutColour;
}

export const terminalWidth = (): number => process.stdout.columns ?? 100;
