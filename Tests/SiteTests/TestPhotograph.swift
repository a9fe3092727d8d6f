import Testing

@testable import Files
@testable import Site

/// Photographs as cameras and telephones make them: four fields of color, which tell which side is up.
struct TestPhotograph {
  /// Red, green, blue and yellow, upright, from the top left.
  static let colors: [[Int]] = [[220, 30, 30], [30, 190, 40], [40, 50, 210], [235, 225, 60]]

  /// Of what is shown upright.
  var width = 96
  var height = 64
  /// Exif: 1 to 8.
  var orientation = 1
  /// Whether it says where and by what it was taken.
  var hasPlace = false
  var ending = ".jpg[Q=98]"
  /// Bytes of each color.
  var depth = 1
  /// What `vips` does to it before it is saved.
  var operation = ["copy"]
  var operand: [String] = []

  /// The file's bytes.
  func bytes() throws -> [UInt8] {
    let picture = try Self.pass(
      ["vips"] + operation + ["stdin", ending] + operand,
      Array("P6\n\(stored.width) \(stored.height)\n\(depth == 1 ? 255 : 65535)\n".utf8) + pixels)
    if orientation == 1, !hasPlace { return picture }
    if ending.hasPrefix(".webp") { return extended(picture) }
    return ending.hasPrefix(".jpg") ? picture.prefix(2) + segment + picture.dropFirst(2) : picture
  }

  /// A WebP file with Exif (RFC 9649, section 2.7): of `picture`, what is seen.
  private func extended(_ picture: [UInt8]) -> [UInt8] {
    func number(_ value: Int, bytes: Int) -> [UInt8] { (0..<bytes).map { UInt8(value >> (8 * $0) & 0xFF) } }
    let tiff = Array(segment.dropFirst(10))
    let seen = ByteReader(picture).webPChunks.filter { $0.name.hasPrefix("VP8") && $0.name != "VP8X" }.flatMap
    {
      picture[$0.content.lowerBound - 8..<$0.content.upperBound + $0.content.count % 2]
    }
    let head =
      Array("VP8X".utf8) + number(10, bytes: 4) + number(8, bytes: 4)
      + number(stored.width - 1, bytes: 3) + number(stored.height - 1, bytes: 3)
    let chunks =
      head + seen + Array("EXIF".utf8) + number(tiff.count, bytes: 4) + tiff
      + [UInt8](repeating: 0, count: tiff.count % 2)
    return Array("RIFF".utf8) + number(chunks.count + 4, bytes: 4) + Array("WEBP".utf8) + chunks
  }

  private var isTurned: Bool { orientation > 4 }
  private var stored: (width: Int, height: Int) { isTurned ? (height, width) : (width, height) }

  /// As the camera stored them: Exif's orientation says which edge of these is the top of what is shown.
  private var pixels: [UInt8] {
    (0..<stored.height).flatMap { row in
      (0..<stored.width).flatMap { column -> [UInt8] in
        let (x, y) = shown(column, row)
        let color = Self.colors[(y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)]
        return color.flatMap { [UInt8](repeating: UInt8($0), count: depth) }
      }
    }
  }

  /// Where a stored pixel is shown (CIPA DC-008, section 4.6.4).
  private func shown(_ column: Int, _ row: Int) -> (Int, Int) {
    switch orientation {
    case 2: (width - 1 - column, row)
    case 3: (width - 1 - column, height - 1 - row)
    case 4: (column, height - 1 - row)
    case 5: (row, column)
    case 6: (width - 1 - row, column)
    case 7: (width - 1 - row, height - 1 - column)
    case 8: (row, height - 1 - column)
    default: (column, row)
    }
  }

  /// A segment APP1 with Exif: orientation, the camera's name, and a directory of places.
  private var segment: [UInt8] {
    func entry(_ tag: UInt16, _ type: UInt8, _ count: UInt8, _ value: [UInt8]) -> [UInt8] {
      [UInt8(tag >> 8), UInt8(tag & 0xFF), 0, type, 0, 0, 0, count] + value
    }
    let model = Array("SpyCamera 3\0".utf8)
    let directory: [UInt8] =
      [0, 3] + entry(0x0110, 2, UInt8(model.count), [0, 0, 0, 50])
      + entry(0x0112, 3, 1, [0, UInt8(orientation), 0, 0])
      + entry(0x8825, 4, 1, [0, 0, 0, 62]) + [0, 0, 0, 0]
    // GPSLatitudeRef.
    let places: [UInt8] = [0, 1] + entry(1, 2, 2, [UInt8(ascii: "N"), 0, 0, 0]) + [0, 0, 0, 0]
    let tiff = Array("MM".utf8) + [0, 42, 0, 0, 0, 8] + directory + model + places
    return [0xFF, 0xE1, 0, UInt8(tiff.count + 8)] + Array("Exif".utf8) + [0, 0] + tiff
  }

  /// What a program makes of bytes.
  static func pass(_ command: [String], _ bytes: [UInt8]) throws -> [UInt8] {
    let (output, end) = try ScratchFile(bytes).passed(
      through: command,
      within: ProgramLimits(memoryBytes: 2 << 30, processorSeconds: 60, writtenBytes: 1 << 30))
    guard case .done = end else { throw Failure(command: command) }
    return try output.bytes()
  }

  struct Failure: Error { let command: [String] }

  /// The pixels of a picture, as libvips reads them without turning anything: three numbers each.
  static func pixels(_ bytes: [UInt8]) throws -> (width: Int, height: Int, colors: [UInt8]) {
    let file = try pass(["vips", "colourspace", "stdin", ".ppm", "srgb"], bytes)
    // "P6", a comment, width, height and the largest value, then the pixels.
    var lines: [[UInt8]] = []
    var start = 0
    while lines.count < 3, let end = file[start...].firstIndex(of: 0x0A) {
      if file[start] != UInt8(ascii: "#") { lines.append(Array(file[start..<end])) }
      start = end + 1
    }
    let numbers = String(decoding: lines[1], as: UTF8.self).split(separator: " ").compactMap { Int($0) }
    return (numbers[0], numbers[1], Array(file[start...]))
  }

  /// The colors in the middle of its four fields.
  static func fields(_ picture: (width: Int, height: Int, colors: [UInt8])) -> [[Int]] {
    [(1, 1), (3, 1), (1, 3), (3, 3)].map { x, y in
      let place = (picture.height * y / 4 * picture.width + picture.width * x / 4) * 3
      return picture.colors[place..<place + 3].map { Int($0) }
    }
  }
}
