struct FootnoteList { mutating func removeAll() {} }
extension HTMLRenderer {
  mutating func renderFootnotes() {}
  mutating func footnoteReference(_ range: Range<Int>, at i: Int) -> Int? { nil }
}
