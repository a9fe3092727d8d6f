/// The bytes with which files of other programs begin.
package enum FileSignature {
  package static let pdf = Array("%PDF-".utf8)
  /// The same in small letters, which is looked for in text whose letters were made small.
  package static let smallPDF = pdf.map(\.small)
  package static let rtf = Array("{\\rtf".utf8)
  package static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47]
  package static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF]
  /// Word and Excel before 2007 ([MS-CFB], section 2.2).
  package static let compoundFile: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]
  /// ZIP, and with it Office Open XML and OpenDocument (APPNOTE, section 4.3.7).
  package static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  package static let pages = [Array("<!doctype html".utf8), Array("<html".utf8)]
}
