// On paper: each field's words in a line that grows with them. Empty ones stay lines to write on.
function onPaper(boxes) {
  addEventListener("beforeprint", function () {
    boxes.forEach(function (box) {
      box.querySelectorAll(".field").forEach(copy);
    });
  });
}

function copy(field) {
  var line = field.previousElementSibling;
  if (!line || !line.matches(".written")) {
    line = document.createElement("span");
    line.className = field.localName === "textarea" ? "written rest" : "written";
    line.setAttribute("aria-hidden", "true");
    field.before(line);
  }
  line.textContent = shown(field);
}

// A day is written as the page's language writes it.
function shown(field) {
  if (field.type !== "date" || !field.value) return field.value;
  var parts = field.value.split("-");
  var day = new Date(Number(parts[0]), Number(parts[1]) - 1, Number(parts[2]));
  var language = field.closest("[lang]").lang;
  try {
    return day.toLocaleDateString(language, { year: "numeric", month: "numeric", day: "numeric" });
  } catch (error) {
    return field.value;
  }
}
