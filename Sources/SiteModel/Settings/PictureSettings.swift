import Diagnostics
import YAML

/// What becomes of photographs: `pictures` in `site.yaml`.
package struct PictureSettings: Equatable, Sendable {
  /// Whether photographs are turned upright, freed of what they say of place and device, and made in several widths.
  package var processes = true
  /// In pixels, ascending, each once.
  package var widths = [320, 640, 960, 1280, 1600]
  package var quality = Quality()
  /// How wide the layout shows a picture that stands in an article's text, as the attribute `sizes` has it (HTML Living Standard,
  /// section 4.8.4.2.1).
  package var sizes = "100vw"

  /// 1 to 100.
  package struct Quality: Equatable, Sendable {
    package var jpeg = 80
    package var webP = 76
  }

  /// Whether every picture and video that is shown must say whose it is.
  package var needsCredit = false

  /// Whether it must.
  enum CreditRule: String, CaseIterable {
    case optional, required
  }

  package init() {}

  package static let setting = "pictures"

  package static let block = SettingBlock<PictureSettings>([
    .flag(
      "process",
      "Whether photographs (JPEG, PNG and WebP) are published upright, without the place and device that they were taken with, in colors that every screen shows, and in several widths.",
      more: "Needs libvips. `false` publishes them as they are.", without: "`true`"
    ) { $1.processes = $0 },
    SettingKey(
      "widths", "The widths in pixels, as far as the photograph has them.",
      more: "1 to 12 numbers, each from 16 to 4096.", without: "`[320, 640, 960, 1280, 1600]`",
      schema: { _ in
        Schema.array(of: ["type": "integer", "minimum": 16, "maximum": 4096])
          .with(["minItems": 1, "maxItems": 12, "uniqueItems": true])
      }, take: takeWidths),
    .block("quality", "How exact photographs stay.", quality, \.quality),
    SettingKey(
      "sizes",
      "How wide your layout shows a picture in an article's text, so that browsers load the width that fits.",
      more:
        "As in the attribute [`sizes`](https://developer.mozilla.org/docs/Web/API/HTMLImageElement/sizes): `(min-width: 50em) 40em, 100vw`.",
      without: "`100vw`, the whole width of the window", schema: { _ in .words }, take: takeSizes),
    .choice(
      "credit",
      "Whether every picture and video that is shown must say whose it is: `optional` or `required`.",
      more: "See [credits](writing.md#whose-pictures-they-are).", without: "`optional`"
    ) { (rule: CreditRule, settings) in settings.needsCredit = rule == .required },
  ])

  package static let quality = SettingBlock<Quality>([
    .number("jpeg", in: 1...100, "Of JPEG files.", without: "`80`") { $1.jpeg = $0 },
    .number(
      "webp", in: 1...100, "Of the WebP files beside them, which most browsers load.", without: "`76`"
    ) { $1.webP = $0 },
  ])

  /// What a browser cannot read it passes over, and loads the widest photographs.
  @Sendable private static func takeSizes(
    _ node: Node, _ settings: inout PictureSettings, _ diagnostics: inout [Diagnostic]
  ) {
    guard let text = node.asWords("sizes", into: &diagnostics) else { return }
    settings.sizes = text
    guard let fault = PictureSizes.fault(in: text) else { return }
    diagnostics.append(
      .warning(
        .badConfiguration, file: node.file, at: node.position,
        "Browsers cannot read `sizes`: \(fault), so they load larger photographs than they need.",
        hint: "Write it as `(min-width: 50em) 40em, 100vw`."))
  }

  @Sendable private static func takeWidths(
    _ node: Node, _ settings: inout PictureSettings, _ diagnostics: inout [Diagnostic]
  ) {
    let range = 16...4096
    let wanted = "a list of 1 to 12 different numbers from \(range.lowerBound) to \(range.upperBound)"
    guard node.kind == .sequence, (1...12).contains(node.elements.count) else {
      return node.reportWrongType(
        "widths", mustBe: wanted, hint: "Write `widths: [320, 640, 1280]`.", into: &diagnostics)
    }
    var widths: [Int] = []
    for element in node.elements {
      guard let width = element.asInteger("widths", into: &diagnostics) else { return }
      guard range.contains(width), !widths.contains(width) else {
        diagnostics.append(
          .error(
            .wrongType, file: element.file, at: element.position,
            widths.contains(width)
              ? "`widths` has \(width) twice."
              : "`widths` must be \(wanted), so \(width) cannot be one of them.",
            hint: widths.contains(width) ? "Delete one of the two." : nil))
        return
      }
      widths.append(width)
    }
    settings.widths = widths.sorted()
  }
}
