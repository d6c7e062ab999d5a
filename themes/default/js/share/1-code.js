// Draws an address as a QR code (ISO/IEC 18004: bytes, error correction level M, sizes 1 to 20). Small and of our
// own because a whole library would weigh more than a page. `camnangCode(text)`: an SVG element, or null when the
// text is too long.

// By size: correcting codewords a block, and blocks.
var CORRECTING = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
var BLOCKS = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];
var exp = [];
var log = [];
for (var i = 0, x = 1; i < 255; i++) {
  exp[i] = exp[i + 255] = x;
  log[x] = i;
  x = x & 128 ? (x << 1) ^ 285 : x << 1;
}

// Codewords that a size holds.
function room(size) {
  var bits = (16 * size + 128) * size + 64;
  if (size > 1) {
    var marks = Math.floor(size / 7) + 2;
    bits -= (25 * marks - 10) * marks - 55;
    if (size > 6) bits -= 36;
  }
  return Math.floor(bits / 8);
}

// The text with its length before it, filled up to what the size holds.
function data(bytes, size, length) {
  var bits = [];
  function push(value, count) {
    while (count--) bits.push((value >> count) & 1);
  }
  push(4, 4);
  push(bytes.length, size < 10 ? 8 : 16);
  bytes.forEach(function (byte) {
    push(byte, 8);
  });
  push(0, Math.min(4, length * 8 - bits.length));
  while (bits.length % 8) bits.push(0);
  for (var fill = 236; bits.length < length * 8; fill ^= 253) push(fill, 8);
  var words = [];
  for (var at = 0; at < bits.length; at += 8) words.push(parseInt(bits.slice(at, at + 8).join(""), 2));
  return words;
}

function correction(words, count) {
  var divisor = [1];
  for (var i = 0; i < count; i++) {
    var longer = divisor.concat(0);
    for (var j = 0; j < divisor.length; j++) longer[j + 1] ^= exp[(log[divisor[j]] + i) % 255];
    divisor = longer;
  }
  var rest = words.concat(new Array(count).fill(0));
  for (var at = 0; at < words.length; at++) {
    var factor = rest[at];
    if (factor) for (var k = 0; k < divisor.length; k++) rest[at + k] ^= exp[(log[factor] + log[divisor[k]]) % 255];
  }
  return rest.slice(words.length);
}

// Blocks, the longer ones last, read one codeword of each in turn.
function codewords(bytes, size) {
  var count = BLOCKS[size];
  var total = room(size);
  var all = data(bytes, size, total - count * CORRECTING[size]);
  var short = Math.floor(all.length / count);
  var longFrom = count - (all.length % count);
  var blocks = [];
  for (var i = 0, at = 0; i < count; i++) {
    var length = short + (i >= longFrom ? 1 : 0);
    blocks.push(all.slice(at, at + length));
    at += length;
  }
  var out = [];
  var checks = blocks.map(function (block) {
    return correction(block, CORRECTING[size]);
  });
  [blocks, checks].forEach(function (lists) {
    for (var j = 0; j <= short || j < CORRECTING[size]; j++) {
      lists.forEach(function (list) {
        if (j < list.length) out.push(list[j]);
      });
    }
  });
  return out;
}

// `dark[y][x]`, and in `fixed` the modules that carry no data.
function frame(size) {
  var width = size * 4 + 17;
  var grid = { width: width, dark: [], fixed: [] };
  for (var y = 0; y < width; y++) {
    grid.dark.push(new Array(width).fill(false));
    grid.fixed.push(new Array(width).fill(false));
  }
  for (var i = 0; i < width; i++) {
    set(grid, i, 6, i % 2 === 0);
    set(grid, 6, i, i % 2 === 0);
  }
  [[3, 3], [width - 4, 3], [3, width - 4]].forEach(function (corner) {
    square(grid, corner[0], corner[1], 4);
  });
  marks(size).forEach(function (mark) {
    square(grid, mark[0], mark[1], 2);
  });
  if (size > 6) versionBits(grid, size);
  formatBits(grid, 0);
  return grid;
}

function set(grid, x, y, dark) {
  if (x < 0 || y < 0 || x >= grid.width || y >= grid.width) return;
  grid.dark[y][x] = dark;
  grid.fixed[y][x] = true;
}

// Rings around a centre: the large ones have a light edge around them.
function square(grid, cx, cy, radius) {
  for (var dy = -radius; dy <= radius; dy++) {
    for (var dx = -radius; dx <= radius; dx++) {
      var ring = Math.max(Math.abs(dx), Math.abs(dy));
      set(grid, cx + dx, cy + dy, radius === 4 ? ring !== 2 && ring !== 4 : ring !== 1);
    }
  }
}

function marks(size) {
  if (size === 1) return [];
  var count = Math.floor(size / 7) + 2;
  var step = Math.ceil((size * 4 + 4) / (count * 2 - 2)) * 2;
  var places = [6];
  for (var at = size * 4 + 10; places.length < count; at -= step) places.splice(1, 0, at);
  var found = [];
  places.forEach(function (y, row) {
    places.forEach(function (x, column) {
      var corner = (row === 0 && (column === 0 || column === count - 1)) || (row === count - 1 && column === 0);
      if (!corner) found.push([x, y]);
    });
  });
  return found;
}

