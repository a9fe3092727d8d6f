/// An amount as people write it, for the hint that says how it is to be written here.
struct WrittenQuantity {
  private let text: String
  private let name: String
  /// Without the key's own name: `weeks: 6 weeks`.
  private let unnamed: String
  /// The same with a point for a comma and a hyphen for `to`.
  private let amount: String
  /// How an amount is shown where it is right; nil for one of another sort.
  private let shown: (Quantity) -> String?

  init(_ text: String, of name: String, shown: @escaping (Quantity) -> String?) {
    (self.text, self.name, self.shown) = (text, name, shown)
    unnamed = text.lowercased().hasSuffix(" \(name)") ? String(text.dropLast(name.count + 1)) : text
    amount = unnamed.replacing(",", with: ".").replacing("·", with: ".").replacing(" to ", with: "-")
      .replacing(" 1/2", with: ".5").replacing("½", with: ".5")
  }

  var hint: String? {
    if let hint = bounded ?? otherwise ?? list { return hint }
    if let hint = hours ?? turned ?? repeated { return hint }
    if let hint = clock ?? unitless ?? everyDay { return hint }
    return inWords ?? withMore
  }

  /// As it is written: with a hyphen.
  private func written(_ quantity: Quantity?) -> String? {
    quantity.flatMap(shown)?.replacing("–", with: "-")
  }

  private func read(_ text: String) -> Quantity? { Quantity(text) ?? Self.inWords(text) }

  // MARK: What is written

  /// A comma for a point, a word for a dash, a fraction.
  private var otherwise: String? { Quantity(amount).flatMap(shown).map { "Write `\($0)`." } }

  /// Thousands with a comma, and several counts.
  private var list: String? {
    guard text.contains(",") else { return nil }
    let isThousands = text.split(separator: ",").dropFirst().first?.prefix { $0.isNumber }.count == 3
    let meant = [
      isThousands ? text.replacing(",", with: "") : "", text.replacing(", ", with: "-"),
      text.replacing(",", with: "-"),
    ]
    return meant.lazy.compactMap { written(Quantity($0)) }.first.map { "Write `\($0)`." }
  }

  private var hours: String? { Self.minutes(hours: amount).map { "Write `\($0) min`." } }

  private var turned: String? {
    written(Quantity(falling: amount)).map { "Write the smaller number first: `\($0)`." }
  }

  /// `3-3`.
  private var repeated: String? {
    let parts = amount.split(whereSeparator: { "-–".contains($0) }).map { $0.filter { $0 != " " } }
    guard parts.count == 2, parts[1].prefix(while: \.isNumber) == parts[0] else { return nil }
    return written(Quantity(parts[1])).map { "Write `\($0)`." }
  }

