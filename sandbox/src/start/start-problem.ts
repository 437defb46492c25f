/** A reason not to start that a person can do something about. The message is one paragraph with the way out. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}
