/// The tree as an SVG 1.1 drawing: questions with their answers as rows, outcomes in their level's colour.
struct SVGPicture {
  private static let boxWidth = 256.0
  private static let columnGap = 46.0
  private static let lineHeight = 12.5
  private static let padding = 5.0
  private static let margin = 16.0
  private static let header = 44.0
  /// Characters of the small type that fill a box.
  private static let characters = 41

  private let tree: Tree
  private let graph: TreeGraph
  private let boxes: [Box]
  private let layout: Layout

  /// What a node's box holds.
  private struct Box {
    var title: [String]
    /// Each answer's lines and its edge, which is nil when it leads nowhere.
    var rows: [(lines: [String], edge: Int?, isNone: Bool)] = []
    var palette: Palette
    var isOutcome = false

    var titleHeight: Double { Double(title.count) * SVGPicture.lineHeight + SVGPicture.padding * 2 }
    var height: Double {
      rows.reduce(titleHeight) { $0 + SVGPicture.height(of: $1.lines) }
    }
  }

  init(_ tree: Tree) {
    self.tree = tree
    let graph = TreeGraph(tree)
    self.graph = graph
    var offsets = [Double](repeating: 0, count: graph.edges.count)
    var boxes: [Box] = []
    for (node, question) in tree.questions.enumerated() {
      var box = Box(
        title: WrappedText.lines(question.ask.value, width: Self.characters - 4, limit: 5),
        palette: Palette(question.stage.value == .redFlag ? .red : .grey))
      var y = box.titleHeight
      for answer in question.choices {
        let lines = WrappedText.lines(answer.label.value, width: Self.characters, limit: 6)
        let isNone = answer.id.value == "none"
        let edge = graph.out[node].first { graph.edges[$0].answer.id.value == answer.id.value }
        if let edge { offsets[edge] = y + Self.height(of: lines) / 2 }
        y += Self.height(of: lines)
        box.rows.append((lines, edge, isNone))
      }
      boxes.append(box)
    }
    for outcome in tree.outcomes {
      let level = outcome.level.value
      let heading = tree.careLevels[level]?.heading.value ?? level.rawValue
      boxes.append(
        Box(
          title: WrappedText.lines(outcome.id.value, width: Self.characters - 4, limit: 2)
            + WrappedText.lines(heading, width: Self.characters - 4, limit: 2),
          palette: Palette(tree.careLevels[level]?.colour), isOutcome: true))
    }
    self.boxes = boxes
    layout = Layout(graph, heights: boxes.map(\.height), offsets: offsets, gap: 9)
  }

