import { defineConfig } from 'vite';

// The command line in files that need nothing beside them but Node.
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20.19',
    outDir: 'out/cli',
    emptyOutDir: true,
    minify: true,
    rolldownOptions: {
      input: { briefwright: 'src/cli/index.ts', half: 'src/disk/engine/sweep/half.ts' },
      // All in one folder: what stands beside the program is found from any of its files.
      output: { chunkFileNames: '[name].js' },
    },
  },
  ssr: { noExternal: true },
});
