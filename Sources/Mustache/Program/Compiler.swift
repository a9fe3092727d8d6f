import Diagnostics

/// Makes one flat program of a template with all its partials and parents, every name resolved to its place.
struct Compiler {
  /// Sections, partials and blocks inside each other, over all templates together: what neither this walk
  /// nor the renderer can run out of stack with.
  static let maximumDepth = 200
  /// Nodes of all templates together, each counted as often as it is included: partials that include partials
  /// grow exponentially.
  static let maximumNodes = 200_000
  static let maximumLiteralBytes = 64 << 20

  let library: TemplateLibrary
  var program = Program()
  var faults: [ObjectIdentifier: FaultsOfSource] = [:]
  var scopes: [ValueType]
  /// What else has a name that this template's record lacks, for hints.
  let owner: (String) -> String?
  /// The template itself, in which others are included.
  var root: Syntax?
  /// The places of the lists that open sections go through.
  private var openLists: [Place] = []
  private var depth = 0
  private var nodes = 0
  /// The work was stopped before its end.
  var isTooLarge: Bool {
    nodes > Self.maximumNodes || program.literals.count > Self.maximumLiteralBytes
  }
  /// No literal before this instruction grows: something jumps there.
  private var barrier = 0
  /// The script with JSON that is being compiled.
  var json: OpenJSON?
  private let reportsSyntax: Bool
  /// Some template or partial has faults of syntax.
  private(set) var isFaulty = false
  /// The hint for the unknown name before this one: the same slip a thousand times is looked into once.
  var unknown: (name: Substring, types: [ObjectIdentifier], nearest: String?, listing: String?)?
  /// Every name that was looked up.
  var used: Set<UsedName> = []
  /// The one before, and those of the lists that open sections go through.
  var lastUsed: UsedName?
  private var listNames: [UsedName?] = []
  /// What stands at the beginning of an address.
  var addresses: Set<AddressName> = []
  /// The templates whose faults of syntax are reported.
  private var read: Set<ObjectIdentifier> = []

  struct FaultsOfSource {
    var source: TemplateSource
    var faults: Set<Fault> = []
  }

  init(
    _ library: TemplateLibrary, for type: RecordType, reportsSyntax: Bool = true,
    owner: @escaping (String) -> String? = { _ in nil }
  ) {
    self.library = library
    self.owner = owner
    self.reportsSyntax = reportsSyntax
    scopes = [.record(type)]
  }

  /// `indentation` goes before each line that begins in `content`.
  mutating func compile(_ content: [Node], of origin: Origin, indentation: [UInt8]) {
    depth += 1
    defer { depth -= 1 }
    for node in content {
      nodes += 1
      if isTooLarge { return }
      switch node {
      case .text(let range, let startsLine):
        if startsLine { emit(literal: indentation[...]) }
        if origin.isWord { emit(word: range, of: origin) } else { emit(text: range, of: origin) }
      case .variable(let name, let escaped): variable(name, escaped: escaped, of: origin)
      case .section(let name, let inverted, let content):
        guard isWithinDepth(name, of: origin) else { continue }
        section(name, inverted: inverted, content, of: origin, indentation: indentation)
      case .partial(let inclusion) where origin.isWord: reportInWord(inclusion.name, of: origin)
      case .parent(let inclusion, _) where origin.isWord: reportInWord(inclusion.name, of: origin)
      case .block(let block) where origin.isWord: reportInWord(block.name, of: origin)
      case .partial(let inclusion):
        guard isWithinDepth(inclusion.name, of: origin) else { continue }
        partial(inclusion, of: origin, indentation: indentation)
      case .parent(let inclusion, let arguments):
        guard isWithinDepth(inclusion.name, of: origin) else { continue }
        parent(inclusion, arguments, of: origin, indentation: indentation)
      case .block(let block):
        guard isWithinDepth(block.name, of: origin) else { continue }
        self.block(block, of: origin, indentation: indentation)
      }
    }
  }

  private mutating func isWithinDepth(_ name: TagName, of origin: Origin) -> Bool {
    if depth < Self.maximumDepth { return true }
    report(
      .templateNesting, at: name.tag, in: origin.syntax,
      "More than \(Self.maximumDepth) sections, partials and blocks are nested here.")
    return false
  }

  // MARK: Instructions

  mutating func emit(literal bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    let first = program.literals.count
    program.literals += bytes
    let last = program.instructions.count - 1
    if last >= barrier, program.instructions[last].operation == .literal {
      program.instructions[last].end += Int32(bytes.count)
    } else {
      program.instructions.append(
        Instruction(operation: .literal, slot: Int32(first), end: Int32(bytes.count)))
    }
  }

  /// The next literal becomes an instruction of its own.
  mutating func endLiteral() { barrier = program.instructions.count }

  private mutating func emit(_ operation: Instruction.Operation, at place: Place) {
    var instruction = Instruction(operation: operation, scope: UInt16(place.scope), slot: Int32(place.slot))
    instruction.hops = UInt16(place.hops.count)
    instruction.firstHop = Int32(program.hops.count)
    program.hops += place.hops
    program.instructions.append(instruction)
  }

