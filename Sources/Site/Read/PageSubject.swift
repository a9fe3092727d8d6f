/// What a page is about, whatever its language.
enum PageSubject: Sendable {
  case home
  /// By its number, as the programme.
  case article(Int)
  case programme(Int)
  /// The first page of a kind's list.
  case list(Int)
  /// By its place among the checkers.
  case checker(Int)
  case search
}
