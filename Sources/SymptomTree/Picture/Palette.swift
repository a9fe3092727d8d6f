/// The colours of a card in pictures: a light fill that black text is read on, also printed in grey, a line, and a dark
/// fill for white text.
struct Palette {
  var fill: String
  var line: String
  var dark: String

  init(_ colour: CareLevelCard.Colour?) {
    switch colour {
    case .red: (fill, line, dark) = ("#f9c6c2", "#b3261e", "#6e1712")
    case .orange: (fill, line, dark) = ("#ffdcb8", "#a85400", "#663300")
    case .yellow: (fill, line, dark) = ("#fff0b3", "#8a6d00", "#524100")
    case .green: (fill, line, dark) = ("#cdebd0", "#1e6b2e", "#174d22")
    case .blue: (fill, line, dark) = ("#cfe3fa", "#1b5aa6", "#143f73")
    case .grey, nil: (fill, line, dark) = ("#e8e8e8", "#555555", "#3d3d3d")
    }
  }
}
