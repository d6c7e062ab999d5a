// The control at the foot of a page: offers, names the size, shows how far it is, tells of a new version.
const status = place.querySelector("[data-offline-status]");
const buttons = place.querySelector("[data-offline-buttons]");
let words = {};

const say = (text) => (status.textContent = text);

function offer(...choices) {
  buttons.textContent = "";
  choices.forEach(function ([text, act]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.addEventListener("click", act);
    buttons.append(button);
  });
}

// Sizes as file managers show them.
function size(bytes) {
  const [unit, value] = bytes < 1e6 ? ["kB", Math.ceil(bytes / 1e3)] : ["MB", bytes / 1e6];
  return value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 }) + " " + unit;
}

async function start(list, after) {
  offer();
  say(words.progress.replace("{percent}", "0"));
  try {
    await navigator.serviceWorker.register(new URL(place.dataset.worker, document.baseURI).href);
    await navigator.serviceWorker.ready;
    await keep(list, (percent) => say(words.progress.replace("{percent}", percent)));
    after();
  } catch (error) {
    say(words.failed);
    offer([words.keep.replace("{size}", size(list.bytes)), () => start(list, after)]);
  }
}

function isKept() {
  say(words.kept);
  offer([words.remove, () => forget().then(() => ask())]);
}

// Before anything is kept: what it is, how large it is.
async function ask() {
  try {
    const list = await fresh();
    words = list.words;
    say(words.text);
    offer([words.keep.replace("{size}", size(list.bytes)), () => start(list, isKept)]);
  } catch (error) {
    say(place.dataset.failed);
    offer();
  }
}

async function begin() {
  const now = await keptNow();
  if (!now) {
    if (place.dataset.asked) await ask();
    return;
  }
  words = now.list.words;
  isKept();
  // Without a connection there is no newer list to be had, and nothing to tell.
  const list = await fresh().catch(() => null);
  if (!list || list.version === now.list.version) return;
  words = list.words;
  place.classList.add("offline-new");
  say(words.new);
  offer([words.refresh, () => start(list, () => location.reload())], [words.remove, () => forget().then(() => location.reload())]);
}

place.hidden = false;
begin();
