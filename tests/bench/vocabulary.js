// Words for the generated corpus: the syllables of the shipped handbook in the order they follow one another, and a long
// tail of syllables that are well formed but rare, as names and loan words are. Without it posting lists are too even and
// the vocabulary too small for a search index to be measured by.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const content = fileURLToPath(new URL('../../content', import.meta.url));
const translations = new Set(['en', 'fr', 'lo', 'zh-Hans', 'data']);

/** The Vietnamese chapters as runs of lower-case syllables, cut at punctuation. */
function runs() {
  const found = [];
  const walk = (folder, top) => {
    for (const name of readdirSync(folder).sort()) {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) {
        if (!top || !translations.has(name)) walk(path, false);
      } else if (name.endsWith('.md')) {
        const text = readFileSync(path, 'utf8').replace(/^\+\+\+[\s\S]*?\n\+\+\+/, '').replace(/````?[\s\S]*?````?|`[^`]*`/g, ' ')
          .replace(/\]\([^)]*\)|\[@[^\]]*\]|\{#[^}]*\}|:::\w*/g, ' ');
        for (const run of text.toLowerCase().split(/[^\p{L}\p{M}\s]+/u)) {
          const syllables = run.split(/\s+/).filter(Boolean);
          if (syllables.length > 1) found.push(syllables);
        }
      }
    }
  };
  walk(content, true);
  return found;
}

const onsets = 'b c ch d đ g gh gi h k kh l m n ng ngh nh ph qu r s t th tr v x p'.split(' ');
const rimes = 'a ai am an ang anh ao au ay ă ăm ăn ăng âm ân âng âu ây e em en eo ê êm ên ênh i ia im in inh iêm iên iêng o oa oai oan oang oi om on ong ô ôi ôm ôn ông ơ ơi ơm ơn u ua uân ui um un ung uôn uông uy ư ưa ưng ươi ươm ươn ương y yên'.split(' ');
const marks = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];

/** Where a rime bears its tone mark: on a vowel with a mark of its own, else before a last consonant, else on the vowel before the last. */
function marked(rime) {
  const letters = [...rime];
  const hat = letters.map((letter) => 'ăâêôơư'.includes(letter)).lastIndexOf(true);
  if (hat >= 0) return hat;
  const vowels = letters.flatMap((letter, index) => ('aeiouy'.includes(letter) ? [index] : []));
  return vowels.length > 1 && vowels[vowels.length - 1] === letters.length - 1 ? vowels[vowels.length - 2] : vowels[vowels.length - 1];
}

/** `{ words(count), pick() }`, drawn with `random(below)`. */
export function vocabulary(random) {
  const all = [];
  const after = new Map();
  for (const run of runs()) {
    run.forEach((syllable, index) => {
      all.push(syllable);
      if (index + 1 < run.length) (after.get(syllable) ?? after.set(syllable, []).get(syllable)).push(run[index + 1]);
    });
  }
  const rare = (rank) => {
    const rime = rimes[Math.floor(rank / onsets.length) % rimes.length];
    const spot = marked(rime) + 1;
    return `${onsets[rank % onsets.length]}${rime.slice(0, spot)}${marks[Math.floor(rank / onsets.length / rimes.length) % marks.length]}${rime.slice(spot)}`.normalize('NFC');
  };
  const kinds = onsets.length * rimes.length * marks.length;
  // Ranks by a power law: a few rare syllables come often, most hardly ever.
  const tail = () => rare((Math.floor(kinds ** (random(1e6) / 1e6)) * 7919) % kinds);
  const pick = () => all[random(all.length)];
  const words = (count) => {
    const found = [];
    while (found.length < count) {
      const last = after.get(found[found.length - 1]);
      const dice = random(100);
      if (dice < 4) found.push(tail());
      else if (last && dice < 85) found.push(last[random(last.length)]);
      else found.push(pick());
    }
    return found;
  };
  return { words, pick };
}
