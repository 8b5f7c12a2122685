import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**'],
    // For slow machines; no test waits for a clock.
    testTimeout: 30_000,
  },
});
