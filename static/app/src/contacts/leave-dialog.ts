/** What a dialog with a form shows, as far as leaving it is concerned. */
export interface DialogStanding {
  /** Two versions of the record stand in place of the form. */
  conflict: boolean;
  /** The person is being asked whether to drop what was written. */
  asking: boolean;
  /** Something was written that is not saved. */
  written: boolean;
}

/** What Escape does in a dialog with a form: one step back, and never away from what was written without a question. */
export function leaveDialog({ conflict, asking, written }: DialogStanding): 'back-to-form' | 'ask' | 'close' {
  if (conflict || asking) return 'back-to-form';
  return written ? 'ask' : 'close';
}
