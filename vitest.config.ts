import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**'],
    setupFiles: ['tests/support/patience.ts'],
    // For slow machines; no test waits for a clock.
    testTimeout: 60_000,
  },
});
