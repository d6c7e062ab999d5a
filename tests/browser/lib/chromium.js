// Which Chromium the tests and benches drive, and how it is started.
import { chromium } from '@playwright/test';

export const launchOptions = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
};

/** A browser of one's own, for benches that run outside the test runner. */
export const launch = () => chromium.launch(launchOptions);