  // MARK: Values

  private mutating func variable(_ name: TagName, escaped: Bool, of origin: Origin) {
    if isWord(name) {
      word(name, escaped: escaped, of: origin)
      return
    }
    guard let (place, type) = resolve(name, of: origin) else { return }
    if beginsAddress, let value = name.path.isEmpty ? listNames.last ?? nil : lastUsed {
      note(address: .value(value), name, of: origin)
    }
    switch type {
    case .text where escaped: emit(json != nil ? .json : standsInNumber ? .dialed : .text, at: place)
    case .html where json != nil:
      report(
        .templateNotText, at: name.tag, in: origin.syntax,
        "`\(name.text)` is HTML, which cannot stand in JSON.")
    case .html where !escaped: emit(.html, at: place)
    case .text:
      report(
        .templateUnescapedText, at: name.tag, in: origin.syntax,
        "`\(name.text)` is text. Only HTML values can have three braces.",
        hint: "Write `{{\(name.text)}}`.")
    case .html:
      report(
        .templateEscapedHTML, at: name.tag, in: origin.syntax,
        "`\(name.text)` is HTML. With two braces, visitors would see its tags.",
        hint: "Write `{{{\(name.text)}}}`.")
    case .flag:
      report(
        .templateNotText, at: name.tag, in: origin.syntax,
        "`\(name.text)` is a flag (yes or no), so it cannot be shown.",
        hint: "Use it to show something else: `{{#\(name.text)}}…{{/\(name.text)}}`.")
    case .list:
      report(
        .templateNotText, at: name.tag, in: origin.syntax,
        "`\(name.text)` is a list, so it cannot be shown as a whole.",
        hint: "Show its entries one by one: `{{#\(name.text)}}…{{/\(name.text)}}`.")
    case .record(let type):
      report(
        .templateNotText, at: name.tag, in: origin.syntax,
        "`\(name.text)` is a record, so it cannot be shown as a whole.",
        hint: "Show one of its values: \(Self.listing(type)).")
    }
  }

  /// Whether what stands before is the beginning of an address for phones: a number as people write it, with spaces, is none.
  private var standsInNumber: Bool {
    guard program.instructions.last?.operation == .literal else { return false }
    let start = program.literals.suffix(5)
    return start.dropFirst().elementsEqual("tel:".utf8) || start.dropFirst().elementsEqual("sms:".utf8)
  }

  private mutating func section(
    _ name: TagName, inverted: Bool, _ content: [Node], of origin: Origin, indentation: [UInt8]
  ) {
    if isWord(name) {
      reportSection(ofWord: name, of: origin)
      return
    }
    guard let (place, type) = resolve(name, of: origin) else { return }
    let (start, used) = (program.instructions.count, lastUsed)
    switch type {
    case .record where name.path.isEmpty:
      // The innermost record itself is always there; what is never shown is checked all the same.
      let before = program
      compile(content, of: origin, indentation: indentation)
      if inverted { program = before }
      barrier = program.instructions.count
      return
    case _ where inverted:
      emit(.unless, at: place)
      compile(content, of: origin, indentation: indentation)
    case .text, .html, .flag:
      emit(.when, at: place)
      compile(content, of: origin, indentation: indentation)
    case .list(let element):
      if openLists.contains(place) {
        report(
          .templateNestedList, at: name.tag, in: origin.syntax,
          "This is already inside the list `\(name.text)`: its entries would be shown again for each entry.",
          hint: "To show something once if the list has entries, use a flag.")
      }
      emit(.each, at: place)
      openLists.append(place)
      listNames.append(used)
      scopes.append(element)
      compile(content, of: origin, indentation: indentation)
      let body = start + 1..<program.instructions.count
      if case .record(let type) = element, program.isClosed(body, scope: scopes.count - 1) {
        program.bodies.append(
          Program.Body(instruction: start, range: body, scope: scopes.count - 1, type: type))
      }
      scopes.removeLast()
      openLists.removeLast()
      listNames.removeLast()
    case .record:
      emit(.enter, at: place)
      scopes.append(type)
      compile(content, of: origin, indentation: indentation)
      scopes.removeLast()
      program.instructions.append(Instruction(operation: .leave))
    }
    barrier = program.instructions.count
    program.instructions[start].end = Int32(barrier)
  }

  // MARK: Faults

  mutating func report(
    _ code: DiagnosticCode, at offset: Int, in syntax: Syntax, _ message: String, hint: String? = nil
  ) {
    faults[ObjectIdentifier(syntax), default: FaultsOfSource(source: syntax.source)]
      .faults.insert(Fault(code: code, offset: offset, message: message, hint: hint))
  }

  /// Reports the faults found in reading a template, once.
  mutating func reportSyntax(of syntax: Syntax) {
    guard !syntax.faults.isEmpty, read.insert(ObjectIdentifier(syntax)).inserted else { return }
    isFaulty = true
    guard reportsSyntax else { return }
    faults[ObjectIdentifier(syntax), default: FaultsOfSource(source: syntax.source)]
      .faults.formUnion(syntax.faults)
  }
}
