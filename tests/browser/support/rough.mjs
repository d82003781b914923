// An invented briefing with everything that can strain a page: long words, wide tables, hundreds of
// events, a much-mentioned actor, pictures, corrections, addresses elsewhere.
import { folder, write } from "./program.mjs";

const LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
const ADDRESS = `https://news.example/${"a-very-long-address-without-a-single-place-to-break".repeat(3)}`;

const page = (matter, body = "") => `---\n${matter.trim()}\n---\n\n${body.trim()}\n`;

/** The folder of the briefing. */
export function roughSite() {
  const root = folder();
  const files = {
    "dateline.yaml": `
title: A briefing with rough edges and with a title that is much longer than anybody would want
language: en
base_url: https://briefing.example/rough/
publisher: {name: The Desk, url: "https://desk.example/"}
time_zones: [America/New_York, Asia/Kathmandu]
policies: {corrections: "https://desk.example/corrections", ethics: "https://desk.example/ethics"}
`,
    "static/portrait.svg": `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><rect width="900" height="600" fill="#888"/></svg>`,
    "content/briefing.md": page(
      `
title: An invented treaty and what came of it
summary: Two invented states signed an invented treaty, and both read it in a way of their own.
as_of: 2022-03-01
updated: 2022-03-02
authors: [Ann Author, Ben Author]
key_points:
  - The [[hub|Hub]] signed [[event-1]] [@report; @letter].
  - "${LONG} is one word."
unknowns: [What the treaty costs., Who pays.]
`,
      `What is known is little [@report]. [[hub]] says that “nothing is settled” [@report].`,
    ),
    "content/corrections.yaml": `- {date: 2022-03-02, page: section-1, was: Three states signed., now: Two states signed., why: We had counted the host.}\n`,
    "content/actors/hub.md": page(
      `
name: Hub of the Hubs
short_name: Hub
kind: person
summary: The one whom everything mentions.
aliases: [The Hub, ${LONG}]
former_ids: [old-hub]
roles:
  - {title: Speaker, organisation: state, from: 2020, to: 2021, source: report}
  - {title: President, organisation: state, from: 2021, source: report}
relations: [{with: state, kind: head of, source: report}]
represents: state
wikidata: Q42
image: {file: portrait.svg, alt: A grey field, credit: Nobody}
`,
      `A life in one sentence [@report, para. 2].`,
    ),
    "content/actors/state.md": page(`name: The State of ${LONG}\nshort_name: State\nkind: state`),
    "content/sources/report.md": page(
      `
title: A report with a long title on what happened and on what did not happen after all
kind: wire-report
by: state
attribution: unnamed-official
described_as: a senior official
publisher: The Agency
published: 2022-02-01
accessed: 2022-03-01
url: ${ADDRESS}
language: en
`,
      `What is known of the report.`,
    ),
    "content/sources/letter.md": page(
      `title: The letter\nkind: letter\nby: hub\nlanguage: de\nvia: report\nurl: https://letters.example/1?a=b&c=d`,
    ),
  };
  for (let n = 1; n <= 13; n += 1) {
    files[`content/sections/${String(n).padStart(2, "0")}-section-${n}.md`] = page(
      `title: Section ${n}\nsummary: What section ${n} says.${n === 1 ? "\nevent: event-1" : ""}`,
      `[[hub]] met [[state]] at [[event-${n}]] [@report; @letter]. ${"More words follow here, as they do. ".repeat(12)}

## ${n === 1 ? LONG : "A heading"}

| a column with words | another column with words | a third column with words | ${LONG} | a fifth column | a sixth |
| --- | :-: | --: | --- | --- | --- |
| one | two | 3 | four | five | ${ADDRESS} |

\`\`\`
code that is so long that it cannot fit into any line of any phone: ${LONG}
\`\`\`

- a list with \`${LONG}\`
- [an address](${ADDRESS})

> We warned them, and nobody heard us. [@letter, tr. Jo Desk: „Wir haben sie gewarnt, und niemand hörte uns.“]
`,
    );
  }
  for (let n = 1; n <= 310; n += 1) {
    const day = new Date(Date.UTC(2021, 0, n)).toISOString().slice(0, 10);
    const accounts = `
accounts:
  - {by: hub, source: letter, text: We came in peace.}
  - {by: state, source: report, text: 'They came, and “${LONG}” was all they said.'}
place: {name: A town, country: Nowhere}`;
    files[`content/events/event-${n}.md`] = page(
      `title: Meeting number ${n}
when: ${n === 2 ? "2021-01-02T15:35Z/2021-01-03T10:00Z" : day}
status: ${n % 50 === 0 ? "scheduled" : "occurred"}
summary: What meeting ${n} was about.
participants: [{actor: hub, as: guest}, {actor: state}]
sources: [report]${n > 1 ? `\nfollows: event-${n - 1}` : accounts}`,
      `What happened at meeting ${n} [@report].`,
    );
  }
  write(root, files);
  return root;
}
