import SiteModel
import Text

/// The short numbers that the care levels have readers call, and what is told of another one.
package struct EmergencyLines: Sendable {
  /// The number of three digits that `emergency` dials, or that its heading says.
  package let own: String?
  /// The digits of each number that may be called.
  private let known: [[UInt8]]

  init(_ cards: [CareLevel: CareLevelCard]) {
    let card = cards[.emergency]
    if let phone = card?.phone?.value {
      own = phone.count(where: \.isNumber) == 3 ? phone : nil
    } else {
      own = card?.heading.value.split { !$0.isNumber }.first { EmergencyNumber.isOne(Array($0.utf8)[...]) }
        .map(String.init)
    }
    let dialed = cards.values.compactMap { $0.phone?.value }.map(Self.digits).filter { $0.count < 5 }
    known = (own.map { [Self.digits(of: $0)] } ?? EmergencyNumber.all.map { Array($0.utf8) }) + dialed
  }

  private static func digits(of number: String) -> [UInt8] { number.utf8.filter { $0 &- 0x30 < 10 } }

  /// A number that `text` tells readers to call in an emergency and that is another than that of the levels, or, where they say none,
  /// that is none of any country; and what is told of it.
  package func other(in text: ArraySlice<UInt8>) -> (digits: ArraySlice<UInt8>, but: String, hint: String)? {
    guard let digits = EmergencyNumber.called(in: text, otherThan: known) else { return nil }
    if let own { return (digits, "but the care levels say \(own)", own) }
    guard let meant = EmergencyNumber.meant(by: String(decoding: digits, as: UTF8.self)) else { return nil }
    return (digits, "which is not an emergency number", meant)
  }
}
