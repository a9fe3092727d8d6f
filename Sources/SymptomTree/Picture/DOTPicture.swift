/// The tree in Graphviz's language (graphviz.org, "DOT Language").
enum DOTPicture {
  static func text(of tree: Tree) -> String {
    var text =
      "digraph \(quoted(tree.id.value)) {\n  rankdir=LR;\n  node [shape=box, style=\"rounded,filled\"];\n"
    for question in tree.questions {
      let fill = question.stage.value == .redFlag ? "#fde8e8" : "#ffffff"
      text += "  \(quoted(question.id.value)) [label=\(quoted(question.ask.value)), fillcolor=\"\(fill)\"];\n"
    }
    for outcome in tree.outcomes {
      let palette = Palette(tree.careLevels[outcome.level.value]?.colour)
      let label = "\(outcome.id.value)\n\(outcome.level.value.rawValue)"
      text += "  \(quoted(outcome.id.value)) [label=\(quoted(label)), fillcolor=\"\(palette.fill)\"];\n"
    }
    for question in tree.questions {
      for answer in question.choices {
        text += "  \(quoted(question.id.value)) -> \(quoted(answer.next.value))"
        text += " [label=\(quoted(answer.label.value))];\n"
      }
    }
    return text + "}\n"
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for character in text {
      switch character {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      default: out.append(character)
      }
    }
    return out + "\""
  }
}
