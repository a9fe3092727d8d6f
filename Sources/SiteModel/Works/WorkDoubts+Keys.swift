import YAML

/// Keys that other programs and people use for those of CSL-JSON: what stands under them is lost.
extension WorkDoubts {
  /// What somebody wrote under a key that nobody reads, where the right one is missing.
  struct ForeignKey {
    let key: Node
    let value: Node
    let right: String

    var hint: String {
      guard right == "issued", let year = year else { return "Write `\"\(right)\"` for `\"\(key.text)\"`." }
      return "Write `\"issued\": {\"date-parts\": [[\(year)]]}` for `\"\(key.text)\"`."
    }

    private var year: Substring? {
      value.text.split { !$0.isASCII || !$0.isNumber }.first { $0.count == 4 }
    }
  }

  static func foreignKeys(of work: Node) -> [ForeignKey] {
    work.entries.compactMap { key, value in
      guard key.kind == .scalar, !value.isEmpty,
        let right = keys[key.text.lowercased().filter { $0 != "-" && $0 != "_" }], right != key.text,
        work.value(for: right)?.isEmpty ?? true, right != "issued" || WorkDate(work).text.isEmpty
      else { return nil }
      return ForeignKey(key: key, value: value, right: right)
    }
  }

  /// By the key in small letters, without hyphens.
  private static let keys: [String: String] = [
    "journal": "container-title", "journaltitle": "container-title", "journalname": "container-title",
    "publicationtitle": "container-title", "publication": "container-title", "booktitle": "container-title",
    "containertitle": "container-title", "authors": "author", "creators": "author", "year": "issued",
    "date": "issued", "publicationyear": "issued", "publicationdate": "issued", "pubdate": "issued",
    "pages": "page", "vol": "volume",
  ]
}
