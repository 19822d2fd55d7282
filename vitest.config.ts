import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    reporters: ['default', './tests/support/count-tests.ts'],
    globalSetup: './tests/support/lend-databases.ts',
    // Left to itself, Vitest uses one worker on two cores.
    maxWorkers: 2,
    // Long enough for a busy machine: a test that needs time waits for what it needs, it never measures.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    taskTitleValueFormatTruncate: 0,
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        // After the others, one file at a time: each has a server and a browser of its own on two cores.
        extends: true,
        test: {
          name: 'end to end',
          include: ['tests/e2e/**/*.test.ts'],
          sequence: { groupOrder: 1 },
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
