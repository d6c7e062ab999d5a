// The preview for translators: to the next text that is left to do, places that lead to the editor, and every save
// followed by changing only the lines that differ.
(() => {
  "use strict";
  const SHOWN = 1200;
  const { page, editor, root } = document.body.dataset;
  const { lang } = document.documentElement;
  const list = () => document.querySelector("ol.pairs");

  // A place leads to the editor where one is set.
  const link = (within) => {
    if (!editor) return;
    for (const place of within.querySelectorAll("code.place")) {
      const { file, line } = place.dataset;
      place.replaceWith(camnangOverlay.place({ file, line, column: 1 }, { address: editor, root }));
    }
  };

  // The next or the previous text that is left, from the one at hand or the middle of the window; round at the ends.
  const left = () => [...document.querySelectorAll("li[data-left]")];
  const step = (way) => {
    const all = left();
    if (all.length === 0) return;
    const at = all.indexOf(document.activeElement.closest?.("li[data-left]"));
    const middle = innerHeight / 2;
    const from = at >= 0 ? at + way : way > 0
      ? all.findIndex((line) => line.getBoundingClientRect().top > Math.min(middle, 160))
      : all.findLastIndex((line) => line.getBoundingClientRect().bottom < middle);
    const next = all[(from + all.length) % all.length] ?? all[0];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
    const status = document.querySelector(".steps [role=status]");
    if (status) status.textContent = `${all.indexOf(next) + 1} / ${all.length}`;
  };
  document.addEventListener("click", (event) => {
    const way = event.target.closest("[data-step]")?.dataset.step;
    if (way) step(Number(way));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "F8") return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  });

  // The lines as the server sent them, to find those that another answer changes.
  const lines = (of) => [...of.querySelectorAll("ol.pairs > li")].map((line) => line.outerHTML);
  let served = lines(document);
  link(document);

  const show = (fresh) => {
    const now = lines(fresh);
    const header = fresh.querySelector("header");
    const open = document.activeElement.closest?.("[data-step]")?.dataset.step;
    if (!header || !list()) return location.reload();
    const said = document.querySelector(".steps [role=status]")?.textContent;
    document.querySelector("header").replaceWith(header);
    if (open) header.querySelector(`[data-step="${open}"]`)?.focus({ preventScroll: true });
    const status = header.querySelector(".steps [data-left]");
    if (status && said) status.textContent = said;
    const focused = document.activeElement.closest?.("ol.pairs > li")?.id;
    const made = [...fresh.querySelectorAll("ol.pairs > li")];
    const old = [...list().children];
    made.forEach((line, at) => {
      if (now[at] === served[at]) return;
      link(line);
      line.classList.add("changed");
      setTimeout(() => line.classList.remove("changed"), SHOWN);
      if (old[at]) old[at].replaceWith(line);
      else list().append(line);
    });
    old.slice(made.length).forEach((line) => line.remove());
    if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus({ preventScroll: true });
    served = now;
    document.dispatchEvent(new CustomEvent("camnang-beside", { detail: { lines: made.length } }));
  };

  let builds = Number(document.body.dataset.builds);
  const follow = async (state) => {
    camnangOverlay.show({ ...state, gone: false, warnings: [], translated: false });
    if (state.builds === 0 || state.builds === builds) return;
    builds = state.builds;
    const answer = await fetch(location.href);
    show(new DOMParser().parseFromString(await answer.text(), "text/html"));
  };
  if (page) camnangListen(() => `/_preview/events?page=${encodeURIComponent(`/${page}`)}&shown=&lang=${lang}`, follow);
})();
