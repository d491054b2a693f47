/** `\qty`: a sized pair in the physics package, a number with its unit in siunitx. */
import { type Argument, nextSolid, readArguments } from "./arguments";
import { sizes } from "./layout";
import { type Site, spanTo } from "./site";
import type { Token } from "./token";

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "|": "|" };

/** The pair `\pqty{…}` and its relatives stand for. */
const braced: Readonly<Record<string, readonly [string, string]>> = {
  pqty: ["(", ")"],
  bqty: ["[", "]"],
  vqty: ["|", "|"],
};

export const quantities = new Set(["qty", "pqty", "bqty", "vqty", "Bqty"]);

export function readQuantity(token: Token, site: Site): void {
  const { stream, nodes } = site;
  readArguments(stream, [{ kind: "flag", text: "*" }]);
  let next = nextSolid(stream);
  while (next?.kind === "command" && sizes.has(next.text)) {
    stream.raw();
    next = nextSolid(stream);
  }
  const close = next?.kind === "char" ? closing[next.text] : undefined;
  if (next && close) {
    const [argument] = readArguments(stream, [{ kind: "optional", open: next.text, close }]);
    if (argument) {
      pushFenced(argument, [next.text, close], token, site);
      return;
    }
  }
  if (next?.kind !== "open") {
    nodes.push({ kind: "command", name: "qty", args: [], span: spanTo(token) });
    return;
  }
  const plain = token.text === "qty";
  const [first, second] = readArguments(stream, [
    { kind: "mandatory" },
    ...(plain ? [{ kind: "braced" } as const] : []),
  ]);
  if (first && second)
    nodes.push({
      kind: "command",
      name: "SI",
      args: [undefined, site.inside(first), undefined, site.inside(second)],
      span: spanTo(token, second),
    });
  else if (first) pushFenced(first, braced[token.text] ?? ["\\{", "\\}"], token, site);
}

function pushFenced(
  argument: Argument,
  [left, right]: readonly [string, string],
  token: Token,
  { nodes, inside }: Site,
): void {
  const { start, end } = argument;
  const opens = { start: token.start, end: Math.max(token.end, start + 1) };
  nodes.push({ kind: "fence", side: "left", delimiter: left, span: opens }, ...inside(argument), {
    kind: "fence",
    side: "right",
    delimiter: right,
    span: { start: Math.max(0, end - 1), end },
  });
}
