// When a field's text is searched for: after a short rest, and never in the middle of a composed word.
camnang.searchUi.typing = function (field, search) {
  "use strict";
  const REST = 300;
  const COMPOSING_REST = 500;
  // Touch keyboards hold every word in composition until a space is typed: there a longer rest counts as an end.
  const touch = matchMedia("(pointer: coarse)").matches;
  let timer;

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
    if (!event.isComposing) later(REST, false);
    else if (touch) later(COMPOSING_REST, true);
    else clearTimeout(timer);
  });
};
