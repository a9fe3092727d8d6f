/// The colours of a card in pictures: a light fill that black text is read on, also printed in grey, and a line.
struct Palette {
  var fill: String
  var line: String

  init(_ colour: CareLevelCard.Colour?) {
    switch colour {
    case .red: (fill, line) = ("#f9c6c2", "#b3261e")
    case .orange: (fill, line) = ("#ffdcb8", "#a85400")
    case .yellow: (fill, line) = ("#fff0b3", "#8a6d00")
    case .green: (fill, line) = ("#cdebd0", "#1e6b2e")
    case .blue: (fill, line) = ("#cfe3fa", "#1b5aa6")
    case .grey, nil: (fill, line) = ("#e8e8e8", "#555555")
    }
  }
}
