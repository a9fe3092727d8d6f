import Testing

@testable import Text

@Suite struct SyllablesTests {
  @Test(arguments: [
    ("pain", 1), ("walk", 1), ("the", 1), ("MRI", 1), ("muscle", 2), ("ache", 1), ("stretches", 2),
    ("walked", 1), ("rested", 2), ("Knees", 1), ("iliac", 3), ("partial", 2), ("surgery", 3),
    ("caf\u{E9}", 2),
    ("x", 1), ("radius", 3), ("station", 2), ("region", 2), ("violin", 3), ("dial", 2), ("anxious", 2),
    ("ilium", 3),
    ("fascia", 2), ("bones", 1), ("noses", 2), ("boxes", 2), ("ages", 2), ("planned", 1), ("added", 2),
    ("table", 2),
    ("whole", 1), ("agree", 2), ("diet", 1),
  ])
  func areCounted(_ word: String, _ count: Int) {
    let bytes = Array((word + "e").utf8)
    #expect(Syllables.count(bytes.span, 0..<(bytes.count - 1)) == count, "\(word)")
  }
}
