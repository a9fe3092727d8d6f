/// The words of the languages that are known. Those that may mean something keep a comparison quiet; only those that are certain start
/// one.
extension FactWords {
  /// Nil for a language that nobody has written down: its texts are not judged.
  static func of(_ language: String) -> FactWords? {
    switch language {
    case "en": english
    case "es": spanish
    default: nil
    }
  }

  private static func facts(_ certain: UInt64, or possible: UInt64 = 0) -> StatedFacts {
    StatedFacts(certain: certain, possible: possible)
  }

  private static func perhaps(_ possible: UInt64) -> StatedFacts { StatedFacts(possible: possible) }

  private static func number(_ value: Int) -> UInt64 { StatedFacts.number(value) }

  private static func numbers(from first: Int, by step: Int = 1, _ words: String) -> [Entry] {
    words.split(separator: " ").enumerated().map { (facts(number(first + step * $0)), String($1)) }
  }

  /// Words of order say a number in passing.
  private static func ordinals(from first: Int, _ words: String) -> [Entry] {
    words.split(separator: " ").enumerated().map { (perhaps(number(first + $0)), String($1)) }
  }

  private typealias Facts = StatedFacts

  /// Units behind a number: `cm` and the like are the same in every language.
  private static func measures(_ words: [String]) -> [Entry] {
    let units = [
      Facts.millimeters, Facts.centimeters, Facts.meters, Facts.kilometers, Facts.inches, Facts.feet,
      Facts.miles,
      Facts.kilograms, Facts.grams, Facts.pounds,
    ]
    return zip(units, words).map { (StatedFacts(counted: $0), $1) }
  }

  private static let english = FactWords(
    numbers(
      from: 3,
      "three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    )
      + numbers(from: 20, by: 10, "twenty thirty forty fifty sixty seventy eighty ninety hundred")
      + measures([
        "mm millimeter millimeters", "cm centimeter centimeters", "m meter meters metre metres",
        "km kilometer kilometers kilometre kilometres", "inch inches", "foot feet ft", "mile miles",
        "kg kilo kilos kilogram kilograms", "g gram grams", "pound pounds lb lbs",
      ])
      + ordinals(from: 3, "third fourth fifth sixth seventh eighth ninth tenth")
      + [
        (facts(number(2), or: Facts.bothSides), "two"), (facts(number(2)), "twice"),
        (perhaps(number(2) | Facts.bothSides), "both alternate alternating other double pair"),
        (perhaps(number(2)), "couple half halves"), (perhaps(number(3)), "thrice triple"),
        (perhaps(number(4)), "quarter"), (perhaps(number(12)), "dozen dozens"),
        (perhaps(number(2) | Facts.seconds), "second"), (facts(Facts.seconds), "seconds sec secs"),
        (facts(Facts.minutes), "minute minutes"), (perhaps(Facts.minutes), "min mins"),
        (facts(Facts.hours), "hour hours"),
        (perhaps(Facts.hours), "hourly"),
        (facts(Facts.days), "days"),
        (perhaps(Facts.days), "day daily everyday overnight tonight night nights"),
        (facts(Facts.weeks), "week weeks"), (perhaps(Facts.weeks), "weekly weekend weekends"),
        (perhaps(Facts.weeks | number(2)), "fortnight fortnightly"), (facts(Facts.months), "month months"),
        (perhaps(Facts.months), "monthly"), (facts(Facts.years), "years"),
        (perhaps(Facts.years), "year yearly annual annually"),
        (facts(Facts.today, or: Facts.days), "today"), (facts(Facts.tomorrow), "tomorrow"),
        (perhaps(Facts.oneSide), "one single only"), (perhaps(Facts.side), "side sides"),
        (perhaps(Facts.bothSides), "each every either sides legs arms hips knees time"),
        (
          facts(Facts.negation),
          "not no never cannot don't doesn't didn't can't won't isn't aren't wasn't weren't shouldn't mustn't couldn't wouldn't hasn't haven't hadn't needn't"
        ),
        (
          perhaps(Facts.negation),
          "without avoid avoids avoiding none nothing nobody nowhere neither nor unable rarely seldom hardly barely fail fails failed stop stops stopped less lost lose loss losing unless except until than free instead unlike too only few keep skip leave leaves miss missing numb numbness away wrong out off otherwise ignore ignored ignores ignoring quiet still stay stays shallow against stiff lack lacks deny refuse refuses prevent prevents trouble hard difficult difficulty weak before beyond rather most other"
        ),
      ], senses: .english, isEnglish: true)

  private static let spanish = FactWords(
    numbers(
      from: 3,
      "tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve"
    )
      + numbers(from: 20, by: 10, "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien")
      + numbers(
        from: 21,
        "veintiún veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve"
      )
      + measures([
        "mm milímetro milímetros", "cm centímetro centímetros", "m metro metros", "km kilómetro kilómetros",
        "pulgada pulgadas", "pie pies", "milla millas", "kg kilo kilos kilogramo kilogramos",
        "g gramo gramos",
        "libra libras",
      ])
      + ordinals(from: 3, "tercero cuarto quinto sexto séptimo octavo noveno décimo")
      + ordinals(from: 3, "tercera cuarta quinta sexta séptima octava novena décima")
      + [
        (facts(number(2), or: Facts.bothSides), "dos"), (facts(number(100)), "ciento"),
        (facts(number(20)), "veintiuno veintiuna"),
        (perhaps(number(2) | Facts.bothSides), "ambos ambas cada alternando alternos alternas doble par"),
        (perhaps(number(2)), "segunda media medio mitad mitades pareja quincena"),
        (perhaps(number(3)), "tercer tercio triple"), (perhaps(number(12)), "docena docenas"),
        (perhaps(number(2) | Facts.seconds), "segundo"), (facts(Facts.seconds), "segundos"),
        (perhaps(Facts.seconds), "seg"), (facts(Facts.minutes), "minuto minutos"),
        (perhaps(Facts.minutes), "min"), (StatedFacts(counted: Facts.hours), "hora horas"),
        (perhaps(Facts.hours), "horario horarios"),
        (facts(Facts.days), "días"),
        (perhaps(Facts.days), "día diario diaria diarios diarias diariamente noche noches jornada"),
        (facts(Facts.weeks), "semana semanas"), (perhaps(Facts.weeks), "semanal semanales"),
        (facts(Facts.months), "mes meses"), (perhaps(Facts.months), "mensual mensuales"),
        (perhaps(Facts.years), "año años anual edad"),
        (facts(Facts.today, or: Facts.days), "hoy"), (perhaps(Facts.tomorrow), "mañana"),
        (perhaps(Facts.oneSide), "un una uno solo sola único única"),
        (perhaps(Facts.side), "lado lados"),
        (perhaps(Facts.bothSides), "lados piernas brazos caderas rodillas vez"),
        (facts(Facts.negation), "no nunca jamás"),
        (
          perhaps(Facts.negation),
          "sin evite evitar evita eviten ningún ninguno ninguna nada nadie tampoco deje dejar deja dejo excepto salvo raro raros rara raras menos apenas difícilmente difícil dificultad imposible impide lejos duda dudas pierde perdió perder perdida perdido falta demasiado antes solo máximo ni"
        ),
      ], senses: .spanish)
}
