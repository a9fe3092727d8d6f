import Diagnostics

/// Entries that run together, because the line with the name of the second is gone.
extension TreeBuilder {
  /// Keys that come again from the first on, one below the other, further in than others. Whether that is so; the rest of the file cannot
  /// be read then.
  mutating func reportMissingName(
    in run: ArraySlice<UInt32>, _ repetitions: [(first: Int, second: Int)]
  ) -> Bool {
    let keys = stride(from: run.startIndex, to: run.endIndex, by: 2).map { Int(run[$0]) }
    guard repetitions.count > 1, repetitions[0].first == keys[0],
      let start = keys.firstIndex(of: repetitions[0].second), start > 1,
      case (let first, let above, let below) = (
        records[keys[0]], records[keys[start - 1]], records[keys[start]]
      ),
      below.column > 1, above.line < below.line, keys.allSatisfy({ records[$0].column == below.column })
    else { return false }
    let number = Int(below.line) - firstLine
    let lines = SourceLines.all(of: source, upTo: number)
    guard lines.indices.contains(number), lines.indices.contains(Int(first.line) - firstLine),
      let deep = SourceLines.spacesTooMany(onLine: number, in: source)
    else { return false }
    let key = String(decoding: pool[Int(below.start)..<Int(below.end)], as: UTF8.self)
    let (message, hint): (String, String)
    let commented = lines[(Int(above.line) - firstLine)..<number].dropFirst().reversed().compactMap {
      SourceLines.commentedName(source[$0])
    }.first
    if source[lines[Int(first.line) - firstLine]].first(where: { $0 != 0x20 }) == UInt8(ascii: "-") {
      message = "`\(key):` and what follows come a second time in one entry of this list."
      hint = "Start the next entry with `- `: write `- \(key):`, \(Self.spaces(2)) further left."
    } else if let commented {
      message =
        "The line with `\(commented):` above is a comment, so these lines belong to the entry before it."
      hint =
        "Delete the `#` in front of `\(commented):`. To take the entry out, put a `#` in front of each of its lines."
    } else {
      message =
        "`\(key):` and what follows come a second time in one entry, so the line with the name of the next entry is missing."
      hint =
        "Write that name, with `:` behind it, on a line of its own above this one, \(Self.spaces(deep)) further left."
    }
    report(
      .yamlSyntax, at: Position(line: Int(below.line), column: Int(below.column)), message, hint: hint)
    isRefused = true
    return true
  }

  private static func spaces(_ count: Int) -> String { count == 1 ? "a space" : "\(count) spaces" }
}
