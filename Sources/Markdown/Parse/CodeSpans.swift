/// Where a block's text is code (CommonMark, section 6.1): between a row of backticks and the next one as long.
enum CodeSpans {
  /// In ascending order, the backticks included.
  static func find(in text: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    /// The rows of one length, and how many of them have been passed.
    var ofLength: [Int: (rows: [Int], passed: Int)] = [:]
    var i = range.lowerBound
    while let start = text[i..<range.upperBound].firstIndex(of: UInt8(ascii: "`")) {
      i = text[start..<range.upperBound].firstIndex { $0 != UInt8(ascii: "`") } ?? range.upperBound
      ofLength[i - start, default: ([], 0)].rows.append(rows.count)
      rows.append(start..<i)
    }
    var found: [Range<Int>] = []
    var row = 0
    while row < rows.count {
      // A backslash takes the first backtick out of a row that would open code; in code it is one like any other.
      let isEscaped = isEscaped(rows[row].lowerBound, in: text)
      let length = rows[row].count - (isEscaped ? 1 : 0)
      var next = row + 1
      if length > 0, var same = ofLength[length] {
        while same.passed < same.rows.count, same.rows[same.passed] <= row { same.passed += 1 }
        ofLength[length] = same
        if same.passed < same.rows.count {
          let end = same.rows[same.passed]
          found.append(rows[row].upperBound - length..<rows[end].upperBound)
          next = end + 1
        }
      }
      row = next
    }
    return found
  }

  /// Whether a backslash makes a mark at `i` one that is shown (CommonMark, section 2.4).
  static func isEscaped(_ i: Int, in text: [UInt8]) -> Bool {
    let marks = text[..<i].reversed().prefix { $0 == UInt8(ascii: "\\") }
    return marks.count % 2 == 1
  }
}
