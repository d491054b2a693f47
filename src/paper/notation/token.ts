/** One string for each TeX node, by which rules are found. */
import type { TexNode } from "../latex/node";

/** `x`, `\alpha`, `(` (sized or not), `_`, `^`, `{}` for a group, `<words>`, `<table>`, `&`, `\\`, `%`. */
export function tokenOf(node: TexNode | undefined): string {
  if (!node) return "";
  switch (node.kind) {
    case "char":
      return node.text;
    case "command":
      return `\\${node.name}`;
    case "fence":
      return node.delimiter === "" ? "." : node.delimiter;
    case "group":
      return "{}";
    case "script":
      return node.place === "sub" ? "_" : "^";
    case "words":
      return "<words>";
    case "table":
      return "<table>";
    case "column":
      return "&";
    case "row-end":
      return "\\\\";
    case "comment":
      return "%";
  }
}

/** The source of some nodes, near enough for a gap to be recognised. */
export function sourceOf(nodes: readonly TexNode[]): string {
  return nodes.map(sourceOfNode).join("");
}

function sourceOfNode(node: TexNode): string {
  switch (node.kind) {
    case "group":
      return `{${sourceOf(node.children)}}`;
    case "script":
      return `${tokenOf(node)}{${sourceOf(node.children)}}`;
    case "words":
      return `\\text{${node.text}}`;
    case "command": {
      const args = node.args.map((arg) => (arg ? `{${sourceOf(arg)}}` : ""));
      return `${tokenOf(node)}${args.join("") || (/[a-zA-Z]$/.test(node.name) ? " " : "")}`;
    }
    case "table":
      return `\\begin{${node.environment}}${node.rows
        .map((row) => row.map(sourceOf).join("&"))
        .join("\\\\")}\\end{${node.environment}}`;
    case "comment":
      return "";
    default:
      return tokenOf(node);
  }
}

export const isDigit = (node: TexNode | undefined): boolean =>
  node?.kind === "char" && /^[0-9]$/.test(node.text);
