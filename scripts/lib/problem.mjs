/** Something the user can mend; its message says what happened and what to do. */
export class Problem extends Error {}

/**
 * Runs a command's main function: its number becomes the exit code, a Problem is printed as a
 * sentence, anything else keeps its stack.
 * @param {() => Promise<number>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof Problem ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
