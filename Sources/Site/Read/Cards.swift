import Mustache
import SiteModel

/// Articles that a list names, each shown as a card.
struct Cards: Sendable {
  let shelf: Shelf
  let places: [Int32]
  /// What the page says of single ones of them, by their places.
  var notes: [Int32: RelationNote] = [:]

  func first(_ count: Int) -> Cards {
    places.count <= count ? self : Cards(shelf: shelf, places: Array(places.prefix(count)), notes: notes)
  }

  func dropFirst(_ count: Int) -> Cards {
    Cards(shelf: shelf, places: Array(places.dropFirst(count)), notes: notes)
  }

  /// As a template gets them.
  var value: Value {
    if notes.isEmpty { return .picks(shelf, places) }
    return .list(
      places.map { place in
        let record = shelf.records[Int(place)]
        return .record(notes[place].map { PageTypes.card(record, with: $0) } ?? record)
      })
  }
}
