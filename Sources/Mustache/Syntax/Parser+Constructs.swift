import Diagnostics
import Text

/// A section, parent or block that is open.
struct Construct {
  var kind: Token.Kind
  var name: TagName
  var isDynamic = false
  /// A block between the tags of a parent: content for the parent's block.
  var isArgument = false
  /// The whitespace before the opening tag, when nothing else is before it on its line.
  var indentation: Range<Int>?
  /// The opening tag ends its line.
  var endsLine = false
  var nodes: [Node] = []
  var arguments = ParentArguments(blocks: [])
}

extension Parser {
  mutating func begin(_ token: Token) {
    var construct = Construct(
      kind: token.kind, name: TagName(text: "", offset: token.name.lowerBound, tag: token.extent.lowerBound))
    let name: TagName?
    if token.kind == .parent {
      let inclusion = inclusion(of: token, indentation: nil)
      construct.isDynamic = inclusion?.isDynamic ?? false
      name = inclusion?.name
    } else {
      name = self.name(of: token)
    }
    if let name { construct.name = name }
    construct.indentation = lines.indentation(before: index)
    construct.endsLine = lines.endsLine(after: index)
    switch token.kind {
    case .block where open[open.count - 1].kind == .parent:
      construct.isArgument = true
      if construct.endsLine { takeLineEnd() }
    case .block:
      takeIndentation()
      if construct.indentation != nil, construct.endsLine { takeLineEnd() }
    case .parent: takeIndentation()
    default: if !takeLine() { beginLine(at: token) }
    }
    open.append(construct)
    openNames[construct.name.text, default: 0] += 1
    if open.count == Self.maximumDepth + 2 {
      faults.append(
        Fault(
          code: .templateNesting, offset: construct.name.tag,
          message: "More than \(Self.maximumDepth) sections are nested here.",
          hint: "Close the sections that are finished."))
    }
  }

  mutating func close(_ token: Token) {
    guard var name = name(of: token) else {
      if open.count > 1, open[open.count - 1].name.text.isEmpty { finish(at: token) }
      return
    }
    if open[open.count - 1].isDynamic, name.text.first == "*" { name.text.removeFirst() }
    guard open.count > 1 else {
      faults.append(
        Fault(
          code: .templateUnexpectedClose, offset: name.tag,
          message: "`{{/\(name.text)}}` has nothing to close: no section is open here.",
          hint: "Remove it, or open `{{#\(name.text)}}` above it."))
      _ = takeLine()
      return
    }
    if openNames[name.text] == nil {
      let expected = open[open.count - 1].name.text
      // What opened it has a fault of its own, which is told.
      if expected.isEmpty {
        finish(at: token)
        return
      }
      let isNear = NearestName.to(name.text, among: CollectionOfOne(expected)) != nil
      let isOnlyEnd = !isNear && !isClosed(expected)
      faults.append(
        Fault(
          code: .templateMismatchedClose, offset: name.tag,
          message: "`{{/\(name.text)}}` does not match the open section `\(expected)`.",
          hint: isOnlyEnd
            ? "Write the same name at both ends of the section: open it as `{{#\(name.text)}}`, or close it as `{{/\(expected)}}`."
            : "Write `{{/\(expected)}}` to close it."))
      // A slip of the pen still closes what it was meant to close, so that one mistake gives one fault.
      if !isNear, !isOnlyEnd { return }
      // Which of two names is the right one, and so what stands between the tags, is not known.
      if isOnlyEnd { open[open.count - 1].name.text = "" }
      if isOnlyEnd { openNames[expected] = openNames[expected].flatMap { $0 > 1 ? $0 - 1 : nil } }
    } else {
      while open[open.count - 1].name.text != name.text { abandon(before: "`{{/\(name.text)}}`") }
    }
    finish(at: token)
  }

  /// Closes the innermost construct where its own closing tag is missing.
  mutating func abandon(before place: String) {
    let name = open[open.count - 1].name
    // A construct without a name has been reported already.
    if !name.text.isEmpty {
      faults.append(
        Fault(
          code: .templateUnclosedSection, offset: name.tag,
          message: "`\(name.text)` is opened here but never closed.",
          hint: "Add `{{/\(name.text)}}` before \(place)."))
    }
    pop(indentation: nil)
  }

  private mutating func finish(at token: Token) {
    let kind = open[open.count - 1].kind
    let isArgument = open[open.count - 1].isArgument
    var indentation: Range<Int>?
    switch kind {
    case .parent:
      // Both tags and all between them count as one tag: what is between is never shown in this place.
      if let before = open[open.count - 1].indentation, lines.endsLine(after: index) {
        indentation = before
        takeLineEnd()
      }
    case .block where isArgument: takeIndentation()
    default: if !takeLine() { beginLine(at: token) }
    }
    pop(indentation: indentation)
  }

  /// Makes a node of the innermost construct. One that is nested too deeply or has no name is reported already
  /// and left out.
  private mutating func pop(indentation: Range<Int>?) {
    let isTooDeep = open.count > Self.maximumDepth + 1
    let construct = open.removeLast()
    if let count = openNames[construct.name.text] {
      openNames[construct.name.text] = count > 1 ? count - 1 : nil
    }
    if isTooDeep || construct.name.text.isEmpty { return }
    if construct.kind == .parent, indentation == nil, let before = construct.indentation {
      append(.text(before, startsLine: true))
    }
    append(node(of: construct, indentation: indentation))
  }

  private func node(of construct: Construct, indentation: Range<Int>?) -> Node {
    switch construct.kind {
    case .parent:
      let inclusion = Inclusion(
        name: construct.name, isDynamic: construct.isDynamic, indentation: indentation)
      return .parent(inclusion, construct.arguments)
    case .block:
      var content = construct.nodes
      if construct.isArgument, construct.endsLine, let common = content.commonIndentation(in: bytes) {
        content = content.removingIndentation(of: common.count, in: bytes)
      }
      return .block(
        Block(
          name: construct.name, content: content,
          indentation: construct.isArgument ? nil : construct.indentation,
          standsAlone: construct.endsLine && construct.indentation != nil))
    default: return .section(construct.name, inverted: construct.kind == .inverted, construct.nodes)
    }
  }
}
