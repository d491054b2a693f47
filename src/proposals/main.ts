/** What programs load with their first question to a model, as a file of its own. */
export { asker } from "../models/ask";
export { probe } from "../models/probe";
export { answeredWhole, probedWords } from "../models/probedWords";
export { choose, profilesFrom, staysHere } from "../models/profile";
export { payload, propose } from "./propose";
