/// The phrases of `WaitingWords`.
enum WaitingPhrases {
  /// What tells somebody to wait.
  static let telling = WordPatterns(
    denying
      + [
        // Waiting.
        "wait and|to see|watch", "watch and wait", "watchful waiting", "wait ~4 \(anyTime)", "wait it out",
        "wait until|till|for ~1 it|pain|swelling|symptoms|signs|fever|numbness|redness|things",
        "wait until|till you ~1 feel|better|recover",
        "wait before ~2 call|calling|go|going|get|getting|see|seeing|seek|seeking|you", "wait first",
        "wait ~3 longer", "try|consider|recommend|suggest|advise waiting|resting", "hold off",
        "holding off is",
        "put it|this|that|things off", "put off ~4 call|visit|appointment|help|going",
        "it|this|that|these|they|which|pain|check|visit can|may|could|will ~1 wait",
        "you can|may|could|should ~1 wait|delay $", "postpone ~3 call|visit|appointment|help",
        // Watching.
        "see how ~3 goes|go|feels|feel|develops|develop|gets|get|does|do|changes|turns",
        "see how it|they|things|you is|are",
        "see if|whether ~4 \(better)|stops|helps|help|goes|gets|changes", "let it|things|them ~1 \(healing)",
        "watch|monitor|observe ~5 for|over|during ~3 \(days)", "leave it ~3 \(anyTime)",
        // Giving time.
        "give it|this|that|things|them|yourself ~4 time|chance|\(anyTime)",
        "give the|your ~2 a|some|few|several|more|plenty|two|three ~3 time|chance|\(anyTime)",
        "allow ~4 time|days|week|weeks to", "time will tell", "be patient", "sleep on it", "sleep it off",
        "walk it off",
        // Trying something else before.
        "try ~5 first", "first try", "try ~6 for ~3 \(days)|while", "take ~4 days|week|weeks off",
        "can|may|could|should stay ~1 home",
        "stay ~1 home and rest|see|wait|watch",
        // Getting well by itself.
        "\(better)|goes|go|healing ~3 by|on its|their|itself|themselves", "usually|often|mostly goes|go away",
        "usually|often|mostly|normally pass|passes|settle|settles|ease|eases|heal|heals|improve|improves",
        // Esperar.
        "espere|esperar|aguarde|aguardar ~4 \(cualquierTiempo)", "espere|esperar|aguarde ~1 ver|vea",
        "espere|esperar|aguarde hasta|a que ~4 \(mejora)", "espere primero",
        "puede|podría|pueden|debe|debería esperar|posponer|aplazar|retrasar", "puede que ~1 esperar",
        "y ver cómo|como ~3 va|evoluciona|sigue|siente|está|anda",
        "vea|mire|observe cómo|como ~3 va|evoluciona|evolucione|sigue|siga|siente|está|anda|avanza",
        "a ver si ~3 \(mejora)|ayuda", "vea si ~3 \(mejora)|ayuda",
        "vigile|observe ~4 durante|por ~3 \(dias)",
        "dele|déle|darle|dale|dese|désele|dé|démosle ~3 tiempo|\(cualquierTiempo)",
        "tenga|con paciencia", "el tiempo dirá", "deje pasar ~3 \(cualquierTiempo)", "deje que ~3 \(mejora)",
        "aguante ~3 \(cualquierTiempo)",
        "posponga|aplace|postergue|retrase ~4 cita|visita|consulta|llamada|ayuda",
        "déjelo para ~2 \(cualquierTiempo)", "consúltelo con la almohada",
        "pruebe|intente|trate ~6 primero", "primero pruebe|intente",
        "puede|podría|debe|debería quedarse ~1 casa", "quédese ~1 casa y descanse|espere|repose|vea",
        "se ~1 va|pasará|mejorará|curará|\(mejora) ~2 solo|sola|solos|solas",
      ].map(WordPattern.init))

  /// Something to do for days. A sign of danger may be there at rest, or for days.
  static let resting = WordPatterns(
    [
      "rest|ice|stretch|exercise|walk|elevate|massage|heat ~6 for ~3 \(days)|while",
      "rest ~1 a|few|some|one|two|three|several|couple ~2 \(days)",
      "rest|ice|painkiller|painkillers|paracetamol|ibuprofen|acetaminophen ~4 first",
      "first rest|ice|take", "descanse|repose|reposo|descanso|hielo|calor ~3 primero",
      "primero descanse|repose|aplique|tome",
      "descanse|repose|reposo|descanso|hielo|guarde|aplique|estire|camine ~6 durante|por|unos|un|dos|tres ~2 \(dias)",
    ].map(WordPattern.init))

