import Testing

@testable import SiteModel

/// A translation that says the opposite of its original, in a text that stands for one of the other's.
@Suite struct OppositeSenseTests {
  private static func slips(_ original: String, _ own: String) throws -> [FactComparison.Slip] {
    let facts = try #require(
      FactComparison(
        from: SiteLanguage(tag: "en-US", name: "English"), to: SiteLanguage(tag: "es", name: "Español")))
    return facts.slips(Array(own.utf8)[...], of: Array(original.utf8)[...], areShort: true)
  }

  @Test(arguments: [
    ("Under 18, with a limp", "Más de 18 años, con cojera", "Under 18", "Más"),
    ("Stop running and be seen first", "Siga corriendo y busque atención primero", "Stop", "Siga"),
    ("Worse the next morning: stop.", "Peor a la mañana siguiente: siga.", "stop", "siga"),
    ("Skip all of these exercises", "Haga estos ejercicios", "Skip", "Haga"),
    ("Carry on as long as it stays quiet", "Pare mientras no proteste", "Carry on", "Pare"),
    ("Go with the more urgent one", "Siga el menos urgente", "more", "menos"),
    ("See a physician first", "Vea a un médico después", "first", "después"),
    ("Eat before the run", "Coma después de correr", "before", "después"),
    ("Green: 0 to 3", "Rojo: 0 a 3", "Green", "Rojo"),
    ("Start the hill runs later", "Empiece las cuestas más pronto", "later", "más pronto"),
    ("Drop back after two bad mornings", "Avance después de dos mañanas malas", "Drop back", "Avance"),
    ("Try a short swim", "Pruebe una caminata corta", "swim", "caminata"),
    ("Pain at the front of the hip", "Dolor en la parte externa de la cadera", "at the front", "externa"),
    ("Pain at rest", "Dolor en movimiento", "at rest", "en movimiento"),
    (
      "In an emergency, do not wait: call 911.", "En una emergencia, espere antes de llamar al 911.",
      "do not wait", "espere"
    ),
    ("Put ice on it", "Ponga calor", "ice", "calor"),
    ("It went numb suddenly", "Se adormeció poco a poco", "suddenly", "poco a poco"),
    ("Lower it slowly", "Levántela despacio; levante la pierna despacio", "Lower it", "levante"),
    ("On the left side", "En el lado derecho", "On the left", "derecho"),
    ("Call even if it is mild", "Llame si es leve", "even if", "si"),
  ]) func turned(original: String, own: String, said: String, turned: String) throws {
    let slips = try Self.slips(original, own)
    #expect(slips.count == 1)
    #expect(slips.first?.sort == .opposite)
    #expect((slips.first?.missing, slips.first?.extra) == (said, turned))
  }

  /// What the original refuses, and what a *without* or an *or without* takes in.
  @Test(arguments: [
    ("Keep off the sore side.", "Acuéstese sobre el lado adolorido."),
    ("Avoid deep squats.", "Sentadillas profundas."),
    ("Fainting, with or without a swollen leg", "Desmayo, con una pierna hinchada"),
    ("Straighten the knee without pain", "Estire la rodilla con dolor"),
  ]) func lost(original: String, own: String) throws {
    #expect(try Self.slips(original, own).map(\.sort) == [.negation])
  }

  /// One of two that are in the same sentence.
  @Test(arguments: [
    ("Do not run and do not jump.", "No corra y salte."),
    ("Rest. If it does not ease, do not run.", "Descanse. Si no se alivia, corra."),
  ]) func oneOfTwo(original: String, own: String) throws {
    #expect(try Self.slips(original, own).map(\.sort) == [.fewerNegations])
  }

  @Test(arguments: [
    ("Do not run and do not jump.", "No corra ni salte."),
    ("Do not stretch or roll it.", "No estire, no use el rodillo."),
    ("Stop if it hurts.", "Pare si duele."), ("Stop running today.", "Deje de correr hoy."),
    ("Stop running today.", "No corra hoy."),
    ("Skip this if the knee is hot.", "No haga esto si la rodilla está caliente."),
    ("Keep off the sore side.", "No se acueste sobre el lado adolorido."),
    ("Do not stop all at once.", "No pare de golpe."), ("Do not go on.", "No siga."),
    ("Stop, then follow the plan.", "Pare y luego siga el plan."),
    ("Shorter runs on flat ground", "Carreras más cortas en terreno plano"),
    ("Less than a week", "Menos de una semana"), ("At least 3 days", "Al menos 3 días"),
    ("No more than 3 sets", "No más de 3 series"), ("No more than 3 sets", "Como máximo 3 series"),
    ("Be seen sooner if under 18", "Busque atención más pronto antes de los 18 años"),
    ("More or less level", "Más o menos nivelado"),
    ("Add it once it is easier", "Agréguelo cuando sea más fácil"),
    ("Not before surgery, and not after", "Ni antes ni después de la cirugía"),
    ("First the left leg, then the right leg", "Primero la pierna izquierda y después la derecha"),
    ("Do not wait: call now.", "No espere: llame ya."), ("Wait until it is calm.", "Espere a que se calme."),
    ("While you wait, write it down now.", "Mientras espera, anótelo ahora."),
    ("Red, hot skin", "Piel roja y caliente"), ("Without bending the knee", "Sin doblar la rodilla"),
    ("Without bending the knee", "Con la rodilla recta, sin forzarla"),
    ("Call if you cannot walk.", "Llame si no puede caminar."),
    ("Not unless you are told to", "Solo si se lo dicen"),
    ("Even if it has eased", "Aunque se haya aliviado"), ("Without delay", "De inmediato"),
    ("Step back and straighten up", "Vuelva atrás y enderécese"),
  ]) func ordinary(original: String, own: String) throws {
    #expect(try Self.slips(original, own).isEmpty)
  }

  @Test(arguments: [
    ("Does it hurt at rest or at night?", "¿No duele en reposo ni por la noche?", true),
    ("Is your leg swollen?", "¿No tiene la pierna hinchada?", true),
    ("Can’t you put weight on it?", "¿Puede apoyar el peso?", true),
    ("Are you unable to put weight on it?", "¿No puede apoyar el peso?", false),
    ("Doesn’t it hurt at night?", "¿No duele por la noche?", false),
    ("Does it hurt at rest, and not just when you run?", "¿Duele en reposo, y no solo al correr?", false),
  ]) func questions(original: String, own: String, isTurned: Bool) throws {
    let facts = try #require(
      FactComparison(
        from: SiteLanguage(tag: "en", name: "English"), to: SiteLanguage(tag: "es", name: "Español")))
    #expect(facts.asksOtherwise(own, than: original) == isTurned)
  }

  /// What is between `;` in a list of signs.
  @Test(arguments: [
    ("pain on one side; bleeding; contractions; fainting", "dolor en un lado; contracciones; desmayo", true),
    ("a cold leg; or one that has suddenly gone numb", "una pierna fría", true),
    ("fever; redness; a wound", "fiebre, enrojecimiento, una herida", false),
    ("fever; redness; a wound", "fiebre; enrojecimiento; una herida", false),
    ("a cold leg; or a numb one", "una pierna fría o una adormecida", false),
  ]) func items(original: String, own: String, isLess: Bool) {
    let loss = TextLoss(Array(own.utf8)[...], of: Array(original.utf8)[...])
    #expect((loss != nil) == isLess, "\(String(describing: loss))")
  }
}
