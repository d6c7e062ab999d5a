// The print preview: a book's pages beside the page of the website. Whichever of the two somebody scrolls leads, the
// other follows; a click in one finds the place in the other and in the source. Pages near the view are drawn, others
// when they come near it; after a save only those that look different.
(() => {
  "use strict";
  const WORDS = {
    en: {
      title: "Print preview", language: "Language", form: "Form", page: "Page", of: (n) => `of ${n}`, paper: "Paper",
      web: "Web page", waiting: "The book is being set …", setting: "Page numbers, contents and index follow …",
      nothing: "There is no book to set yet.", smaller: "Smaller", larger: "Larger", pages: "Printed pages",
      sheet: (n) => `Page ${n}`, blank: "Blank page", at: "Written at", outside: "Nothing of the source stands here.",
      "book-a5": "Book, A5", "book-a4": "Book, A4", "reading-a4": "To read, A4",
    },
    vi: {
      title: "Xem trước bản in", language: "Ngôn ngữ", form: "Khổ", page: "Trang", of: (n) => `trên ${n}`, paper: "Bản in",
      web: "Trang web", waiting: "Đang dàn trang …", setting: "Số trang, mục lục và bảng tra sẽ cập nhật sau …",
      nothing: "Chưa có sách để dàn trang.", smaller: "Nhỏ hơn", larger: "Lớn hơn", pages: "Các trang in",
      sheet: (n) => `Trang ${n}`, blank: "Trang trắng", at: "Viết tại", outside: "Chỗ này không có trong nguồn.",
      "book-a5": "Sách A5", "book-a4": "Sách A4", "reading-a4": "Bản đọc A4",
    },
  };
  const STEPS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3];
  const QUIET = 150;
  const { lang } = document.documentElement;
  const words = WORDS[lang];
  const find = (id) => document.getElementById(id);
  const [paper, list, frame] = [find("paper"), find("pages"), find("frame")];
  const query = new URLSearchParams(location.search);
  const order = { locale: query.get("locale") ?? "", form: query.get("form") ?? "" };
  let pages = [];
  let items = [];
  let editor = null;
  let zoom = 1;
  // Which side leads: the one that was scrolled or clicked last.
  let leader = "paper";
  let led = 0;
  // What is shown for a click is not taken away by a scroll before it.
  let clicks = 0;

  document.title = words.title;
  document.querySelector("h1").textContent = words.title;
  find("say-language").textContent = words.language;
  find("say-form").textContent = words.form;
  find("say-page").textContent = words.page;
  find("smaller").setAttribute("aria-label", words.smaller);
  find("larger").setAttribute("aria-label", words.larger);
  find("see-paper").textContent = words.paper;
  find("see-web").textContent = words.web;
  frame.title = words.web;
  paper.setAttribute("aria-label", words.pages);
  find("waiting").textContent = words.waiting;

  const ask = async (what, values) => {
    const answer = await fetch(`/_preview/print/${what}?${new URLSearchParams({ ...order, ...values })}`);
    return answer.ok ? answer.json() : null;
  };

  // ---- Pages

  const drawing = (at) => `/_preview/print/page/${at + 1}.svg?${new URLSearchParams({ ...order, look: pages[at][1] })}`;
  const near = new Set();
  const draw = (item) => {
    const image = item.querySelector("img");
    const wanted = drawing(Number(item.dataset.at));
    if (image.getAttribute("src") !== wanted) image.src = wanted;
  };
  const watcher = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) {
        near.add(target);
        draw(target);
      } else near.delete(target);
    }
  }, { root: paper, rootMargin: "100% 0px" });

  const make = (at) => {
    const item = document.createElement("li");
    item.dataset.at = at;
    const page = document.createElement("button");
    page.type = "button";
    page.className = "page";
    page.append(document.createElement("img"));
    page.addEventListener("click", (event) => clicked(at, event));
    item.append(page, document.createElement("span"));
    return item;
  };

  const dress = (item, [number, , width, height]) => {
    const [page, label] = item.children;
    page.style.aspectRatio = `${width} / ${height}`;
    page.style.setProperty("--wide", `${width * 1.05}px`);
    page.firstChild.alt = number ? words.sheet(number) : words.blank;
    label.textContent = number;
  };

  const show = (next) => {
    const before = pages;
    pages = next;
    const [changed, known] = [[], new Set(before.map(([, look]) => look))];
    while (items.length > pages.length) {
      const item = items.pop();
      watcher.unobserve(item);
      near.delete(item);
      item.remove();
    }
    pages.forEach((page, at) => {
      const old = before[at];
      if (old && old[1] === page[1] && old[0] === page[0]) return;
      const item = items[at] ?? make(at);
      dress(item, page);
      if (!old) {
        items.push(item);
        list.append(item);
        watcher.observe(item);
      } else if (near.has(item)) draw(item);
      // What only moved, because something came before it, is no news.
      if (before.length === 0 || known.has(page[1])) return;
      changed.push(at);
      item.classList.add("changed");
      setTimeout(() => item.classList.remove("changed"), 1200);
    });
    list.classList.toggle("spreads", order.form.startsWith("book"));
    find("count").textContent = words.of(pages.length);
    if (before.length === 0) fit();
    return changed;
  };

  // A page, or two side by side, as wide as the view.
  const fit = () => {
    if (pages.length === 0) return;
    const beside = getComputedStyle(list).gridTemplateColumns.split(" ").length;
    const wide = pages[0][2] * 1.05;
    list.style.setProperty("--zoom", zoom * Math.max(0.2, (paper.clientWidth - 26) / beside / wide));
    find("zoom").textContent = `${Math.round(zoom * 100)} %`;
  };
  const magnify = (step) => {
    const at = STEPS.indexOf(zoom) + step;
    if (!STEPS[at]) return;
    const place = middle();
    zoom = STEPS[at];
    fit();
    if (place) turn(place, "auto");
  };
  find("smaller").addEventListener("click", () => magnify(-1));
  find("larger").addEventListener("click", () => magnify(1));
  new ResizeObserver(fit).observe(paper);

  // ---- Places on paper: page from 0, points from its upper left corner

  const scale = (item, at) => item.firstChild.getBoundingClientRect().width / pages[at][2];

  // What lies a third below the upper edge of the view.
  const middle = () => {
    const box = paper.getBoundingClientRect();
    const line = box.top + box.height / 3;
    const at = items.findIndex((item) => item.firstChild.getBoundingClientRect().bottom > line);
    if (at < 0) return null;
    const page = items[at].firstChild.getBoundingClientRect();
    return { page: at, x: 80, y: Math.max(0, (line - page.top) / scale(items[at], at)) };
  };

  // Where each side was led last: one that cannot be seen goes there when it is looked at.
  let onPaper = null;
  let onWeb = null;
  const turn = ({ page, y }, behavior = "smooth") => {
    onPaper = { page, y };
    const item = items[page];
    if (!item) return;
    const top = item.firstChild.getBoundingClientRect().top - paper.getBoundingClientRect().top + paper.scrollTop;
    led = performance.now();
    paper.scrollTo({ top: top + y * scale(item, page) - paper.clientHeight / 3, behavior });
  };

  const point = ({ page, y }) => {
    document.querySelector(".line")?.remove();
    const item = items[page];
    if (!item) return;
    const line = document.createElement("span");
    line.className = "line";
    line.style.insetBlockStart = `${(y / pages[page][3]) * 100}%`;
    item.firstChild.append(line);
  };

  // ---- The web page

  const blocks = () => [...(frame.contentDocument?.querySelectorAll("[data-at]") ?? [])];
  const webPath = () => {
    const path = decodeURI(frame.contentWindow?.location.pathname ?? "").replace(/^\//, "");
    return path === "" || path.endsWith("/") ? `${path}index.html` : path;
  };
  const named = (block) => {
    const same = blocks().filter((other) => other.dataset.at === block.dataset.at);
    return { path: webPath(), block: block.dataset.at, nth: same.indexOf(block) };
  };

  // The places of findings are shown on the web page beside the paper.
  camnangOverlay.lead((spot) => {
    leader = "web";
    clicks += 1;
    if (getComputedStyle(frame).display === "none" || frame.offsetParent === null) find("see-web").click();
    lead(spot, true);
  });

  let awaited = null;
  const lead = (place, mark) => {
    onWeb = [place, mark];
    if (webPath() !== place.page) {
      awaited = { place, mark };
      frame.contentWindow.location.replace(`/${place.page.split("/").map(encodeURIComponent).join("/")}`);
      return;
    }
    const target = camnangSpot.find(frame.contentDocument, place);
    led = performance.now();
    if (!target) frame.contentWindow.scrollTo({ top: 0 });
    else if (mark) camnangSpot.mark(target);
    else target.scrollIntoView({ block: "start", behavior: "auto" });
  };

  const told = (place) => {
    const line = find("place");
    if (!place) {
      line.textContent = words.outside;
      return;
    }
    line.replaceChildren(`${words.at} `, camnangOverlay.place(place, editor));
  };

  const clicked = async (page, event) => {
    leader = "paper";
    clicks += 1;
    const box = event.currentTarget.getBoundingClientRect();
    // Who presses a key means the page: its first block.
    const keyed = event.detail === 0;
    const unit = scale(items[page], page);
    const [x, y] = keyed ? [80, 0] : [(event.clientX - box.left) / unit, (event.clientY - box.top) / unit];
    const place = await ask("at", { page: page + 1, x, y });
    told(place);
    point({ page, y: Math.max(0, y - 6) });
    if (place) lead(place, true);
  };

  const sought = async (block, mark) => {
    if (mark) clicks += 1;
    const place = await ask("where", named(block));
    if (!place) return;
    turn({ page: place.page - 1, y: place.y }, mark ? "smooth" : "auto");
    if (!mark) return;
    point({ page: place.page - 1, y: place.y });
    told(await ask("at", { page: place.page, x: place.x + 1, y: place.y + 1 }));
  };

  // ---- One follows the other

  let paperQuiet, webQuiet;
  paper.addEventListener("scroll", () => {
    number();
    clearTimeout(paperQuiet);
    if (leader !== "paper" || performance.now() - led < 700) return;
    const before = clicks;
    paperQuiet = setTimeout(async () => {
      const place = middle();
      const found = place && await ask("at", { ...place, page: place.page + 1 });
      if (found && leader === "paper" && clicks === before) lead(found, false);
    }, QUIET);
  });
  const webScrolled = () => {
    clearTimeout(webQuiet);
    if (leader !== "web" || performance.now() - led < 700) return;
    const before = clicks;
    webQuiet = setTimeout(() => {
      const block = blocks().find((other) => other.getBoundingClientRect().top >= 0);
      if (block && leader === "web" && clicks === before) sought(block, false);
    }, QUIET);
  };
  for (const kind of ["wheel", "pointerdown", "keydown", "touchstart"]) {
    paper.addEventListener(kind, () => { leader = "paper"; }, { passive: true });
  }

  frame.addEventListener("load", () => {
    const inside = frame.contentDocument;
    if (!inside) return;
    inside.addEventListener("scroll", webScrolled, { passive: true });
    for (const kind of ["wheel", "pointerdown", "keydown", "touchstart"]) {
      inside.addEventListener(kind, () => { leader = "web"; }, { passive: true });
    }
    inside.addEventListener("click", (event) => {
      if (event.target.closest("a, button, input, select, textarea, summary, label")) return;
      const block = event.target.closest("[data-at]");
      if (block) sought(block, true);
    });
    if (awaited) {
      const { place, mark } = awaited;
      awaited = null;
      lead(place, mark);
    } else if (leader === "web" && blocks()[0]) sought(blocks()[0], false);
  });

  // ---- Which book, which page

  const number = () => {
    const place = middle();
    const field = find("number");
    if (place && document.activeElement !== field) field.value = pages[place.page][0] || String(place.page + 1);
  };
  find("number").addEventListener("change", ({ target }) => {
    const wanted = target.value.trim();
    const at = pages.findIndex(([name]) => name === wanted);
    if (at >= 0) {
      leader = "paper";
      turn({ page: at, y: pages[at][3] / 3 }, "auto");
    }
  });
  const choose = (select, choices, chosen) => {
    if (select.dataset.choices === JSON.stringify(choices)) return;
    select.dataset.choices = JSON.stringify(choices);
    select.replaceChildren(...choices.map(([value, text]) => new Option(text, value, value === chosen, value === chosen)));
  };
  for (const [id, name] of [["language", "locale"], ["form", "form"]]) {
    find(id).addEventListener("change", ({ target }) => {
      order[name] = target.value;
      const to = new URL(location);
      to.search = new URLSearchParams(order);
      location.assign(to);
    });
  }
  for (const side of ["paper", "web"]) {
    find(`see-${side}`).addEventListener("click", () => {
      document.body.classList.toggle("see-web", side === "web");
      for (const other of ["paper", "web"]) find(`see-${other}`).setAttribute("aria-pressed", String(other === side));
      fit();
      if (side === "paper" && onPaper) turn(onPaper, "auto");
      else if (side === "web" && onWeb) lead(...onWeb);
    });
  }

  // ---- News

  // Opened from a page of the website: both sides begin there.
  const from = (query.get("from") ?? "").replace(/^\//, "");
  let opened = false;
  let followed = 0;
  const open = (state) => {
    opened = true;
    frame.src = from ? `/${from.split("/").map(encodeURIComponent).join("/")}` : `/${state.locale}/index.html`;
  };
  const begin = async () => {
    const place = from && await ask("where", { path: from });
    if (place) turn({ page: place.page - 1, y: place.y }, "auto");
    number();
  };

  const follow = (state) => {
    Object.assign(order, { locale: state.locale ?? order.locale, form: state.form ?? order.form });
    if (!opened && state.locale) open(state);
    editor = state.editor;
    choose(find("language"), state.languages, state.locale);
    choose(find("form"), state.forms.map((form) => [form, words[form] ?? form]), state.form);
    if (state.pages) {
      const first = pages.length === 0;
      const changed = show(state.pages);
      document.dispatchEvent(new CustomEvent("camnang-pages", { detail: { save: state.save, changed, working: state.working } }));
      if (first && pages.length > 0) {
        // What moves until the first setting holds still is no edit either.
        followed = state.save;
        begin();
      }
      else if (changed.length > 0 && state.save !== followed) {
        // What moves after it is no edit.
        followed = state.save;
        edited(changed);
      }
    }
    const ready = pages.length > 0;
    find("waiting").textContent = ready ? "" : state.working ? words.waiting : words.nothing;
    list.setAttribute("aria-busy", String(state.working));
    camnangOverlay.show({ ...state, shown: ready, file: null });
  };

  // The page that was edited comes into view, unless a part of what changed is there already.
  const edited = async (changed) => {
    const box = paper.getBoundingClientRect();
    const seen = (at) => {
      const page = items[at].firstChild.getBoundingClientRect();
      return page.bottom > box.top + 20 && page.top < box.bottom - 20;
    };
    if (changed.some(seen)) return;
    turn({ page: changed[0], y: pages[changed[0]][3] / 3 }, "auto");
    const place = await ask("at", { page: changed[0] + 1, x: 80, y: pages[changed[0]][3] / 2 });
    if (place) lead(place, false);
  };

  camnangListen(() => `/_preview/print/events?${new URLSearchParams({ ...order, lang })}`, follow);
})();
