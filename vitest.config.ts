import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };
const exclude = ["**/node_modules/**", "e2e/**", ".next/**", "dist/**"];

export default defineConfig({
  test: {
    // One per core; without a word Vitest leaves one core to the person at the keyboard.
    maxWorkers: "100%",
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          env: { LOG_LEVEL: "silent" },
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...exclude, "**/*.db.test.ts"],
        },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          env: { LOG_LEVEL: "silent" },
          include: ["**/*.db.test.ts"],
          exclude,
          globalSetup: ["tests/database.global.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
