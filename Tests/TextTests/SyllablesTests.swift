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

  /// Strong vowels part, weak ones do not without an accent, and the `u` of `que` and `gui` is silent.
  @Test(arguments: [
    ("rodilla", 3), ("tibia", 2), ("bien", 1), ("agua", 2), ("ciudad", 2), ("muy", 1), ("rey", 1), ("y", 1),
    ("caer", 2), ("poeta", 3), ("oc\u{E9}ano", 4), ("teor\u{ED}a", 4), ("pa\u{ED}s", 2), ("ba\u{FA}l", 2),
    ("d\u{ED}as", 2), ("despu\u{E9}s", 2), ("tambi\u{E9}n", 2), ("di\u{E1}logo", 3), ("lesi\u{F3}n", 2),
    ("ni\u{F1}o", 2), ("queso", 2), ("qui\u{E9}n", 1), ("guerra", 2), ("GUITARRA", 3), ("seguir", 2),
    ("ping\u{FC}ino", 3), ("gusto", 2), ("gu\u{ED}a", 2), ("aqu\u{ED}", 2), ("seguro", 3), ("hueso", 2),
    ("jugu\u{E9}", 2), ("suelo", 2), ("buitre", 2), ("kg", 1),
  ])
  func areCountedInSpanish(_ word: String, _ count: Int) {
    let bytes = Array((word + "e").utf8)
    #expect(Syllables.spanish(bytes.span, 0..<(bytes.count - 1)) == count, "\(word)")
  }
}
