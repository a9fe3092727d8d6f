import SiteModel

/// The boxes of a picture, drawn at the origin, to be moved to their place.
struct PictureBox {
  /// The width that it was drawn for.
  let width: Double
  private(set) var height = 0.0
  private(set) var canvas = SVGCanvas()

  static let type = 11.0
  static let lineHeight = 12.6
  private static let padding = 5.0
  /// Of the mark with a question's number, and of a cell that says where an answer leads.
  private static let mark = 22.0
  static let cell = 31.0
  private static let cellHeight = 12.4

  private init(width: Double) { self.width = width }

  // MARK: Questions

  /// One question: its words, and a row for each answer with where it leads.
  static func question(_ node: Int, _ picture: SVGPicture, width: Double) -> PictureBox {
    var box = PictureBox(width: width)
    let question = picture.tree.questions[node]
    box.heading(question, [node], picture)
    for (place, answer) in question.choices.enumerated() {
      let top = box.height
      box.answer(place, answer, room: Self.cell + Self.padding)
      box.cell(node, place, x: width - Self.cell - Self.padding, y: top, picture)
      box.height += 1
    }
    box.close(question)
    return box
  }

  /// Several questions with the same words: the answers, then a row for each question and in it a cell for each answer.
  static func table(_ nodes: [Int], _ picture: SVGPicture, width: Double) -> PictureBox {
    var box = PictureBox(width: width)
    let question = picture.tree.questions[nodes[0]]
    box.heading(question, nodes, picture)
    let count = question.choices.count
    for (place, answer) in question.choices.enumerated() { box.answer(place, answer, room: 0) }
    let left = width - Self.padding - Double(count) * Self.cell
    box.height += 2
    for place in 0..<count {
      box.canvas.line(
        Self.letter(place), "b m", x: left + (Double(place) + 0.5) * Self.cell, y: box.height + 10)
    }
    box.height += Self.lineHeight
    for node in nodes {
      let id = picture.graph.names[node]
      box.canvas.element("g", [("class", "question"), ("data-id", id)]) { canvas in
        canvas.rule(x: 0, y: box.height, width: width)
      }
      box.mark(node, y: box.height + 1, picture)
      box.canvas.line(
        id + picture.origins(of: node), "s", x: Self.mark + Self.padding * 2, y: box.height + 10.5)
      for place in 0..<count {
        box.cell(node, place, x: left + Double(place) * Self.cell, y: box.height, picture)
      }
      box.height += Self.cellHeight + 2
    }
    box.close(question)
    return box
  }

  /// Whether a table of these questions has room for its cells beside their names.
  static func fitsTable(_ nodes: [Int], _ picture: SVGPicture, width: Double) -> Bool {
    let names = nodes.map { WrappedText.width(of: picture.graph.names[$0] + picture.origins(of: $0)) * type }
    let cells = Double(picture.tree.questions[nodes[0]].choices.count) * cell
    return mark + padding * 4 + (names.max() ?? 0) + cells <= width
  }

  private mutating func heading(_ question: Question, _ nodes: [Int], _ picture: SVGPicture) {
    height = Self.padding - 1
    let isOne = nodes.count == 1
    let left = isOne ? Self.mark + Self.padding * 2 : Self.padding
    if isOne { mark(nodes[0], y: height, picture) }
    for line in WrappedText.lines(question.ask.value, width: (width - left - Self.padding) / Self.type / 1.06)
    {
      canvas.line(line, "b", x: left, y: height + 10)
      height += Self.lineHeight
    }
    let stage = question.stage.value == .redFlag ? "RED FLAGS" : question.stage.value.rawValue
    let kind = question.kind.value == .anyOf ? "the first that fits" : "one answer"
    let name = isOne ? picture.graph.names[nodes[0]] + picture.origins(of: nodes[0]) + " · " : ""
    canvas.line("\(name)\(stage), \(kind)", "s", x: left, y: height + 9)
    height += Self.lineHeight + 2
  }

  private mutating func answer(_ place: Int, _ answer: Answer, room: Double) {
    let left = Self.padding + 15
    canvas.rule(x: 0, y: height, width: width)
    canvas.line(Self.letter(place), "b", x: Self.padding + 2, y: height + 10.5)
    let lines = WrappedText.lines(
      answer.label.value, width: (width - left - room - Self.padding) / Self.type)
    for line in lines.isEmpty ? [answer.id.value] : lines {
      canvas.line(line, answer.id.value == "none" ? "i" : "", x: left, y: height + 10.5)
      height += Self.lineHeight
    }
    height += 1
  }

