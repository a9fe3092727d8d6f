import Diagnostics
import Text

extension TreeBuilder {
  /// Every key of a mapping is a text and stands there once.
  mutating func checkKeys(_ run: ArraySlice<UInt32>) {
    for place in stride(from: run.startIndex, to: run.endIndex, by: 2) {
      let key = records[Int(run[place])]
      if key.kind == .mapping,
        let text = SourceLines.placeholder(onLine: Int(key.line) - firstLine, in: source)
      {
        report(
          .wrongType, at: Position(line: Int(key.line), column: Int(key.column)),
          "This is meant as text, but `{{` is read as two mappings.",
          hint: "Put the text in quotes: write `\(text)`.")
      } else if key.kind != .scalar {
        report(
          .wrongType, at: Position(line: Int(key.line), column: Int(key.column)),
          "A key must be text, not a \(key.kind == .sequence ? "list" : "mapping").",
          hint: "Put text that contains brackets or braces in quotes.")
      }
    }
    let repetitions = RepeatedKeys.find(in: run, records, pool)
    if repetitions.count > 1, reportDeepKey(in: run, before: repetitions.map(\.second)) { return }
    if repetitions.count > 1, reportMissingName(in: run, repetitions) { return }
    for repeated in repetitions {
      let (first, second) = (records[repeated.first], records[repeated.second])
      let name = String(decoding: pool[Int(second.start)..<Int(second.end)], as: UTF8.self)
      report(
        .duplicateKey, at: Position(line: Int(second.line), column: Int(second.column)),
        "`\(name)` appears twice; the first is on line \(first.line).",
        hint: "Remove one of the two.")
      if isRefused { return }
    }
  }

  /// A key further in than it belongs, so that its own lines begin in its column: they repeat those of the mapping above. Whether
  /// there is one; the rest of the file cannot be read then.
  private mutating func reportDeepKey(in run: ArraySlice<UInt32>, before repeated: [Int]) -> Bool {
    guard let first = repeated.min() else { return false }
    let above = Array(stride(from: run.startIndex, to: run.endIndex, by: 2)).last { place in
      let (key, value) = (records[Int(run[place])], records[Int(run[place + 1])])
      return Int(run[place]) < first && key.kind == .scalar && value.kind == .scalar && value.isPlain
        && value.start == value.end
    }
    guard let above else { return false }
    let key = records[Int(run[above])]
    guard let spaces = SourceLines.spacesTooMany(onLine: Int(key.line) - firstLine, in: source) else {
      return false
    }
    let name = String(decoding: pool[Int(key.start)..<Int(key.end)], as: UTF8.self)
    report(
      .yamlSyntax, at: Position(line: Int(key.line), column: Int(key.column)),
      "`\(name):` begins too far right: the lines that belong to it begin in the same column.",
      hint: "Remove \(spaces == 1 ? "a space" : "\(spaces) spaces") in front of `\(name):`.")
    isRefused = true
    return true
  }

  /// A `&` at the beginning of a text makes a name of its first word, which nobody sees.
  mutating func reportLostName(_ name: [UInt8], _ record: Record) {
    let value = String(decoding: pool[Int(record.start)..<Int(record.end)], as: UTF8.self)
    let word = "&" + String(decoding: name, as: UTF8.self)
    let text = value.isEmpty ? word : word + " " + value
    report(
      .yamlSyntax, at: Position(line: Int(record.line), column: Int(record.column)),
      "`\(word)` is read as a name for what follows, so it is missing from the text.",
      hint: !record.isPlain && !value.isEmpty
        ? "Delete `\(word)` in front of the quotes, or move it into them."
        : text.contains("\"")
          ? "Put the whole text in quotes." : "Put the whole text in quotes: `\"\(text)\"`.")
  }

