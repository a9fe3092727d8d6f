import Testing

@testable import Text

@Suite struct UnfinishedWordsTests {
  private func found(_ text: String) -> String? {
    let bytes = Array("x\(text)".utf8)
    return UnfinishedText.first(in: bytes[1...]).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test(arguments: [
    ("TODO", "TODO"), ("See below. TODO: a picture", "TODO"), ("Ask Ann (TODO)", "TODO"),
    ("**TODO** add doses", "TODO"),
    ("Price: TBD", "TBD"), ("TBD.", "TBD"), ("FIXME later", "FIXME"), ("Call 555-XXX-0100", "XXX"),
    ("Call XXXXX now", "XXXXX"), ("Lorem ipsum dolor sit amet", "Lorem ipsum"),
    ("LOREM IPSUM", "LOREM IPSUM"),
    ("TODO ask Ann", "TODO"), ("Dose: TKTK", "TKTK"),
  ])
  func isUnfinished(_ text: String, _ part: String) { #expect(found(text) == part) }

  @Test(arguments: [
    "", "T", "TO DO", "To do: rest", "My todo list", "TODOS los días", "TODO el mundo",
    "TODO SOBRE LA CADERA", "MÉTODO",
    "METODO", "TBDs are spread by ticks", "Size XXL and XXXL", "XX chromosomes", "[inserted by the editor]",
    "Insert the pin", "[insertion]", "(at the insertion of the tendon)", "[he]", "[!TODO]", "Ein TODOx",
    "LOREM",
    "the ad lib (to be repeated)", "to be added",
  ])
  func isText(_ text: String) { #expect(found(text) == nil) }
}
