/// Two lists compared as sets that keep their order.
struct ListDifference<Element: Hashable> {
  let removed: [Element]
  let added: [Element]

  init(_ old: [Element], _ new: [Element]) {
    let (before, after) = (Set(old), Set(new))
    removed = old.filter { !after.contains($0) }
    added = new.filter { !before.contains($0) }
  }

  var isEmpty: Bool { removed.isEmpty && added.isEmpty }
}
