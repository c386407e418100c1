"""The words of the tests' own sites: prompts, a policy, and decks of them."""

SITE = """title: "Fixture"
language: en
pass: "You may pass."
languages:
  es:
    title: "Ejemplo"
    pass: "Puedes pasar."
  ar:
    title: "مثال"
    pass: "يمكنك أن تمرّر."
checks:
  no-contact: off
  untranslated-card: off
"""

NUMBERED = [f"question-{number:02}" for number in range(1, 13)]
"""Prompts that exist in English only, told apart by their numbers."""

PROMPT = """kind: question
themes: [belonging]
grades: [3-5]
depth: 1
minutes: 2
group: [pair]
formats: [talk]
"""

ENGLISH, SPANISH, ARABIC = (
    ("Who helped you this week?", ["What did they do?", "Did you say thanks?"]),
    ("¿Quién te ayudó esta semana?", ["¿Qué hizo?", "¿Le diste las gracias?"]),
    ("من ساعدك هذا الأسبوع؟", ["ماذا فعل؟", "هل شكرته؟"]),
)

POLICY_FACTS = """number: "1.2"
status: adopted
owner: "The office"
effective: 2026-08-01
reviewed: [2026-08-01]
review_every: "3 years"
version: "1.0"
"""

POLICIES = {
    "": """title: "Clear bounds"
channels:
  - {name: "School email", two_way: true, logged: true, family_included: true, hours: "7 to 6", approval: "None"}
  - {name: "Own accounts", two_way: true, logged: false, family_included: false, approval: "Not approved"}
hours:
  weekday: "From 7 to 6."
  weekend: "None."
  emergencies: "Call first, at any time."
conduct:
  - {text: "Greet everyone by name.", level: good-practice}
  - {text: "Share a short story of your own.", level: caution}
  - {text: "Drive a student home.", level: with-permission}
  - {text: "Promise to keep a secret.", level: never}
scenarios:
  - id: late
    title: "A late message"
    situation: "A student writes at night about homework."
    question: "Do you answer now?"
    do: "Answer in the morning."
    why: "Hours are the same for all."
    level: caution
acknowledgement:
  statement: "I have read this policy."
  return_to: "The office"
""",
    ".es": """title: "Límites claros"
channels:
  - {name: "Correo de la escuela", two_way: true, logged: true, family_included: true, hours: "De 7 a 6", approval: "No"}
hours:
  weekday: "De 7 a 6."
conduct:
  - {text: "Saludar a cada quien por su nombre.", level: good-practice}
scenarios:
  - id: late
    title: "Un mensaje tarde"
    situation: "Alguien escribe de noche sobre la tarea."
    question: "¿Contestas ahora?"
    do: "Contesta por la mañana."
    why: "El horario es igual para todos."
    level: caution
acknowledgement:
  statement: "He leído esta política."
  return_to: "La oficina"
""",
    ".ar": """title: "حدود واضحة"
hours:
  weekday: "من السابعة إلى السادسة."
conduct:
  - {text: "تحية كل طالب باسمه.", level: good-practice}
scenarios:
  - id: late
    title: "رسالة متأخرة"
    situation: "يكتب طالب ليلًا عن الواجب."
    question: "هل تجيب الآن؟"
    do: "أجب في الصباح."
    why: "الوقت واحد للجميع."
    level: caution
acknowledgement:
  statement: "قرأت هذه السياسة."
  return_to: "المكتب"
""",
}


def deck(layout="cards", stock="letter", **fields):
    """A deck as a file; fields are named as in its front matter."""
    lines = [f'title: "A deck"\nlayout: {layout}\nstock: "{stock}"']
    for name, value in fields.items():
        lines.append(f"{name}: [{', '.join(value)}]" if isinstance(value, list) else f"{name}: {value}")
    return "---\n" + "\n".join(lines) + "\n---\n\nA deck of the tests.\n"


def files(decks, more=""):
    """The files of a site with these decks, name to text; `more` goes to the end of its settings."""
    all_files = {"site.yaml": SITE + more, "content/_index.md": "---\ntitle: Home\n---\n"}
    for name in NUMBERED:
        number = int(name[-2:])
        facts = f'title: "What is your number {number}?"\n{PROMPT}follow_ups: ["Why is it number {number}?"]\n'
        all_files[f"content/prompts/{name}.md"] = f"---\n{facts}---\n"
    for code, (title, follow_ups) in {"": ENGLISH, ".es": SPANISH, ".ar": ARABIC}.items():
        facts = f'title: "{title}"\n' + ("" if code else PROMPT)
        facts += "follow_ups:\n" + "".join(f'  - "{words}"\n' for words in follow_ups)
        all_files[f"content/prompts/helper{code}.md"] = f"---\n{facts}---\n"
    for code, facts in POLICIES.items():
        facts = facts if code else POLICY_FACTS + facts
        all_files[f"content/policies/bounds{code}.md"] = f"---\n{facts}---\n"
    for name, text in decks.items():
        all_files[f"content/cards/{name}.md"] = text
    return all_files
