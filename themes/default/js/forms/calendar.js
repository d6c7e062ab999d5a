// The days a form names, as all-day events for a calendar (RFC 5545). Tasks that are done are left out.
function daysOf(box) {
  var days = [];
  var name = box.getAttribute("aria-label");
  box.querySelectorAll("time[datetime], input[type='date']").forEach(function (node) {
    var day = node.localName === "time" ? node.getAttribute("datetime") : node.value;
    var item = node.closest("li, tr, p, .box-title") || node;
    var done = item.querySelector("input[type='checkbox']");
    if (!/^(\d{4}-)?\d{2}-\d{2}$/.test(day) || (done && done.checked)) return;
    var what = node.localName === "time" ? tidy(line(item, true)) : node.getAttribute("aria-label");
    days.push({ day: day, what: what, form: name });
  });
  return days;
}

function asCalendar(boxes, page, now) {
  var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//camnang//forms//EN", "CALSCALE:GREGORIAN"];
  boxes.forEach(function (box) {
    daysOf(box).forEach(function (entry, index) {
      var yearly = entry.day.length === 5;
      var first = yearly ? next(entry.day, now) : entry.day;
      lines.push(
        "BEGIN:VEVENT",
        "UID:" + encodeURIComponent(keyOf(box, page)) + "-" + index + "@camnang",
        "DTSTAMP:" + now.toISOString().replace(/[-:]|\.\d+/g, ""),
        "DTSTART;VALUE=DATE:" + first.replace(/-/g, ""),
        "SUMMARY:" + escaped(entry.what),
        "DESCRIPTION:" + escaped(entry.form)
      );
      if (yearly) lines.push("RRULE:FREQ=YEARLY");
      if (/^http/.test(location.protocol)) lines.push("URL:" + location.href.split("#")[0]);
      lines.push("TRANSP:TRANSPARENT", "END:VEVENT");
    });
  });
  lines.push("END:VCALENDAR");
  return lines.map(folded).join("\r\n") + "\r\n";
}

// The next time a day of every year comes round; the 29th of February may take some years.
function next(day, now) {
  var today = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join("-");
  for (var year = now.getFullYear(); ; year++) {
    var date = new Date(year, Number(day.slice(0, 2)) - 1, Number(day.slice(3)));
    var found = year + "-" + day;
    if (found >= today && date.getDate() === Number(day.slice(3))) return found;
  }
}

function two(number) {
  return ("0" + number).slice(-2);
}

function escaped(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

// At most 75 bytes a line, never cutting a letter.
function folded(text) {
  var out = "";
  var bytes = 0;
  Array.from(text).forEach(function (letter) {
    var size = unescape(encodeURIComponent(letter)).length;
    if (bytes + size > 75) {
      out += "\r\n ";
      bytes = 1;
    }
    out += letter;
    bytes += size;
  });
  return out;
}
