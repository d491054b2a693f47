/** Reviews of a changed text, as far as they are wanted. */
import type { ReviewText } from "../proposals/dispose";
import type { Desk } from "./desk";
import type { Settings } from "./settings";

export const reviewUntil =
  (desk: Desk, uri: string, settings: Settings, signal: AbortSignal): ReviewText =>
  async (text, isEnough) => {
    let last: Awaited<ReturnType<ReviewText>>;
    for await (const partial of desk.reviewText(uri, text, settings, signal)) {
      last = partial;
      if (isEnough(partial)) break;
    }
    return last;
  };