  /// Minutes and seconds as on a watch: `0:30`, `1:00-1:30`.
  private var clock: String? {
    let times = text.split(whereSeparator: { "-–".contains($0) }).map { time -> Int? in
      let parts = time.split(separator: ":", omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
      guard parts.count == 2, parts[1].count == 2, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }),
        let minutes = Int(parts[0]), let seconds = Int(parts[1]), seconds < 60
      else { return nil }
      return minutes * 60 + seconds
    }
    let seconds = times.compactMap { $0 }
    guard (1...2).contains(times.count), seconds.count == times.count else { return nil }
    let isWhole = seconds.allSatisfy { $0 > 0 && $0.isMultiple(of: 60) }
    let numbers = seconds.map { "\(isWhole ? $0 / 60 : $0)" }.joined(separator: "-")
    return written(Quantity("\(numbers) \(isWhole ? "min" : "s")")).map { "Write `\($0)`." }
  }

  private var unitless: String? {
    Quantity(amount + " s").flatMap(shown).map { "Add the unit: write `\($0)` or `\(amount) min`." }
  }

  /// On how many days of a week.
  private var everyDay: String? {
    guard name == "days" else { return nil }
    let days = ["daily": 7, "every day": 7, "each day": 7, "all": 7, "weekdays": 5, "weekends": 2]
    return days[text.lowercased()].map { "Write `\($0)`." }
  }

  private var inWords: String? { written(Self.inWords(amount)).map { "Write `\($0)`." } }

  /// `10 each side`, `10/side`.
  private var withMore: String? {
    let words = amount.replacing("/", with: " per ").split(separator: " ")
    for count in words.indices.dropFirst().reversed() {
      let rest = words[count...].joined(separator: " ")
      guard Self.beginMore.contains(words[count].lowercased()), !rest.contains(where: \.isNumber),
        let amount = written(read(words[..<count].joined(separator: " ")))
      else { continue }
      return "Write `\(amount)`, and say `\(rest)` in the text of the article."
    }
    return nil
  }

  private static let beginMore: Set = ["both", "each", "either", "every", "on", "per", "with"]

  // MARK: Bounds

  /// `<6`, `up to 6`, `6+`, `at least 6`: a number alone would say something else.
  private var bounded: String? {
    let small = unnamed.lowercased().replacing(",", with: ".").replacing("<=", with: "≤").replacing(
      ">=", with: "≥")
    func rest(_ starts: [String]) -> Quantity? {
      let start = starts.filter { small.hasPrefix($0) }.max { $0.count < $1.count }
      return start.flatMap { read(String(small.dropFirst($0.count).drop { $0 == " " })) }
    }
    if let most = rest(Self.mostWords), most.most == nil, let number = Int(most.least), number > 1 {
      return written(Quantity("1-\(number)\(most.unitText)")).map { "Write `\($0)`." }
    }
    let ending = Self.openEndings.first { small.hasSuffix($0) }
    let least = rest(Self.leastWords) ?? ending.flatMap { read(String(small.dropLast($0.count))) }
    guard let least, least.most == nil, let number = Int(least.least), number > 0 else { return nil }
    return written(Quantity("\(number)-\(2 * number)\(least.unitText)")).map {
      "Write how many at most, too: a range such as `\($0)`."
    }
  }

  private static let mostWords = [
    "<", "≤", "at most ", "fewer than ", "less than ", "max ", "max. ", "maximum ", "no more than ",
    "not more than ", "under ", "up to ", "within ",
  ]
  private static let leastWords = [
    ">", "≥", "at least ", "from ", "minimum ", "more than ", "no less than ", "over ",
  ]
  private static let openEndings = ["+", " or more", " or longer", " and more", " and up"]

  // MARK: Words

  /// Whole minutes, for what is written in hours: `1.5 hours`.
  private static func minutes(hours text: String) -> Int? {
    let number = text.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    let word = text[number.endIndex...].drop { $0 == " " }.lowercased()
    guard ["h", "hr", "hrs", "hour", "hours"].contains(word), let hours = Double(number), hours <= 4,
      hours * 60 >= 1, (hours * 60).rounded() == hours * 60
    else { return nil }
    return Int(hours * 60)
  }

  /// What is written with words around it, or in words: `3 sets`, `~10`, `8 - 10 x`, `thirty seconds`.
  private static func inWords(_ text: String) -> Quantity? {
    var words: [String] = []
    for word in text.lowercased().replacing("–", with: " - ").replacing("-", with: " - ").split(
      separator: " ")
    {
      var bare = word.drop { "~≈×“”\"'″′+".contains($0) }
      if let mark = bare.last, bare.dropLast().allSatisfy(\.isNumber), bare.count > 1 {
        // `30"`, `2'`, `3x`, `3+`, `“3”`
        if "″\"".contains(mark) {
          bare = "\(bare.dropLast()) s"
        } else if "′'".contains(mark) {
          bare = "\(bare.dropLast()) min"
        } else if "x×+”“".contains(mark) {
          bare = bare.dropLast()
        }
      }
      if bare.isEmpty || passedOver.contains(String(bare)) { continue }
      words.append(numbers[String(bare)].map(String.init) ?? String(bare))
    }
    return Quantity(words.joined(separator: " ").replacing(" - ", with: "-"))
  }

  /// What says no more than the key does.
  private static let passedOver: Set = [
    "about", "approx.", "approximately", "around", "ca.", "circa", "each", "rep", "repetitions", "reps",
    "set", "sets",
    "times", "x",
  ]
  private static let numbers = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
    "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "sixty": 60,
  ]
}
