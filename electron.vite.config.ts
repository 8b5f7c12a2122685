import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// One build runs on every Electron from 33 up; the targets are pinned because
// electron-vite would otherwise read them off the installed electron package.
export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      target: 'node20.18',
      minify: true,
      rolldownOptions: { output: { format: 'es', charset: 'ascii' } },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      // A sandboxed preload is loaded as CommonJS.
      rolldownOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    build: {
      target: 'chrome130',
      minify: true,
      rolldownOptions: {
        // What the first screen needs comes in one piece: each request is a trip to a busy process.
        // Of ASCII alone, V8 keeps its text in half the memory.
        output: {
          charset: 'ascii',
          codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] },
        },
      },
    },
    plugins: [react()],
  },
});
