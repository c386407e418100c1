"""Fenced code blocks of about 300 bytes in several languages, no two the same."""

from random import Random

from words import WORDS

# «…» stands for a word, ‹…› for a number; each name keeps its value within one block.
_SNIPPETS = {
    "python": '''
from datetime import date

def «a»_«b»(«c»: list[str], limit: int = ‹x›) -> dict[str, int]:
    """Count every «c» that stands in the «a»."""
    found = {}
    for «d» in «c»:
        if len(«d») > ‹y› and not «d».startswith("«e»"):
            found[«d»] = found.get(«d», 0) + 1
    return found if limit else {}
''',
    "javascript": """
const «a» = document.querySelectorAll(".«b»-«c»");

for (const «d» of «a») {
  // Wait until the «e» is there.
  «d».addEventListener("click", async (event) => {
    const total = Number(«d».dataset.«c») * ‹x› + ‹y›;
    event.target.textContent = `«e»: ${total}`;
  });
}
""",
    "rust": """
/// One «a» of the «b».
#[derive(Debug, Clone)]
pub struct «A» { «c»: Vec<String>, «d»: u32 }

impl «A» {
    pub fn «e»(&self) -> usize {
        let limit = ‹x›_u32.max(self.«d»);
        self.«c».iter().filter(|«b»| «b».len() as u32 > limit).count() + ‹y›
    }
}
""",
    "html": """
<section id="«a»-‹x›" class="«b»">
  <h2>«C» and «d»</h2>
  <!-- the «e» comes first -->
  <p>A «d» for every <em>«e»</em>, ‹y› times a week.</p>
  <ul>
    <li><a href="/«a»/«b»/">«A» &amp; «b»</a></li>
    <li><input type="checkbox" name="«c»" checked> «c»</li>
  </ul>
</section>
""",
    "css": """
/* The «a» beside the «b». */
.«a»-«b» {
  display: grid;
  grid-template-columns: repeat(‹y›, minmax(0, 1fr));
  gap: 1.5rem;
  color: #‹x›ab;
}
.«a»-«b» > .«c»:hover { margin-inline: calc(‹y›px + 2em); }
@media print { .«d», .«e» { display: none !important; } }
""",
    "bash": """
#!/bin/sh
set -eu
«a»="${HOME}/«b»-‹x›"
# Every «c» gets a «d» of its own.
for «c» in "$«a»"/*.txt; do
  lines=$(wc -l < "$«c»")
  if [ "$lines" -gt ‹y› ]; then
    printf '%s: %d «e»\\n' "$«c»" "$lines" >> "$«a»/«d».log"
  fi
done
""",
    "sql": """
-- Which «a» had more than ‹y› of «b»?
SELECT «a».name, COUNT(*) AS «c»_count, AVG(«b».«d») AS mean_«d»
FROM «a»
LEFT JOIN «b» ON «b».«a»_id = «a».id
WHERE «b».«d» >= ‹x› AND «a».name NOT LIKE '%«e»%'
GROUP BY «a».name
HAVING COUNT(*) > ‹y›
ORDER BY mean_«d» DESC;
""",
    "json": """
{
  "«a»": { "name": "«b» «c»", "minutes": ‹x›, "open": true },
  "«d»": [
    { "label": "«e»", "value": ‹y›.5, "note": null },
    { "label": "«c» and «a»", "value": -‹x›, "note": "once a «b»" },
    { "label": "«d» \\"«e»\\"", "value": ‹y›, "note": "twice a «b»" }
  ]
}
""",
    "yaml": """
# The week's «a».
«a»:
  title: "«B» and «c»"
  minutes: ‹x›
  open: true
«d»:
  - label: «e»
    value: ‹y›.5
    note: >
      a «b» for every «c»,
      once the «d» is ready
  - label: [«a», «b», «e»]
""",
    "go": """
package «a»

import "fmt"

// «B» counts every «c» above the limit.
func «B»(«c» []int, limit int) (int, error) {
	total := ‹x›
	for _, «d» := range «c» {
		if «d» > limit+‹y› {
			total += «d»
		}
	}
	return total, fmt.Errorf("no «e» in %d", total)
}
""",
}

_LANGUAGES = tuple(_SNIPPETS)
# Words that several of the languages keep for themselves would be marked as what they are not.
_NAMES = sorted(set(WORDS) - {"both", "else", "order", "over", "return", "with", "while", "table", "open", "only", "when"})


def snippet(random: Random, number: int) -> str:
    """The so-many-th fenced block: the languages take turns, names and numbers are the block's own."""
    language = _LANGUAGES[number % len(_LANGUAGES)]
    code = _SNIPPETS[language]
    for letter, name in zip("abcde", random.sample(_NAMES, 5)):
        code = code.replace(f"«{letter}»", name).replace(f"«{letter.upper()}»", name.capitalize())
    code = code.replace("‹x›", str(1000 + number)).replace("‹y›", str(random.randrange(2, 90)))
    return f"```{language}{code}```"
