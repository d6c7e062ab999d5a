// What is kept on the device: one cache a language and version, whole once its list is in it.
const place = document.querySelector("[data-offline]");
const root = new URL("./", new URL(place.dataset.worker, document.baseURI)).href;
const listAddress = new URL(place.dataset.offline, document.baseURI).href;
const language = place.dataset.locale;
const prefix = "camnang " + root + " " + language + " ";
const mark = root + "kept";
const ATONCE = 6;

const mine = () => caches.keys().then((names) => names.filter((name) => name.startsWith(prefix)));

// The list of what is kept whole, and its cache; nothing when there is none.
async function keptNow() {
  for (const name of await mine()) {
    const cache = await caches.open(name);
    const list = await cache.match(mark);
    if (list) return { name, cache, list: await list.json() };
  }
  return null;
}

const fresh = () => fetch(listAddress, { cache: "no-store" }).then((answer) => {
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
});

// Keeps everything a list names; what an older version has in the same state is taken from there.
async function keep(list, told) {
  const old = await keptNow();
  const known = new Map(old ? old.list.files.map((file) => [file[0], file[1]]) : []);
  const name = prefix + list.version;
  if (old && old.name === name) return;
  await caches.delete(name);
  const cache = await caches.open(name);
  const waiting = list.files.slice();
  let done = 0;
  async function work() {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const address = root + file[0].split("/").map(encodeURIComponent).join("/");
      const had = old && known.get(file[0]) === file[1] ? await old.cache.match(address) : null;
      const answer = had || await fetch(address, { cache: "no-cache" });
      if (!answer.ok || answer.redirected) {
        waiting.length = 0;
        throw new Error(address);
      }
      await cache.put(address, answer);
      done += file[2];
      told(Math.min(99, Math.floor((100 * done) / list.bytes)));
    }
  }
  // The others end before anything is said: none may write on after a failure.
  const ends = await Promise.allSettled(Array.from({ length: ATONCE }, work));
  const failure = ends.find((end) => end.status === "rejected");
  if (failure) {
    await caches.delete(name);
    throw failure.reason;
  }
  await cache.put(mark, new Response(JSON.stringify(list), { headers: { "content-type": "application/json" } }));
  for (const other of await mine()) if (other !== name) await caches.delete(other);
}

// Takes away what is kept; with the last language the worker goes too.
async function forget() {
  for (const name of await mine()) await caches.delete(name);
  const left = (await caches.keys()).some((name) => name.startsWith("camnang " + root + " "));
  const worker = await navigator.serviceWorker.getRegistration(root);
  if (!left && worker) await worker.unregister();
}
