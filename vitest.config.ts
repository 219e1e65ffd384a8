import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: {
    include: ['test/unit/**/*.test.ts', 'test/unit/**/*.test.tsx'],
    environment: 'node',
    setupFiles: ['test/support/slowMachine.ts'],
    testTimeout: 60_000,
    pool: 'forks',
    // Vitest would leave one core to itself, which on two cores means one file at a time.
    maxWorkers: '100%',
  },
});
