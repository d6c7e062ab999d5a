// Follows the preview: patches the open page when it has changed, shows faults over the last good version, and lists
// warnings at the edge. All text is set as text, never as markup: a fault may quote anything.
(() => {
  "use strict";
  const WORDS = {
    en: {
      title: "The last save has faults", stale: "Below is the last good version.", close: "Hide",
      gone: "This page is no longer part of the handbook.", home: "Go to the start page",
      warnings: "Warnings", here: "On this page", elsewhere: "On other pages",
    },
    vi: {
      title: "Lần lưu vừa rồi có lỗi", stale: "Bên dưới là bản tốt gần nhất.", close: "Ẩn",
      gone: "Trang này không còn trong cẩm nang.", home: "Về trang đầu",
      warnings: "Cảnh báo", here: "Ở trang này", elsewhere: "Ở các trang khác",
    },
  };
  const SHOWN = 1200;
  const script = document.currentScript;
  // What the browser was given first, and what it shows by now.
  const first = script.dataset.shown;
  let shown = first;
  script.remove();

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };
  const button = (className, text, act) => {
    const made = element("button", className, text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };

  const style = element("link");
  style.rel = "stylesheet";
  style.href = "/__camnang/live.css";
  document.head.append(style);

  // Editors are asked by an address of their own scheme; where none is set, a place is only told.
  const place = (finding, editor) => {
    const text = `${finding.file}:${finding.line}:${finding.column}`;
    if (!editor) return element("code", "place", text);
    const link = element("a", "place", text);
    const whole = `${editor.root}/${finding.file}`;
    const path = editor.address.includes("/{path}") ? whole.replace(/^\//, "") : whole;
    const values = { path, line: finding.line, column: finding.column };
    link.href = editor.address.replace(/\{(path|line|column)\}/g, (_, name) => encodeURI(values[name]));
    return link;
  };

  // The line, and under it what of it is meant.
  const excerpt = (finding) => {
    const lines = element("pre");
    const number = `${finding.line} | `;
    lines.append(number);
    const letters = [...finding.excerpt];
    lines.append(letters.slice(0, finding.column - 1).join(""));
    lines.append(element("mark", "", letters.slice(finding.column - 1, finding.column - 1 + finding.width).join("")));
    lines.append(letters.slice(finding.column - 1 + finding.width).join(""));
    return lines;
  };

  const item = (finding, editor) => {
    const made = element("li");
    made.append(element("p", "message", finding.message));
    if (finding.place) made.append(place(finding, editor));
    if (finding.excerpt) made.append(excerpt(finding));
    if (finding.help) made.append(element("p", "help", finding.help));
    return made;
  };
  const list = (findings, editor) => {
    const made = element("ol");
    made.append(...findings.map((finding) => item(finding, editor)));
    return made;
  };

  let overlay = null;
  const hide = () => {
    overlay?.remove();
    overlay = null;
  };
  const over = (role, ...parts) => {
    hide();
    overlay = element("section", "camnang-live");
    overlay.setAttribute("role", role);
    overlay.append(...parts);
    document.body.append(overlay);
  };
  const faults = (words, state) => {
    const head = element("header");
    head.append(element("strong", "", `${words.title} (${state.errors.length})`));
    if (state.shown) head.append(element("span", "", words.stale));
    head.append(button("", words.close, hide));
    over("alert", head, list(state.errors, state.editor));
  };
  const gone = (words) => {
    const home = element("a", "", words.home);
    home.href = "/";
    const line = element("p", "message", words.gone);
    over("alert", line, home);
  };

  // Warnings wait at the edge until somebody asks.
  let edge = null;
  let unfolded = false;
  const warn = (words, state) => {
    edge?.remove();
    edge = null;
    if (state.warnings.length === 0) return;
    const here = state.warnings.filter((warning) => warning.file && warning.file === state.file);
    const others = state.warnings.filter((warning) => !here.includes(warning));
    edge = element("details", "camnang-warnings");
    edge.open = unfolded;
    const count = here.length === state.warnings.length ? `${here.length}` : `${here.length} / ${state.warnings.length}`;
    edge.append(element("summary", "", `${words.warnings}: ${count}`));
    for (const [title, findings] of [[words.here, here], [words.elsewhere, others]]) {
      if (findings.length > 0) edge.append(element("h2", "", title), list(findings, state.editor));
    }
    edge.addEventListener("toggle", () => { unfolded = edge.open; });
    document.body.append(edge);
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });

  // What the server sent for the page as it is shown: the base that news are compared with.
  const source = fetch(location.href).then((answer) => answer.text()).then(camnangPatch.parse).then((page) => {
    const own = page.querySelector('script[src="/__camnang/live.js"]');
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
    const words = WORDS[state.lang] ?? WORDS.en;
    if (state.html) {
      shown = state.shown;
      patch(state.html, state.shown);
    }
    if (state.gone) gone(words);
    else if (state.errors.length > 0) faults(words, state);
    else hide();
    warn(words, state);
  };

  // Browsers keep few connections to one server: a page nobody sees gives its own back.
  let events = null;
  const listen = () => {
    events?.close();
    events = new EventSource(`/__camnang/events?page=${encodeURIComponent(decodeURI(location.pathname))}&shown=${shown}`);
    events.onmessage = (message) => follow(JSON.parse(message.data));
    // A connection made anew must say what is shown by now, which its old address does not.
    events.onerror = () => {
      if (!events) return;
      events.close();
      events = null;
      setTimeout(look, 500);
    };
  };
  const look = () => {
    if (document.hidden) {
      events?.close();
      events = null;
    } else if (!events) {
      listen();
    }
  };
  document.addEventListener("visibilitychange", look);
  addEventListener("pagehide", () => {
    events?.close();
    events = null;
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) look();
  });
  look();
})();
