// A stream of the preview's news, open while somebody sees the page: browsers keep few connections to one server, so a
// page nobody sees gives its own back. `address` is asked each time, for what is known by then; `tell` gets each news.
const camnangListen = (address, tell) => {
  "use strict";
  const AGAIN = 500;
  let events = null;
  const leave = () => {
    events?.close();
    events = null;
  };
  const look = () => {
    if (document.hidden) return leave();
    if (events) return;
    events = new EventSource(address());
    events.onmessage = (message) => tell(JSON.parse(message.data));
    // A connection made anew must say what is known by now, which its old address does not.
    events.onerror = () => {
      if (!events) return;
      leave();
      setTimeout(look, AGAIN);
    };
  };
  document.addEventListener("visibilitychange", look);
  addEventListener("pagehide", leave);
  addEventListener("pageshow", (event) => {
    if (event.persisted) look();
  });
  look();
};
