// Follows the preview: patches the open page when it has changed, and has faults and warnings shown.
(() => {
  "use strict";
  const SHOWN = 1200;
  const script = document.currentScript;
  // What the browser was given first, and what it shows by now.
  const first = script.dataset.shown;
  let shown = first;
  script.remove();

  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = "/_preview/live.css";
  document.head.append(style);

  // What the server sent for the page as it is shown: the base that news are compared with.
  const source = fetch(location.href).then((answer) => answer.text()).then(camnangPatch.parse).then((page) => {
    const own = page.querySelector('script[src="/_preview/live.js"]');
    const same = own?.dataset.shown === first;
    own?.remove();
    return same ? page : null;
  }, () => null);
  let served = source;

  const patch = (html, hash) => {
    served = served.then((old) => {
      const now = camnangPatch.parse(html);
      if (!old || !camnangPatch.patchable(old, now)) {
        location.reload();
        return null;
      }
      const changed = camnangPatch.apply(old, now);
      for (const block of changed) {
        block.classList.add("camnang-changed");
        setTimeout(() => block.classList.remove("camnang-changed"), SHOWN);
      }
      document.dispatchEvent(new CustomEvent("camnang-patched", { detail: { shown: hash, blocks: changed.size } }));
      return now;
    }).catch(() => location.reload());
  };

  const follow = (state) => {
    if (state.builds === 0) return;
    if (state.html) {
      shown = state.shown;
      patch(state.html, state.shown);
    }
    if (!window.frameElement?.dataset.camnang) camnangOverlay.show(state);
  };

  camnangListen(() => {
    const page = encodeURIComponent(decodeURI(location.pathname));
    return `/_preview/events?page=${page}&shown=${shown}`;
  }, follow);
  camnangSpot.arrive();
})();
