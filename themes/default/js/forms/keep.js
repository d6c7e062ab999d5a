// Remembers what is filled in, on this device only. A browser that keeps nothing is told of, not failed at.
function storage() {
  try {
    localStorage.setItem("camnang-try", "1");
    localStorage.removeItem("camnang-try");
    return localStorage;
  } catch (error) {
    return null;
  }
}

function keyOf(box, page) {
  return "camnang-form:" + page + "#" + (box.id || box.getAttribute("aria-label"));
}

function recall(key) {
  try {
    return JSON.parse(localStorage.getItem(key)) || {};
  } catch (error) {
    return {};
  }
}

// Only what differs from an untouched form is kept; an untouched form leaves nothing behind.
function keep(key, fields, rows) {
  var kept = {};
  fields.forEach(function (field) {
    var value = field.get();
    if (value || field.node.defaultChecked) kept[field.name] = value;
  });
  if (rows.some(Boolean)) kept["+"] = rows;
  try {
    if (Object.keys(kept).length) localStorage.setItem(key, JSON.stringify(kept));
    else localStorage.removeItem(key);
  } catch (error) {}
}
