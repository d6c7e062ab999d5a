// What a form's fields are called and what they hold. The name is the words that ask: it outlives a field's place.
function tidy(text) {
  return text.replace(/\s+/g, " ").trim();
}

function boxesOn(page) {
  return Array.prototype.slice.call(page.querySelectorAll(".box.checklist, .box.worksheet"));
}

// One entry a field: its name, its value as text (empty: not filled in), and a way to set it.
function fieldsOf(box) {
  var names = {};
  var nodes = box.querySelectorAll(".field, .choices, .task input[type='checkbox']");
  return Array.prototype.map.call(nodes, function (node) {
    var name = node.getAttribute("aria-label") || tidy((node.closest("label") || box).textContent);
    names[name] = (names[name] || 0) + 1;
    if (names[name] > 1) name += " (" + names[name] + ")";
    var field = node.type === "checkbox" ? tick(node) : node.matches(".choices") ? choice(node) : words(node);
    field.name = name;
    field.node = node;
    return field;
  });
}

function tick(node) {
  var first = node.defaultChecked;
  return {
    get: function () {
      return node.checked ? "x" : "";
    },
    set: function (value) {
      node.checked = value === undefined ? first : value === "x";
    },
  };
}

function choice(node) {
  var answers = Array.prototype.slice.call(node.querySelectorAll("input"));
  return {
    get: function () {
      var chosen = answers.filter(function (answer) {
        return answer.checked;
      })[0];
      return chosen ? chosen.value : "";
    },
    set: function (value) {
      answers.forEach(function (answer) {
        answer.checked = answer.value === value;
      });
    },
  };
}

function words(node) {
  return {
    get: function () {
      return node.value.trim();
    },
    set: function (value) {
      node.value = value || "";
      fit(node);
    },
  };
}

// A field grows with what is in it; newer browsers do so by the style sheet alone.
function fit(node) {
  if (node.localName !== "textarea" || (window.CSS && CSS.supports("field-sizing", "content"))) return;
  node.style.height = "auto";
  if (node.value) node.style.height = node.scrollHeight + 2 + "px";
}
