/** `npm run bench -- NAME [PATH]`: the figures of the project, from its own commands. */
import { adjudicated } from "./adjudicated";
import { chains } from "./chains";
import { documents } from "./documents";
import { expand } from "./expand";
import { identities } from "./identities";
import { read } from "./read";
import { slips } from "./slips";
import { tacit } from "./tacit";

const benches: Readonly<Record<string, (args: readonly string[]) => void | Promise<void>>> = {
  read,
  identities,
  tacit,
  chains,
  documents,
  slips,
  expand,
  adjudicated,
};

const [name = "", ...args] = process.argv.slice(2);
const bench = benches[name];
if (bench)
  Promise.resolve(bench(args)).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  });
else {
  process.stderr.write(`Usage: npm run bench -- ${Object.keys(benches).join("|")} [PATH]\n`);
  process.exitCode = 2;
}
