import SiteModel

/// The tree as a Mermaid flowchart (mermaid.js.org, "Flowcharts"), which code hosts draw in Markdown.
enum MermaidPicture {
  static func text(of tree: Tree) -> String {
    // Numbered, since words such as `end` cannot be ids.
    let ids = (tree.questions.map(\.id) + tree.outcomes.map(\.id)).map(\.value)
    let numbers = Dictionary(ids.enumerated().map { ($1, "n\($0)") }) { first, _ in first }
    func number(_ id: String) -> String { numbers[id] ?? "missing" }
    var text = "flowchart LR\n"
    for question in tree.questions {
      text += "  \(number(question.id.value))[\(quoted(question.ask.value))]"
      text += question.stage.value == .redFlag ? ":::redflag\n" : "\n"
    }
    for outcome in tree.outcomes {
      let label = "\(outcome.id.value) (\(outcome.level.value.rawValue))"
      text += "  \(number(outcome.id.value))([\(quoted(label))]):::\(outcome.level.value.rawValue)\n"
    }
    for question in tree.questions {
      for answer in question.choices {
        text +=
          "  \(number(question.id.value)) -- \(quoted(answer.label.value)) --> \(number(answer.next.value))\n"
      }
    }
    text += "  classDef redflag fill:#fde8e8,stroke:#b3261e,color:#000\n"
    for level in CareLevel.allCases {
      let palette = Palette(tree.careLevels[level]?.colour)
      text += "  classDef \(level.rawValue) fill:\(palette.fill),stroke:\(palette.line),color:#000\n"
    }
    return text
  }

  /// Mermaid reads `#name;` as a character.
  private static func quoted(_ text: String) -> String {
    var out = "\""
    for character in text {
      switch character {
      case "\"": out += "#quot;"
      case "#": out += "#35;"
      case "<": out += "#lt;"
      case ">": out += "#gt;"
      case "\n": out += " "
      default: out.append(character)
      }
    }
    return out + "\""
  }
}
