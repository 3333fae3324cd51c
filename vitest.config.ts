import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    coverage: {
      provider: "v8",
      include: ["src/**", "api/**"],
      // It runs in a process of its own, built, in test/dist.test.ts and test/journey.test.ts.
      exclude: ["src/main.ts"],
      reporter: [["text", { skipFull: true }]],
      thresholds: { 100: true },
    },
  },
});
