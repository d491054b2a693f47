/** Nodes of a formula as one line of text, for tests. */
import type { TexNode } from "../../src/paper/latex/node";

export const showNodes = (nodes: readonly TexNode[]): string => nodes.map(show).join(" ");

function show(node: TexNode): string {
  switch (node.kind) {
    case "char":
      return node.text;
    case "command":
      return `\\${node.name}${node.args.map((arg) => (arg ? `{${showNodes(arg)}}` : "[]")).join("")}`;
    case "fence":
      return `${node.side}${node.delimiter || "."}`;
    case "group":
      return `{${showNodes(node.children)}}`;
    case "script":
      return `${node.place === "sub" ? "_" : "^"}{${showNodes(node.children)}}`;
    case "words":
      return `“${node.text}”`;
    case "table":
      return `${node.environment}[${node.rows.map((row) => row.map(showNodes).join(" & ")).join(" ; ")}]`;
    case "column":
      return "&";
    case "row-end":
      return "\\\\";
    case "comment":
      return `%${node.text}`;
  }
}
