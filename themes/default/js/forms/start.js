// Checklists and worksheets: what is filled in is remembered, counted, cleared and saved. Without a script they
// can be filled in and printed all the same.
var tools = document.getElementById("_form-tools");
var boxes = tools ? boxesOn(document) : [];
var path = tools ? document.querySelector("[data-page]").dataset.page : "";
var kept = storage();

function save(name, type, text) {
  var link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: type }));
  link.download = name;
  link.click();
  setTimeout(function () {
    URL.revokeObjectURL(link.href);
  }, 1000);
}

// The state of one form: its fields as they are now, the rows added to its tables.
function formOf(box) {
  var key = keyOf(box, path);
  var tables = Array.prototype.slice.call(box.querySelectorAll("table"));
  var form = {
    box: box,
    fields: fieldsOf(box),
    keep: function () {
      keep(key, form.fields, tables.map(function (table) {
        return table.querySelectorAll("tr.added").length;
      }));
    },
    clear: function () {
      tables.forEach(dropRows);
      form.fields = fieldsOf(box);
      form.fields.forEach(function (field) {
        field.set(undefined);
      });
      form.keep();
    },
    add: function (table) {
      var row = addRow(table);
      form.fields = fieldsOf(box);
      return row;
    },
  };
  var values = recall(key);
  (values["+"] || []).forEach(function (count, index) {
    for (var n = 0; tables[index] && n < count; n++) form.add(tables[index]);
  });
  form.fields.forEach(function (field) {
    if (field.name in values) field.set(values[field.name]);
  });
  return form;
}

// The tools under some forms: one, or all of a page.
function toolsFor(forms, name) {
  var bar = tools.content.querySelector(".form-tools").cloneNode(true);
  var status = bar.querySelector("[role='status']");
  var meter = bar.querySelector("progress");
  var scope = forms.map(function (form) {
    return form.box;
  });
  var dated = bar.querySelector("[data-save='ics']").parentNode;

  function count() {
    var total = 0;
    var done = 0;
    forms.forEach(function (form) {
      total += form.fields.length;
      done += form.fields.filter(function (field) {
        return field.get();
      }).length;
    });
    meter.max = total || 1;
    meter.value = done;
    status.textContent = tools.dataset.progress.replace("{done}", done).replace("{total}", total);
    dated.hidden = !scope.some(function (box) {
      return daysOf(box).length || box.querySelector("input[type='date']");
    });
  }

  bar.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button) return;
    var title = tidy(document.querySelector("h1").textContent);
    if (button.dataset.save === "md") save(name + ".md", "text/markdown;charset=utf-8", asMarkdown(scope, title));
    if (button.dataset.save === "csv") save(name + ".csv", "text/csv;charset=utf-8", asCsv(scope));
    if (button.dataset.save === "ics") save(name + ".ics", "text/calendar;charset=utf-8", asCalendar(scope, path, new Date()));
    if ("clear" in button.dataset && confirm(tools.dataset.question)) {
      forms.forEach(function (form) {
        form.clear();
      });
      recount();
      status.textContent = tools.dataset.cleared;
    }
  });
  bar.count = count;
  return bar;
}

var bars = [];
function recount() {
  bars.forEach(function (bar) {
    bar.count();
  });
}

function begin() {
  var forms = boxes.map(formOf);
  var stem = path.replace(/.*\//, "").replace(/\.html$/, "");
  forms.forEach(function (form, index) {
    var bar = toolsFor([form], boxes.length > 1 ? stem + "-" + (index + 1) : stem);
    bars.push(bar);
    form.box.appendChild(bar);
    form.box.classList.add("ready");
    form.box.addEventListener("input", function (event) {
      fit(event.target);
      form.keep();
      recount();
    });
    form.box.addEventListener("click", function (event) {
      if (!event.target.closest(".form-more")) return;
      var row = form.add(event.target.closest(".form-more").previousElementSibling.querySelector("table"));
      form.keep();
      recount();
      row.querySelector(".field").focus();
    });
  });
  if (forms.length > 1) {
    var all = tools.content.querySelector(".form-page").cloneNode(true);
    var bar = toolsFor(forms, stem);
    bars.push(bar);
    all.appendChild(bar);
    tools.before(all);
  }
  // Where what is filled in stays is said once.
  bars.slice(0, -1).forEach(function (bar) {
    bar.querySelector(".form-note").remove();
  });
  if (!kept) bars[bars.length - 1].querySelector(".form-note").textContent = tools.dataset.notKept;
  onPaper(boxes);
  recount();
}

if (boxes.length) begin();