  /// Those with a "no" of their own.
  static let denying = [
    "no need to ~1 hurry|rush|worry|panic", "no rush|hurry", "not urgent", "is nothing to worry",
    "no need to ~4 now|today|yet|tonight|call|go|visit|hurry|rush",
    "not|t need|have to ~5 now|today|yet|tonight|immediately|hurry|rush|call",
    // Help that nobody shall seek. "Do not go to the hospital by car" says how.
    "do|don|must not|t ~1 go|call|dial ~3 room|er|hospital|department|911|999|112 $",
    "no vaya|llame|acuda ~3 emergencias|urgencias|hospital|911|112 $",
    "do|don must not|t ~1 call|dial|ring|phone ~4 number|services|ambulance|emergency|help $",
    "do|don not|t ~1 call|dial|ring|phone|go|seek ~5 yet|now $",
    "no llame|marque|acuda|vaya|busque ~4 todavía|aún|ahora $",
    "no llame|marque ~4 número|ambulancia|ayuda $",
    "no hay prisa", "sin prisa|prisas|apuro", "no es urgente",
    "no corre prisa", "no hace falta ~5 hoy|ahora|todavía|aún|llamar|ir|acudir|urgencias|médico",
    "no necesita|tiene ~1 ~5 hoy|ahora|todavía|aún|prisa|apurarse|llamar|acudir|urgencias",
  ].map(WordPattern.init)

  /// What tells somebody to get help, and only later: "Call 911 tomorrow".
  static let delaying = WordPatterns(
    [
      "call|dial|ring|phone|contact|seek ~6 tomorrow|\(weekday)", "call|dial|ring|phone|contact ~4 later $",
      "call|dial|ring|phone|contact ~4 in a|an|one|two|three|few|some ~1 day|days|week|weeks",
      "call|dial|ring|phone|contact ~4 next week|month|day", "go to ~5 tomorrow|\(weekday)",
      "llame|marque|vaya|acuda ~3 911|112|999|número|emergencias|urgencias|hospital|médico|clínica mañana",
      "llame|marque|vaya|acuda ~5 más tarde", "llame|marque|vaya|acuda ~5 al día siguiente",
      "llame|marque|vaya|acuda ~5 próxima semana",
      "llame|marque|vaya|acuda ~4 en un|una|dos|tres|unos|unas|pocos ~1 día|días|semana|semanas",
    ].map(WordPattern.init))

  /// What makes little of a sign.
  static let reassuring = WordPatterns(
    [
      "usually|often|mostly|normally|generally|probably|likely|always|almost|nearly ~2 harmless|benign|nothing",
      "usually|mostly|probably|likely|normally|generally normal|minor|fine|trivial|ok|okay $",
      "is|are|s harmless|benign|trivial",
      "mention|say|tell|raise|discuss|bring|ask|show ~5 next|following|regular|routine|annual|yearly|upcoming ~1 visit|appointment|check|checkup|review",
      "suele|suelen ser ~1 inofensivo|inofensiva|benigno|benigna|leve|leves|normal|normales|pasajero|pasajera",
      "es|son inofensivo|inofensiva|inofensivos|inofensivas|benigno|benigna",
      "coméntelo|menciónelo|dígalo|coméntela|menciónela|comente|mencione|diga|pregunte ~6 próxima|siguiente visita|cita|consulta|revisión",
    ].map(WordPattern.init))

  /// The same with a "no" of its own.
  static let denyingDanger = WordPatterns(
    [
      "nothing|not to worry", "nothing to be ~2 worried|concerned|alarmed|afraid",
      "no|not ~1 cause|reason|need for|to ~1 concern|alarm|worry", "not a|any worry|concern|problem",
      "not|rarely|seldom|hardly|never serious|dangerous|worrying", "do|don not|t worry $",
      "no es ~2 grave|serio|malo|preocupante|peligroso|peligrosa", "nada grave|serio|malo|preocupante",
      "no hay|tiene ~3 preocuparse|alarmarse|importancia", "no se preocupe $",
      "nada de|por qué|que ~1 preocuparse",
    ].map(WordPattern.init))

