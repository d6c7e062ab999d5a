// Data: loads the scripts of an index and reads what is in them. Scripts, because a page on a disk may load
// nothing else.
camnang.search.data = (function () {
  "use strict";
  const text = camnang.search.text;

  // What a data script calls.
  function take(name, payload) {
    const script = document.currentScript;
    if (script && script.camnangTake) script.camnangTake(payload);
  }

  // What one task may take before the page paints and takes keys, in milliseconds, and when the last one began.
  const SLICE = 8;
  let began = -SLICE;

  // Lets the browser paint and take keys between two pieces of work.
  function pause(value) {
    return new Promise(function (resolve) {
      const channel = new MessageChannel();
      channel.port1.onmessage = function () {
        channel.port1.close();
        began = performance.now();
        resolve(value);
      };
      channel.port2.postMessage(0);
    });
  }

  // Scripts are asked for one a task: to begin a request takes a slow phone some milliseconds.
  let turn = Promise.resolve();

  function load(address) {
    // The edition of one file holds everything already.
    const held = camnang.search.held;
    if (held) {
      const payload = held[/([^/]+)\.js(?:\?.*)?$/.exec(address)[1]];
      return payload === undefined ? Promise.reject(new Error("no data for " + address)) : Promise.resolve(payload);
    }
    turn = turn.then(pause);
    return turn.then(() => begin(address));
  }

  function begin(address) {
    return new Promise(function (resolve, reject) {
      const script = document.createElement("script");
      let payload;
      script.camnangTake = (given) => (payload = given);
      script.onload = function () {
        script.remove();
        if (payload === undefined) reject(new Error("no data in " + address));
        else resolve(payload);
      };
      script.onerror = function () {
        script.remove();
        reject(new Error("cannot load " + address));
      };
      script.src = address;
      document.head.appendChild(script);
    });
  }

  // Whether it is time for a pause. What does not follow a pause has taken long.
  const isLong = () => performance.now() - began > SLICE;

  // One number: characters from "]" on say that it goes on, those from "#" on end it.
  function numbers(code) {
    const found = [];
    let value = 0;
    let unit = 1;
    for (let at = 0; at < code.length; at += 1) {
      const c = code.charCodeAt(at);
      if (c > 92) {
        value += (c - 93 + 57) * unit;
        unit *= 31;
      } else {
        found.push(value + (c - 35) * unit);
        value = 0;
        unit = 1;
      }
    }
    return found;
  }

  // An entry of a shard. Its postings are read when they are asked for.
  class Entry {
    constructor(fields) {
      this.surface = fields[0];
      this.spelling = text.spelling(this.surface);
      this.code = fields[1];
      // Only holds sentences together.
      this.stop = false;
      // Names of one thing, of which this is one.
      this.names = null;
    }

    // Documents and levels, beside each other.
    get postings() {
      if (!this.read) {
        const list = numbers(this.code);
        const documents = new Uint32Array(list.length);
        const levels = new Uint8Array(list.length);
        let document = -1;
        list.forEach(function (number, at) {
          document += 1 + (number >> 4);
          documents[at] = document;
          levels[at] = number & 15;
        });
        this.read = { documents, levels };
      }
      return this.read;
    }
  }

  // All that is known of one fold.
  class Group {
    constructor() {
      this.entries = [];
      // Entries for names of the glossary.
      this.names = [];
      // Folds of other forms of the word.
      this.kin = [];
      // Where its pairs are: the first shard, then the second words from which on further shards go on.
      this.pairs = null;
    }

    add(line) {
      const fields = line.split("|");
      const entry = new Entry(fields);
      fields.slice(2).forEach((field) => {
        const list = field.slice(1).split(";");
        if (field[0] === "!") entry.stop = true;
        else if (field[0] === "=") this.kin = list;
        else if (field[0] === "@") entry.names = list;
        else this.pairs = list;
      });
      (entry.names ? this.names : this.entries).push(entry);
    }
  }

  // A shard: fold → group, in order.
  function shard(payload) {
    const groups = new Map();
    payload.split("~").forEach((line) => {
      const key = text.fold(line.slice(0, line.indexOf("|")).toLowerCase());
      if (!groups.has(key)) groups.set(key, new Group());
      groups.get(key).add(line);
    });
    return groups;
  }

  // The number of the last of `firsts` that is not greater than a key; 0 when all are.
  function place(firsts, key) {
    let low = 0;
    let high = firsts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firsts[middle] <= key) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  // What state an index is in now: a few bytes that no cache may answer for.
  const version = (base) => load(base + "version.js?" + Date.now());

  const NOTHING = Object.freeze(new Group());

  // The files of one index.
  class Store {
    // `version`: of the state of the index that the directory belongs to; part of every address, so that nothing a browser
    // has kept of another state is taken for this one.
    constructor(base, version, directory) {
      this.base = base;
      this.version = version;
      this.directory = directory;
      this.loaded = new Map();
      this.firsts = directory.words ? directory.words.split("|") : [];
    }

    file(name, make) {
      if (!this.loaded.has(name)) {
        const loading = load(this.base + name + ".js?" + this.version).then((payload) => (make ? pause(payload).then(make) : payload));
        // What failed may be tried again.
        loading.catch(() => this.loaded.delete(name));
        this.loaded.set(name, loading);
      }
      return this.loaded.get(name);
    }

    // What is known of a fold.
    group(fold) {
      if (!this.firsts.length) return Promise.resolve(NOTHING);
      return this.file("w" + place(this.firsts, fold), shard).then((groups) => groups.get(fold) || NOTHING);
    }

    // [{ fold, entry }] of words that begin with a text, from at most `most` shards.
    beginning(start, most) {
      if (!this.firsts.length) return Promise.resolve([]);
      const from = place(this.firsts, start);
      const to = Math.min(place(this.firsts, start + "\uffff"), from + most - 1);
      return this.gathered("w", from, to, (fold) => fold.startsWith(start));
    }

    // Pairs of a word: those whose second word begins with a text, from at most `most` shards.
    pairs(first, group, second, most) {
      if (!group.pairs) return Promise.resolve([]);
      const firsts = [""].concat(group.pairs.slice(1));
      const base = Number(group.pairs[0]);
      const from = place(firsts, second);
      const to = Math.min(place(firsts, second + "\uffff"), from + most - 1);
      const start = first + " " + second;
      return this.gathered("p", base + from, base + to, (fold) => fold.startsWith(start));
    }

    // The pair of two words.
    pair(first, group, second) {
      if (!group.pairs) return Promise.resolve([]);
      const number = Number(group.pairs[0]) + place([""].concat(group.pairs.slice(1)), second);
      return this.file("p" + number, shard).then((groups) => (groups.get(first + " " + second) || NOTHING).entries);
    }

    // [{ fold, entry }] of the shards from one number to another that a test lets pass.
    gathered(letter, from, to, passes) {
      const shards = [];
      for (let at = from; at <= to; at += 1) shards.push(this.file(letter + at, shard));
      return Promise.all(shards).then((all) => {
        const found = [];
        all.forEach((groups) => groups.forEach((group, fold) => {
          if (passes(fold)) group.entries.forEach((entry) => found.push({ fold, entry }));
        }));
        return found;
      });
    }

    // Folds of frequent words: what slips are corrected by.
    vocabulary() {
      return this.file("v", function (payload) {
        const words = [];
        let word = "";
        payload.replace(/([A-Z])([^A-Z]*)/g, function (all, shared, rest) {
          word = Array.from(word).slice(0, shared.charCodeAt(0) - 65).join("") + rest;
          words.push(word);
        });
        return words;
      });
    }

    fragment(number) {
      return this.file("f" + number);
    }
  }

  return { take, load, version, pause, isLong, numbers, Store };
})();
camnang.search.take = camnang.search.data.take;