  /// Whether every text, its escapes resolved, is made of characters that can be seen.
  mutating func checkTexts() {
    guard !HiddenCharacters.all(in: pool[...], upTo: 1).isEmpty else { return }
    var seen: Set<UInt32> = []
    // An alias shares the text of what it repeats.
    for record in records where record.kind == .scalar && seen.insert(record.start).inserted {
      let all = HiddenCharacters.all(
        in: pool[Int(record.start)..<Int(record.end)], upTo: Self.mostHidden, of: pool[...])
      guard let found = all.first(where: { !$0.isSlight }) ?? all.first else { continue }
      let start = Position(line: Int(record.line), column: Int(record.column))
      // Where pairs were joined, columns are those of the file, and the line is searched from its beginning.
      let from = pairs == nil ? start : Position(line: start.line, column: 1)
      let offset = CharacterPlace(of: found.scalar, from: from, firstLine: firstLine, in: source).offset
      let position = offset.map { inFile(Position(ofByte: $0, in: source)) } ?? start
      if found.isSlight {
        warn(.badCharacter, at: position, found.message, hint: found.hint)
      } else {
        report(.badCharacter, at: position, found.message, hint: found.hint)
        remove(all.filter { !$0.isSlight }, from: record)
      }
      if isRefused { return }
    }
  }

  /// Takes characters that were told of out of a text, so that nothing else is wrong with it for them.
  private mutating func remove(_ found: [HiddenCharacters.Found], from record: Record) {
    let text = pool[Int(record.start)..<Int(record.end)]
    let hidden = Set(found.compactMap { Unicode.Scalar($0.scalar) })
    let kept = String(decoding: text, as: UTF8.self).unicodeScalars.filter { !hidden.contains($0) }
    let bytes = Array(String(String.UnicodeScalarView(kept)).utf8)
    guard bytes.count < text.count else { return }
    pool.replaceSubrange(text.startIndex..<text.startIndex + bytes.count, with: bytes)
    for i in records.indices where records[i].kind == .scalar && records[i].start == record.start {
      records[i].end = record.start + UInt32(bytes.count)
    }
  }

  /// Of one text. What is no harm is told only where nothing among so many is.
  private static let mostHidden = 100

  /// Whether a text was never finished, or holds what came along from a PDF. Works of a list of literature bring texts
  /// that no page shows; those that a page shows are looked at where they are read.
  mutating func lookForSlips() {
    guard !file.hasSuffix(".json") else { return }
    let holdsWords = UnfinishedText.mayHold(pool[...])
    let isGarbled = GarbledText.first(in: pool[...]) != nil
    // A header or footer gets into a title with its page's number.
    let isNumbered = ["age ", "gina "].contains { ByteSearch.first(Array($0.utf8), in: pool[...]) != nil }
    guard holdsWords || isGarbled || isNumbered || Ligature.first(in: pool[...]) != nil else { return }
    var seen: Set<UInt32> = []
    for record in records where record.kind == .scalar && seen.insert(record.start).inserted {
      let text = pool[Int(record.start)..<Int(record.end)]
      let start = Position(line: Int(record.line), column: Int(record.column))
      let words = holdsWords ? UnfinishedText.first(in: text) : nil
      if let word = words ?? (isNumbered ? PageNumber.inTitle(text) : nil) {
        warn(
          .unfinishedText, at: place(of: text[word], from: start),
          "`\(String(decoding: text[word], as: UTF8.self))` is left in this text, where readers would see it.",
          hint: "Write what belongs here, or delete it.")
      }
      if isGarbled, let place = GarbledText.first(in: text) {
        warn(
          .doubtfulValue, at: self.place(of: text[place], from: start),
          "This character was garbled when the text was copied or converted.",
          hint: "Retype it: `â€™` was an apostrophe, for example, and `Ã©` an `é`.")
      }
      if let (offset, letters) = Ligature.first(in: text) {
        warn(
          .doubtfulValue, at: place(of: text[offset..<offset + 3], from: start),
          "This `\(letters)` is a single character, copied from a PDF, so searches miss the word.",
          hint: "Retype the letters `\(letters)`.")
      }
    }
  }