  /// The drawing, to be saved as it is or put into a page.
  var text: String {
    let width =
      Double(layout.columns.count) * (Self.boxWidth + Self.columnGap) - Self.columnGap + Self.margin * 2
    let height = layout.height + Self.header + Self.margin * 2
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(number(width)) \(number(height))" \
      width="\(number(width))" height="\(number(height))" role="img" aria-labelledby="tree-title" \
      font-family="system-ui, Helvetica, Arial, sans-serif" font-size="11">
      <title id="tree-title">\(escaped(tree.title.value)), version \(tree.version.value.text)</title>
      <style>svg { max-width: 100%; height: auto; background: #fff } \
      @media print { @page { size: landscape; margin: 8mm } svg { width: 100% } }</style>

      """
    svg += label(tree.title.value, x: Self.margin, y: Self.margin + 12, weight: true, size: 16)
    svg += legend(y: Self.margin + 30)
    for edge in graph.edges.indices { svg += line(of: edge) }
    for node in boxes.indices { svg += box(node) }
    return svg + "</svg>\n"
  }

  private static func height(of lines: [String]) -> Double {
    Double(max(1, lines.count)) * lineHeight + padding
  }

  private func x(ofColumn column: Int) -> Double {
    Self.margin + Double(column) * (Self.boxWidth + Self.columnGap)
  }

  private func y(_ item: Int) -> Double { layout.items[item].y + Self.margin + Self.header }

  private func legend(y: Double) -> String {
    var svg = ""
    var x = Self.margin
    for level in CareLevel.allCases {
      let palette = Palette(tree.careLevels[level]?.colour)
      svg += "<rect x=\"\(number(x))\" y=\"\(number(y - 9))\" width=\"12\" height=\"12\" rx=\"3\" "
      svg += "fill=\"\(palette.fill)\" stroke=\"\(palette.line)\"/>\n"
      svg += label(level.rawValue, x: x + 17, y: y + 1)
      x += 90
    }
    return svg
  }

  private func box(_ node: Int) -> String {
    let box = boxes[node]
    let (left, top) = (x(ofColumn: layout.items[node].column), y(node))
    let id = escaped(graph.names[node])
    var svg = "<g class=\"\(box.isOutcome ? "outcome" : "question")\" data-id=\"\(id)\">\n"
    svg += rectangle(
      left, top, box.height, fill: box.isOutcome ? box.palette.fill : "#ffffff", line: box.palette.line,
      radius: box.isOutcome ? 12 : 4)
    if !box.isOutcome {
      svg += rectangle(left, top, box.titleHeight, fill: box.palette.fill, line: box.palette.line, radius: 4)
    }
    for (number, text) in box.title.enumerated() {
      svg += label(
        text, x: left + Self.padding + 2, y: top + Self.padding + Self.lineHeight * (Double(number) + 0.8),
        weight: true)
    }
    var y = top + box.titleHeight
    for (place, row) in box.rows.enumerated() {
      if place > 0 {
        svg += "<path d=\"M\(number(left)) \(number(y))h\(number(Self.boxWidth))\" stroke=\"#cccccc\"/>\n"
      }
      for (number, text) in row.lines.enumerated() {
        svg += label(
          text, x: left + Self.padding + 2,
          y: y + Self.padding / 2 + Self.lineHeight * (Double(number) + 0.8),
          italic: row.isNone)
      }
      y += Self.height(of: row.lines)
    }
    return svg + "</g>\n"
  }

  /// A line from its answer's row to the left side of where it leads, by its lanes.
  private func line(of edge: Int) -> String {
    let one = graph.edges[edge]
    let route = layout.routes[edge]
    let palette = boxes[one.to].isOutcome ? boxes[one.to].palette : Palette(.grey)
    var at = (
      x: x(ofColumn: layout.items[one.from].column) + Self.boxWidth, y: y(one.from) + offset(of: edge)
    )
    var path = "M\(number(at.x)) \(number(at.y))"
    for item in route.dropFirst() {
      let isEnd = item == one.to
      let to = (
        x: x(ofColumn: layout.items[item].column) - (isEnd ? 5 : 0),
        y: isEnd ? entry(of: item) : y(item) + layout.items[item].height / 2
      )
      let bend = max(18, abs(to.x - at.x) / 2)
      path += "C\(number(at.x + bend)) \(number(at.y)) \(number(to.x - bend)) \(number(to.y)) "
      path += "\(number(to.x)) \(number(to.y))"
      at = to
      if !isEnd {
        path += "h\(number(Self.boxWidth))"
        at.x += Self.boxWidth
      }
    }
    let end = "M\(number(at.x)) \(number(at.y - 3))l5 3l-5 3z"
    return """
      <g class="edge" data-from="\(escaped(graph.names[one.from]))" \
      data-answer="\(escaped(one.answer.id.value))" data-to="\(escaped(graph.names[one.to]))">\
      <path d="\(path)" fill="none" stroke="\(palette.line)" stroke-width="1.3"/>\
      <path d="\(end)" fill="\(palette.line)"/></g>

      """
  }

  private func entry(of node: Int) -> Double { y(node) + boxes[node].titleHeight / 2 }

  /// Where an edge leaves its box, below the box's top.
  private func offset(of edge: Int) -> Double {
    let box = boxes[graph.edges[edge].from]
    var y = box.titleHeight
    for row in box.rows {
      if row.edge == edge { return y + Self.height(of: row.lines) / 2 }
      y += Self.height(of: row.lines)
    }
    return 0
  }

  private func rectangle(
    _ x: Double, _ y: Double, _ height: Double, fill: String, line: String, radius: Int
  ) -> String {
    "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(Self.boxWidth))\" height=\"\(number(height))\" "
      + "rx=\"\(radius)\" fill=\"\(fill)\" stroke=\"\(line)\"/>\n"
  }

  private func label(
    _ text: String, x: Double, y: Double, weight: Bool = false, italic: Bool = false, size: Int? = nil
  ) -> String {
    let style =
      (weight ? " font-weight=\"600\"" : "") + (italic ? " font-style=\"italic\"" : "")
      + (size.map { " font-size=\"\($0)\"" } ?? "")
    return "<text x=\"\(number(x))\" y=\"\(number(y))\"\(style)>\(escaped(text))</text>\n"
  }

  /// One decimal, the same on every machine.
  private func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    return tenths % 10 == 0
      ? "\(tenths / 10)" : "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// XML text; characters that XML 1.0 does not allow become U+FFFD.
  private func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
      case "\u{0}"..<"\u{20}", "\u{FFFE}"..."\u{FFFF}": out.append("\u{FFFD}")
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
