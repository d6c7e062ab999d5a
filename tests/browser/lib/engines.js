// Firefox ESR and WebKitGTK as Debian ships them, behind the few things that the smoke tests do:
// `{ goto, run, type, key, until, fresh, close }`. Playwright drives only browsers of its own making.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import puppeteer from 'puppeteer-core';
import { Builder, Capabilities, Key } from 'selenium-webdriver';

/** Whether a function of the page comes to say yes, asked every 100 ms for `seconds`. */
const until = (run) => async (probe, argument, seconds = 20) => {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await run(probe, argument).catch(() => undefined);
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`never came true: ${probe}`);
    await new Promise((done) => { setTimeout(done, 100); });
  }
};

/** Firefox over WebDriver BiDi. */
export async function firefox() {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
    headless: true,
    extraPrefsFirefox: { 'intl.accept_languages': 'vi' },
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 360, height: 740 });
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  const run = (probe, argument) => page.evaluate(probe, argument);
  return {
    name: `Firefox ${(await browser.version()).replace(/^firefox\//i, '')}`,
    faults,
    run,
    until: until(run),
    goto: (address) => page.goto(address, { waitUntil: 'load' }),
    type: (selector, text) => page.locator(selector).fill(text),
    close: () => browser.close(),
  };
}

const free = () => new Promise((done) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => done(port));
  });
});

/** WebKitGTK's MiniBrowser through WebKitWebDriver, on a screen that is not there (Xvfb). */
export async function webkit() {
  const [port, display] = [await free(), `:${100 + (process.pid % 400)}`];
  const screen = spawn('Xvfb', [display, '-screen', '0', '800x900x24', '-nolisten', 'tcp'], { stdio: 'ignore' });
  const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    // A sandbox of its own needs rights that a container does not give; nothing from outside is opened here.
    env: { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', LIBGL_ALWAYS_SOFTWARE: '1', GDK_BACKEND: 'x11', LANG: 'C.UTF-8' },
    stdio: 'ignore',
  });
  const stop = () => [driver, screen].forEach((child) => child.kill());
  try {
    const wanted = new Capabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser', args: ['--automation'] },
    });
    const session = await connect(`http://127.0.0.1:${port}`, wanted);
    const capabilities = await session.getCapabilities();
    const run = (probe, argument) => session.executeScript(`return (${probe})(arguments[0])`, argument);
    return {
      name: `WebKitGTK ${capabilities.get('browserVersion')}`,
      faults: [],
      run,
      until: until(run),
      goto: (address) => session.get(address),
      async type(selector, text) {
        const field = await session.findElement({ css: selector });
        await field.click();
        await field.sendKeys(text);
      },
      close: () => session.quit().finally(stop),
    };
  } catch (failure) {
    stop();
    throw failure;
  }
}

/** The driver takes a moment to listen. */
async function connect(address, wanted) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await new Builder().usingServer(address).withCapabilities(wanted).build();
    } catch (failure) {
      if (tries > 50 || !/ECONNREFUSED/.test(`${failure.message}${failure.code}`)) throw failure;
      await new Promise((done) => { setTimeout(done, 200); });
    }
  }
}
