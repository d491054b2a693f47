import { readFileSync } from "node:fs";
import { freshReviewer } from "./test/kit/freshReviewer";
for (const path of process.argv.slice(2)) {
  const t0 = performance.now();
  const r = freshReviewer();
  const { files } = r.review(path, readFileSync(path, "utf8"), { read: () => undefined });
  const steps = files.flatMap((f) => f.displays.flatMap((d) => d.steps));
  const slow = steps.filter((s) => s.ms > 1500);
  console.log(path.slice(-50), steps.length, (performance.now() - t0) | 0, "ms", JSON.stringify(slow.map((s) => [s.end.line, s.ms | 0, s.verdict, s.why, s.left.slice(0, 60)])));
}