function remainder(value, bits, divisor) {
  var rest = value;
  for (var i = 0; i < bits; i++) rest = (rest << 1) ^ ((rest >> (bits - 1)) * divisor);
  return (value << bits) | rest;
}

function versionBits(grid, size) {
  var bits = remainder(size, 12, 0x1f25);
  for (var i = 0; i < 18; i++) {
    var far = grid.width - 11 + (i % 3);
    var near = Math.floor(i / 3);
    set(grid, far, near, (bits >> i) & 1);
    set(grid, near, far, (bits >> i) & 1);
  }
}

// Level M is written as 00.
function formatBits(grid, mask) {
  var bits = remainder(mask, 10, 0x537) ^ 0x5412;
  var width = grid.width;
  for (var i = 0; i < 15; i++) {
    var bit = (bits >> i) & 1;
    set(grid, 8, i < 6 ? i : i < 8 ? i + 1 : width - 15 + i, bit);
    set(grid, i < 8 ? width - 1 - i : i === 8 ? 7 : 14 - i, 8, bit);
  }
  set(grid, 8, width - 8, true);
}

function place(grid, words) {
  var at = 0;
  for (var right = grid.width - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (var step = 0; step < grid.width; step++) {
      for (var side = 0; side < 2; side++) {
        var x = right - side;
        var y = ((right + 1) & 2) === 0 ? grid.width - 1 - step : step;
        if (grid.fixed[y][x]) continue;
        if (at < words.length * 8) grid.dark[y][x] = Boolean((words[at >> 3] >> (7 - (at & 7))) & 1);
        at++;
      }
    }
  }
}

var MASKS = [
  function (x, y) { return (x + y) % 2; },
  function (x, y) { return y % 2; },
  function (x) { return x % 3; },
  function (x, y) { return (x + y) % 3; },
  function (x, y) { return (Math.floor(x / 3) + Math.floor(y / 2)) % 2; },
  function (x, y) { return ((x * y) % 2) + ((x * y) % 3); },
  function (x, y) { return (((x * y) % 2) + ((x * y) % 3)) % 2; },
  function (x, y) { return (((x + y) % 2) + ((x * y) % 3)) % 2; },
];

function masked(grid, mask) {
  var copy = { width: grid.width, fixed: grid.fixed, dark: grid.dark.map(function (row, y) {
    return row.map(function (dark, x) {
      return grid.fixed[y][x] ? dark : dark !== (MASKS[mask](x, y) === 0);
    });
  }) };
  formatBits(copy, mask);
  return copy;
}

// How hard a pattern is to read: long runs, blocks, what looks like a corner, too much of one colour.
function penalty(grid) {
  var sum = 0;
  var darks = 0;
  function lines(cell) {
    for (var a = 0; a < grid.width; a++) {
      var line = "";
      for (var b = 0; b < grid.width; b++) line += cell(a, b) ? "1" : "0";
      (line.match(/0{5,}|1{5,}/g) || []).forEach(function (run) {
        sum += run.length - 2;
      });
      sum += 40 * (line.split(/(?=10111010000)|(?=00001011101)/).length - 1);
    }
  }
  lines(function (a, b) { return grid.dark[a][b]; });
  lines(function (a, b) { return grid.dark[b][a]; });
  grid.dark.forEach(function (row, y) {
    row.forEach(function (dark, x) {
      darks += dark ? 1 : 0;
      var below = grid.dark[y + 1];
      if (below && x + 1 < grid.width && !dark === !row[x + 1] && !dark === !below[x] && !dark === !below[x + 1]) sum += 3;
    });
  });
  var share = (darks * 20) / (grid.width * grid.width);
  return sum + 10 * Math.floor(Math.abs(share - 10));
}

function modules(text) {
  var bytes = Array.from(new TextEncoder().encode(text));
  for (var size = 1; size < BLOCKS.length; size++) {
    var free = room(size) - BLOCKS[size] * CORRECTING[size] - (size < 10 ? 2 : 3);
    if (bytes.length <= free) break;
  }
  if (size === BLOCKS.length) return null;
  var grid = frame(size);
  place(grid, codewords(bytes, size));
  var best = null;
  for (var mask = 0; mask < 8; mask++) {
    var tried = masked(grid, mask);
    tried.penalty = penalty(tried);
    if (!best || tried.penalty < best.penalty) best = tried;
  }
  return best;
}

window.camnangCode = function (text) {
  var grid = modules(text);
  if (!grid) return null;
  var path = "";
  grid.dark.forEach(function (row, y) {
    row.forEach(function (dark, x) {
      if (dark) path += "M" + (x + 4) + " " + (y + 4) + "h1v1h-1z";
    });
  });
  var name = "http://www.w3.org/2000/svg";
  var svg = document.createElementNS(name, "svg");
  var drawn = document.createElementNS(name, "path");
  svg.setAttribute("viewBox", "0 0 " + (grid.width + 8) + " " + (grid.width + 8));
  svg.setAttribute("shape-rendering", "crispEdges");
  svg.setAttribute("aria-hidden", "true");
  drawn.setAttribute("d", path);
  svg.appendChild(drawn);
  return svg;
};
