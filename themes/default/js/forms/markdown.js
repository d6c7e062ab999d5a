// A filled-in form as Markdown.
function asMarkdown(boxes, title) {
  var parts = ["# " + title];
  boxes.forEach(function (box) {
    var name = box.querySelector(":scope > .box-title");
    parts.push("## " + (name ? line(name) : box.getAttribute("aria-label")));
    parts.push(blocks(box));
  });
  return parts.join("\n\n") + "\n";
}

var NOT_TEXT = ".box-label, .box-title, .form-tools, .form-more, .self-link, .written, .visually-hidden";

function blocks(parent) {
  var parts = [];
  Array.prototype.forEach.call(parent.children, function (node) {
    if (node.matches(NOT_TEXT)) return;
    var text = block(node);
    if (text) parts.push(text);
  });
  return parts.join("\n\n");
}

function block(node) {
  var name = node.localName;
  if (name === "ul" || name === "ol") return list(node);
  if (name === "table") return table(node);
  if (/^h[1-6]$/.test(name)) return "### " + line(node);
  if (name === "div" || name === "blockquote" || name === "aside" || name === "details") return blocks(node);
  return line(node);
}

function list(node) {
  var number = Number(node.getAttribute("start") || 1);
  return Array.prototype.map.call(node.children, function (item) {
    var box = item.querySelector(":scope > label > input[type='checkbox'], :scope > input[type='checkbox']");
    var mark = node.localName === "ol" ? number++ + ". " : "- ";
    if (box) mark += box.checked ? "[x] " : "[ ] ";
    var text = "";
    var below = [];
    Array.prototype.forEach.call(item.childNodes, function (child) {
      if (child.nodeType === 1 && /^(ul|ol|p|div|table)$/.test(child.localName)) below.push(block(child));
      else text += line(child);
    });
    var first = text.trim() || below.shift() || "";
    return mark + [first].concat(below).join("\n").replace(/\n/g, "\n  ");
  }).join("\n");
}

function table(node) {
  var rows = Array.prototype.map.call(node.rows, function (row) {
    return "| " + Array.prototype.map.call(row.cells, function (cell) {
      return line(cell).replace(/\|/g, "\\|").replace(/\n/g, "<br>");
    }).join(" | ") + " |";
  });
  var width = node.rows[0].cells.length;
  if (!node.tHead) rows.unshift(new Array(width + 1).join("|  ") + "|");
  rows.splice(1, 0, new Array(width + 1).join("|---") + "|");
  return rows.join("\n");
}

// The words of a line, what was filled in among them. `bare`: without marks.
function line(node, bare) {
  if (node.nodeType === 3) return node.data.replace(/\s+/g, " ");
  if (node.nodeType !== 1 || node.matches(NOT_TEXT + ", input[type='checkbox'], button") && !node.matches(".box-title")) return "";
  if (node.matches(".field")) return shown(node).trim() || (bare ? "" : "____");
  if (node.matches(".choices")) return chosen(node, bare);
  if (node.localName === "br") return "\n";
  var text = Array.prototype.map.call(node.childNodes, function (child) {
    return line(child, bare);
  }).join("");
  if (node.localName === "strong" && !bare && text.trim()) return "**" + text + "**";
  return /^(p|td|th|li|span|label)$/.test(node.localName) ? text.replace(/ *\n */g, "\n").replace(/ {2,}/g, " ") : text;
}

function chosen(node, bare) {
  var answers = Array.prototype.slice.call(node.querySelectorAll("input"));
  var answer = answers.filter(function (one) {
    return one.checked;
  })[0];
  if (answer) return answer.value;
  return bare ? "" : answers.map(function (one) {
    return one.value;
  }).join(" / ");
}
