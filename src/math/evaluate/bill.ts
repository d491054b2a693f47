/** What an evaluation has cost, and where it has to end: counted, so that it ends at the same place on every machine. */
import { Exhausted, type NumberKind } from "./number/field";

export interface Bill {
  /** Multiply-adds of doubles. */
  cost: number;
  readonly most: number;
}

/** Multiply-adds one evaluation may spend where the caller sets no limit. */
const most = 5_000_000;

export const openBill = (allowance: number = most): Bill => ({
  cost: 0,
  most: Math.min(most, Math.max(0, allowance)),
});

/** What an operation costs beside one in doubles. */
export const weights: Readonly<Record<NumberKind, number>> = { prime: 1, double: 1, digits: 10 };

export function charge(bill: Bill, work: number): void {
  bill.cost += work;
  if (bill.cost > bill.most) throw new Exhausted();
}