  /// A text over several lines, one of which begins as an item of a list does: `- two`, further in than the `-` above it.
  mutating func lookForItems(onLines numbers: ClosedRange<Int>) {
    let lines = SourceLines.all(of: source, upTo: numbers.upperBound)
    for number in numbers where lines.indices.contains(number) {
      let start = lines[number].first { source[$0] != 0x20 } ?? lines[number].upperBound
      guard source[start..<lines[number].upperBound].starts(with: "- ".utf8) else { continue }
      if let dash = SourceLines.gluedDash(upTo: number, in: source) {
        return report(
          .yamlSyntax, at: inFile(Position(ofByte: dash, in: source)), SyntaxProblem.gluedDash.message,
          hint: SyntaxProblem.gluedDash.hint)
      }
      return report(
        .yamlSyntax, at: inFile(Position(ofByte: start, in: source)),
        "This `-` is indented too far, so it continues the text above it and is no entry of the list.",
        hint: "Start it in the same column as the other entries. If it is text, put the whole text in quotes."
      )
    }
  }

  /// A `#` behind a space begins a comment, which takes the rest of the line: `title: Exercise #2`, `text: A cold leg # or numb`. A
  /// comment that is meant as one stands behind what is no sentence, or begins with a capital.
  mutating func lookForCuts() {
    guard !file.hasSuffix(".json") else { return }
    var from = 0
    while let mark = source[from...].firstIndex(of: UInt8(ascii: "#")) {
      from = mark + 1
      guard mark > 1, source[mark - 1] == 0x20, from < source.count, source[from] != UInt8(ascii: "#") else {
        continue
      }
      let start = source[..<mark].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
      let line = source[start..<mark]
      let isPlainComment = source[from] <= 0x20 && !isCut(line, source[from...].prefix(8))
      // Behind the words of a sentence, one in small letters may well go on with them.
      if isPlainComment, (source[from...].first { $0 > 0x20 } ?? 0) &- 0x61 >= 26 { continue }
      let position = inFile(Position(ofByte: mark, in: source))
      if cutsList(line, source[from...].prefix { $0 != 0x0A && $0 != 0x0D }) {
        warn(
          .doubtfulValue, at: position, "The list ends here: everything after a space and a `#` is ignored.",
          hint: "Delete the `#` and the bracket in front of it, or what stands behind it.")
        continue
      }
      guard let last = line.last(where: { $0 != 0x20 }), !"]}[{,:-".utf8.contains(last) else { continue }
      let text = records.last {
        ($0.line, $0.column) < (UInt32(position.line), UInt32(position.column)) && $0.kind == .scalar
      }
      guard let text, text.isPlain, case let value = pool[Int(text.start)..<Int(text.end)],
        !value.elementsEqual("true".utf8), !value.elementsEqual("false".utf8),
        value.contains(where: { $0 > 0x39 }),
        !isPlainComment || value.contains(0x20)
      else { continue }
      let key = line.drop { $0 == 0x20 || $0 == UInt8(ascii: "-") }.prefix { SourceLines.isInKey($0) }
      let isKey = line[key.endIndex...].starts(with: ": ".utf8)
      let name = String(decoding: key, as: UTF8.self)
      warn(
        .doubtfulValue, at: position,
        "\(isKey ? "`\(name)`" : "This text") ends here: everything after a space and a `#` is ignored.",
        hint:
          "Put the whole text in straight quotes\(isKey ? ": `\(name): \"…\"`" : ""). If this is a comment, \(source[from] > 0x20 && !(value.contains(0x20) && source[from] &- 0x61 < 26) ? "add a space after the `#`" : "move it to a line of its own")."
      )
    }
  }

