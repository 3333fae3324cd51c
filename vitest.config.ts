import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // A process for each file costs as much as half of the tests. So no file may leave anything behind in its process.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // By itself vitest leaves one of two cores idle, and most long tests wait for processes of their own.
    maxWorkers: 2,
    coverage: {
      provider: "v8",
      include: ["src/**", "api/**"],
      // It runs in a process of its own, built, in test/dist.test.ts and test/journey.test.ts.
      exclude: ["src/main.ts"],
      reporter: [["text", { skipFull: true }]],
      // What is missing are branches of the follow-ups and of a few rules.
      thresholds: { lines: 99.9, statements: 99.7, functions: 99.8, branches: 99 },
    },
  },
});
