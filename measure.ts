import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Reviewer } from "./src/review/reviewer";
const [kind, everyS, offS, out] = process.argv.slice(2) as [string,string,string,string];
const every = Number(everyS), off = Number(offS);
const lines: string[] = [];
const show = (id: string, latex: string, macros: any, path: string) => {
  const r = new Reviewer({ conventions: {}, assume: [], macros, search: true, seed: 1, version: "bench" });
  const review = r.review(path, latex, { read: () => undefined });
  for (const f of review.files) for (const [d, display] of f.displays.entries()) display.steps.forEach((step, i, all) => {
    const interior = all[i-1]?.right === step.left;
    lines.push(JSON.stringify({ id, line: step.end.line, d, interior, v: step.verdict, why: step.why, tacit: step.tacit, detail: step.detail, kind: step.kind, src: `${step.left} ${step.relation} ${step.right}`.replace(/\s+/g, " "), readAs: step.readAs, prem: step.premises.map(p => `${p.source}:${p.id}:${p.source === "stated" ? p.latex + "@" + p.where?.line : p.name}`), unreadPrem: step.unreadPremises, diag: step.diagnosis, ms: step.ms }));
  });
};
if (kind === "chains") {
  const items = readFileSync("../shared/corpora/chains.jsonl", "utf8").split("\n").filter(Boolean).map(l => JSON.parse(l)).filter((_, i) => i % every === off);
  for (const it of items) show(it.id, it.latex, Object.values(it.macros).join("\n"), `${it.id}.tex`);
} else {
  const root = "../shared/corpora/documents";
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(p => p.endsWith(".tex")).filter((_, i) => i % every === off);
  for (const p of paths) show(p, readFileSync(join(root, p), "utf8"), {}, join(root, p));
}
writeFileSync(out, lines.join("\n") + "\n");
const all = lines.map(l => JSON.parse(l));
const held = (s: any) => s.v === "proved" || s.v === "agrees";
const tally = (xs: any[]) => { const m: Record<string, number> = {}; for (const s of xs) { const k = s.why ? "open:" + s.why : s.tacit ? "tacit" : s.v; m[k] = (m[k] ?? 0) + 1; } return Object.entries(m).sort((a,b)=>b[1]-a[1]).map(([k,n])=>`${k} ${n}`).join(" · "); };
const int = all.filter(s => s.interior);
console.log(`all ${all.length}: ${tally(all)}`);
console.log(`interior ${int.length}: ${tally(int)}`);
console.log(`interior held ${int.filter(held).length} (${(100*int.filter(held).length/int.length).toFixed(1)}%), without tacit ${int.filter(s=>held(s)&&!s.tacit).length} (${(100*int.filter(s=>held(s)&&!s.tacit).length/int.length).toFixed(1)}%), with stated ${int.filter(s=>held(s)&&s.prem.some((p:string)=>p.startsWith("stated"))).length}`);
