/** Whether a name is used so: in the statement, or as a rule of the document. */
import type { Use } from "./context";
import type { Page } from "./reader";
import { uses } from "./survey";

export const everUsed = (page: Page, name: string, use: Use, bold = false): boolean =>
  uses(page.survey, name, use, bold) + page.context.uses(bold ? `*${name}` : name, use) > 0;