  private mutating func mark(_ node: Int, y: Double, _ picture: SVGPicture) {
    canvas.rectangle("mark", x: Self.padding, y: y, width: Self.mark, height: Self.cellHeight + 1)
    canvas.line(
      picture.outline.names[node], "n m", x: Self.padding + Self.mark / 2, y: y + 10.3)
  }

  /// Where an answer leads. This is the edge of the picture.
  private mutating func cell(_ node: Int, _ place: Int, x: Double, y: Double, _ picture: SVGPicture) {
    let answer = picture.tree.questions[node].choices[place]
    guard let to = picture.graph.node(answer.next.value) else { return }
    let names = picture.graph.names
    let isQuestion = picture.graph.isQuestion(to)
    canvas.element(
      "g",
      [
        ("class", "edge"), ("data-from", names[node]), ("data-answer", answer.id.value),
        ("data-to", names[to]),
      ]
    ) { canvas in
      let style = isQuestion ? "go" : picture.style(of: to)
      canvas.rectangle(style, x: x + 1, y: y + 1, width: Self.cell - 2, height: Self.cellHeight)
      canvas.line(
        (isQuestion ? "→ " : "") + picture.outline.names[to], "b m", x: x + Self.cell / 2, y: y + 10.6)
    }
  }

  private mutating func close(_ question: Question) {
    height += 2
    var frame = SVGCanvas()
    frame.rectangle("box", x: 0, y: 0, width: width, height: height)
    if question.stage.value == .redFlag {
      frame.rectangle("flag", x: -4, y: 0, width: 5, height: height, radius: 2)
    }
    frame.append(canvas.text)
    canvas = frame
  }

  /// a, b, c, …
  private static func letter(_ place: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "a") + UInt8(clamping: place % 26)))
  }

  // MARK: Outcomes

  /// Some of the outcomes of one care level, with the causes that they name.
  static func outcomes(
    _ level: CareLevel, _ nodes: [Int], isFirst: Bool, _ picture: SVGPicture, width: Double
  ) -> PictureBox {
    var box = PictureBox(width: width)
    box.height = Self.padding - 1
    let letter = PictureOutline.letter(of: level)
    let heading = picture.tree.careLevels[level]?.heading.value ?? ""
    let words = isFirst ? "\(letter) = \(level.rawValue): \(heading)" : "\(letter), continued"
    for line in WrappedText.lines(words, width: (width - Self.padding * 2) / Self.type / 1.06) {
      box.canvas.line(line, "b", x: Self.padding, y: box.height + 10)
      box.height += Self.lineHeight
    }
    for node in nodes {
      let outcome = picture.tree.outcomes[node - picture.graph.questionCount]
      let left = Self.padding + Self.cell
      box.canvas.element("g", [("class", "outcome"), ("data-id", outcome.id.value)]) { canvas in
        canvas.rule(x: 0, y: box.height, width: width)
        canvas.line(picture.outline.names[node], "b", x: Self.padding, y: box.height + 10.3)
        canvas.line(outcome.id.value, "", x: left, y: box.height + 10.3)
      }
      box.height += Self.lineHeight
    }
    box.height += 2
    var frame = SVGCanvas()
    frame.rectangle(picture.style(of: nodes[0]), x: 0, y: 0, width: width, height: box.height)
    frame.append(box.canvas.text)
    box.canvas = frame
    return box
  }

  // MARK: Notes

  /// Sentences below a heading.
  static func notes(_ heading: String, _ sentences: [String], width: Double) -> PictureBox {
    var box = PictureBox(width: width)
    box.height = Self.padding - 1
    box.canvas.line(heading, "b", x: Self.padding, y: box.height + 10)
    box.height += Self.lineHeight
    for sentence in sentences {
      for line in WrappedText.lines(sentence, width: (width - Self.padding * 2) / Self.type) {
        box.canvas.line(line, "s", x: Self.padding, y: box.height + 10)
        box.height += Self.lineHeight
      }
    }
    box.height += 3
    var frame = SVGCanvas()
    frame.rectangle("rule", x: 0, y: 0, width: width, height: box.height)
    frame.append(box.canvas.text)
    box.canvas = frame
    return box
  }
}
