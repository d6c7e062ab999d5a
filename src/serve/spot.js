// Goes to the place of a page that a finding is about, and marks it for a moment. A place on another page is gone to
// when that page is open.
const camnangSpot = (() => {
  "use strict";
  const KEPT = "camnang-spot";
  const SHOWN = 2400;
  const here = () => {
    const path = decodeURI(location.pathname).replace(/^\//, "");
    return path === "" || path.endsWith("/") ? `${path}index.html` : path;
  };
  const named = (page, [name, nth]) => {
    const same = [...page.querySelectorAll("[data-at]")].filter((block) => block.dataset.at === name);
    return same[nth] ?? same[0];
  };
  // The innermost block that is on the page, or its row; the page's text when there is none.
  const find = (page, spot) => {
    const found = spot.blocks.map((block) => named(page, block));
    const block = found.find((candidate) => candidate);
    const row = spot.row === null || block !== found[0] ? null : block?.querySelectorAll("tbody tr")[spot.row];
    return row ?? block ?? page.querySelector("main");
  };
  const mark = (target) => {
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    target.scrollIntoView({ block: target.matches("main") ? "start" : "center" });
    // One place at a time; twice in a row it is marked anew.
    target.ownerDocument.querySelectorAll(".camnang-spot").forEach((old) => old.classList.remove("camnang-spot"));
    void target.offsetWidth;
    target.classList.add("camnang-spot");
    setTimeout(() => target.classList.remove("camnang-spot"), SHOWN);
  };
  return {
    find,
    mark,
    go: (spot) => {
      if (spot.page === here()) {
        const target = find(document, spot);
        if (target) mark(target);
        return;
      }
      sessionStorage.setItem(KEPT, JSON.stringify(spot));
      location.assign(`/${spot.page.split("/").map(encodeURIComponent).join("/")}`);
    },
    // A place that was asked for on the page before.
    arrive: () => {
      const spot = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
      if (spot?.page !== here()) return;
      sessionStorage.removeItem(KEPT);
      const target = find(document, spot);
      if (target) mark(target);
    },
  };
})();
