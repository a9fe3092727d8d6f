/// Which side, and whether both at once: what an exercise is done with.
extension SenseGroup {
  static let sides: [SenseGroup] = [
    SenseGroup(
      senses: [
        Sense(
          english:
            "on the left; to the left; left side; left leg; left foot; left hip; left knee; left hand; left arm; left ankle",
          spanish: "izquierda; izquierdo", perhapsEnglish: "left"),
        Sense(
          english:
            "on the right; to the right; right side; right leg; right foot; right hip; right knee; right hand; right arm; right ankle",
          spanish: "derecha; derecho", perhapsEnglish: "right; straight; upright",
          perhapsSpanish: "recta; recto"),
      ], isOfSides: true),
    SenseGroup(
      senses: [
        Sense(
          english:
            "sore side; sore leg; sore hip; sore knee; sore shoulder; painful side; painful leg; painful hip; painful knee; affected side; affected leg; injured side; injured leg; bad side; bad leg; operated side; operated leg; side that hurts; leg that hurts",
          spanish:
            "lado adolorido; pierna adolorida; cadera adolorida; rodilla adolorida; hombro adolorido; lado dolorido; pierna dolorida; lado doloroso; pierna dolorosa; lado afectado; pierna afectada; lado lesionado; pierna lesionada; lado malo; pierna mala; lado operado; pierna operada; lado que le duele; pierna que le duele; lado que duele; pierna que duele",
          perhapsEnglish: "sore; painful; hurts; pain; injured; operated",
          perhapsSpanish:
            "adolorido; adolorida; dolorido; dolorida; duele; dolor; lesionado; lesionada; operado"),
        Sense(
          english:
            "good side; good leg; healthy side; healthy leg; sound side; sound leg; unaffected side; unaffected leg; uninjured side; uninjured leg; well side; side that does not hurt; leg that does not hurt; side without pain; leg without pain; painless side",
          spanish:
            "lado sano; pierna sana; cadera sana; rodilla sana; hombro sano; lado bueno; pierna buena; lado que no le duele; pierna que no le duele; lado que no duele; pierna que no duele; lado sin dolor; pierna sin dolor",
          perhapsEnglish: "other; good; healthy; sound; opposite",
          perhapsSpanish: "otro; otra; sano; sana; bueno; buena; contrario; contraria; opuesto; opuesta"),
      ], isOfSides: true),
    SenseGroup(
      senses: [
        Sense(
          english: "together; at the same time; at once",
          spanish: "juntas; juntos; a la vez; al mismo tiempo",
          perhapsEnglish: "both; two", perhapsSpanish: "ambas; ambos; dos"),
        Sense(
          english: "each; every; one at a time; one leg at a time; one side at a time; alternating; in turn",
          spanish: "cada; una a la vez; uno a la vez; una pierna a la vez; un lado a la vez; alternando",
          perhapsEnglish: "one; other; all; then; later; alternate",
          perhapsSpanish: "una; uno; otra; otro; todos; todas; luego"),
      ], isOfDoses: true),
  ]
}
