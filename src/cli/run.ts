import { processIo } from './io';
import { main } from './main';

/** Runs the command line that this process was started with. */
export async function run(): Promise<void> {
  // A reader that ends early, as `head` does, is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  // The exit waits for what is still to be written.
  process.exitCode = await main(process.argv.slice(2), processIo());
}
