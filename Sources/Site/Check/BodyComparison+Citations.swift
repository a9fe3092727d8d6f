import Diagnostics
import SiteModel

/// Citations: as many of each work as in the original, and in the same sections, so that every claim keeps its source.
extension BodyComparison {
  /// A work that is cited, and where.
  private struct WrittenCitation {
    let key: String
    let line: Int
    /// Those of one pair of brackets have one number: their order says nothing.
    let group: Int
  }

  func compareCitations(into found: inout [Diagnostic]) {
    let works = index.references.works
    func counts(_ body: Body) -> [Int: Int] {
      Dictionary(body.rendered.citations.map { ($0.reference, $0.mentions) }, uniquingKeysWith: +)
    }
    let (wanted, written) = (counts(original), counts(own))
    if wanted == written {
      if !wanted.isEmpty { comparePlaces(Set(wanted.keys.map { works[$0].key }), into: &found) }
      return
    }
    let (theirs, mine) = (lines(original), lines(own))
    for work in Set(wanted.keys).union(written.keys).sorted() where wanted[work] != written[work] {
      let key = works[work].key
      let (lines, ownLines) = (theirs[key] ?? [], mine[key] ?? [])
      guard let count = wanted[work] else {
        found.append(
          .error(
            .translationCitations, file: own.file, at: at(ownLines.first ?? 1),
            "This translation cites `\(key)`, and the original does not.",
            hint: "Delete the citation, or cite the work in `\(original.file)`, too."))
        continue
      }
      let times = written[work] ?? 0
      let (line, position) = difference(lines, ownLines)
      let shown = line.map { " (`\(original.file):\($0)`)" } ?? ""
      found.append(
        .error(
          .translationCitations, file: own.file, at: position,
          "The original cites `\(key)` \(Self.times(count))\(shown), and this translation \(times == 0 ? "never" : Self.times(times)).",
          hint: times > count
            ? "Cite it as often as `\(original.file)` does."
            : "Write `[@\(key)]` where `\(original.file)` has it."))
    }
  }

  // MARK: Places

  /// Of texts that cite the same: whether each work stands in the section, and in the order, in which the original has it.
  private func comparePlaces(_ keys: Set<String>, into found: inout [Diagnostic]) {
    guard haveSameSections else { return }
    func sections(_ body: Body) -> [[WrittenCitation]] {
      var sections = [[WrittenCitation]](repeating: [], count: body.sections.sections.count)
      for citation in citations(body) where keys.contains(citation.key) {
        sections[body.sections.section(ofLine: citation.line)].append(citation)
      }
      return sections
    }
    for (number, (theirs, mine)) in zip(sections(original), sections(own)).enumerated() {
      let (wanted, written) = (theirs.map(\.key), mine.map(\.key))
      if wanted == written { continue }
      if isListByLetter { return }
      if let place = wanted.places(lackingIn: written).first {
        let other = written.places(lackingIn: wanted).first.map { mine[$0] }
        let position = other.map { at($0.line) } ?? end(ofSection: number)
        found.append(
          .error(
            .translationCitations, file: own.file, at: position,
            "The original cites `\(wanted[place])` in this section (\(self.place(theirs[place].line))), and this translation \(other.map { "`\($0.key)`" } ?? "in another one").",
            hint: "Cite each work where the original does: it is the source of what stands there."))
        return
      }
      guard let turned = zip(Self.ordered(theirs), Self.ordered(mine)).first(where: { $0.key != $1.key })
      else { continue }
      found.append(
        .warning(
          .translationCitations, file: own.file, at: at(turned.1.line),
          "The original cites `\(turned.0.key)` here (\(place(turned.0.line))), and this translation `\(turned.1.key)`.",
          hint: "Cite each work where the original does: it is the source of what stands there."))
    }
  }

  private static func ordered(_ citations: [WrittenCitation]) -> [WrittenCitation] {
    citations.sorted { ($0.group, $0.key) < ($1.group, $1.key) }
  }

  /// Where a text is cited more often than in the other: the line of the original, and the place in the translation.
  private func difference(_ lines: [Int], _ ownLines: [Int]) -> (line: Int?, Position) {
    if ownLines.count > lines.count { return (lines.first, at(ownLines.last ?? 1)) }
    guard haveSameSections else { return (lines.first, end(ofSection: nil)) }
    var left: [Int: Int] = [:]
    for line in ownLines { left[own.sections.section(ofLine: line), default: 0] += 1 }
    for line in lines {
      let section = original.sections.section(ofLine: line)
      let count = left[section] ?? 0
      if count == 0 { return (line, end(ofSection: section)) }
      left[section] = count - 1
    }
    return (lines.first, end(ofSection: nil))
  }

  /// The lines on which each work is cited, by its key.
  private func lines(_ body: Body) -> [String: [Int]] {
    Dictionary(grouping: citations(body), by: \.key).mapValues { $0.map(\.line) }
  }

  /// What may be a citation in the file, in order.
  private func citations(_ body: Body) -> [WrittenCitation] {
    var found: [WrittenCitation] = []
    var (line, group) = (1, 0)
    body.source.withUnsafeBufferPointer { source in
      var i = 0
      while i < source.count {
        let byte = source[i]
        i += 1
        if byte == 0x0A { line += 1 }
        if byte == UInt8(ascii: "]") { group += 1 }
        guard byte == UInt8(ascii: "@") else { continue }
        let start = i
        while i < source.count, source[i] > 0x20, source[i] != UInt8(ascii: "]"),
          source[i] != UInt8(ascii: ";"), source[i] != UInt8(ascii: ",")
        {
          i += 1
        }
        found.append(
          WrittenCitation(
            key: String(decoding: source[start..<i], as: UTF8.self), line: line, group: group))
      }
    }
    return found
  }

  private static func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }
}
