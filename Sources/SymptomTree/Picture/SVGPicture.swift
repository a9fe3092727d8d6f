import SiteModel

/// The tree as an SVG 1.1 drawing of which all is read on one screen or one sheet: every question a box, every answer in
/// it a row that ends in the number of the next question or the name of an outcome. Numbers take the place of long lines,
/// as on a paper protocol.
struct SVGPicture {
  let tree: Tree
  let graph: TreeGraph
  let outline: PictureOutline

  private static let margin = 14.0
  private static let top = 36.0
  /// Outcomes in one box at most.
  private static let outcomesInBox = 30
  private static let outcomeWidth = 168.0

  init(_ tree: Tree) {
    self.tree = tree
    graph = TreeGraph(tree)
    outline = PictureOutline(tree, graph)
  }

  /// The drawing, to be saved as it is or put into a page.
  var text: String {
    let endings = outcomeBoxes
    var best: (boxes: [PictureBox], sheet: PictureSheet)?
    for width in stride(from: 260.0, through: 460, by: 20) {
      let boxes =
        questionBoxes(width: width) + [PictureBox.notes("How to read this", Self.legend, width: width)]
      let sheet = PictureSheet(
        [
          PictureSheet.Part(width: width, heights: boxes.map(\.height)),
          PictureSheet.Part(width: Self.outcomeWidth, heights: endings.map(\.height)),
        ], top: Self.top, margin: Self.margin)
      if best.map({ sheet.scale > $0.sheet.scale }) ?? true { best = (boxes + endings, sheet) }
    }
    guard let best else { return "" }
    return drawing(best.boxes, best.sheet)
  }

  private func questionBoxes(width: Double) -> [PictureBox] {
    outline.groups.flatMap { nodes in
      nodes.count > 1 && PictureBox.fitsTable(nodes, self, width: width)
        ? [PictureBox.table(nodes, self, width: width)]
        : nodes.map { PictureBox.question($0, self, width: width) }
    }
  }

  private var outcomeBoxes: [PictureBox] {
    outline.outcomes.flatMap { level, nodes in
      stride(from: 0, to: nodes.count, by: Self.outcomesInBox).map { start in
        PictureBox.outcomes(
          level, Array(nodes[start..<min(nodes.count, start + Self.outcomesInBox)]), isFirst: start == 0,
          self,
          width: Self.outcomeWidth)
      }
    }
  }

  private func drawing(_ boxes: [PictureBox], _ sheet: PictureSheet) -> String {
    let (width, height) = (SVGCanvas.number(sheet.width), SVGCanvas.number(sheet.height))
    var canvas = SVGCanvas()
    canvas.append(
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
      role="img" aria-labelledby="tree-title tree-words">
      <title id="tree-title">\(SVGCanvas.escaped(tree.title.value)), version \(tree.version.value.text)</title>
      <desc id="tree-words">\(SVGCanvas.escaped(description))</desc>
      <style>
      \(style)
      </style>
      <rect class="paper" width="\(width)" height="\(height)"/>

      """)
    canvas.line("\(tree.title.value), version \(tree.version.value.text)", "h", x: Self.margin, y: 24)
    for (box, place) in zip(boxes, sheet.places) {
      let move = "translate(\(SVGCanvas.number(place.x)) \(SVGCanvas.number(place.y)))"
      canvas.element("g", [("transform", move)]) { $0.append(box.canvas.text) }
    }
    canvas.append("</svg>\n")
    return canvas.text
  }

  private static let legend = [
    "Start at 1. Take the row that fits and go where its end says.",
    "→ 7: go on to question 7. S4: an outcome; the coloured lists name it, and its letter is its care level.",
    "← 3: people come from question 3.",
    "The first that fits: read from the top; the first row that fits decides.",
    "Questions in the same words share a box: a, b, c are the answers, and each question has a row.",
    "A thick bar: red flags.",
  ]

  private var description: String {
    "\(tree.questions.count) questions, each with its answers and where each answer leads, and "
      + "\(tree.outcomes.count) outcomes by how soon to be seen."
  }

  /// From which questions people come.
  func origins(of node: Int) -> String {
    var names: [String] = []
    for edge in graph.into[node] {
      let name = outline.names[graph.edges[edge].from]
      if !names.contains(name) { names.append(name) }
    }
    return names.isEmpty ? "" : " ← \(names.joined(separator: " "))"
  }

  /// The class of what has an outcome's colour.
  func style(of outcome: Int) -> String {
    tree.outcomes[outcome - graph.questionCount].level.value.rawValue
  }

  /// Light, dark for those who have their screen so, and always light on paper. Colours repeat what is said in letters,
  /// so that a print in grey says the same.
  private var style: String {
    var css = """
      text{font:\(SVGCanvas.number(PictureBox.type))px Arial,Helvetica,"Liberation Sans",sans-serif;fill:#111}
      .h{font-size:17px;font-weight:700}.b,.n{font-weight:700}.i{font-style:italic}.m{text-anchor:middle}
      .s{fill:#444}.n{fill:#fff}.paper{fill:#fff}.box{fill:#fff;stroke:#777}.mark{fill:#222}.flag{fill:#b3261e}
      .rule{fill:none;stroke:#ccc;stroke-width:.7}.go{fill:#fff;stroke:#222}
      @page{size:A3 landscape;margin:8mm}@media print{svg{width:100%;height:auto}}

      """
    for level in CareLevel.allCases {
      let palette = Palette(tree.careLevels[level]?.colour)
      css += ".\(level.rawValue){fill:\(palette.fill);stroke:\(palette.line)}"
    }
    css +=
      "\n@media screen and (prefers-color-scheme:dark){text{fill:#eee}.s{fill:#bbb}.n{fill:#111}.paper{fill:#15171a}"
      + ".box{fill:#1f2226;stroke:#888}.mark{fill:#eee}.flag{fill:#ff8a80}.rule{stroke:#444}.go{fill:#15171a;stroke:#ccc}"
    for level in CareLevel.allCases {
      css += ".\(level.rawValue){fill:\(Palette(tree.careLevels[level]?.colour).dark)}"
    }
    return css + "}"
  }
}
