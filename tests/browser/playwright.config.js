// Runs the reader's tests in Debian's Chromium, on a phone and on a desk.
import { defineConfig } from '@playwright/test';
import { launchOptions } from './lib/chromium.js';

const chromium = { browserName: 'chromium', launchOptions };

export default defineConfig({
  testDir: 'cases',
  outputDir: 'out',
  fullyParallel: true,
  workers: 2,
  forbidOnly: !!process.env.CI,
  // On a shared machine a browser may be starved for seconds; what fails twice is a fault.
  retries: process.env.CI ? 1 : 0,
  reporter: process.env.CI ? 'line' : 'list',
  projects: [
    { name: 'phone', use: { ...chromium, viewport: { width: 360, height: 740 }, hasTouch: true } },
    { name: 'desk', use: { ...chromium, viewport: { width: 1440, height: 900 } } },
  ],
});
