/** Something a person can do something about: its message is one paragraph that says what happened and the way out. */
export class Problem extends Error {
  name = 'Problem';
}

/** Runs `main`; a Problem is told in its own words, anything else with its stack, and both end with exit code 1. */
export async function tellProblems(main) {
  try {
    await main();
  } catch (error) {
    if (error instanceof Problem) console.error(`\n${error.message}\n`);
    else console.error(error);
    process.exitCode = 1;
  }
}
