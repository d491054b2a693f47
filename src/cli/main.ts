/** The terminal program: picks a command, reports failures, sets the exit code. */
import { ask } from "./commands/ask";
import { check } from "./commands/check";
import { explain } from "./commands/explain";
import { lsp } from "./commands/lsp";
import { probe } from "./commands/probe";
import { read } from "./commands/read";
import { start } from "./commands/start";
import { verify } from "./commands/verify";
import { Failure } from "./failure";
import { help } from "./help";
import { serveAsWorker } from "./reviewAll";
import { version } from "./version";

type Command = (args: readonly string[]) => Promise<number>;

const commands: Readonly<Record<string, Command>> = {
  check,
  verify,
  read,
  explain,
  ask,
  probe,
  lsp,
  start,
};

/** Named in the contract, and answered plainly until they exist. */
const later = ["problem", "mark", "mcp"];

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === "help" || [name, ...options(args)].some(asksForHelp)) {
    process.stdout.write(help);
    return name === undefined ? 2 : 0;
  }
  if (name === "--version" || name === "-V") {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return command(args);
  if (later.includes(name))
    throw new Failure(`“tacit ${name}” does not exist yet.`, "See “tacit help” for what does.");
  throw new Failure(`There is no command “${name}”.`, "See “tacit help”.");
}

const asksForHelp = (arg: string): boolean => arg === "--help" || arg === "-h";

/** Behind `--` stand formulas and paths. */
const options = (args: readonly string[]): readonly string[] =>
  args.includes("--") ? args.slice(0, args.indexOf("--")) : args;

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

if (!serveAsWorker())
  main(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      if (error instanceof Failure)
        process.stderr.write(`tacit: ${error.message}\n${error.remedy}\n`);
      else
        process.stderr.write(
          `tacit: this is a bug in Tacit. ${error instanceof Error ? error.stack : String(error)}\n`,
        );
      process.exitCode = 2;
    },
  );
