// Follows the preview: reloads when the site has changed, shows faults over the last good page.
// All text is set as text, never as markup: a fault may quote anything.
(() => {
  "use strict";
  const shown = document.currentScript.dataset.version;
  const language = navigator.language.startsWith("vi") ? "vi" : "en";
  const words = {
    en: { title: "The last save has faults", stale: "Below is the last good version.", close: "Hide" },
    vi: { title: "Lần lưu vừa rồi có lỗi", stale: "Bên dưới là bản tốt gần nhất.", close: "Ẩn" },
  }[language];

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  const style = element("link");
  style.rel = "stylesheet";
  style.href = "/__camnang/live.css";
  document.head.append(style);

  let overlay = null;

  const hide = () => {
    overlay?.remove();
    overlay = null;
  };

  const show = (errors, stale) => {
    hide();
    overlay = element("section", "camnang-live");
    overlay.setAttribute("role", "alert");
    const head = element("header");
    head.append(element("strong", "", `${words.title} (${errors.length})`));
    if (stale) head.append(element("span", "", words.stale));
    const close = element("button", "", words.close);
    close.type = "button";
    close.addEventListener("click", hide);
    head.append(close);
    const list = element("ol");
    for (const error of errors) {
      const item = element("li");
      item.append(element("p", "message", error.message));
      if (error.place) item.append(element("code", "place", error.place));
      if (error.excerpt) item.append(element("pre", "", error.excerpt));
      if (error.help) item.append(element("p", "help", error.help));
      list.append(item);
    }
    overlay.append(head, list);
    document.body.append(overlay);
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });

  // Browsers keep few connections to one server: a page nobody sees gives its own back.
  let events = null;
  const listen = () => {
    events = new EventSource("/__camnang/events");
    events.onmessage = (message) => {
      const state = JSON.parse(message.data);
      if (state.builds === 0) return;
      if (state.version !== shown) {
        location.reload();
      } else if (state.errors.length > 0) {
        show(state.errors, shown !== "");
      } else {
        hide();
      }
    };
  };
  const follow = () => {
    if (document.hidden) {
      events?.close();
      events = null;
    } else if (!events) {
      listen();
    }
  };
  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", () => events?.close());
  addEventListener("pageshow", (event) => {
    if (event.persisted) listen();
  });
  follow();
})();
