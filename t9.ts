import { stepsOf, paperOf } from "./test/kit/paper";
import { readFileSync } from "node:fs";
const p = paperOf(readFileSync(process.argv[2]!, "utf8"));
for (const s of stepsOf(p)) for (const q of [...s.premises, ...s.far.map(f=>f.premise), ...s.candidates.map(c=>c.premise)]) if (!p.places.get(q)) console.log("noplace", s.left, q.latex);
