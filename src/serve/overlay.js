// What is wrong, over an open page: faults of the last save over the last good version, a page that is gone, warnings in a
// quiet list at the edge. All text is set as text, never as markup: a fault may quote anything.
const camnangOverlay = (() => {
  "use strict";
  const WORDS = {
    en: {
      lang: "en",
      title: "The last save has faults", stale: "Below is the last good version.", close: "Hide",
      gone: "This page is no longer part of the handbook.", home: "Go to the start page",
      explain: "what this means", spot: "Show on the page", guide: "How it is written:",
      warnings: "Warnings", here: "On this page", elsewhere: "On other pages",
      tools: "Previews", print: "Print", translation: "Translation",
    },
    vi: {
      lang: "vi",
      title: "Lần lưu vừa rồi có lỗi", stale: "Bên dưới là bản tốt gần nhất.", close: "Ẩn",
      gone: "Trang này không còn trong cẩm nang.", home: "Về trang đầu",
      explain: "nghĩa là gì", spot: "Chỉ chỗ trên trang", guide: "Cách viết:",
      warnings: "Cảnh báo", here: "Ở trang này", elsewhere: "Ở các trang khác",
      tools: "Xem trước", print: "Bản in", translation: "Bản dịch",
    },
  };

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

  // The line with its neighbours; what of it is meant is marked.
  const excerpt = (finding) => {
    const made = element("pre");
    made.tabIndex = 0;
    const first = finding.line - (finding.before ?? []).length;
    const all = [...(finding.before ?? []), finding.excerpt, ...(finding.after ?? [])];
    const digits = `${first + all.length - 1}`.length;
    all.forEach((text, at) => {
      const faulty = first + at === finding.line;
      const line = element("span", faulty ? "line faulty" : "line");
      const number = element("span", "number", `${first + at}`.padStart(digits));
      number.setAttribute("aria-hidden", "true");
      line.append(number, " ");
      if (faulty) {
        const letters = [...text];
        const [from, to] = [finding.column - 1, finding.column - 1 + finding.width];
        line.append(letters.slice(0, from).join(""), element("mark", "", letters.slice(from, to).join("")), letters.slice(to).join(""));
      } else line.append(text);
      made.append(line, "\n");
    });
    return made;
  };

  // Goes to a place on a page; a preview that shows pages in its own way goes there in its own way.
  let go = camnangSpot.go;
  // Where the list covers most of the page, it folds: the place is what was asked for.
  const lead = (spot) => {
    const fold = edge?.querySelector("details");
    if (fold && matchMedia("(max-width: 50rem)").matches) fold.open = false;
    go(spot);
  };

  const item = (finding, editor, words) => {
    const made = element("li");
    made.append(element("p", "message", finding.message));
    const places = element("p", "places");
    if (finding.place) places.append(place(finding, editor));
    if (finding.spot) places.append(button("spot", words.spot, () => lead(finding.spot)));
    if (places.hasChildNodes()) made.append(places);
    if (finding.excerpt) made.append(excerpt(finding));
    if (finding.help) made.append(element("p", "help", finding.help));
    const more = element("p", "more");
    const link = (text, address) => {
      const made = element("a", "", text);
      made.href = address;
      made.target = "_blank";
      return made;
    };
    more.append(link(`${finding.code}: ${words.explain}`, `/_preview/explain/${finding.code}?lang=${words.lang}`));
    if (finding.guide) more.append(` · ${words.guide} `, link(finding.guide.title, finding.guide.address));
    made.append(more);
    return made;
  };
  const list = (findings, editor, words) => {
    const made = element("ol");
    made.append(...findings.map((finding) => item(finding, editor, words)));
    return made;
  };

  let overlay = null;
  const hide = () => {
    overlay?.remove();
    overlay = null;
  };
  const over = (role, lang, ...parts) => {
    hide();
    overlay = element("section", "camnang-live");
    overlay.setAttribute("role", role);
    overlay.lang = lang;
    overlay.dir = "ltr";
    overlay.append(...parts);
    document.body.append(overlay);
  };
  const faults = (words, state) => {
    const head = element("div", "head");
    head.append(element("strong", "", `${words.title} (${state.errors.length})`));
    if (state.shown) head.append(element("span", "", words.stale));
    head.append(button("", words.close, hide));
    over("alert", words.lang, head, list(state.errors, state.editor, words));
  };
  const gone = (words) => {
    const home = element("a", "", words.home);
    home.href = "/";
    const line = element("p", "message", words.gone);
    over("alert", words.lang, line, home);
  };

  // Warnings wait at the edge until somebody asks.
  let edge = null;
  let unfolded = false;
  const warn = (words, state) => {
    // Not said again: as they were.
    if (!state.warnings) return;
    edge?.remove();
    edge = null;
    if (state.warnings.length === 0) return;
    const here = state.warnings.filter((warning) => warning.file && warning.file === state.file);
    const others = state.warnings.filter((warning) => !here.includes(warning));
    edge = element("aside", "camnang-warnings");
    edge.setAttribute("aria-label", words.warnings);
    edge.lang = words.lang;
    edge.dir = "ltr";
    const fold = element("details");
    fold.open = unfolded;
    const count = here.length === state.warnings.length ? `${here.length}` : `${here.length} / ${state.warnings.length}`;
    fold.append(element("summary", "", `${words.warnings}: ${count}`));
    for (const [title, findings] of [[words.here, here], [words.elsewhere, others]]) {
      if (findings.length > 0) fold.append(element("h2", "", title), list(findings, state.editor, words));
    }
    fold.addEventListener("toggle", () => { unfolded = fold.open; });
    edge.append(fold);
    document.body.append(edge);
  };

  // The other previews of the page, at the edge too. Those that take an address take it as it stands in the address bar.
  const ways = (words, state) => {
    if (document.querySelector(".camnang-tools") || location.pathname.startsWith("/_preview/")) return;
    const page = decodeURI(location.pathname);
    const tools = element("nav", "camnang-tools");
    tools.lang = words.lang;
    tools.dir = "ltr";
    tools.setAttribute("aria-label", words.tools);
    const all = [["print", `/_preview/print?from=${encodeURIComponent(page.slice(1))}`]];
    if (state.translated) all.push(["translation", `/_preview/translation?page=${encodeURIComponent(page)}`]);
    for (const [name, address] of all) {
      const link = element("a", "", words[name]);
      link.href = address;
      tools.append(link);
    }
    document.body.append(tools);
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });

  return {
    // Has places on pages gone to by `way`.
    lead: (way) => { go = way; },
    // A place as a link to the editor.
    place,
    // Shows what is wrong in a state, and takes away what was wrong before.
    show: (state) => {
      const words = WORDS[state.lang] ?? WORDS.en;
      if (state.gone) gone(words);
      else if (state.errors.length > 0) faults(words, state);
      else hide();
      warn(words, state);
      ways(words, state);
    },
  };
})();
