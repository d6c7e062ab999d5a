"""The document an author would write for `typst compile` by hand: the same text, notes, tables, references and index as the
printed book, in Typst markup and with the idioms of its manual. Measured beside the book by compare.py.

It is written from the data that print templates are given (`src/render/print/data/parts.rs`): what is a heading there is
`== …` here, a footnote `#footnote[…]`, a reference a link to a label with its section and page, an index entry a `metadata`
that a query finds at the end, a running head a query of the headings before. Paper, margins, faces, sizes, the distance of
lines, what is kept together and what opens a page are the book's, so that both have the same pages to fill. What a program
needs and no author would write is left out: labels at every paragraph, page numbers guessed ahead, widths of columns.
"""

import re

HEAD = r"""
#set document(title: "TITLE")
#set page(width: 148mm, height: 210mm, margin: (top: 19mm, bottom: 20mm, inside: 18mm, outside: 19mm), numbering: "i",
  header: context {
    let here = here()
    if query(heading.where(level: 1)).any(h => h.location().page() == here.page()) { return }
    let parts = query(selector(heading.where(level: 1)).before(here))
    let chapters = query(selector(heading.where(level: 2)).before(here))
    set text(font: "Be Vietnam Pro", size: 7.5pt)
    if calc.odd(here.page()) { if chapters.len() > 0 { align(end, chapters.last().body) } } else if parts.len() > 0 { parts.last().body }
  })
#set text(font: ("Source Serif 4", "Be Vietnam Pro"), size: 10.2pt, lang: "LANG", hyphenate: HYPHENATE,
  top-edge: 0.8em, bottom-edge: -0.2em, costs: (widow: 400%, orphan: 400%, runt: 150%))
#set par(justify: true, leading: 4pt, spacing: 11.1pt,
  justification-limits: (spacing: (min: 78%, max: 140%), tracking: (min: -0.01em, max: 0.016em)))
#set block(spacing: 11.1pt)
#set list(indent: 0.4em, body-indent: 0.6em)
#set enum(indent: 0.4em, body-indent: 0.6em)
#show heading: set text(font: "Be Vietnam Pro", weight: 600, size: 1.12em)
#show heading: set block(above: 17pt, below: 7pt)
#show raw: set text(font: "JetBrains Mono")
#show raw.where(block: true): it => block(width: 100%, inset: 0.8em, fill: luma(244), text(size: 0.8em, it))
#show footnote.entry: set text(size: 0.8em)
#show figure: set block(breakable: true)
#show figure.where(kind: image): set block(breakable: false)
#show figure.caption: set text(size: 0.86em)
#set table(stroke: (x: none, y: 0.4pt), inset: (x: 0.45em, y: 0.5em))
#show table: set text(size: 0.86em, hyphenate: false)
#show table: set par(justify: false, leading: 0.34em)
#set table.cell(breakable: false)
#let idx(entry, words) = [#metadata(entry)<idx>#words]
#let seite(target) = context numbering("1", counter(page).at(target).first())
#let phan(label, title) = {
  pagebreak(weak: true, to: "odd")
  page(header: none, footer: none, { v(1fr); label; show heading: set text(size: 2.2em); heading(level: 1, title); v(2fr) })
}
#let khung(name, tone, title, body, whole: false) = block(width: 100%, inset: (x: 1em, y: 0.8em), breakable: not whole, stroke: (top: 1.2pt + tone, rest: 0.4pt))[
  #text(size: 0.76em, fill: tone, name) #linebreak() #strong(title)

  #body
]
#let luuy(name, body, whole: false) = block(width: 100%, breakable: not whole, inset: (left: 1em, y: 0.2em), stroke: (left: 2pt))[*#name*

  #body
]
#page(numbering: none, header: none)[#v(1fr) #text(size: 1.3em)[TITLE] #v(3fr)]
#pagebreak(to: "odd")
#page(numbering: none, header: none)[#v(1fr) #text(size: 2.4em)[TITLE] #v(2fr) IMPRINT]
#pagebreak(to: "odd")
#outline(depth: 4)
#outline(title: "B", target: figure.where(kind: table))
#outline(title: "H", target: figure.where(kind: image))
#pagebreak(to: "odd")
#set page(numbering: "1")
#counter(page).update(1)
"""

