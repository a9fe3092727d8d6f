import Diagnostics

/// A drawing (SVG 2), read as XML (XML 1.0, fifth edition) and judged: it may hold the elements and attributes of
/// `Drawing+Allowed.swift` and nothing else, so that nothing in it can run, load anything, lead anywhere or reach the page
/// around it. What XML allows beyond a drawing's needs (a DOCTYPE, entities of its own, CDATA, processing instructions)
/// is no part of it. One pass over the bytes, whatever they are.
struct Drawing: Sendable {
  /// Where visitors meet it.
  enum Place: Sendable {
    /// A file of its own, which pages show or link to.
    case file
    /// In a page's HTML, among the page's own elements. Its colours are the page's: it has no style.
    case page
  }

  /// All that is wrong, in the order of the file. What is not well-formed ends the reading.
  let diagnostics: [Diagnostic]
  let parts: DrawingParts
  /// From the root's `<svg` to its end, without what nobody who looks at the drawing would miss.
  var markup: [UInt8] { parts.markup(of: bytes) }
  let bytes: [UInt8]
  /// The values of `data-answer`.
  let answers: Set<String>
  var labels: [DrawingLabel] { parts.labels }

  init(_ bytes: [UInt8], in place: Place, file: String) {
    var reader = DrawingReader(bytes, in: place)
    reader.read()
    diagnostics = reader.faults.diagnostics(in: bytes, file: file)
    self.bytes = bytes
    parts = DrawingParts(root: reader.root, redundant: reader.redundant, labels: reader.labels)
    answers = reader.answers
  }

  /// A fault at a byte of a drawing.
  struct Fault: Error {
    var offset: Int
    var code: DiagnosticCode
    var message: String
    var hint: String

    /// Something that a drawing may not hold.
    static func unsafe(_ offset: Int, _ message: String, hint: String) -> Fault {
      Fault(offset: offset, code: .unsafeDrawing, message: message, hint: hint)
    }

    /// Something that keeps it from being XML, so that no browser shows it.
    static func malformed(_ offset: Int, _ message: String, hint: String) -> Fault {
      Fault(offset: offset, code: .badImage, message: message, hint: hint)
    }
  }
}

extension [Drawing.Fault] {
  fileprivate func diagnostics(in bytes: [UInt8], file: String) -> [Diagnostic] {
    var cursor = PositionCursor(bytes)
    return sorted { $0.offset < $1.offset }.map { fault in
      .error(
        fault.code, file: file, at: cursor.position(ofByte: fault.offset), fault.message, hint: fault.hint)
    }
  }
}
