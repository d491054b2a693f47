/** Reviews many manuscripts, on one thread or several, with progress on long work. */
import { readFileSync } from "node:fs";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import type { FileData, ReviewData } from "../protocol/review";
import { merge } from "../review/merge";
import { Reviewer, type ReviewSettings } from "../review/reviewer";
import { Failure } from "./failure";
import { version } from "./version";

export interface ReviewAllOptions extends Omit<ReviewSettings, "version"> {
  readonly jobs: number;
}

export async function reviewAll(
  paths: readonly string[],
  { jobs, ...settings }: ReviewAllOptions,
): Promise<ReviewData> {
  const began = performance.now();
  const progress = progressLine(paths.length);
  const complete = { ...settings, version };
  const reviews =
    jobs > 1 && paths.length > 1
      ? await inWorkers(paths, complete, jobs, progress)
      : paths.map((path) => {
          progress(path);
          return reviewOne(path, complete);
        });
  progress(undefined);
  return merge(reviews, (performance.now() - began) / 1000);
}

function reviewOne(path: string, settings: ReviewSettings): ReviewData {
  const reviewer = new Reviewer(settings);
  const bytes = contents(path);
  const text = bytes instanceof Failure ? undefined : decode(bytes);
  if (text !== undefined)
    return reviewer.review(path === "-" ? "standard input" : path, text, { read: readBeside });
  if (bytes instanceof Failure)
    return reviewer.unreadable(path, `${bytes.message} ${bytes.remedy}`);
  const line = brokenLine(bytes);
  if (bytes.includes(0))
    return reviewer.unreadable(path, "This is no text, so nothing in it was read.", line);
  const review = reviewer.review(path, new TextDecoder("windows-1252").decode(bytes), {
    read: readBeside,
  });
  return withProblem(review, {
    line,
    message: "This is not UTF-8 text; it was read as Latin-1. Save it as UTF-8.",
    fatal: true,
  });
}

/** Said of the first file, the one that was asked for. */
const withProblem = (review: ReviewData, problem: FileData["problems"][number]): ReviewData => ({
  ...review,
  files: review.files.map((file, i) =>
    i === 0 ? { ...file, problems: [problem, ...file.problems] } : file,
  ),
});

/** The first line that is no UTF-8, counted from 1. */
function brokenLine(bytes: Uint8Array): number | null {
  let line = 1;
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf(10, from);
    const to = end < 0 ? bytes.length : end + 1;
    if (decode(bytes.subarray(from, to)) === undefined) return line;
    from = to;
  }
  return null;
}

function contents(path: string): Uint8Array | Failure {
  try {
    return readFileSync(path === "-" ? 0 : path);
  } catch {
    return new Failure("The file could not be read.", "Check its permissions.");
  }
}

/** Text, unless the bytes are no UTF-8 or hold a null character as binaries do. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\u0000") ? undefined : text;
  } catch {
    return undefined;
  }
}

function readBeside(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** Several threads take the files in turn; the results keep the order of the paths. */
async function inWorkers(
  paths: readonly string[],
  settings: ReviewSettings,
  jobs: number,
  progress: (path: string) => void,
): Promise<readonly ReviewData[]> {
  const results: ReviewData[] = [];
  let next = 0;
  const serve = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(__filename, { workerData: { settings } });
      const give = () => {
        const at = next++;
        const path = paths[at];
        if (path === undefined) {
          worker.postMessage(null);
          return;
        }
        progress(path);
        worker.once("message", (review: ReviewData) => {
          results[at] = review;
          give();
        });
        worker.postMessage(path);
      };
      worker.once("error", reject);
      worker.once("exit", () => resolve());
      give();
    });
  await Promise.all(Array.from({ length: Math.min(jobs, paths.length) }, serve));
  return results;
}

/** The other end, when this bundle runs as a worker. */
export function serveAsWorker(): boolean {
  if (isMainThread || !parentPort) return false;
  const port = parentPort;
  const { settings } = workerData as { readonly settings: ReviewSettings };
  port.on("message", (path: string | null) => {
    if (path === null) port.close();
    else port.postMessage(reviewOne(path, settings));
  });
  return true;
}

function progressLine(total: number): (path: string | undefined) => void {
  let done = 0;
  if (!process.stderr.isTTY || total < 2) return () => undefined;
  return (path) => {
    const text = path === undefined ? "" : `${++done} of ${total}  ${path}`;
    process.stderr.write(`\r\u001b[K${text}`);
  };
}