INDEX = r"""
#pagebreak(to: "odd")
= Index
#columns(2, context {
  let entries = (:)
  for mark in query(<idx>) { entries.insert(mark.value, entries.at(mark.value, default: ()) + (mark.location(),)) }
  set text(size: 0.9em)
  for (at, word) in WORDS {
    let pages = entries.at(at, default: ()).map(place => (counter(page).at(place).first(), place)).dedup(key: page => page.first())
    par(hanging-indent: 1em, justify: false)[#word, #pages.map(((page, place)) => link(place, str(page))).join(", ")]
  }
})
"""


def escaped(text):
    return re.sub(r"([\\#$*_`<>@\[\]~=\-+/\"'])", r"\\\1", text)


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def label(name):
    return f"#label({quoted(name)})"


def marks(names):
    """Places that links lead to. Nobody who writes by hand marks where each paragraph of the source begins (`at:`)."""
    return "".join(f"#[#metadata(none){label(name)}];" for name in names if not name.startswith("at:"))


def whole(node):
    return f"whole: {str(node['short']).lower()}"


class Hand:
    """Writes nodes as markup."""

    def __init__(self, data):
        self.data = data

    def inlines(self, nodes):
        return "".join(escaped(node) if isinstance(node, str) else self.inline(node) for node in nodes)

    def inline(self, node):
        kind, inner = node["k"], self.inlines(node["c"]) if "c" in node else ""
        if kind in ("em", "strong", "strike"):
            return {"em": "#emph", "strong": "#strong", "strike": "#strike"}[kind] + f"[{inner}]"
        if kind == "code":
            return f"#raw({quoted(node['s'])})"
        if kind == "br":
            return "#linebreak()"
        if kind == "link":
            address = f"#link({quoted(node['to'])})"
            return address + f"[{inner}]" + (f"#footnote[{address}]" if node["form"] == "note" else "")
        if kind == "ref":
            to = f"label({quoted(node['to'])})"
            page = "" if node["quiet"] else f" ({self.see(node, to)})"
            return f"#link({to})[{inner}]{page}"
        if kind == "image":
            return f"#box(image({quoted(node['path'])}, height: 1em, alt: {quoted(node['alt'])}))"
        if kind == "note":
            return f"#[#footnote[{self.blocks(node['b'])}]{label(node['id'])}]"
        if kind == "note-again":
            return f"#footnote(label({quoted(node['to'])}))"
        if kind == "blank":
            return f"#box(width: {node['n'] * 0.5}em, height: 1em, stroke: (bottom: 0.5pt))"
        if kind == "choice":
            return " ".join(f"☐~{escaped(answer)}" for answer in node["answers"])
        if kind == "index":
            return f"#idx({quoted(node['entry'])})[{inner}]"
        if kind == "lang":
            return f"#text(lang: {quoted(node['lang'].split('-')[0])})[{inner}]"
        return inner

    def see(self, node, to):
        """“section 2.3, page 41”."""
        words = self.data["words"]["print-see-section" if node["number"] else "print-see-page"]
        return escaped(words).replace("{page}", f"#seite({to})").replace("{number}", node["number"])

    def blocks(self, blocks):
        return "\n\n".join(self.block(block) for block in blocks)

    def block(self, node):
        labels = marks(node.get("ids", []) if node["k"] != "heading" else [])
        return labels + getattr(self, node["k"], self.other)(node)

    def heading(self, node):
        name = label(node["ids"][-1]) if node.get("ids") else ""
        head = f"#heading(level: {node['level']}, outlined: false, bookmarked: true)[{escaped((node['number'] + ' ' + node['plain']).strip())}]"
        return f"#[{head}{name}]"

    def p(self, node):
        return self.inlines(node["c"])

    plain = p

    def list(self, node):
        marker = "list" if node["start"] == 0 else "enum"
        start = f"start: {node['start']}, " if node["start"] > 1 else ""
        items = ", ".join("[" + self.blocks(item["b"]) + "]" for item in node["items"])
        return f"#{marker}({start}tight: {str(node['tight']).lower()}, {items})"

    def clauses(self, node):
        return "\n".join("#terms(terms.item[" + escaped(i["label"]) + "][" + self.blocks(i["b"]) + "])" for i in node["items"])

    def definitions(self, node):
        pairs = ((", ".join(map(self.inlines, i["terms"])), "\n\n".join(map(self.blocks, i["definitions"]))) for i in node["items"])
        return "\n".join(f"#terms(terms.item[{term}][{meaning}])" for term, meaning in pairs)

    def quote(self, node):
        return f"#quote(block: true)[{self.blocks(node['b'])}]"

    def alert(self, node):
        return f"#luuy({whole(node)})[{escaped(node['label'])}][{self.blocks(node['b'])}]"

    def source(self, node):
        return f"#raw(block: true, {quoted(chr(10).join(node['lines']))})"

    def table(self, node):
        cells = "".join(f"[{self.inlines(cell)}], " for row in node["rows"] for cell in row)
        head = "table.header(" + "".join(f"[*{self.inlines(cell)}*], " for cell in node["head"]) + "), " if node["head"] else ""
        table = f"table(columns: ({'1fr, ' * len(node['columns'])}), {head}{cells})"
        if not node["caption"]:
            return "#" + table
        return f"#figure(kind: table, supplement: [B], caption: [{self.inlines(node['caption'])}], {table})"

    def figure(self, node):
        picture = node["picture"]
        image = f"image({quoted(picture['path'])}, width: {min(100, picture['w'] / 4 or 100)}%, alt: {quoted(picture['alt'])})"
        return f"#figure(supplement: [H], caption: [{self.inlines(node['caption'])}], {image})"

    def rule(self, node):
        return "#line(length: 100%)"

    def frame(self, node):
        if not node["label"]:
            return self.other(node)
        return f"#khung([{escaped(node['label'])}], red, [{self.inlines(node['title'])}], [{self.blocks(node['b'])}], {whole(node)})"

    def records(self, node):
        lines = []
        for item in node["items"]:
            facts = escaped(" · ".join(item["facts"] + [item["status"]]))
            more = "".join(" #linebreak() " + self.inlines(line) for line in item["more"])
            lines.append(f"{marks(item['ids'])}#strong[{self.inlines(item['title'])}] #linebreak() {facts}{more}")
        return "\n\n".join(lines)

    documents = sources = records

    def glossary(self, node):
        lines = []
        for term in (term for group in node["groups"] for term in group["terms"]):
            others = "".join(" · " + escaped(other["term"]) for other in term["translations"])
            lines.append(f"{marks(term['ids'])}#idx({quoted(term['entry'])})[*{escaped(term['term'])}*]. {self.inlines(term['definition'])}{others}")
        return "\n\n".join(lines)

    def statistic(self, node):
        def fact(f):
            return (f"#text(size: 1.7em)[{escaped(f['value'])}] {escaped(f['unit'])}\n\n{escaped(f['label'])}\n\n"
                    f"{escaped(f['as_of'])} {self.inlines(f['source'])} {escaped(f['note'])}")
        return "#block(width: 100%, inset: (left: 1em), stroke: (left: 2pt))[" + "\n\n".join(map(fact, node["facts"])) + "]"

    def other(self, node):
        return self.blocks(node.get("b", []))

    def chapter(self, chapter):
        labels = marks(chapter["ids"][1:])
        title = escaped((chapter["number"] + " " + chapter["title"]).strip())
        facts = " · ".join(f"{escaped(f['label'])}: {self.inlines([f['value']])}" for f in chapter["facts"])
        opening = "#pagebreak(weak: true, to: \"odd\")\n#counter(footnote).update(0)" if chapter["depth"] == 0 else "#v(35pt, weak: true)"
        return (f"{opening}\n{labels}#block(sticky: true, text(size: 1.6em)[#[#heading(level: {chapter['level']})[{title}]{label(chapter['ids'][0])}]])\n\n"
                f"#block(sticky: true, emph[{escaped(chapter['description'])}])\n\n#text(size: 0.84em)[{facts}]\n\n{self.blocks(chapter['b'])}")

    def part(self, part):
        return f"#phan([{escaped(part['label'])}], [{escaped(part['title'])}])"

    def index(self):
        """The words of the index in their order, as an author has them from a list."""
        entries = (entry for letter in self.data["index"] for entry in letter["entries"])
        return INDEX.replace("WORDS", "(" + ", ".join(f"({quoted(e['key'])}, {quoted(e['text'])})" for e in entries) + ",)")

    def document(self):
        data = self.data
        head = HEAD.replace("TITLE", escaped(data["title"])).replace("LANG", data["lang"])
        head = head.replace("HYPHENATE", str(data["hyphenate"]).lower())
        head = head.replace("IMPRINT", " #linebreak() ".join(escaped(line) for line in [data["edition"], data["edition_date"], *data["imprint"]]))
        body = (self.part(d) if d["k"] == "part" else self.chapter(d) for d in data["divisions"])
        return head + "\n\n".join(body) + self.index()
