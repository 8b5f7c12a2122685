import module from 'node:module';

/** There from Node 22.1 on. */
interface CompileCache {
  enableCompileCache?(): unknown;
}

// What V8 makes of the code is kept from one run to the next.
(module as CompileCache).enableCompileCache?.();
const { run } = await import('./run');
await run();
