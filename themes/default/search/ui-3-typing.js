// When a field's text is searched for: after a rest longer than those between the reader's own keys, so that who types
// slowly does not load results for every letter; and never in the middle of a composed word.
camnang.searchUi.typing = function (field, search) {
  "use strict";
  const REST = 300;
  const LONGEST_REST = 900;
  const COMPOSING_REST = 500;
  // A longer time than this between two keys is no rhythm.
  const PAUSE = 1500;
  // Touch keyboards hold every word in composition until a space is typed: there a longer rest counts as an end.
  const touch = matchMedia("(pointer: coarse)").matches;
  let timer;
  let last = 0;
  // What lies between two keys, in milliseconds, as far as is known.
  let rhythm = 320;

  function rest(now) {
    if (now - last < PAUSE) rhythm = (rhythm + now - last) / 2;
    last = now;
    return Math.min(LONGEST_REST, Math.max(REST, 1.6 * rhythm));
  }

  function later(rest, unfinished) {
    clearTimeout(timer);
    timer = setTimeout(() => search(unfinished), rest);
  }

  field.addEventListener("compositionstart", () => (field.dataset.composing = ""));
  field.addEventListener("compositionend", function () {
    delete field.dataset.composing;
    later(REST, false);
  });
  field.addEventListener("input", function (event) {
    const usual = rest(event.timeStamp);
    if (!event.isComposing) later(usual, false);
    else if (touch) later(COMPOSING_REST, true);
    else clearTimeout(timer);
  });
  return () => later(1.6 * rhythm, false);
};
