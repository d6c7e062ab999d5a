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

  function load(address) {
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
    constructor(line) {
      const fields = line.split("|");
      this.surface = fields[0];
      this.spelling = text.spelling(this.surface);
      this.code = fields[1];
      this.extra = fields.slice(2);
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

  // A shard: fold → entries, and the folds in order.
  class Shard {
    constructor(payload) {
      this.entries = new Map();
      payload.split("~").forEach((line) => {
        const entry = new Entry(line);
        const key = text.fold(entry.surface);
        const list = this.entries.get(key);
        if (list) list.push(entry);
        else this.entries.set(key, [entry]);
      });
    }
  }

  // The files of one index.
  class Store {
    constructor(base, directory) {
      this.base = base;
      this.directory = directory;
      this.loaded = new Map();
      this.lists = { w: directory.words.split("|"), p: directory.pairs ? directory.pairs.split("|") : [] };
    }

    file(name, make) {
      if (!this.loaded.has(name)) {
        const loading = load(this.base + name + ".js").then(make || ((payload) => payload));
        // What failed may be tried again.
        loading.catch(() => this.loaded.delete(name));
        this.loaded.set(name, loading);
      }
      return this.loaded.get(name);
    }

    // The number of the shard that holds a fold.
    place(list, key) {
      const firsts = this.lists[list];
      let low = 0;
      let high = firsts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (firsts[middle] <= key) low = middle + 1;
        else high = middle;
      }
      return Math.max(0, low - 1);
    }

    // The entries of a fold, of words ("w") or pairs ("p").
    entries(list, key) {
      if (!this.lists[list].length) return Promise.resolve([]);
      return this.file(list + this.place(list, key), (p) => new Shard(p)).then((shard) => shard.entries.get(key) || []);
    }

    // Entries whose fold goes on after `key`, from at most `most` shards.
    beginning(list, key, most) {
      if (!this.lists[list].length) return Promise.resolve([]);
      const from = this.place(list, key);
      const to = Math.min(this.place(list, key + "\uffff"), from + most - 1);
      const shards = [];
      for (let at = from; at <= to; at += 1) shards.push(this.file(list + at, (p) => new Shard(p)));
      return Promise.all(shards).then((all) => {
        const found = [];
        all.forEach((shard) => shard.entries.forEach((entries, fold) => {
          if (fold.length > key.length && fold.startsWith(key)) found.push(...entries);
        }));
        return found;
      });
    }

    fragment(number) {
      return this.file("f" + number);
    }
  }

  return { take, load, numbers, Store };
})();
camnang.search.take = camnang.search.data.take;