  /// A list in brackets whose end is commented out: `[a] #, b]`.
  private func cutsList(
    _ line: some BidirectionalCollection<UInt8>, _ comment: some BidirectionalCollection<UInt8>
  )
    -> Bool
  {
    guard line.last(where: { $0 != 0x20 }) == UInt8(ascii: "]"),
      let first = comment.first(where: { $0 != 0x20 })
    else { return false }
    return first == UInt8(ascii: ",")
      || comment.last(where: { $0 != 0x20 }) == UInt8(ascii: "]") && !comment.contains(UInt8(ascii: "["))
  }

  /// A text that ends with a comma above a comment further in, which was its second line: `text: A calf that is swollen,`, `  # warm or red`.
  mutating func lookForLostLines() {
    guard !file.hasSuffix(".json"), source.contains(UInt8(ascii: "#")) else { return }
    let lines = SourceLines.all(of: source, upTo: .max)
    for (line, next) in zip(lines, lines.dropFirst()) {
      func start(_ range: Range<Int>) -> Int? { range.first { source[$0] != 0x20 } }
      guard let mark = start(next), source[mark] == UInt8(ascii: "#"), let first = start(line),
        source[first] != UInt8(ascii: "#"), mark - next.lowerBound > first - line.lowerBound,
        source[line].last(where: { $0 != 0x20 }) == UInt8(ascii: ","),
        source[first..<line.upperBound].contains(UInt8(ascii: ":")),
        !source[line].contains(UInt8(ascii: "[")), !source[line].contains(UInt8(ascii: "{"))
      else { continue }
      warn(
        .doubtfulValue, at: inFile(Position(ofByte: mark, in: source)),
        "The text above ends with a comma, but this line is a comment, so readers do not see it.",
        hint: "Delete the `#`, or end the text above with a period.")
    }
  }

  /// Whether a text that a `#` with a space behind it ends plainly goes on: `See # of steps`, `Exercise # 2`, `Press the # key`.
  private func isCut(_ line: some BidirectionalCollection<UInt8>, _ comment: some Collection<UInt8>) -> Bool {
    let next = comment.drop { $0 == 0x20 }
    if next.starts(with: "of ".utf8) { return true }
    let letters = line.reversed().drop { $0 == 0x20 }.prefix { ($0 | 0x20) &- 0x61 < 26 }
    let word = String(decoding: letters.reversed(), as: UTF8.self).lowercased()
    let isNumber = (next.first ?? 0) &- 0x30 < 10
    return Self.neverLast.contains(word) || isNumber && Self.numbered.contains(word)
  }

  /// What people give numbers to.
  private static let numbered: Set = [
    "chapter", "day", "exercise", "level", "number", "part", "phase", "question", "room", "stage", "step",
    "suite", "tip", "visit", "week",
  ]

  /// Words with which no text ends.
  private static let neverLast: Set = [
    "a", "an", "and", "at", "by", "dial", "for", "from", "in", "of", "or", "press", "the", "to", "with",
    "your",
  ]

  /// Where `word` stands in the text that begins at `start`, or else that place.
  private func place(of word: ArraySlice<UInt8>, from start: Position) -> Position {
    let offset = CharacterPlace(of: word, from: start, firstLine: firstLine, in: source).offset
    return offset.map { inFile(Position(ofByte: $0, in: source)) } ?? start
  }

  func position(_ mark: EventReader.Mark) -> Position {
    let place = lines?.place(ofCharacter: mark.index) ?? (line: mark.line, column: mark.column)
    return written(Position(line: place.line + firstLine, column: place.column + 1))
  }

  /// As the file has it.
  func written(_ position: Position) -> Position {
    guard let pairs else { return position }
    let column = pairs.writtenColumn(line: position.line - firstLine + 1, column: position.column)
    return Position(line: position.line, column: column)
  }

  func inFile(_ position: Position) -> Position {
    written(Position(line: position.line + firstLine - 1, column: position.column))
  }

  mutating func warn(_ code: DiagnosticCode, at position: Position, _ message: String, hint: String) {
    diagnostics.append(.warning(code, file: file, at: position, message, hint: hint))
  }
}
