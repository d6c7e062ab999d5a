// Rows a reader adds to a table: like the last one, its number counted on, its fields empty.
function addRow(table) {
  var last = table.tBodies[0].rows[table.tBodies[0].rows.length - 1];
  var row = last.cloneNode(true);
  var before = tidy(last.cells[0].textContent);
  var after = before.replace(/\d+$/, function (number) {
    return Number(number) + 1;
  });
  row.querySelectorAll(".written").forEach(function (copy) {
    copy.remove();
  });
  if (before) row.cells[0].textContent = after;
  row.querySelectorAll(".choices input").forEach(function (answer) {
    answer.checked = false;
    answer.name += "+";
  });
  row.querySelectorAll(".field, .choices").forEach(function (field) {
    field.value = "";
    var name = field.getAttribute("aria-label");
    if (before && name.indexOf(before + ", ") === 0) name = after + name.slice(before.length);
    else name = numbered(name);
    field.setAttribute("aria-label", name);
  });
  row.classList.add("added");
  last.after(row);
  return row;
}

// "Name" → "Name (2)", "Name (2)" → "Name (3)".
function numbered(name) {
  var counted = /^(.*) \((\d+)\)$/.exec(name);
  return counted ? counted[1] + " (" + (Number(counted[2]) + 1) + ")" : name + " (2)";
}

function dropRows(table) {
  table.querySelectorAll("tr.added").forEach(function (row) {
    row.remove();
  });
}
