// A filled-in form as a table for a spreadsheet: tables as they stand, everything else as name and value.
function asCsv(boxes) {
  var rows = [];
  boxes.forEach(function (box) {
    if (rows.length) rows.push([]);
    rows.push([box.getAttribute("aria-label")]);
    var shownTables = [];
    fieldsOf(box).forEach(function (field) {
      var table = field.node.closest("table");
      if (!table) return rows.push([field.name, field.node.type === "date" ? shown(field.node) : field.get()]);
      if (shownTables.indexOf(table) >= 0) return;
      shownTables.push(table);
      Array.prototype.forEach.call(table.rows, function (row) {
        rows.push(Array.prototype.map.call(row.cells, function (cell) {
          return line(cell, true).trim();
        }));
      });
    });
  });
  // Spreadsheets take a file for UTF-8 by its first mark.
  return "\ufeff" + rows.map(function (row) {
    return row.map(cell).join(",");
  }).join("\r\n") + "\r\n";
}

// What a spreadsheet would take for a formula is kept from being one.
function cell(value) {
  if (/^[=@\t\r]|^[+-](?!\d)/.test(value)) value = "'" + value;
  return /[",\r\n]/.test(value) ? '"' + value.replace(/"/g, '""') + '"' : value;
}