  /// What makes help depend on time that has to pass.
  static let conditions = WordPatterns(
    [
      "if|unless|when ~4 \(failing) ~5 in|within|after|by|for|overnight|over ~3 \(days)|tomorrow|\(weekday)",
      "if ~5 last more|longer|for ~3 \(days)",
      "unless ~5 \(better)|gone ~3 in|within|by|after ~3 \(days)|tomorrow|\(weekday)",
      "if ~5 lasts|persists|persist|continues|continue|remains|remain|stays|stay ~4 \(days)",
      "call|phone|ring|contact|book|see|visit|consult ~5 only|just if|when ~6 \(worse)",
      "only call|phone|ring|contact|book|see|visit|consult ~4 if|when ~6 \(worse)",
      "si|cuando ~3 \(fracaso) ~5 en|dentro|después|despues|tras|por|pasados|durante ~3 \(dias)|mañana",
      "si ~4 dura|duran|persiste|persisten|continúa|continúan|sigue|siguen ~4 \(dias)",
      "llame|consulte|acuda|vaya|pida|vea ~5 solo|sólo|únicamente si|cuando ~6 \(peor)",
      "solo|sólo|únicamente llame|consulte|acuda|vaya ~4 si|cuando ~6 \(peor)",
    ].map(WordPattern.init))

  /// What is later than today.
  static let times = WordPatterns(
    [
      "next week|month", "in|within a|one week|month",
      "in|within ~1 few|two|three|four|several|couple ~1 weeks|months",
      "when|whenever you can", "when it suits", "when convenient", "at your convenience", "in your own time",
      "when you have ~2 time|moment", "when there is time", "later this week|month", "later in the week",
      "\(seeking) ~6 in|within|after|over ~4 days|week|weeks|month|months",
      "\(seeking) ~6 tomorrow|\(weekday)",
      "go to ~6 in|within|after|over ~4 days|week|weeks|month|months", "go to ~6 tomorrow|\(weekday)",
      "\(seeking) ~6 this week", "\(seeking) ~6 after|at|on the weekend", "\(seeking) ~6 some time|day",
      "until|till tomorrow|\(weekday)|morning",
      "la próxima semana", "la semana próxima", "la semana que viene", "la otra semana", "el próximo mes",
      "el mes próximo", "el mes que viene", "en unas|dos|tres|pocas|algunas semanas",
      "cuando pueda|quiera|guste",
      "cuando le ~2 convenga|posible|venga", "cuando tenga ~1 tiempo|rato",
      "\(buscar) ~6 en|dentro|después|despues|tras ~4 días|dias|semana|semanas|mes|meses",
      "\(buscar) ~6 esta semana", "\(buscar) ~6 el \(diaDeLaSemana)",
      "llame|llámenos|consulte|acuda|vaya|vuelva mañana", "hasta mañana", "hasta el \(diaDeLaSemana)",
    ].map(WordPattern.init))

  /// What is later than now.
  static let timesInEmergency = WordPatterns(
    [
      "tomorrow", "next day", "in two|three|four|some days", "in a few|couple ~1 days", "within days",
      "within ~1 few|two|three ~1 days",
      "book a|your|an visit|appointment", "make an appointment", "later today", "this evening|afternoon",
      "stay ~1 home", "en unos|dos|tres|pocos días|dias", "pida|reserve|haga una|su cita", "al día siguiente",
      "al dia siguiente", "quédese ~1 casa", "más tarde",
    ].map(WordPattern.init))

  // MARK: Words

  private static let weekday = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
  private static let days = "hour|hours|day|days|week|weeks|month|months|night|weekend"
  private static let anyTime =
    "minutes|\(days)|while|bit|overnight|tomorrow|morning|\(weekday)"
  private static let better =
    "ease|eases|better|improve|improves|settle|settles|pass|passes|heal|heals|resolve|resolves|clear|clears|calm|calms|away|down"
  private static let healing = "heal|settle|pass|ease|calm"
  private static let worse =
    "worse|worsen|worsens|stay|stays|last|lasts|persists|persist|continues|continue|unbearable|remain|remains"
  private static let failing =
    "not|t|no|still|hasn|isn|doesn|haven|fails|without|stays|remains"
  private static let seeking =
    "book|call|phone|ring|see|visit|contact|appointment|seek|arrange|schedule"
  private static let diaDeLaSemana = "lunes|martes|miércoles|jueves|viernes|sábado|domingo"
  private static let dias = "horas|día|dia|días|dias|semana|semanas|mes|meses"
  private static let cualquierTiempo =
    "minutos|hora|noche|\(dias)|rato|ratito|poco|tiempo|mañana|\(diaDeLaSemana)"
  private static let mejora =
    "mejora|mejore|mejoran|alivia|alivie|alivian|calma|calme|pasa|pase|pasan|cede|ceda|quita|quite|baja|baje|cura|cure|sienta|siente|resuelve|desaparece|desaparezca|duela"
  private static let peor =
    "empeora|empeoran|empeorara|peor|sigue|siguen|continúa|continúan|dura|duran|persiste|persisten|insoportable"
  private static let fracaso = "no|sigue|siguen|todavía|aún|sin"
  private static let buscar =
    "llame|pida|vea|consulte|vaya|acuda|visite|contacte|comuníquese|busque|reserve|programe|solicite|haga|cita"
}
