/// Lines that belong to the document which a text was copied from, or that the page shows as less than they are.
enum Remnant: Equatable {
  /// `WARNING: do not run`, in a paragraph or on a line of its own.
  case unboxedCallout(Callout)
  /// `Page 1 of 2`; `3`, alone in its paragraph.
  case pageNumber, loneNumber
  /// `Table of Contents`, with its entries below.
  case typedContents
  /// `Table 1: Doses` in an article without a table.
  case lostTable
  /// `IMG_2041.JPG`: the name of a picture's file.
  case pictureName([UInt8])
  /// `C:\Users\Ann\knee.jpg`, `file:///knee.jpg`.
  case localPath
  /// A note's own text: `² See the guide.`; its number.
  case noteLine(Int)
  /// `☐ Rest`, alone: an item without its list.
  case typedItem
  /// What follows a numbered item and is not indented as far as its text; how many spaces that are.
  case cutFromItem(Int)
  /// `## 1. What it is`, above `## 2. What helps`; the first number.
  case headingNumbers([UInt8])
  /// `Skip to main content`, `Read more`: what a web page has around its text.
  case webPage
  /// `© 2019 Somebody`.
  case copyright
  /// `* Stop if it hurts`, below `10 reps*`: a note by hand; its sign.
  case markedNote(String)
  /// A single line with tabs between its parts, as headers and footers have them.
  case tabbedLine

  /// What to tell of it, and what to do.
  var words: (message: String, hint: String) {
    switch self {
    case .pageNumber:
      (
        "This is a page number from another document, and readers see it.",
        "Delete it, and the header or footer around it."
      )
    case .loneNumber:
      (
        "This number stands alone, as page numbers and cells of a table do when a document is pasted.",
        "Delete it, or write the table: each line as `| first | second |`, and `|---|---|` below the first."
      )
    case .typedContents:
      (
        "This table of contents was typed or pasted, so its entries do not lead anywhere.",
        "Delete it, and its entries: a page with three or more headings gets one automatically."
      )
    case .lostTable:
      (
        "This is the title of a table, but the article has no table.",
        "Write the table below it: each line as `| first | second |`, and `|---|---|` below the first. Or delete this."
      )
    case .pictureName(let name):
      (
        "This is the name of a file, and readers see it in place of a picture.",
        "Save the picture next to the article, and write `![What it shows](\(Self.address(name)))`, or delete this."
      )
    case .localPath:
      (
        "This leads to a file on your own computer or network, which readers cannot open.",
        "Save the file next to the article, and write `[what it is](file.pdf)`, or delete this."
      )
    case .noteLine(let number):
      (
        "This note is not connected to the place in the text that it explains.",
        "Write `[^\(number)]: ` in place of its number, and `[^\(number)]` where it belongs."
      )
    case .webPage:
      (
        "This belongs to the web page that the text was copied from, and does nothing here.",
        "Delete it."
      )
    case .copyright:
      (
        "This says who owns the text of another page or document.",
        "Delete it. If somebody else wrote the text above it, write your own in its place, and cite theirs with `[@key]`."
      )
    case .markedNote(let sign):
      (
        "This note is not connected to the place in the text that it explains.",
        "Write `[^\(Self.number(sign))]: ` in place of the `\(sign)` here, and `[^\(Self.number(sign))]` in place of the `\(sign)` that it belongs to."
      )
    case .typedItem:
      ("This is not a list: its mark is shown as typed.", "Replace the mark with `- `.")
    case .cutFromItem(let spaces):
      (
        "This is cut off from the numbered item above it, because it is not indented as far as that item's text.",
        "Start each of its lines with \(spaces) spaces, and write one space behind the item's number."
      )
    case .headingNumbers(let number):
      (
        "These headings still have their numbers from another document.",
        "Delete `\(String(decoding: number, as: UTF8.self))`, and the numbers of the headings below: headings on this site are not numbered."
      )
    case .tabbedLine:
      (
        "The tabs in this line are shown as single spaces.",
        "If it is a header or footer of another document, delete it. If it is a row of a table, write each row as `| first | second |`, and `|---|---|` below the first."
      )
    case .unboxedCallout(let callout):
      (
        "This looks like any other paragraph, although it is meant to stand out.",
        "Start it with the line `> [!\(callout.rawValue.uppercased())]`, and each line of its text with `> `."
      )
    }
  }

  /// Each sign has its own note.
  private static func number(_ sign: String) -> Int { ["*": 1, "†": 2, "‡": 3][sign] ?? 1 }

  /// A file's name as an address, in which no space may stand.
  private static func address(_ name: [UInt8]) -> String {
    name.contains(0x20) ? "file.jpg" : String(decoding: name, as: UTF8.self)
  }
}
