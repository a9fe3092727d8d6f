/// Boxes set in columns from left to right, each column from top to bottom, so that the whole is as large as a screen
/// can show at once.
struct PictureSheet {
  /// Boxes of one width that start a column of their own.
  struct Part {
    var width: Double
    var heights: [Double]
  }

  /// Where each box's upper left corner is, part after part.
  private(set) var places: [(x: Double, y: Double)] = []
  private(set) var width = 0.0
  private(set) var height = 0.0

  /// The screen that all has to be seen on at once.
  private static let screen = (width: 1920.0, height: 1080.0)
  private static let gap = 9.0
  private static let columnGap = 14.0

  /// How large the picture is when the whole of it fills the screen; below 1, it is made smaller.
  var scale: Double { min(Self.screen.width / width, Self.screen.height / height) }

  /// The columns of the height that shows the most. `top` is left free above them, `margin` around.
  init(_ parts: [Part], top: Double, margin: Double) {
    let tallest = parts.flatMap(\.heights).max() ?? 0
    var best = PictureSheet(parts, top: top, margin: margin, bottom: top + tallest)
    for step in 1...60 {
      let sheet = PictureSheet(
        parts, top: top, margin: margin, bottom: top + max(tallest, Double(step) * 40))
      if sheet.scale > best.scale { best = sheet }
    }
    self = best
  }

  /// No box ends below `bottom`.
  private init(_ parts: [Part], top: Double, margin: Double, bottom: Double) {
    var at = (x: margin, y: top)
    for part in parts where !part.heights.isEmpty {
      for height in part.heights {
        if at.y > top, at.y + height > bottom { at = (at.x + part.width + Self.columnGap, top) }
        places.append(at)
        self.height = max(self.height, at.y + height + margin)
        at.y += height + Self.gap
      }
      width = at.x + part.width + margin
      at = (at.x + part.width + Self.columnGap, top)
    }
  }
}
