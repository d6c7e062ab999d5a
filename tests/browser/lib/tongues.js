// Finds words of one language that stand under the mark of another: what a screen reader would read in the wrong voice.

/**
 * Runs in a browser on documents that it parses itself (no styles, no scripts).
 * A text counts as foreign when its letters or, between languages of one alphabet, its commonest words say so;
 * names of people, places and laws inside a sentence do not make it foreign.
 */
export function foreign(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const scripts = { zh: /\p{Script=Han}/u, ja: /[\p{Script=Hiragana}\p{Script=Katakana}]/u, ko: /\p{Script=Hangul}/u, lo: /\p{Script=Lao}/u, th: /\p{Script=Thai}/u, km: /\p{Script=Khmer}/u, ru: /\p{Script=Cyrillic}/u, ar: /\p{Script=Arabic}/u };
  const latin = new Set(['vi', 'en', 'fr', 'es']);
  // Syllables that only Vietnamese writes: a tone on top of a shaped vowel, or horned letters, or đ.
  const vietnamese = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu;
  const common = {
    en: /^(the|of|and|for|with|from|that|this|which|are|is|not|what|who|how|on|in|by|to|an|be|has)$/i,
    fr: /^(le|la|les|des|du|et|pour|dans|une|sur|par|avec|qui|que|est|sont|aux|au|de)$/i,
  };
  const wordsOf = (text) => text.match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  /** The languages that the words speak of, most certain first; none when they are names, numbers, abbreviations. */
  const spoken = (text, said) => {
    for (const [tongue, letters] of Object.entries(scripts)) {
      if (letters.test(text) && tongue !== said && !(said === 'ja' && tongue === 'zh')) return tongue;
    }
    const words = wordsOf(text).filter((word) => /\p{Script=Latin}/u.test(word));
    if (!words.length) return said;
    const own = wordsOf(text).length - words.length;
    const shaped = words.filter((word) => vietnamese.test(word)).length;
    // A name has a capital at each syllable; running words have not.
    const small = words.filter((word) => vietnamese.test(word) && word === word.toLowerCase()).length;
    if (said !== 'vi' && small >= 2 && shaped * 3 >= words.length && (latin.has(said) || own < words.length)) return 'vi';
    for (const [tongue, list] of Object.entries(common)) {
      const hits = words.filter((word) => list.test(word)).length;
      const others = Object.entries(common).filter(([other]) => other !== tongue).map(([, other]) => words.filter((word) => other.test(word)).length);
      if (said !== tongue && words.length >= 4 && hits * 5 >= words.length && others.every((other) => other < hits) && shaped * 5 < words.length) return tongue;
    }
    return said;
  };
  const primary = (tag) => (tag ?? '').split('-')[0];
  const faults = [];
  const look = (text, element, what) => {
    const trimmed = text.replace(/\s+/g, ' ').trim();
    if (!trimmed) return;
    const said = primary(element.closest('[lang]')?.getAttribute('lang'));
    const heard = spoken(trimmed, said);
    if (heard !== said) faults.push(`${what} ${said}, sounds ${heard}: ${trimmed.slice(0, 90)}`);
  };
  const walker = page.createTreeWalker(page.documentElement, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement } = walker.currentNode;
    // Code is no language; the title of the document has no place for a second one.
    if (!parentElement.closest('script, style, code, pre, title, template')) look(walker.currentNode.data, parentElement, `<${parentElement.localName}${parentElement.className ? `.${parentElement.className}` : ''}>`);
  }
  for (const element of page.querySelectorAll('[alt], [title], [aria-label], [placeholder]')) {
    for (const name of ['alt', 'title', 'aria-label', 'placeholder']) {
      // What names it instead is text, which says its own language. A title that a label quotes has no place to say its own.
      const hidden = name === 'aria-label' && element.hasAttribute('aria-labelledby');
      if (element.hasAttribute(name) && !hidden) look(element.getAttribute(name).replace(/[“«„「『"].*?[”»“」』"]/gu, ' '), element, `<${element.localName} ${name}>`);
    }
  }
  return faults;
}
